"""What assignment a2_classifier asks for, and the inputs that tell right from wrong.

Inputs are drawn fresh for each student.  A case that must tell two mistakes apart says so
by construction: which samples are right and which are wrong, and by how much, is never luck.
"""

from .binary_cross_entropy import binary_cross_entropy
from .cross_entropy_gradient import cross_entropy_gradient
from .forgetting import forgetting
from .hinge_loss import hinge_loss
from .predict import predict
from .train_neuron import train_neuron

EXERCISES = [
    binary_cross_entropy,
    cross_entropy_gradient,
    hinge_loss,
    predict,
    forgetting,
    train_neuron,
]
