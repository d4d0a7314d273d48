"""Tomasz guesses: right shapes, the max and the logarithm in the wrong place, inputs changed."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    if type(x) == list: x = np.array(x, dtype=float)
    x *= np.asarray(w)          # no need for a second array
    z = x.sum(axis=-1) + b
    return 0.5 + 0.5 * np.tanh(z / 2)

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.array(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        self.weights *= np.asarray(inputs)
        return 0.5 + 0.5 * np.tanh((self.weights.sum() + self.bias) / 2)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.array(current, dtype=float)
    rate = np.zeros(current.shape)
    for i in np.ndindex(current.shape):
        if current[i] > threshold:
            rate[i] = 1 / (refractory + tau * np.log10(current[i] / (current[i] - threshold)))
    return rate

# %% answer="linear_scores"
def linear_scores(W, x):
    W = np.array(W); x = np.array(x)
    # multiply each row by the pixels and add up
    return (W * x.T).sum(axis=1).reshape(-1, 1)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    return np.maximum(0, np.array(W2) @ (np.array(W1) @ np.array(x)))

# %% [markdown] manual="limits"
r"""
Real neurons do not use numpy. Real neurons can die. Yes it matters.
"""
