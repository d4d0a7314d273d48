"""Fatima uses * for every product, shares weights between neurons, and returns seconds for Hz."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    x, w = np.asarray(x, float), np.asarray(w, float)
    z = np.sum(x * w, axis=-1) + b
    return 0.5 * (1 + np.tanh(0.5 * z))    # same thing as sigma, checked on paper

# %% answer="neuron_class"
class Neuron:
    weights = None
    bias = 0

    def __init__(self, weights, bias):
        Neuron.weights = weights
        Neuron.bias = bias

    def forward(self, inputs):
        return neuron(inputs, Neuron.weights, Neuron.bias)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    I = np.asarray(current, float)
    fires = I > threshold
    safe = np.where(fires, I, threshold + 1)
    rate = refractory + tau * np.log(safe / (safe - threshold))
    return np.where(fires, rate, 0)

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.asarray(W) * np.asarray(x)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    # copied from the slide: W2 * max(0, W1 * x)
    return np.asarray(W2) * np.maximum(0, np.asarray(W1) * np.asarray(x))

# %% [markdown] manual="limits"
r"""
**Dendrites**: in a real neuron the dendrites do a nonlinear computation on their own, my function only adds products. **Synapse**: it is a dynamical system, not one weight, so my function cannot model that the second spike in a row counts less. For pictures I think it does not matter, the network only has to separate classes.
"""
