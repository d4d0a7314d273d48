"""The error comes first and the mean second, but the text asks for the mean first.

fails: paired_difference
points: 0
section: Setting number of layers and their sizes
hint: Which of your two numbers can be below zero?
hint: Read the order in the sentence that says what is returned.
hint: Both numbers are there; only their places are exchanged.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.std(ddof=1) / np.sqrt(d.size), d.mean()
