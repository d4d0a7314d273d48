"""Every size but the first is a layer."""


def n_layers(sizes):
    return len(sizes) - 1
