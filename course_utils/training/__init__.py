"""Training: gradients, optimisers, a training loop with its history, and gradient checks."""

from __future__ import annotations

from course_utils.training._checking import (
    GradientCheck,
    ParameterCheck,
    gradient_check,
    numerical_gradient,
)
from course_utils.training._ensemble import EnsembleHistory, train_ensemble
from course_utils.training._gradients import gradients
from course_utils.training._history import History, Snapshot
from course_utils.training._optimizers import OPTIMIZERS, SGD, Adam, Momentum, Optimizer
from course_utils.training._recipe import Recipe
from course_utils.training._train import train, training_steps
from course_utils.training._trainer import Trainer

__all__ = [
    "OPTIMIZERS",
    "SGD",
    "Adam",
    "EnsembleHistory",
    "GradientCheck",
    "History",
    "Momentum",
    "Optimizer",
    "ParameterCheck",
    "Recipe",
    "Snapshot",
    "Trainer",
    "gradient_check",
    "gradients",
    "numerical_gradient",
    "train",
    "train_ensemble",
    "training_steps",
]
