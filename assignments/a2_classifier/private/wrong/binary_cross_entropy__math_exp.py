"""math.exp is trusted with any number, but it stops with OverflowError above 709.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: Try the score 800 with label 0, and read the name of the error.
hint: Your code asks for exp(800) there, which no float can hold. The loss is only 800.
hint: Where the exponent is positive, take it out of the logarithm before you add the 1.
"""

import math


def binary_cross_entropy(scores, y):
    losses = [math.log(1 + math.exp(-(2 * label - 1) * z)) for z, label in zip(scores, y)]
    return sum(losses) / len(losses)
