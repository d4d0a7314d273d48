"""math.exp is trusted with any number, but it stops with OverflowError above 709.

fails: predict
points: 2.5
section: Single neuron as a linear classifier
hint: Try a sample with a score of -800, and read the name of the error.
hint: For a score of -800 your code asks for exp(800), which no float can hold.
hint: Look at the sign of the score first; for each sign one form of sigma needs no large exponential.
"""

import math

import numpy as np


def predict(X, w, b, threshold=0.5):
    scores = np.asarray(X, dtype=float) @ np.asarray(w, dtype=float) + b
    return [int(1 / (1 + math.exp(-z)) > threshold) for z in scores]
