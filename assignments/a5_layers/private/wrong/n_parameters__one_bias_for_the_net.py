"""One bias is counted for the whole network.

fails: n_parameters
points: 0
section: Sizing neural networks
hint: How many neurons are there, and what does each of them add?
hint: Your number is the number of weights plus one.
hint: Count one bias for every neuron in every layer.
"""


def n_parameters(sizes):
    return 1 + sum(n_in * n_out for n_in, n_out in zip(sizes, sizes[1:]))
