"""Plain Python, lists for lists."""


def relu_slope(z):
    if hasattr(z, "__len__"):
        return [relu_slope(entry) for entry in z]
    return 1 if z > 0 else 0
