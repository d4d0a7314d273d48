"""One layer: its formula, its chain rule, and that it never changes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS, VECTOR_ACTIVATIONS, get_activation
from course_utils.network import Dense, Layer, Maxout

W = [[1.0, 2.0], [-1.0, 0.0], [0.0, 3.0]]
B = [0.0, 0.5, -4.0]
X = np.array([[1.0, 1.0], [2.0, -1.0]])
PIECES = np.array([[[1.0, 0.0], [0.0, 2.0]], [[-1.0, 1.0], [3.0, 0.0]]])
PIECE_BIASES = np.array([[0.0, 1.0], [0.5, 0.0]])


def maxout() -> Maxout:
    return Maxout(PIECES, PIECE_BIASES)


def prelu() -> Dense:
    return Dense(W, B, "prelu", alpha=[0.5, 0.1, -1.0])


def in_precision(layer: Layer, dtype: type) -> Layer:
    """Return the same layer with weights in another precision, the rest as it is."""
    W: Array = layer.W.astype(dtype)
    if isinstance(layer, Dense):
        return Dense(W, layer.b, layer.activation, alpha=layer.alpha)
    return Maxout(W, layer.b)


every_layer = pytest.mark.parametrize(
    "layer",
    [*(Dense(W, B, name) for name in sorted(ACTIVATIONS)), prelu(), maxout()],
    ids=repr,
)


def slope(f: Callable[[Array], float], values: Array) -> Array:
    """Return the slope of f by central differences, one number after the other."""
    result, h = np.zeros(values.shape), 1e-6
    for index in np.ndindex(values.shape):
        step = np.zeros(values.shape)
        step[index] = h
        result[index] = (f(values + step) - f(values - step)) / (2 * h)
    return result


def test_dense_worked_by_hand() -> None:
    layer = Dense(W, B, "relu")

    assert layer.pre_activation(X).tolist() == [[3, -0.5, -1], [0, -1.5, -7]]
    assert layer.forward(X).tolist() == [[3, 0, 0], [0, 0, 0]]


def test_a_layer_takes_lists() -> None:
    layer = Dense(W, B, "relu")

    assert layer.activate([[1, -2, 3]]).tolist() == [[1, 0, 3]]
    assert layer.backward([[1, 1]], [[1, -1, -1]], [[2, 0, 0]])[0].tolist() == [[2, 4]]


def test_dense_backward_worked_by_hand() -> None:
    layer = Dense(W, B, "relu")

    dX, gradients = layer.backward(
        X, layer.pre_activation(X), np.array([[2.0, 1, 1], [1, 1, 1]])
    )

    assert dX.tolist() == [[2, 4], [0, 0]]  # only neuron 0, and only on sample 0, is on
    assert gradients["W"].tolist() == [[2, 2], [0, 0], [0, 0]]
    assert gradients["b"].tolist() == [2, 0, 0]


def test_prelu_worked_by_hand() -> None:
    assert prelu().forward(X) == pytest.approx(np.array([[3, -0.05, 1], [0, -0.15, 7]]))


def test_prelu_learns_its_slopes_from_what_is_below_0() -> None:
    layer = prelu()

    _, gradients = layer.backward(X, layer.pre_activation(X), np.ones((2, 3)))

    assert gradients["alpha"].tolist() == [0, -2, -8]


@pytest.mark.parametrize("alpha", [None, 0.25, [0.25] * 3])
def test_prelu_starts_at_a_quarter(alpha: object) -> None:
    layer = Dense(W, B, "prelu", alpha=alpha)  # type: ignore[arg-type]

    assert layer.parameters()["alpha"].tolist() == [0.25, 0.25, 0.25]


def test_maxout_worked_by_hand() -> None:
    layer = maxout()

    # sample (1, 1): pieces (1, 3) and (0.5, 3); sample (2, -1): (2, -1) and (-2.5, 6)
    assert layer.pre_activation(X).tolist() == [[[1, 3], [2, -1]], [[0.5, 3], [-2.5, 6]]]
    assert layer.forward(X).tolist() == [[1, 3], [2, 6]]


def test_only_the_winning_piece_of_a_maxout_learns_and_the_first_wins_a_tie() -> None:
    layer = maxout()

    dX, gradients = layer.backward(
        X, layer.pre_activation(X), np.array([[1.0, 10], [100, 1000]])
    )

    assert gradients["b"].tolist() == [[101, 10], [0, 1000]]
    assert gradients["W"].tolist() == [[[201, -99], [10, 10]], [[0, 0], [2000, -1000]]]
    assert dX.tolist() == [[1, 20], [3100, 0]]


@every_layer
def test_gradients_are_the_numerical_slopes(layer: Layer) -> None:
    rng = np.random.default_rng(1)
    X, da = rng.normal(size=(4, 2)), rng.normal(size=(4, layer.n_out))

    dX, gradients = layer.backward(X, layer.pre_activation(X), da)

    assert dX == pytest.approx(slope(lambda X: np.sum(layer.forward(X) * da), X), abs=1e-7)
    for name, values in layer.parameters().items():

        def loss(values: Array, name: str = name) -> float:
            return float(np.sum(layer.with_parameters({name: values}).forward(X) * da))

        assert gradients[name] == pytest.approx(slope(loss, values), abs=1e-7)


def test_dense_counts_its_parameters() -> None:
    layer = prelu()

    assert (layer.n_in, layer.n_out) == (2, 3)
    assert (layer.n_weights, layer.n_biases, layer.n_parameters) == (6, 3, 12)


def test_maxout_has_its_parameters_once_for_each_piece() -> None:  # ledger row 55
    layer = Maxout(np.ones((3, 4, 5)), np.zeros((3, 4)))

    assert (layer.n_pieces, layer.n_out, layer.n_in) == (3, 4, 5)
    assert (layer.n_weights, layer.n_biases, layer.n_parameters) == (60, 12, 72)


def test_activation_is_identity_where_nothing_is_said() -> None:
    assert Dense(W, B).activation is ACTIVATIONS["identity"]
    assert Dense(W, B).alpha is None


def test_activation_may_carry_its_own_parameter() -> None:
    layer = Dense([[1.0]], [0.0], get_activation("leaky_relu", alpha=0.5))

    assert layer.forward([[-2.0]]).tolist() == [[-1.0]]


def test_layers_know_their_activation() -> None:
    assert prelu().activation is VECTOR_ACTIVATIONS["prelu"]
    assert Dense(W, B, VECTOR_ACTIVATIONS["prelu"]).parameters()["alpha"].shape == (3,)
    assert maxout().activation is VECTOR_ACTIVATIONS["maxout"]


@every_layer
def test_arrays_of_a_layer_are_read_only_copies(layer: Layer) -> None:
    for values in layer.parameters().values():
        with pytest.raises(ValueError, match="read-only"):
            values[...] = 0


def test_a_layer_does_not_share_its_arrays_with_the_caller() -> None:
    weights, biases = np.array(W), np.array(B)
    layer = Dense(weights, biases)

    weights[:], biases[:] = 7, 7

    assert (layer.W.tolist(), layer.b.tolist()) == (W, B)


@every_layer
def test_attributes_of_a_layer_cannot_be_set(layer: Layer) -> None:
    kind = type(layer).__name__
    with pytest.raises(
        AttributeError, match=f"W of {kind} cannot be changed; build a new {kind}"
    ):
        layer.W = np.zeros((3, 2))
    with pytest.raises(AttributeError, match=f"b of {kind} cannot be changed"):
        del layer.b


@every_layer
@pytest.mark.parametrize(
    "duplicate", [copy.copy, copy.deepcopy, lambda layer: pickle.loads(pickle.dumps(layer))]
)
def test_copies_compute_the_same_and_are_as_firm(
    layer: Layer, duplicate: Callable[[Layer], Layer]
) -> None:
    twin = duplicate(layer)

    assert twin.forward(X).tolist() == layer.forward(X).tolist()
    assert not any(values.flags.writeable for values in twin.parameters().values())


@every_layer
def test_with_parameters_changes_what_is_named_alone(layer: Layer) -> None:
    other = layer.with_parameters({"b": np.full(layer.b.shape, 2)})

    assert type(other) is type(layer)
    assert (other.b == 2).all()
    assert other.activation is layer.activation
    for name in layer.parameters().keys() - {"b"}:
        assert np.array_equal(other.parameters()[name], layer.parameters()[name])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@every_layer
def test_precision_is_that_of_the_weights(layer: Layer, dtype: type) -> None:
    single = in_precision(layer, dtype)

    z = single.pre_activation(X)
    dX, gradients = single.backward(X, z, np.ones((2, layer.n_out)))

    outputs = [z, single.activate(z), single.forward(X), dX, *gradients.values()]
    assert {a.dtype for a in [*outputs, *single.parameters().values()]} == {np.dtype(dtype)}


def test_integers_become_float64() -> None:
    assert Dense([[1, 2]], [3]).dtype == np.float64


def test_reprs() -> None:
    assert repr(Dense(W, B, "tanh")) == "Dense(2 -> 3, tanh, float64)"
    assert repr(maxout()) == "Maxout(2 -> 2, 2 pieces, float64)"
