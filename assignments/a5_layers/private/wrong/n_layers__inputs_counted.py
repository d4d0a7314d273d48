"""The inputs are counted as a layer of their own.

fails: n_layers
points: 0
section: Naming conventions
hint: What does a layer do that the inputs do not?
hint: Three columns of circles in a drawing are not three layers.
hint: A layer has weights and biases; the inputs have none.
"""


def n_layers(sizes):
    return len(sizes)
