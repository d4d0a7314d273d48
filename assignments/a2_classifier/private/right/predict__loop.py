"""Plain Python: one sample at a time, and a list comes back."""

import math


def predict(X, w, b, threshold=0.5):
    answers = []
    for row in X:
        z = b
        for value, weight in zip(row, w):
            z += value * weight
        if z >= 0:
            p = 1 / (1 + math.exp(-z))
        else:
            p = math.exp(z) / (1 + math.exp(z))
        answers.append(1 if p > threshold else 0)
    return answers
