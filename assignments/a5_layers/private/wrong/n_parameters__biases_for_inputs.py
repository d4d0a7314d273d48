"""The inputs are given biases as well, but they are no neurons.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: Does an input add anything to itself?
hint: Your number is too large by the number of inputs.
hint: Only neurons have a bias, so the first size brings none.
"""


def n_parameters(sizes):
    return sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:])) + sum(sizes)
