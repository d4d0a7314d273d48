"""An if, or Python's own max, decides once, but each entry needs its own decision.

fails: relu
points: 0
section: Commonly used activation functions
hint: Try an array of two numbers and read the error.
hint: Is np.array([-1, 2]) > 0 true or false? It is both.
hint: Use a function of NumPy that decides entry by entry.
"""


def relu(z):
    return z if z > 0 else 0.0
