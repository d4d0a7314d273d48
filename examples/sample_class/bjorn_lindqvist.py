"""Björn comes from C and writes every loop by hand. All of it is right."""

# fmt: off

# %% answer="neuron"
import math

def activation(z):
    # math.exp dies above 709 so choose the branch first
    if z < 0:
        t = math.exp(z)
        return t / (1.0 + t)
    return 1.0 / (1.0 + math.exp(-z))

def one(sample, w, b):
    s = b
    for i in range(len(w)):
        s = s + sample[i] * w[i]
    return activation(s)

def neuron(x, w, b):
    if hasattr(x[0], "__len__"):        # a batch
        out = []
        for k in range(len(x)):
            out.append(one(x[k], w, b))
        return out
    return one(x, w, b)

# %% answer="neuron_class"
class Neuron:
    def __init__(self, weights, bias):
        self.weights = [w for w in weights]
        self.bias = bias

    def forward(self, inputs):
        return one(inputs, self.weights, self.bias)

# %% extra="after neuron_class"
# quick look, delete before handing in??
n = Neuron([1, 2, 3], -1)
for v in ([0, 0, 0], [1, 1, 1], [-1000, 0, 0]):
    print(v, n.forward(v))

# %% answer="spike_rate"
def spike_rate(current, tau=0.01, refractory=0.01, threshold=1.0):
    if isinstance(current, np.ndarray) and current.ndim == 0:
        current = float(current)
    if isinstance(current, (list, tuple, np.ndarray)):
        result = []
        for c in current:
            result.append(spike_rate(c, tau, refractory, threshold))
        return result
    if current <= threshold:
        return 0
    climb = tau * math.log(current / (current - threshold))
    return 1 / (climb + refractory)

# %% answer="linear_scores"
def linear_scores(W, x):
    rows = len(W); cols = len(W[0])
    if cols != len(x):
        raise ValueError("W has " + str(cols) + " columns, x has " + str(len(x)) + " rows")
    s = np.zeros((rows, 1))
    for i in range(rows):
        for j in range(cols):
            s[i, 0] += W[i][j] * x[j][0]
    return s

# %% answer="two_layer_scores"
def two_layer_scores(W1, W2, x):
    h = linear_scores(W1, x)
    for i in range(len(h)):
        if h[i, 0] < 0:
            h[i, 0] = 0
    return linear_scores(W2, h)

# %% [markdown] manual="limits"
r"""
Real neurons: (a) there are many different kinds, some only inhibit, my function is the same for all. (b) The dendrites already compute something nonlinear before the sum. For pictures: no, it is just a program.
"""
