"""A case for each name."""


def init_scale(activation, n_in):
    match activation:
        case "identity" | "sigmoid" | "tanh":
            kept = 1.0
        case "relu":
            kept = 0.5
        case _:
            raise ValueError(activation)
    return (n_in * kept) ** -0.5
