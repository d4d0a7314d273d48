"""The standard error stands under another name than the one asked for.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Compare the names in your dict with those of the exercise, letter by letter.
hint: Who reads your dict looks for the name standard_error.
hint: Write the whole name, with an underscore.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std(ddof=1) / np.sqrt(n)
    return {"n": n, "mean": mean, "se": error}
