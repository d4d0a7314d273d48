"""The share is held at 0 or more, but a large product makes the weights jump across 0.

fails: forgetting
points: 1.5
section: Single neuron as a linear classifier
hint: The product of learning rate and weight decay is 1.5. Where does a weight of 8 go?
hint: The formula gives 8 - 12 there. Nothing in it stops at 0.
hint: Follow the formula as it stands; a rate that is too large is the caller's business.
"""

import numpy as np


def forgetting(w0, learning_rate, weight_decay, n_steps):
    w = np.array(w0, dtype=float)
    return w * max(0.0, 1 - learning_rate * weight_decay) ** n_steps
