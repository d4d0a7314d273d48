"""Larger sizes count more in the fit, but all points count alike.

fails: error_slope
points: 1
section: Representational power
hint: How much does each point count in your fit?
hint: The argument w of np.polyfit gives weights to the points.
hint: Fit without weights.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(n_units), np.log(errors), 1, w=np.sqrt(n_units))[0]
