"""forward writes its products into the weights, so the second answer differs from the first.

fails: neuron_class
points: 2
section: Modeling one neuron
hint: Call forward twice with the same inputs. What should happen, and what does?
hint: After one call self.weights holds products and no longer weights.
hint: Keep the products in a variable of the method; forward only reads what the object stores.
"""

import numpy as np


class Neuron:
    def __init__(self, weights, bias):
        self.weights = np.array(weights, dtype=float)
        self.bias = bias

    def forward(self, inputs):
        self.weights *= np.asarray(inputs)
        z = self.weights.sum() + self.bias
        return np.exp(-np.logaddexp(0, -z))
