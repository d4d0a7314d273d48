"""A loop that remembers the layer before."""


def n_weights(sizes):
    total, before = 0, None
    for size in sizes:
        if before is not None:
            total += before * size
        before = size
    return total
