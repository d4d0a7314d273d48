"""The weights of the output layer are left out.

fails: n_weights
points: 0
section: Sizing neural networks
hint: Does the output layer have weights?
hint: Try a network with two sizes only.
hint: A loop over places of the list may stop one step too early.
"""


def n_weights(sizes):
    return sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 2))
