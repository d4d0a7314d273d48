"""Emre adds the bias last, forgets the rest between spikes, and sees no need for the max."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    x = np.array(x); w = np.array(w)
    weighted = x @ w                       # step 1: weights
    activated = 1 / (1 + np.exp(-weighted))  # step 2: activation
    return activated + b                   # step 3: bias

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.array(weights)
        self.bias = bias

    def forward(self, inputs):
        return neuron(inputs, self.weights, self.bias)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.array(current, dtype=float)
    out = np.zeros(current.shape)
    mask = current > threshold
    T = tau * np.log(current[mask] / (current[mask] - threshold))
    out[mask] = 1 / T
    return out

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.array(W) @ np.array(x)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    hidden = linear_scores(W1, x)
    # max(0, hidden) only matters if something is negative, left it out
    return linear_scores(W2, hidden)

# %% [markdown] manual="limits"
r"""
Real brains are much bigger: 86 billion neurons, ours is only one. Also they are alive.
"""
