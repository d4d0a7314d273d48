"""Sizes of neighbouring layers are added, where they must be multiplied.

fails: n_weights
points: 0
section: Sizing neural networks
hint: How many lines lead from 3 circles to 4 circles, if each is joined to each?
hint: Your answer is far too small.
hint: A matrix with 4 rows and 3 columns does not have 7 entries.
"""


def n_weights(sizes):
    return sum(n_in + n_out for n_in, n_out in zip(sizes, sizes[1:]))
