"""Only hidden neurons are counted, but outputs are neurons too.

fails: n_neurons
points: 0
section: Sizing neural networks
hint: Who computes the scores?
hint: Your answer for a network without a hidden layer is 0.
hint: Only the first size stays out.
"""


def n_neurons(sizes):
    return sum(sizes[1:-1])
