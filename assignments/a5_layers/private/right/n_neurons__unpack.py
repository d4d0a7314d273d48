"""Unpacks the inputs first."""


def n_neurons(sizes):
    _, *layers = sizes
    print(layers)
    return sum(layers)
