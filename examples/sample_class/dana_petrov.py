"""Dana ran out of time: one sample at a time, no lists, nothing for two layers."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    """Return sigma(w.x + b) for one sample, or for each row of a batch."""
    z = np.sum(np.array(x) * np.array(w)) + b
    if z < 0:
        return np.exp(z) / (1 + np.exp(z))
    return 1 / (1 + np.exp(-z))
    # batches: ask in the tutorial

# %% extra="after neuron"
name = input("which sample? ")     # wanted to try some by hand

# %% answer="neuron_class"
import math

class Neuron:
    """One neuron that remembers its weights and its bias."""

    def __init__(self, weights, bias):
        self.weights = weights
        self.bias = bias

    def forward(self, inputs):
        """Return the firing rate for one sample."""
        cell_body_sum = np.sum(np.array(inputs) * np.array(self.weights)) + self.bias
        return 1.0 / (1.0 + math.exp(-cell_body_sum))

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    if current <= threshold:
        return 0.0
    t = tau * math.log(current / (current - threshold))
    return 1 / (refractory + t)

# %% answer="linear_scores"
def linear_scores(W, x):
    return W @ x

# %% [markdown] manual="limits"
r"""
Real neurons have timing. (more later)
"""
