"""Each layer gets as many biases as it has inputs, where it needs one for each of its own neurons.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: The network 2-3-4 has 25 parameters. How many do you count?
hint: Which layer does a bias belong to: the one that sends, or the one that adds?
hint: A layer's bias has one number for each row of its matrix.
"""


def n_parameters(sizes):
    return sum(int(a * b + a) for a, b in zip(sizes[:-1], sizes[1:]))
