"""Amira did the extra reading. Short vectorised answers, everything right."""

# fmt: off

# %% answer="neuron"
def sigmoid(z):
    # 1/(1+e^-z) for z>=0 and e^z/(1+e^z) for z<0, so exp never gets a positive number
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1/(1 + e), e/(1 + e))

def neuron(x, w, b):
    """Return sigma(w.x + b) for one sample, or for each row of a batch."""
    return sigmoid(np.asarray(x) @ np.asarray(w) + b)

# %% answer="neuron_class"
class Neuron:
    """One neuron that remembers its weights and its bias."""

    def __init__(self, weights, bias):
        self.weights = np.array(weights, dtype=float)   # my own copy
        self.bias = bias

    def forward(self, inputs):
        """Return the firing rate for one sample."""
        return neuron(inputs, self.weights, self.bias)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    """Return the firing rate in Hz of a leaky integrate-and-fire neuron."""
    I = np.asarray(current, dtype=float)
    on = I > threshold
    rate = np.zeros_like(I)
    # v(T) = threshold  =>  T = tau * ln(I / (I - threshold)), then add the rest
    rate[on] = 1 / (refractory + tau * np.log(I[on] / (I[on] - threshold)))
    return rate

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.asarray(W) @ np.asarray(x)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    return linear_scores(W2, np.maximum(0, linear_scores(W1, x)))

# %% [markdown] manual="limits"
r"""
1. **Spike timing.** A real neuron can react to *when* spikes arrive, e.g. it fires only if two inputs come within 2 ms. `neuron` only ever sees one number per input, so two trains with the same rate are the same to it.
2. **Synapses change.** A synapse gets weaker or stronger within milliseconds when it is used a lot. Our `w` is the same number in every call.

For classifying pictures it does not matter much, we only count the errors at the end.
"""
