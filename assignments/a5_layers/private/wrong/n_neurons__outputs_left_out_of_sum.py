"""Inputs and hidden neurons are added, and the outputs are left out.

fails: n_neurons
points: 0
section: Sizing neural networks
hint: Which end of the list holds the inputs?
hint: You left out the last size instead of the first.
hint: Sizes run from the inputs on the left to the outputs on the right.
"""


def n_neurons(sizes):
    return sum(sizes[:-1])
