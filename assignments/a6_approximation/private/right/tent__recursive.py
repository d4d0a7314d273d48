"""Plain Python: calls itself for the folds before and for the parts of a list."""


def tent(x, depth):
    if isinstance(x, list) or getattr(x, "ndim", 0):
        return [tent(part, depth) for part in x]
    if depth == 0:
        return x
    y = tent(x, depth - 1)
    return 2 * y if y <= 0.5 else 2 - 2 * y
