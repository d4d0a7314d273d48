"""Makes a vector with one entry for each neuron; the length comes back as a float."""

import numpy as np


def n_neurons(sizes):
    neurons = np.concatenate([np.ones(size) for size in sizes[1:]])
    return neurons.sum()
