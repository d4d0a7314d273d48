"""A loop over positions."""


def n_neurons(sizes):
    total = 0
    for i in range(len(sizes)):
        if i > 0:
            total = total + sizes[i]
    return total
