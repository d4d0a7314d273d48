"""A dataclass that keeps whatever it is given, with an OverflowError caught."""

import math
from dataclasses import dataclass
from typing import Any


@dataclass
class Neuron:
    weights: Any
    bias: float

    def forward(self, inputs):
        total = self.bias + sum(w * x for w, x in zip(self.weights, inputs, strict=True))
        try:
            return 1 / (1 + math.exp(-total))
        except OverflowError:
            return 0.0
