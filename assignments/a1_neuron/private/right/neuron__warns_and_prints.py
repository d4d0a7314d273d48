"""The textbook formula: NumPy warns of an overflow, yet 1/(1 + inf) is 0. It also prints and logs."""

import logging

import numpy as np

log = logging.getLogger("homework")


def neuron(x, w, b):
    print("neuron called, x has shape", np.shape(x))
    z = np.array(x) @ np.array(w) + b
    log.warning("largest z: %s", np.max(z))
    return 1 / (1 + np.exp(-z))
