"""Initial weights: their scale, their seeds, and the choice between them."""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS, VECTOR_ACTIVATIONS, Activation, get_activation
from course_utils.initialization import (
    INITIALIZATIONS,
    by_activation,
    constant,
    he,
    init_scale,
    initialize,
    lecun,
    normal,
    xavier,
    zeros,
)

RELU_FAMILY = ["relu", "prelu", "elu", "gelu", "gelu_tanh", "silu", "softplus"]


def normal_weights(n_out: int, n_in: int, *seed: int) -> Array:
    return normal(n_out, n_in, 0.3, *seed)


seeded = pytest.mark.parametrize("how", [xavier, he, lecun, by_activation, normal_weights])


def square(z: Any) -> Any:
    return z * z


OWN = Activation("square", square, square, (0.0, 1.0), False, ())


@pytest.mark.parametrize(
    ("W", "std"),
    [
        (xavier(400, 600, seed=1), sqrt(2 / 1000)),
        (he(400, 600, seed=2), sqrt(2 / 600)),
        (lecun(400, 600, seed=3), sqrt(1 / 600)),
        (normal(400, 600, 0.25, seed=4), 0.25),
        (by_activation(400, 600, seed=5, activation="relu"), sqrt(2 / 600)),
        (by_activation(400, 600, seed=6), sqrt(1 / 600)),
        (initialize("auto", 400, 600, activation="relu"), sqrt(2 / 600)),
        (initialize("auto", 400, 600), sqrt(1 / 600)),
        (initialize(0.25, 400, 600), 0.25),
    ],
)
def test_weights_have_the_standard_deviation_of_their_formula(W: Any, std: float) -> None:
    n = (
        W.size
    )  # of n normal numbers, the std has standard error std / sqrt(2n), the mean std / sqrt(n)

    assert W.std() == pytest.approx(std, abs=4 * std / sqrt(2 * n))
    assert W.mean() == pytest.approx(0, abs=4 * std / sqrt(n))


def test_weights_are_normally_distributed() -> None:
    inside = [(np.abs(lecun(400, 600)) < k / sqrt(600)).mean() for k in (1, 2, 3)]

    assert inside == pytest.approx([0.6827, 0.9545, 0.9973], abs=0.004)


def test_scales_worked_by_hand() -> None:
    assert init_scale("relu", 8) == 0.5
    assert init_scale("tanh", 16) == 0.25
    assert init_scale("leaky_relu", 2) == pytest.approx(1 / sqrt(1.0001), rel=1e-15)


@pytest.mark.parametrize("name", RELU_FAMILY)
def test_the_relu_family_doubles_the_variance(name: str) -> None:
    assert init_scale(name, 50) == pytest.approx(0.2, rel=1e-15)


@pytest.mark.parametrize("name", ["identity", "sigmoid", "tanh", "softmax", "maxout"])
def test_the_others_do_not(name: str) -> None:
    assert init_scale(name, 100) == pytest.approx(0.1, rel=1e-15)


@pytest.mark.parametrize("entry", [*ACTIVATIONS.values(), *VECTOR_ACTIVATIONS.values()])
def test_an_activation_has_the_scale_of_its_name(entry: Activation) -> None:
    assert init_scale(entry, 7) == pytest.approx(init_scale(entry.name, 7), rel=1e-15)


@pytest.mark.parametrize(("alpha", "scale"), [(0.0, 0.5), (1.0, sqrt(1 / 8)), (1e200, 5e-201)])
def test_leaky_relu_counts_with_its_own_alpha(alpha: float, scale: float) -> None:
    leaky = get_activation("leaky_relu", alpha=alpha)

    assert init_scale(leaky, 8) == pytest.approx(scale, rel=1e-14)


def test_an_activation_of_your_own_counts_like_identity() -> None:
    assert init_scale(OWN, 4) == 0.5


@pytest.mark.parametrize(
    ("activation", "how", "first", "lowest", "highest"),
    [
        ("tanh", "lecun", 0.63, 0.33, 0.40),
        ("relu", "lecun", 0.59, 1 / 30, 1 / 15),  # half of the variance goes in each layer
        ("relu", "he", 0.83, 1 / 1.5, 1.5),
    ],
)
def test_signal_through_ten_layers_of_500(
    activation: str, how: str, first: float, lowest: float, highest: float
) -> None:  # ledger row 114
    rng, stds = np.random.default_rng(0), []
    a: Array = rng.normal(size=(1000, 500))
    for _ in range(10):
        a = get_activation(activation)(a @ initialize(how, 500, 500, seed=rng).T)
        stds.append(a.std())

    assert stds[0] == pytest.approx(first, rel=0.02)
    assert lowest < stds[-1] / stds[0] < highest


@seeded
def test_equal_seeds_give_equal_weights(how: Any) -> None:
    assert (how(3, 4, 7) == how(3, 4, 7)).all()
    assert (how(3, 4, 7) != how(3, 4, 8)).all()
    assert (how(3, 4) == how(3, 4, 0)).all()


@seeded
def test_a_generator_goes_on(how: Any) -> None:
    rng = np.random.default_rng(0)

    first, second = how(3, 4, rng), how(3, 4, rng)

    assert (first == how(3, 4, 0)).all()
    assert (first != second).all()


@pytest.mark.parametrize("how", ["xavier", "he", "lecun", "auto", 0.5])
def test_initialize_passes_the_seed_on(how: Any) -> None:
    assert (initialize(how, 2, 3, seed=5) == initialize(how, 2, 3, seed=5)).all()
    assert (initialize(how, 2, 3, seed=5) != initialize(how, 2, 3)).all()


