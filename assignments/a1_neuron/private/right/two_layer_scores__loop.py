"""A helper with loops and `max`, used twice; returns a list of lists."""


def product(W, column):
    if len(W[0]) != len(column):
        raise ValueError(f"{len(W[0])} columns do not meet {len(column)} rows")
    return [sum(w * v for w, v in zip(row, column)) for row in W]


def two_layer_scores(W1, W2, x):
    h = [max(0.0, z) for z in product(W1, [entry[0] for entry in x])]
    return [[s] for s in product(W2, h)]
