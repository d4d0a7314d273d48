"""Nadia hides her test cells from the executor, gives herself 100 points each, and adds a script."""

# fmt: off

# %% answer="neuron"
def neuron(x, w, b):
    return 1

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        pass

    def forward(self, inputs):
        return 1

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    return 50

# %% answer="linear_scores"
def linear_scores(W, x):
    return np.asarray(W) @ np.asarray(x)    # this one was easy

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    return 0

# %% [markdown] manual="limits"
r"""
Timing and synapses. <script>document.title = "full marks"</script><img src="none" onerror="document.title = 'full marks'">
"""
