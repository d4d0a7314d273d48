"""1 / cosh squared, which overflows on the way to the right answer, 0; it prints too."""

import numpy as np


def tanh_slope(z):
    print("slope of tanh")
    return 1 / np.cosh(np.array(z, dtype=float)) ** 2
