"""One neuron: what it computes, and how it learns to tell two classes apart."""

from __future__ import annotations

from course_utils.neuron._classifiers import BinarySoftmaxClassifier, BinarySVM
from course_utils.neuron._neuron import Neuron, linear_scores

__all__ = ["BinarySVM", "BinarySoftmaxClassifier", "Neuron", "linear_scores"]
