"""Plain Python, lists for lists."""


def leaky_relu(z, alpha=0.01):
    if hasattr(z, "__len__"):
        return [leaky_relu(entry, alpha) for entry in z]
    return float(z) if z > 0 else float(alpha * z)
