"""A polynomial of degree 1 through the logarithms."""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(n_units), np.log(errors), 1)[0]
