"""Only hidden layers are counted, but the output layer is one too.

fails: n_layers
points: 0
section: Naming conventions
hint: Which layer gives the scores, and did you count it?
hint: Your answer for a network without a hidden layer is 0.
hint: Only the inputs stay out; the last size belongs to a layer.
"""


def n_layers(sizes):
    return len(sizes) - 2
