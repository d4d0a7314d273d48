"""The pictures are added in uint8, where a sum starts again after 255.

fails: mean_image
points: 1
section: Data Preprocessing
hint: Average two pictures with bright pixels by hand. Does your result agree?
hint: In uint8, 250 + 250 is 244.
hint: Turn the pixels into floats before you add.
"""

import numpy as np


def mean_image(images):
    images = np.asarray(images)
    total = images[0]
    with np.errstate(all="ignore"):
        for image in images[1:]:
            total = total + image
    return total / len(images)
