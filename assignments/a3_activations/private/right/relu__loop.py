"""Plain Python, lists for lists."""


def relu(z):
    if hasattr(z, "__len__"):
        return [relu(entry) for entry in z]
    return max(0.0, float(z))
