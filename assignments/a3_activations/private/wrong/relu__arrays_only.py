"""z is assumed to be an array, so plain lists raise an error.

fails: relu
points: 0.5
section: Commonly used activation functions
hint: Try relu([-1, 2]) and read the error.
hint: A list can't be compared with a number; an array can.
hint: Turn z into an array first; NumPy has a function for that which leaves arrays as they are.
"""


def relu(z):
    return z * (z > 0)
