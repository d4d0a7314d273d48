"""The size with the largest gap is called best, but that one overfits most.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: Is a large gap good news or bad news?
hint: The gap is the first half of the answer, and plays no part in the second.
hint: The best size is the one with the highest accuracy on new points.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap, np.argmax(gap)
