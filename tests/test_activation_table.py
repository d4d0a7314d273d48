"""The table of activations, and how one is found by its name."""

from __future__ import annotations

import copy
import pickle
from math import inf
from typing import Any

import numpy as np
import pytest

import course_utils.activations
from course_utils.activations import (
    ACTIVATIONS,
    VECTOR_ACTIVATIONS,
    Activation,
    elu,
    gelu,
    gelu_tanh,
    get_activation,
    identity,
    leaky_relu,
    maxout,
    prelu,
    relu,
    sigmoid,
    silu,
    softmax,
    softplus,
    tanh,
)

BOTH, LEFT = ("left", "right"), ("left",)
FACTS: dict[str, tuple[Any, ...]] = {  # function, range, zero-centred, saturates, alpha
    "sigmoid": (sigmoid, (0, 1), False, BOTH, None),
    "tanh": (tanh, (-1, 1), True, BOTH, None),
    "relu": (relu, (0, inf), False, LEFT, None),
    "leaky_relu": (leaky_relu, (-inf, inf), False, (), 0.01),
    "elu": (elu, (-1, inf), False, LEFT, 1.0),
    "gelu": (gelu, (-0.16997120747990366, inf), False, LEFT, None),
    "gelu_tanh": (gelu_tanh, (-0.17004075057125406, inf), False, LEFT, None),
    "silu": (silu, (-0.2784645427610738, inf), False, LEFT, None),
    "softplus": (softplus, (0, inf), False, LEFT, None),
    "identity": (identity, (-inf, inf), True, (), None),
}


def test_the_table_lists_them_in_the_order_of_the_course() -> None:
    assert list(ACTIVATIONS) == list(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_what_is_known_about_each(name: str) -> None:
    entry, (function, *facts) = ACTIVATIONS[name], FACTS[name]
    z = np.linspace(-3, 3, 7)

    assert entry.name == name
    assert (entry(z) == function(z)).all()
    assert [entry.range, entry.zero_centred, entry.saturates, entry.alpha] == facts


def test_the_others_are_not_one_number_in_and_one_out() -> None:
    facts = {
        "prelu": (prelu, (-inf, inf), False, ()),
        "maxout": (maxout, (-inf, inf), False, ()),
        "softmax": (softmax, (0, 1), False, BOTH),
    }
    found = {
        name: (entry.function, entry.range, entry.zero_centred, entry.saturates)
        for name, entry in VECTOR_ACTIVATIONS.items()
    }
    assert found == facts
    assert [entry.name for entry in VECTOR_ACTIVATIONS.values()] == list(facts)


def test_the_others_are_called_with_what_they_need() -> None:
    entries, pieces = VECTOR_ACTIVATIONS, ([[2.0]], [[1.0]], [0.0], [[-1.0]], [0.0])

    assert entries["prelu"]([-2.0], 0.5).tolist() == [-1]
    assert entries["prelu"].derivative([-2.0], 0.5).tolist() == [0.5]
    assert entries["softmax"].derivative([0.0, 0.0])[0].tolist() == [0.25, -0.25]
    assert entries["maxout"](*pieces).tolist() == [[2]]
    assert entries["maxout"].derivative(*pieces).tolist() == [[[1]], [[0]]]


def test_activations_are_found_by_name() -> None:
    assert get_activation("relu") is ACTIVATIONS["relu"]
    assert get_activation("relu").function is relu


@pytest.mark.parametrize("name", FACTS)
def test_an_activation_is_given_back(name: str) -> None:
    assert get_activation(ACTIVATIONS[name]) is ACTIVATIONS[name]


@pytest.mark.parametrize(
    ("alpha", "lowest", "zero_centred", "saturates"),
    [(0.2, -inf, False, ()), (1, -inf, True, ()), (0, 0, False, LEFT), (-1, 0, False, ())],
)
def test_leaky_relu_with_another_alpha(
    alpha: float, lowest: float, zero_centred: bool, saturates: tuple[str, ...]
) -> None:
    found = get_activation("leaky_relu", alpha=alpha)

    assert (found.name, found.alpha, found.range) == ("leaky_relu", alpha, (lowest, inf))
    assert (found.zero_centred, found.saturates) == (zero_centred, saturates)
    assert found([-2.0, 2.0]).tolist() == [-2 * alpha, 2]
    assert found.derivative([-2.0, 2.0]).tolist() == [alpha, 1]


@pytest.mark.parametrize(("alpha", "lowest"), [(2.5, -2.5), (0, 0), (-1, 0)])
def test_elu_with_another_alpha(alpha: float, lowest: float) -> None:
    found = get_activation("elu", alpha=alpha)

    assert (found.name, found.alpha, found.range) == ("elu", alpha, (lowest, inf))
    assert (found.zero_centred, found.saturates) == (False, LEFT)
    assert found([-1e4, 2.0]).tolist() == [-alpha, 2]
    assert found.derivative(0.0) == alpha


@pytest.mark.parametrize("name", ["leaky_relu", "elu"])
def test_equal_alphas_give_equal_activations(name: str) -> None:
    usual = ACTIVATIONS[name].alpha
    assert usual is not None

    assert get_activation(name, alpha=usual) == ACTIVATIONS[name]
    assert get_activation(name, alpha=0.3) == get_activation(name, alpha=np.float64(0.3))
    assert get_activation(name, alpha=0.3) != ACTIVATIONS[name]
    assert type(get_activation(name, alpha=np.float64(0.3)).alpha) is float


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("ReLU", "no activation called 'ReLU'; did you mean 'relu'"),
        ("gelu_tan", "did you mean 'gelu_tanh'"),
        ("xyz", "choose one of sigmoid, tanh, relu, leaky_relu, elu, gelu, gelu_tanh, silu, "),
        (None, "no activation called None; choose one of"),
        (["relu"], r"no activation called \['relu'\]"),
        ("prelu", "'prelu' is not one fixed operation .* call course_utils.activations.prelu"),
        ("maxout", "call course_utils.activations.maxout itself"),
        ("softmax", "call course_utils.activations.softmax itself"),
    ],
)
def test_an_unknown_name_gets_advice(name: Any, advice: str) -> None:
    with pytest.raises(ValueError, match=advice):
        get_activation(name)


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("relu", {"alpha": 1.0}, "relu does not take alpha; only leaky_relu and elu have"),
        ("elu", {"beta": 1.0, "alpha": 1.0}, "elu does not take alpha, beta; only"),
        ("leaky_relu", {"slope": 1.0}, "leaky_relu does not take slope"),
        (ACTIVATIONS["elu"], {"alpha": 2.0}, "alpha, and it goes with the name"),
        ("leaky_relu", {"alpha": [1.0]}, r"^alpha must be one number"),
    ],
)
def test_parameters_that_do_not_belong(
    name: Any, parameters: dict[str, Any], words: str
) -> None:
    with pytest.raises(TypeError, match=words):
        get_activation(name, **parameters)


