"""The argument is assumed to be an array already, so a plain list raises an error.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: Try a plain list of lists and read the error.
hint: A list can't be compared with a number.
hint: NumPy has a function that makes an array of a list and leaves arrays alone.
"""


def same_sign_share(gradients):
    return ((gradients > 0).all(axis=1) | (gradients < 0).all(axis=1)).mean()
