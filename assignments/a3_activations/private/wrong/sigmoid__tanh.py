"""This is tanh: it goes from -1 to 1 and is 0 in the middle.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: What is your result for 0? Can a result be negative?
hint: The sigmoid's range is from 0 to 1.
hint: Tanh is a stretched sigmoid. Which of the two does the exercise ask for?
"""

import numpy as np


def sigmoid(z):
    return np.tanh(z)
