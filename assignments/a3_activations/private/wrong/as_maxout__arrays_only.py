"""W and b are assumed to be arrays, so plain lists raise an error.

fails: as_maxout
points: 1.5
section: Commonly used activation functions
hint: Try W and b as lists and read the error.
hint: For Python, a number times a list makes a longer list, or an error.
hint: Turn W and b into arrays first; NumPy has a function for that.
"""


def as_maxout(activation, W, b, alpha=0.01):
    left = 0.0 if activation == "relu" else alpha
    return left * W, left * b, W, b
