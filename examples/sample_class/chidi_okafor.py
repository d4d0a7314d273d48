"""Chidi prints and logs everything and lets NumPy warn about overflow. The numbers are right."""

# fmt: off

# %% answer="neuron"
import logging
logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger("a1")

def neuron(x, w, b):
    """Return sigma(w.x + b) for one sample, or for each row of a batch."""
    z = np.dot(x, w) + b
    log.debug("z = %s", z)
    a = 1 / (1 + np.exp(-z))       # RuntimeWarning for very negative z, but 1/inf is 0 so ok!
    print("neuron ->", a)
    return a

# %% extra="after neuron"
# %matplotlib inline
neuron(np.array([-900.0]), np.array([1.0]), 0)    # warns, gives 0

# %% answer="neuron_class"
class Neuron:
    """One neuron that remembers its weights and its bias."""

    count = 0

    def __init__(self, weights, bias):
        Neuron.count += 1
        print("neuron number", Neuron.count)
        self.weights, self.bias = np.asarray(weights), bias

    def forward(self, inputs):
        """Return the firing rate for one sample."""
        cell_body_sum = np.sum(inputs * self.weights) + self.bias
        firing_rate = 1.0 / (1.0 + np.exp(-cell_body_sum))
        log.info("rate %.3f", firing_rate)
        return firing_rate

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    current = np.array(current, dtype=float)
    t = refractory + tau * np.log(current / (current - threshold))
    print("time between spikes:", t)
    # nan and inf where there is no spike, where() throws them away again
    return np.where(current > threshold, 1 / t, 0.0)

# %% answer="linear_scores"
def linear_scores(W, x):
    s = np.matmul(W, x)
    print(np.shape(W), "times", np.shape(x), "is", s.shape)
    return s

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    h = np.matmul(W1, x)
    print("hidden before", h.ravel())
    h = h * (h > 0)
    print("hidden after ", h.ravel())
    return np.matmul(W2, h)

# %% [markdown] manual="limits"
r"""
A neuron in the brain sends spikes and the *timing* can matter (owls use it to hear where a sound comes from), mine only gives a rate. Also a brain neuron gets tired after firing a lot, mine gives the same answer forever. It doesn't matter for pictures because we measure accuracy, not realism!
"""
