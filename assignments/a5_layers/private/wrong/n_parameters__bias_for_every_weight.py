"""Each weight is given a bias, but a neuron adds its bias only once.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: How often does b occur in w.x + b?
hint: Your number is twice the number of weights.
hint: A neuron with three inputs has three weights and one bias.
"""


def n_parameters(sizes):
    return 2 * sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
