"""The weights of the first hidden layer are left out.

fails: n_weights
points: 0
section: Sizing neural networks
hint: Do the lines that come from the inputs carry weights?
hint: Inputs are no neurons, yet neurons weigh them.
hint: There are as many matrices as layers: one less than sizes.
"""


def n_weights(sizes):
    return sum(n_in * n_out for n_in, n_out in zip(sizes[1:], sizes[2:]))
