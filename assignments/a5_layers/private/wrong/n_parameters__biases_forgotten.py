"""The biases are forgotten: they are parameters, too.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: Which numbers of a neuron does training change?
hint: You count the weights only.
hint: Each neuron brings one number more than its weights.
"""


def n_parameters(sizes):
    return sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
