"""An if decides once, but each entry needs its own decision.

fails: leaky_relu_slope
points: 0
section: Commonly used activation functions
hint: Try an array of two numbers and read the error.
hint: Is np.array([-1, 2]) > 0 true or false? It is both.
hint: Use a function of NumPy that chooses entry by entry.
"""


def leaky_relu_slope(z, alpha=0.01):
    return 1.0 if z > 0 else alpha
