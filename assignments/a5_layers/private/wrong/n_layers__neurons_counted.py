"""The neurons were counted, where the layers were asked for.

fails: n_layers
points: 0
section: Naming conventions
hint: What do the sizes add up to, and what does their number say?
hint: Your answer grows when a layer gets wider.
hint: A wider layer is still one layer: count the sizes, do not add them.
"""


def n_layers(sizes):
    return sum(sizes[1:])
