"""Each layer is given one bias, where each of its neurons has its own.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: Which shape has b of a layer with 4 neurons?
hint: Your number is too small unless every layer has one neuron.
hint: The neurons of a layer share nothing: not their weights, and not their bias.
"""


def n_parameters(sizes):
    weights = sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
    return weights + len(sizes) - 1
