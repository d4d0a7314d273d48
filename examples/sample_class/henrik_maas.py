"""Henrik stops at the weighted sum, prints instead of returning, and takes volts for hertz."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    return np.asarray(x) @ np.asarray(w) + b

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.asarray(weights)
        self.bias = bias

    def forward(self, inputs):
        rate = 1 / (1 + np.exp(-(self.weights @ np.asarray(inputs) + self.bias)))
        print(rate)

# %% extra="after neuron_class"
Neuron([1.0, 2.0], 0.5).forward([1.0, 1.0])    # works!!

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    # for t -> infinity v(t) = I
    v = np.asarray(current, dtype=float)
    return np.where(v > threshold, v, 0.0)

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.asarray(W).T @ np.asarray(x)    # transpose so that it fits

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    return np.asarray(W2) @ np.max(0, np.asarray(W1) @ np.asarray(x))

# %% [markdown] manual="limits"
r"""
Real neurons spike. Ours do not.
"""
