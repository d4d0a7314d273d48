"""Helpers of the course "Neurons to Networks".

The names of the numeric core can be taken from here; each is loaded when it is first used,
so ``import course_utils`` costs next to nothing and never loads a plotting library.  What
editors and type checkers see stands in ``__init__.pyi``.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"

_HOME = {
    "activations": """
        ACTIVATIONS VECTOR_ACTIVATIONS Activation elu gelu gelu_tanh get_activation identity
        leaky_relu maxout prelu relu sigmoid silu softmax softplus tanh
    """,
    "approximation": """
        bump bump_heights bump_sum count_pieces error_slope n_linear_pieces relu_interpolant
        sup_error tent tent_network
    """,
    "datasets": """
        TARGETS load_digits make_blobs make_circles make_convnetjs make_images make_moons
        make_noisy_square make_spirals make_xor train_test_split
    """,
    "diagnostics": """
        boundary_length count_regions dead_fraction dead_units decision_regions
        gradient_statistics layer_statistics revivals same_sign_share saturated_fraction
        zigzag_ratio
    """,
    "initialization": "INITIALIZATIONS init_scale initialize",
    "losses": """
        LOSSES Loss binary_cross_entropy binary_cross_entropy_gradient binary_hinge
        binary_hinge_gradient cross_entropy cross_entropy_gradient get_loss hinge
        hinge_gradient l2_penalty l2_penalty_gradient squared_error squared_error_gradient
    """,
    "network": "MLP Dense Maxout NeuronGraph Trace collapse count topological_order",
    "neuron": "BinarySVM BinarySoftmaxClassifier Neuron linear_scores",
    "preprocessing": """
        PCA Standardizer Whitener center_images channel_mean mean_image standardise
    """,
    "spiking": "LeakyIntegrateAndFire SpikeTrain coincidences firing_rate",
    "training": """
        EnsembleHistory History Recipe Snapshot Trainer gradient_check gradients
        numerical_gradient train train_ensemble training_steps
    """,
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}

__all__ = sorted(_MODULE_OF)


def __getattr__(name: str) -> object:
    if name in _HOME:
        return import_module(f"course_utils.{name}")
    if name not in _MODULE_OF:
        msg = f"module 'course_utils' has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"course_utils.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_HOME})
