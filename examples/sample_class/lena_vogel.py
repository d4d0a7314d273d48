"""Lena's upload broke off: the file ends in the middle. What she wrote was right."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    return np.exp(-np.logaddexp(0, -z))

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.asarray(W) @ np.asarray(x)
