"""The probability comes from math.exp and goes into math.log, and both stop with an error for sure samples.

fails: binary_cross_entropy
points: 2
section: Single neuron as a linear classifier
hint: Try the scores 800 and -800, each with both labels, and read the errors.
hint: math.exp overflows above 709, and math.log refuses a probability that was rounded to 0.
hint: Do without the probability: the loss can be computed from t times the score alone.
"""

import math


def binary_cross_entropy(scores, y):
    total = 0.0
    for z, label in zip(scores, y):
        p = 1 / (1 + math.exp(-z))
        total -= math.log(p) if label == 1 else math.log(1 - p)
    return total / len(scores)
