"""Plain Python, lists for lists."""


def leaky_relu_slope(z, alpha=0.01):
    if hasattr(z, "__len__"):
        return [leaky_relu_slope(entry, alpha) for entry in z]
    return 1.0 if z > 0 else float(alpha)
