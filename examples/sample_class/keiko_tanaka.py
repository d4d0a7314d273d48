"""Keiko simulates the membrane instead of solving for the time; a weak current never ends."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    z = np.clip(z, -700, 700)        # keeps exp quiet
    return 1 / (1 + np.exp(-z))

# %% answer="neuron_class"
class Neuron:
    """One neuron that remembers its weights and its bias."""

    def __init__(self, weights, bias):
        self.weights = weights
        self.bias = bias

    def forward(self, inputs):
        """Return the firing rate for one sample."""
        return neuron(inputs, self.weights, self.bias)

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    dt = 0.0005
    v = 0.0
    t = 0.0
    while v < threshold:                       # wait for the spike
        v = v + dt * (current - v) / tau
        t = t + dt
    return 1 / (t + refractory)

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.array(W) @ np.array(x)

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    hidden = np.array(W1) @ np.array(x)
    hidden[hidden < 0] = 0
    return np.array(W2) @ hidden

# %% [markdown] manual="limits"
r"""
The real neuron has a state (its voltage) that goes on between inputs; `neuron` starts from nothing at every call. And the synapses of a real neuron change while they are used. For pictures it is not important, each picture is judged alone.
"""
