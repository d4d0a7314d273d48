"""The bias is the weight of an input that is always 1."""


def n_parameters(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total += (sizes[i - 1] + 1) * sizes[i]
    return total
