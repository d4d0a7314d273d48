"""The pictures are divided by their spread as well, which centring does not do.

fails: center
points: 0
section: Data Preprocessing
hint: Is there any division in the text of this exercise?
hint: Your results have spread 1: they are standardised.
hint: Stop after the subtraction.
"""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    axes = (0, 1, 2) if per_channel else (0,)
    std = images.std(axis=axes)
    return (images - images.mean(axis=axes)) / np.where(std == 0, 1, std)
