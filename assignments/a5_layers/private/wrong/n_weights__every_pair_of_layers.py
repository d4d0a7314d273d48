"""Every layer is joined to all later ones, but only neighbours are connected.

fails: n_weights
points: 0
section: Sizing neural networks
hint: Draw 2-3-2. Does a line pass from the inputs to the outputs?
hint: With one layer your number is right.
hint: A fully-connected layer sees the layer right before it and no other.
"""


def n_weights(sizes):
    n = len(sizes)
    return sum(sizes[i] * sizes[j] for i in range(n) for j in range(i + 1, n))
