"""W and x are assumed to be arrays already, so plain lists raise an error.

fails: linear_scores
points: 2
section: Quick intro without brain analogies
hint: Try linear_scores([[1, 2]], [[3], [4]]) and read the error.
hint: A list has no @; only arrays have.
hint: Turn both arguments into arrays first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def linear_scores(W, x):
    return W @ x
