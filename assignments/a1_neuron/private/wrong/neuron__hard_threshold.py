"""The neuron fires or not, as a step, where the rate model asks for a value in between.

fails: neuron
points: 0
section: Biological motivation and connections
hint: Does a sum of 0.1 mean the same as a sum of 5 to your neuron?
hint: All your answers are 0 or 1.
hint: Under the rate code the output is a firing rate: sigma turns the sum into a value between 0 and 1.
"""

import numpy as np


def neuron(x, w, b):
    z = np.asarray(x) @ np.asarray(w) + b
    return np.where(z > 0, 1.0, 0.0)
