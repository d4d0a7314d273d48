"""The biases are counted as well, but only weights are asked for.

fails: n_weights
points: 0
section: Sizing neural networks
hint: Is a bias the weight of an arrow between two neurons?
hint: You count one number too many for each neuron.
hint: Count the entries of the matrices alone.
"""


def n_weights(sizes):
    return sum((n_in + 1) * n_out for n_in, n_out in zip(sizes, sizes[1:]))
