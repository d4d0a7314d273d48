"""Giulia trusts exp(z)/(1+exp(z)), leaves out self as the lecture did, and flattens her scores."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    z = np.dot(np.asarray(x), np.asarray(w)) + b
    return np.exp(z)/(1+np.exp(z))

# %% answer="neuron_class"
class Neuron:
    """One neuron that remembers its weights and its bias."""

    def __init__(self, weights, bias):
        self.weights = weights
        self.bias = bias

    # like in the lecture
    def forward(inputs):
        return neuron(inputs, self.weights, self.bias)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    return 1/(refractory + tau*np.log(current/(current - threshold)))

# %% answer="linear_scores"
def linear_scores(W, x):
    s = np.dot(np.asarray(W), np.asarray(x))
    return s.flatten()

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    h = np.maximum(0, np.dot(W1, x))
    s = np.maximum(0, np.dot(W2, h))    # second layer, second max
    return s

# %% [markdown] manual="limits"
r"""
1) there are many types of neurons in the brain 2) exact timing of spikes. My function has only one type and no time at all. For pictures ok.
"""
