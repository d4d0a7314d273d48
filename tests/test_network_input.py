"""What layers and networks refuse, and with which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.activations import VECTOR_ACTIVATIONS
from course_utils.network import MLP, Dense, Maxout, collapse

DENSE = Dense(np.ones((3, 2)), np.zeros(3), "relu")
MAXOUT = Maxout(np.ones((2, 3, 4)), np.zeros((2, 3)))
NETWORK = MLP([2, 3, 1])
SINGLE = MLP([2, 3, 1], dtype=np.float32)


def says(words: str) -> str:
    return re.escape(words)


@pytest.mark.parametrize(
    ("W", "words"),
    [
        ([1.0, 2.0], "W must have shape (n_out, n_in), got (2,)"),
        (np.zeros((0, 2)), "W must have shape (n_out, n_in), got (0, 2)"),
        ([[np.nan]], "W must hold finite numbers, but W[0, 0] is nan"),
        ([[1.0, -np.inf]], "W must hold finite numbers, but W[0, 1] is -inf"),
    ],
)
def test_weights_of_a_dense_layer(W: Any, words: str) -> None:
    with pytest.raises(ValueError, match=says(words)):
        Dense(W, [0.0])


@pytest.mark.parametrize(
    ("W", "words"),
    [
        ([["a"]], "W must hold real numbers, got an array of type <U1"),
        ([[1j]], "W must hold real numbers, got an array of type complex128"),
        (
            np.ones((1, 1), np.float16),
            "W must be float32 or float64, got float16; try W.astype",
        ),
    ],
)
def test_types_of_weights(W: Any, words: str) -> None:
    with pytest.raises(TypeError, match=says(words)):
        Dense(W, [0.0])


@pytest.mark.parametrize(
    ("b", "words"),
    [
        ([0.0, 0.0], "b must have shape (3,), got (2,)"),
        (np.zeros((3, 1)), "b must have shape (3,), got (3, 1); try b.ravel()"),
        (0.0, "b must have shape (3,), got ()"),
        ([0.0, np.inf, 0.0], "b must hold finite numbers, but b[1] is inf"),
    ],
)
def test_biases_of_a_dense_layer(b: Any, words: str) -> None:
    with pytest.raises(ValueError, match=says(words) + r"($| \()"):
        Dense(np.ones((3, 2)), b)


def test_a_bias_too_small_for_float32_is_0_even_where_numpy_is_told_to_raise() -> None:
    with np.errstate(all="raise"):
        assert Dense(np.ones((1, 1), np.float32), [1e-300]).b.tolist() == [0]


def test_a_bias_too_large_for_float32() -> None:
    words = r"b.astype\(float32\) must hold finite numbers, but b.astype\(float32\)\[0\] is inf"
    with pytest.raises(ValueError, match=words):
        Dense(np.ones((1, 1), np.float32), [1e300])


@pytest.mark.parametrize("name", ["maxout", "softmax"])
def test_what_is_not_elementwise_has_no_place_in_a_dense_layer(name: str) -> None:
    for activation in (name, VECTOR_ACTIVATIONS[name]):
        with pytest.raises(ValueError, match=f"'{name}' is not one fixed operation"):
            Dense([[1.0]], [0.0], activation)


def test_an_unknown_activation_gets_advice() -> None:
    with pytest.raises(ValueError, match="no activation called 'rleu'; did you mean 'relu'"):
        Dense([[1.0]], [0.0], "rleu")


def test_alpha_belongs_to_prelu() -> None:
    words = "alpha holds slopes that prelu learns, but the layer has relu; for a fixed slope"
    with pytest.raises(ValueError, match=words):
        Dense([[1.0]], [0.0], "relu", alpha=0.1)


def test_alpha_of_another_shape() -> None:
    with pytest.raises(ValueError, match=says("alpha must have shape (1,), got (2,)")):
        Dense([[1.0]], [0.0], "prelu", alpha=[0.1, 0.2])


@pytest.mark.parametrize(
    ("W", "b", "words"),
    [
        (np.ones((3, 4)), [0.0], "W must have shape (n_pieces, n_out, n_in), got (3, 4)"),
        (np.ones((2, 0, 4)), [0.0], "W must have shape (n_pieces, n_out, n_in), got (2, 0, 4)"),
        (np.ones((2, 3, 4)), np.ones((3, 2)), "b must have shape (2, 3), got (3, 2); try b.T"),
    ],
)
def test_shapes_of_a_maxout_layer(W: Array, b: Any, words: str) -> None:
    with pytest.raises(ValueError, match=says(words)):
        Maxout(W, b)


@pytest.mark.parametrize(
    ("owner", "given", "words"),
    [
        (DENSE, {"w": 1.0}, "there is no parameter 'w'; this layer has W, b"),
        (DENSE, {"W": np.ones((2, 3))}, "W must have shape (3, 2), got (2, 3); try W.T"),
        (NETWORK, {"W3": 1.0}, "there is no parameter 'W3'; this network has W1, b1, W2, b2"),
        (NETWORK, {"W1": np.ones((2, 3))}, "W1 must have shape (3, 2), got (2, 3); try W1.T"),
        (NETWORK, {"b2": [np.nan]}, "b2 must hold finite numbers, but b2[0] is nan"),
    ],
)
def test_with_parameters(owner: Any, given: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=says(words)):
        owner.with_parameters(given)


TAKING_SAMPLES: list[tuple[Callable[[Any], Any], int]] = [
    (DENSE.forward, 2),
    (DENSE.pre_activation, 2),
    (lambda X: DENSE.backward(X, np.ones((1, 3)), np.ones((1, 3))), 2),
    (MAXOUT.forward, 4),
    (NETWORK.forward, 2),
    (NETWORK.trace, 2),
    (NETWORK.predict, 2),
    (SINGLE.forward, 2),
    (MLP([2, 3, 1], "maxout").forward, 2),
]
takes_samples = pytest.mark.parametrize(("method", "n_in"), TAKING_SAMPLES)


@takes_samples
def test_samples_of_another_shape(method: Callable[[Any], Any], n_in: int) -> None:
    for shape in [(5, n_in + 1), (0, n_in), (2, 1, n_in), ()]:
        with pytest.raises(
            ValueError, match=says(f"X must have shape (n_samples, {n_in}), got {shape}")
        ):
            method(np.ones(shape))


@takes_samples
def test_a_single_sample_gets_the_remedy(method: Callable[[Any], Any], n_in: int) -> None:
    with pytest.raises(ValueError, match=says("try X.reshape(1, -1) for a single sample")):
        method(np.ones(n_in))


@takes_samples
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_samples_that_are_not_finite(
    method: Callable[[Any], Any], n_in: int, bad: float, dtype: type
) -> None:
    X: Array = np.ones((3, n_in), dtype)
    X[2, 1] = bad
    with pytest.raises(
        ValueError, match=says(f"X must hold finite numbers, but X[2, 1] is {bad}")
    ):
        method(X)


@takes_samples
@pytest.mark.parametrize("bad", ["a", 1j, None])
def test_samples_that_are_not_numbers(
    method: Callable[[Any], Any], n_in: int, bad: object
) -> None:
    with pytest.raises(TypeError, match="X must hold real numbers, got an array of type"):
        method(np.full((3, n_in), bad))


def test_a_sample_too_large_for_float32() -> None:
    with pytest.raises(ValueError, match=says("X.astype(float32)[0, 1] is -inf (1 of 2")):
        SINGLE.forward([[0.0, -1e300]])


@pytest.mark.parametrize(
    ("layer", "shape", "expected"),
    [
        (DENSE, (5, 2), (5, 3)),
        (DENSE, (3,), (1, 3)),
        (DENSE, (), (1, 3)),
        (MAXOUT, (5, 3), (2, 5, 3)),
        (MAXOUT, (3, 5, 3), (2, 5, 3)),
    ],
)
def test_pre_activations_of_another_shape(
    layer: Dense | Maxout, shape: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    with pytest.raises(ValueError, match=says(f"z must have shape {expected}, got {shape}")):
        layer.activate(np.ones(shape))


def test_backward_of_a_layer_checks_the_shapes() -> None:
    X, z = np.ones((5, 2)), np.ones((5, 3))
    with pytest.raises(ValueError, match=says("z must have shape (5, 3), got (4, 3)")):
        DENSE.backward(X, z[:4], z)
    with pytest.raises(
        ValueError, match=says("da must have shape (5, 3), got (3, 5); try da.T")
    ):
        DENSE.backward(X, z, z.T)


def test_backward_of_a_network_checks_the_shape_of_the_slopes() -> None:
    trace = NETWORK.trace(np.ones((5, 2)))
    words = "dscores must have shape (5, 1), got (5,); try dscores.reshape(-1, 1)"
    with pytest.raises(ValueError, match=says(words)):
        NETWORK.backward(trace, np.ones(5))


def test_backward_needs_a_trace_of_the_network() -> None:
    trace = MLP([2, 4, 1]).trace(np.ones((5, 2)))
    words = "the trace is of a network (2, 4, 1), this is (2, 3, 1)"
    with pytest.raises(ValueError, match=says(words)):
        NETWORK.backward(trace, np.ones((5, 1)))


@pytest.mark.parametrize(
    ("x", "words"),
    [
        (np.ones(2), "x must have shape (2, n_samples), got (2,); try x.reshape(-1, 1)"),
        (np.ones((5, 2)), "x must have shape (2, n_samples), got (5, 2); try x.T"),
        (np.ones((5, 3)), "x must have shape (2, n_samples), got (5, 3)"),
        (np.ones((2, 0)), "x must have shape (2, n_samples), got (2, 0)"),
        ([[0.0], [np.nan]], "x must hold finite numbers, but x[1, 0] is nan"),
    ],
)
def test_columns_of_another_shape(x: Any, words: str) -> None:
    with pytest.raises(ValueError, match=says(words) + r"($| \()"):
        NETWORK.forward_columns(x)


@pytest.mark.parametrize(
    ("activation", "number"), [("relu", 1), (["identity", "identity", "tanh"], 3)]
)
def test_a_network_with_activations_does_not_collapse(activation: Any, number: int) -> None:
    sizes = [2] * (5 if number == 3 else 3)
    words = f"layer {number} has {activation if number == 1 else 'tanh'}"
    with pytest.raises(ValueError, match=f"only a network without .* collapses, but {words}"):
        collapse(MLP(sizes, activation))


def test_products_beyond_the_precision_do_not_collapse() -> None:
    layers = [Dense(np.full((1, 1), 1e30, np.float32), [0.0])] * 2
    with pytest.raises(ValueError, match="W must hold finite numbers"):
        collapse(MLP.from_layers(layers))
