"""n_out n_in + n_out for each layer."""


def n_parameters(sizes):
    return sum(n_out * n_in + n_out for n_in, n_out in zip(sizes, sizes[1:]))