def test_alpha_must_be_finite() -> None:
    with pytest.raises(ValueError, match=r"finite number \(as float64\), got inf"):
        get_activation("leaky_relu", alpha=inf)


@pytest.mark.parametrize("table", [ACTIVATIONS, VECTOR_ACTIVATIONS])
def test_table_cannot_be_changed(table: Any) -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        table["relu"] = ACTIVATIONS["tanh"]


def test_an_activation_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="cannot assign to field 'name'"):
        ACTIVATIONS["relu"].name = "mine"  # type: ignore[misc]


def test_your_own_activation() -> None:
    square = Activation("square", np.square, lambda z: 2 * np.asarray(z), (0, inf), False, ())

    assert get_activation(square)(3.0) == 9
    assert square.alpha is None


def test_your_own_activation_need_not_be_hashable() -> None:
    mine: Any = Activation("mine", tanh, tanh, [0, 1], False, ())  # type: ignore[arg-type]
    assert get_activation(mine) is mine


def test_repr_is_for_people() -> None:
    expected = (
        "Activation(name='elu', range=(-2.0, inf), zero_centred=False, saturates=('left',), "
        "alpha=2.0)"
    )
    assert repr(get_activation("elu", alpha=2)) == expected


@pytest.mark.parametrize("name", FACTS)
def test_an_activation_can_be_sent_to_another_process(name: str) -> None:
    sent = pickle.loads(pickle.dumps(ACTIVATIONS[name]))

    assert copy.copy(ACTIVATIONS[name]) == ACTIVATIONS[name]
    assert (sent.name, sent(-2.0)) == (name, ACTIVATIONS[name](-2.0))


@pytest.mark.parametrize("name", ["leaky_relu", "elu"])
def test_a_copy_equals_its_original(name: str) -> None:
    activation = get_activation(name, alpha=0.3)
    others = copy.deepcopy(activation), pickle.loads(pickle.dumps(activation))

    assert all(other == activation for other in others)
    assert {activation, *others} == {activation}
    assert others[0].function != get_activation(name, alpha=0.4).function
    assert others[0].function not in (activation.derivative, FACTS[name][0])


def test_everything_public_is_listed() -> None:
    public = course_utils.activations.__all__

    assert set(ACTIVATIONS) | set(VECTOR_ACTIVATIONS) < set(public)
    assert all(hasattr(course_utils.activations, name) for name in public)
