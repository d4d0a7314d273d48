"""The same small number serves every layer, whatever its number of inputs is.

fails: init_scale
points: 0
section: Weight Initialization
hint: Does your result depend on n_in?
hint: A sum over 10,000 inputs spreads a hundred times as far as one input.
hint: The more inputs a unit has, the smaller its weights: the variance goes with 1/n_in.
"""


def init_scale(activation, n_in):
    return 0.01
