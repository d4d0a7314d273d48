"""The layers were counted, where the neurons were asked for.

fails: n_neurons
points: 0
section: Sizing neural networks
hint: How many neurons has one layer of 100?
hint: Your answer stays the same when a layer gets wider.
hint: The sizes themselves say how many neurons there are: add them.
"""


def n_neurons(sizes):
    return len(sizes) - 1
