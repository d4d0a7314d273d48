"""The history is assumed to be an array already, so a plain list raises an error.

fails: revivals
points: 2
section: Commonly used activation functions
hint: Try a plain list of lists and read the error.
hint: Lists have no & and no ~.
hint: NumPy has a function that makes an array of a list and leaves arrays alone.
"""


def revivals(dead_history):
    return int((dead_history[:-1] & ~dead_history[1:]).sum())
