"""A float that is whole, and a print on the way."""


def n_layers(sizes):
    hidden = list(sizes)[1:-1]
    print("hidden layers:", hidden)
    return len(hidden) + 1.0
