"""z is assumed to be an array, so plain lists raise an error.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try relu_slope([-1, 2]) and read the error.
hint: A list can't be compared with a number; an array can.
hint: Turn z into an array first; NumPy has a function for that which leaves arrays as they are.
"""


def relu_slope(z):
    return 1.0 * (z > 0)
