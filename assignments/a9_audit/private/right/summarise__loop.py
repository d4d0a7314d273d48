"""Two loops over plain numbers."""


def summarise(values):
    total, n = 0.0, 0
    for value in values:
        total, n = total + float(value), n + 1
    mean, squares = total / n, 0.0
    for value in values:
        squares += (float(value) - mean) ** 2
    return {"n": n, "mean": mean, "standard_error": (squares / (n - 1) / n) ** 0.5}
