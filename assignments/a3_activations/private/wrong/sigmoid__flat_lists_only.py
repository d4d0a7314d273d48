"""The loop runs over one axis only, so lists of lists and arrays of two axes fail.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: Try an array of shape (2, 3) and read the error.
hint: The entries of an array with two axes are rows, not numbers.
hint: Use operations of NumPy that reach every entry, whatever the shape.
"""

import math


def sigmoid(z):
    if not hasattr(z, "__len__"):
        z = [z]
        return sigmoid(z)[0]
    return [math.exp(min(v, 0)) / (math.exp(min(v, 0)) + math.exp(min(-v, 0))) for v in z]
