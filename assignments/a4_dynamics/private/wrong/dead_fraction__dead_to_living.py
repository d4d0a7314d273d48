"""Dead units are divided by living ones, not by all.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: What do you get for three dead units of four?
hint: A share has the whole below the line.
hint: The whole are all units, dead and living.
"""

import numpy as np


def dead_fraction(activations):
    dead = np.max(activations, axis=0) <= 0
    return float(np.sum(dead) / max(np.sum(~dead), 1))
