"""Plain Python: a list of weights, a sum of products, and a sigma of its own."""

from math import exp


def sigma(z):
    return 1 / (1 + exp(-z)) if z > 0 else 1 - 1 / (1 + exp(z))


class Neuron:
    def __init__(self, weights, bias):
        self.weights, self.bias = list(weights), bias

    def forward(self, inputs):
        return sigma(sum(w * x for w, x in zip(self.weights, inputs)) + self.bias)
