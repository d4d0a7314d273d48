"""The scores were turned into probabilities, which nobody asked for yet.

fails: linear_scores
points: 1
section: Quick intro without brain analogies
hint: Do scores have to add up to 1?
hint: Your numbers are all positive and sum to one: they are probabilities.
hint: Stop one step earlier: the scores are the bare result of W x.
"""

import numpy as np


def linear_scores(W, x):
    s = np.asarray(W) @ np.asarray(x)
    e = np.exp(s - s.max())
    return e / e.sum()
