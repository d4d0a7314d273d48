"""The argument is assumed to be an array already, so a plain list raises an error.

fails: dead_units
points: 2
section: Commonly used activation functions
hint: Try a plain list of lists and read the error.
hint: A list can't be compared with a number.
hint: NumPy has a function that makes an array of a list and leaves arrays alone.
"""


def dead_units(activations):
    return (activations <= 0).all(axis=0)
