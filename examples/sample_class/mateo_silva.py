"""Mateo tidied up: he deleted a graded cell, copied another and moved exercise 5 to the top."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    x = np.asarray(x, dtype=np.float32)
    w = np.asarray(w, dtype=np.float32)
    z = np.einsum('...i,i->...', x, w) + b
    e = np.exp(-np.abs(z))
    return np.where(z < 0, e, 1) / (1 + e)

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.weights = tuple(weights)
        self.bias = bias

    def forward(self, inputs):
        return neuron(inputs, self.weights, self.bias)

# %% answer="spike_rate"
@np.vectorize
def _rate(i, tau, refractory, threshold):
    return 1 / (refractory - tau * np.log1p(-threshold / i)) if i > threshold else 0.0

def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    return _rate(current, tau, refractory, threshold)

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.matmul(W, x)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    return np.matmul(W2, np.clip(np.matmul(W1, x), 0, None))

# %% [markdown] manual="limits"
r"""
Timing of spikes (coincidence!) and the many kinds of neurons. The function has no time axis and one kind. A picture classifier doesn't care.
"""
