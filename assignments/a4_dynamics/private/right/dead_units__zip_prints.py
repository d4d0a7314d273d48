"""Turns the table round with zip; prints and warns."""

import warnings


def dead_units(activations):
    dead = [max(float(output) for output in unit) == 0 for unit in zip(*activations)]
    print(sum(dead), "dead units")
    if any(dead):
        warnings.warn("some units are dead")
    return dead
