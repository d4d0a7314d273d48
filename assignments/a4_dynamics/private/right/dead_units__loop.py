"""Plain Python; returns a list."""


def dead_units(activations):
    dead = []
    for unit in range(len(activations[0])):
        dead.append(not any(sample[unit] > 0 for sample in activations))
    return dead
