"""Plain Python."""


def dead_fraction(activations):
    units = list(zip(*activations))
    dead = 0
    for unit in units:
        if max(unit) <= 0:
            dead += 1
    return dead / len(units)