@pytest.mark.parametrize(
    ("name", "function"), [("xavier", xavier), ("he", he), ("lecun", lecun)]
)
def test_names_stand_for_the_functions(name: str, function: Any) -> None:
    assert (initialize(name, 3, 5, seed=2) == function(3, 5, 2)).all()
    assert (initialize(name, 3, 5) == function(3, 5, 0)).all()


@given(st.integers(1, 6), st.integers(1, 6), st.sampled_from([*INITIALIZATIONS, 0.1]))
def test_weights_have_one_neuron_a_row_in_float64(n_out: int, n_in: int, how: Any) -> None:
    W = initialize(how, n_out, n_in)

    assert (W.shape, W.dtype.name, W.flags.c_contiguous) == ((n_out, n_in), "float64", True)


def test_table_names_all_that_can_be_chosen() -> None:
    assert list(INITIALIZATIONS) == ["zero", "xavier", "he", "lecun", "auto"]
    assert all(
        make(2, 3, np.random.default_rng(0)).shape == (2, 3)
        for make in INITIALIZATIONS.values()
    )


@pytest.mark.parametrize(
    ("W", "value"),
    [
        (zeros(2, 3), 0.0),
        (constant(2, 3, -0.5), -0.5),
        (initialize("zero", 2, 3), 0.0),
        (initialize(0.0, 2, 3), 0.0),
        (normal(2, 3, 0.0), 0.0),
    ],
)
def test_zero_and_constant_weights_are_all_alike(W: Any, value: float) -> None:
    assert W.tolist() == [[value] * 3] * 2
    assert not np.signbit(W).any() or value < 0


def test_a_constant_start_keeps_neurons_alike() -> None:  # ledger row 112
    out = np.random.default_rng(0).normal(size=(5, 3)) @ constant(4, 3, 0.5).T

    assert np.ptp(out, axis=1).tolist() == [0] * 5


def test_a_function_of_your_own_gets_sizes_and_generator() -> None:
    W = initialize(lambda n_out, n_in, rng: rng.uniform(size=(n_out, n_in)), 2, 3, seed=4)

    expected = np.random.default_rng(4).uniform(size=(2, 3))
    assert W.tolist() == expected.tolist()


def test_what_a_function_returns_is_copied_to_float64_and_rows() -> None:
    mine = np.ones((3, 2), dtype=np.float32).T

    W = initialize(lambda *_: mine, 2, 3)
    W[:] = 7

    assert (mine == 1).all()
    assert (W.dtype.name, W.flags.c_contiguous) == ("float64", True)


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        (np.ones((3, 2)), r"W of shape \(n_out, n_in\) = \(2, 3\), got \(3, 2\)"),
        (np.full((2, 3), np.nan), r"W must hold finite numbers, but W\[0, 0\] is nan"),
    ],
)
def test_a_function_must_return_good_weights(returned: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        initialize(lambda *_: returned, 2, 3)


@pytest.mark.parametrize(
    ("how", "error", "words"),
    [
        ("He", ValueError, "no initialization called 'He'; did you mean 'he'"),
        ("?", ValueError, "choose one of zero, xavier, he, lecun, auto"),
        (-1.0, ValueError, "^how must be a finite number, 0 or more; got -1"),
        (np.nan, ValueError, "^how must be a finite number, 0 or more; got nan"),
        (None, TypeError, "^how must hold real numbers"),
    ],
)
def test_an_unknown_way_is_refused(how: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        initialize(how, 2, 3)


def test_an_unknown_activation_gets_advice() -> None:
    with pytest.raises(ValueError, match="no activation called 'ReLU'; did you mean 'relu'"):
        init_scale("ReLU", 3)
    with pytest.raises(ValueError, match="no activation called 'x'; choose one of identity"):
        initialize("auto", 2, 3, activation="x")


@pytest.mark.parametrize("how", [*INITIALIZATIONS, 0.1, lambda *_: np.ones((2, 2))])
@pytest.mark.parametrize(
    ("sizes", "error", "words"),
    [
        ((0, 3), ValueError, "^n_out must be 1 or more, got 0"),
        ((3, -1), ValueError, "^n_in must be 1 or more, got -1"),
        ((2.0, 3), TypeError, "^n_out must be a whole number, got 2.0"),
        ((2, "3"), TypeError, "^n_in must be a whole number, got '3'"),
    ],
)
def test_sizes_are_whole_numbers(how: Any, sizes: Any, error: Any, words: str) -> None:
    with pytest.raises(error, match=words):
        initialize(how, *sizes)


@pytest.mark.parametrize("n_in", [0, 1.5])
def test_scale_needs_an_input(n_in: Any) -> None:
    with pytest.raises((ValueError, TypeError), match=r"^n_in must be"):
        init_scale("relu", n_in)


@pytest.mark.parametrize("std", [-0.1, np.nan, np.inf])
def test_a_standard_deviation_is_0_or_more(std: float) -> None:
    with pytest.raises(ValueError, match=r"^std must be a finite number, 0 or more; got"):
        normal(2, 3, std)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_constant_is_finite(value: float) -> None:
    with pytest.raises(ValueError, match=r"^value must hold finite numbers, but value is"):
        constant(2, 3, value)


@pytest.mark.parametrize("seed", [-1, 1.5, None])
def test_a_seed_is_a_whole_number(seed: Any) -> None:
    with pytest.raises((ValueError, TypeError), match=r"^seed must be"):
        he(2, 3, seed)


def test_table_cannot_be_changed() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        INITIALIZATIONS["he"] = lecun  # type: ignore[index]
