"""Jonas changed spike_rate in the last minute and lost a bracket; the rest is right."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    z = np.asarray(x, dtype=float) @ np.asarray(w, dtype=float) + b
    return np.exp(-np.logaddexp(0, -z))   # log-sum-exp trick, from my stats course

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.w = np.asarray(weights, dtype=float)
        self.b = bias

    def forward(self, inputs):
        return float(neuron(inputs, self.w, self.b))

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.asarray(current, dtype=float)
    rate = np.zeros(current.shape)
    fires = current > threshold
    rate[fires] = 1 / (refractory + tau * np.log(current[fires] / (current[fires] - threshold)))
    return rate

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.dot(np.asarray(W), np.asarray(x))

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    z = np.dot(W1, x)
    return np.dot(W2, (z + abs(z)) / 2)

# %% [markdown] manual="limits"
r"""
Types: there are hundreds of kinds of neurons and mine is one kind. Timing: mine has no clock, so it can't tell early spikes from late ones. It does not matter for pictures since a still picture has no timing either.
"""
