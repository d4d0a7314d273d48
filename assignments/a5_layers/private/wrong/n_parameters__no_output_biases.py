"""The output layer is left without biases, and only its activation is missing.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: What is missing in the output layer: the activation, or the bias?
hint: Your number is too small by the number of outputs.
hint: The last line is W h + b as in every layer.
"""


def n_parameters(sizes):
    weights = sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
    return weights + sum(sizes[1:-1])
