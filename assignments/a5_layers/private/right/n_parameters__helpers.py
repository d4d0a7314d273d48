"""Weights and biases counted by two helpers."""


def weights(sizes):
    return sum(map(lambda m, n: m * n, sizes[1:], sizes[:-1]))


def n_parameters(sizes):
    biases = sum(sizes) - sizes[0]
    print("biases", biases)
    return weights(sizes) + biases
