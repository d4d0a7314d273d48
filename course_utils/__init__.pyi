# What course_utils offers, for editors and type checkers; __init__.py loads it on first use.

from course_utils.activations import (
    ACTIVATIONS as ACTIVATIONS,
    VECTOR_ACTIVATIONS as VECTOR_ACTIVATIONS,
    Activation as Activation,
    elu as elu,
    gelu as gelu,
    gelu_tanh as gelu_tanh,
    get_activation as get_activation,
    identity as identity,
    leaky_relu as leaky_relu,
    maxout as maxout,
    prelu as prelu,
    relu as relu,
    sigmoid as sigmoid,
    silu as silu,
    softmax as softmax,
    softplus as softplus,
    tanh as tanh,
)
from course_utils.approximation import (
    bump as bump,
    bump_heights as bump_heights,
    bump_sum as bump_sum,
    count_pieces as count_pieces,
    error_slope as error_slope,
    n_linear_pieces as n_linear_pieces,
    relu_interpolant as relu_interpolant,
    sup_error as sup_error,
    tent as tent,
    tent_network as tent_network,
)
from course_utils.datasets import (
    TARGETS as TARGETS,
    load_digits as load_digits,
    make_blobs as make_blobs,
    make_circles as make_circles,
    make_convnetjs as make_convnetjs,
    make_images as make_images,
    make_moons as make_moons,
    make_noisy_square as make_noisy_square,
    make_spirals as make_spirals,
    make_xor as make_xor,
    train_test_split as train_test_split,
)
from course_utils.diagnostics import (
    boundary_length as boundary_length,
    count_regions as count_regions,
    dead_fraction as dead_fraction,
    dead_units as dead_units,
    decision_regions as decision_regions,
    gradient_statistics as gradient_statistics,
    layer_statistics as layer_statistics,
    revivals as revivals,
    same_sign_share as same_sign_share,
    saturated_fraction as saturated_fraction,
    zigzag_ratio as zigzag_ratio,
)
from course_utils.initialization import (
    INITIALIZATIONS as INITIALIZATIONS,
    init_scale as init_scale,
    initialize as initialize,
)
from course_utils.losses import (
    LOSSES as LOSSES,
    Loss as Loss,
    binary_cross_entropy as binary_cross_entropy,
    binary_cross_entropy_gradient as binary_cross_entropy_gradient,
    binary_hinge as binary_hinge,
    binary_hinge_gradient as binary_hinge_gradient,
    cross_entropy as cross_entropy,
    cross_entropy_gradient as cross_entropy_gradient,
    get_loss as get_loss,
    hinge as hinge,
    hinge_gradient as hinge_gradient,
    l2_penalty as l2_penalty,
    l2_penalty_gradient as l2_penalty_gradient,
    squared_error as squared_error,
    squared_error_gradient as squared_error_gradient,
)
from course_utils.network import (
    MLP as MLP,
    Dense as Dense,
    Maxout as Maxout,
    NeuronGraph as NeuronGraph,
    Trace as Trace,
    collapse as collapse,
    count as count,
    topological_order as topological_order,
)
from course_utils.neuron import (
    BinarySoftmaxClassifier as BinarySoftmaxClassifier,
    BinarySVM as BinarySVM,
    Neuron as Neuron,
    linear_scores as linear_scores,
)
from course_utils.preprocessing import (
    PCA as PCA,
    Standardizer as Standardizer,
    Whitener as Whitener,
    center_images as center_images,
    channel_mean as channel_mean,
    mean_image as mean_image,
    standardise as standardise,
)
from course_utils.spiking import (
    LeakyIntegrateAndFire as LeakyIntegrateAndFire,
    SpikeTrain as SpikeTrain,
    coincidences as coincidences,
    firing_rate as firing_rate,
)
from course_utils.training import (
    EnsembleHistory as EnsembleHistory,
    History as History,
    Recipe as Recipe,
    Snapshot as Snapshot,
    Trainer as Trainer,
    gradient_check as gradient_check,
    gradients as gradients,
    numerical_gradient as numerical_gradient,
    train as train,
    train_ensemble as train_ensemble,
    training_steps as training_steps,
)

__version__: str
_HOME: dict[str, str]
_MODULE_OF: dict[str, str]
__all__: list[str]
