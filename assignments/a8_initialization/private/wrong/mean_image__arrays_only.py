"""The stack is assumed to be an array already, so plain lists raise an error.

fails: mean_image
points: 1
section: Data Preprocessing
hint: Try your function on nested lists and read the error.
hint: A list has no method `mean`; only arrays have.
hint: Turn the stack into an array first; NumPy has a function for that.
"""

import numpy as np


def mean_image(images):
    return images.mean(axis=0)
