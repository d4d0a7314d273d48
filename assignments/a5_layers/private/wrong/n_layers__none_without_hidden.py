"""A network without a hidden layer is said to have no layers at all.

fails: n_layers
points: 0.5
section: Naming conventions
hint: How many weight matrices lead from the inputs to the scores?
hint: Try the network 784-10.
hint: Logistic regression is a 1-layer network: only its output layer counts.
"""


def n_layers(sizes):
    return len(sizes) - 1 if len(sizes) > 2 else 0
