"""Plain Python; lists of lists are walked through."""


def bump(x, left, right):
    if getattr(x, "ndim", 0) or isinstance(x, list):
        return [bump(part, left, right) for part in x]
    if x < left:
        return 0
    return 1 if x < right else 0
