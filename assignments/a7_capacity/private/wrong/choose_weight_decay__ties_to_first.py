"""Of equal scores the first one wins, because argmax stops at the first.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: Two scores are equal and the smaller value comes first. What do you return?
hint: np.argmax says nothing about values: it only knows places.
hint: Collect all values that reach the best score before you decide between them.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    return values[np.argmax(validation_scores)]
