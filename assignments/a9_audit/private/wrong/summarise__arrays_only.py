"""The values are assumed to be an array, so a list raises an error.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Try your function on a plain list.
hint: A list has no mean of its own.
hint: Turn the values into an array first; NumPy has a function for that.
"""

import numpy as np


def summarise(values):
    error = values.std(ddof=1) / np.sqrt(values.size)
    return {"n": values.size, "mean": values.mean(), "standard_error": error}
