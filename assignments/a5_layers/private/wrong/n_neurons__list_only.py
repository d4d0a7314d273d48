"""Only a list is understood; a tuple or an array of sizes raises an error.

fails: n_neurons
points: 0.5
section: Sizing neural networks
hint: Try sizes as a tuple: (4, 5, 2).
hint: A tuple has no such methods as copy and pop.
hint: Turn what comes into the kind that your code needs, in its first line.
"""


def n_neurons(sizes):
    layers = sizes.copy()
    layers.pop(0)
    return sum(layers)
