"""First matrix plus all others."""


def n_weights(sizes):
    print(len(sizes))
    if len(sizes) == 1:
        return 0
    return sizes[0] * sizes[1] + n_weights(sizes[1:])
