"""The score of the threshold is found, and scores are compared."""

import math

import numpy as np


def predict(X, w, b, threshold=0.5):
    edge = math.log(threshold / (1 - threshold))
    return (np.dot(X, w) + b > edge).astype(int)
