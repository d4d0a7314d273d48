"""Single arguments: a number, a count, a seed, a name out of a table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils._arguments import (
    as_generator,
    look_up,
    one_number,
    positive_number,
    whole_number,
)


@pytest.mark.parametrize("value", [2, 2.0, np.float32(2), np.array(2)])
def test_one_number_becomes_a_float(value: Any) -> None:
    number = one_number(value, name="bias")

    assert number == 2.0
    assert type(number) is float


def test_a_row_is_not_one_number() -> None:
    with pytest.raises(
        TypeError, match=r"bias must be one number, got an array of shape \(1,\)"
    ):
        one_number([2.0], name="bias")  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [0.0, -1.0, np.inf, np.nan])
def test_a_positive_number_is_finite_and_above_0(value: float) -> None:
    with pytest.raises(
        ValueError, match=rf"tau must be a finite number, above 0; got {value:g}"
    ):
        positive_number(value, name="tau")


@pytest.mark.parametrize("value", [-1e-9, np.inf, np.nan])
def test_0_may_be_allowed_and_nothing_below(value: float) -> None:
    assert positive_number(0, name="noise", zero_allowed=True) == 0.0
    with pytest.raises(ValueError, match=r"noise must be a finite number, 0 or more; got"):
        positive_number(value, name="noise", zero_allowed=True)


def test_a_whole_number_becomes_an_int() -> None:
    number = whole_number(np.int8(3), name="n_steps")

    assert number == 3
    assert type(number) is int


@pytest.mark.parametrize("value", [3.0, True, "3", None])
def test_only_integers_are_whole_numbers(value: Any) -> None:
    with pytest.raises(TypeError, match=f"n_steps must be a whole number, got {value!r}"):
        whole_number(value, name="n_steps")


@pytest.mark.parametrize(("value", "minimum"), [(0, 1), (-1, 0), (4, 5)])
def test_a_whole_number_has_a_minimum(value: int, minimum: int) -> None:
    with pytest.raises(ValueError, match=f"k must be {minimum} or more, got {value}"):
        whole_number(value, name="k", minimum=minimum)


@pytest.mark.parametrize("minimum", [0, 5])
def test_the_minimum_itself_is_fine(minimum: int) -> None:
    assert whole_number(minimum, name="k", minimum=minimum) == minimum


def test_the_smallest_count_is_1() -> None:
    assert whole_number(1, name="k") == 1
    with pytest.raises(ValueError, match="k must be 1 or more, got 0"):
        whole_number(0, name="k")


def test_equal_seeds_give_equal_numbers() -> None:
    assert as_generator(0).random() == as_generator(np.int64(0)).random()
    assert as_generator(0).random() != as_generator(1).random()


def test_a_generator_goes_on_from_where_it_is() -> None:
    generator = np.random.default_rng(0)

    assert as_generator(generator) is generator


@pytest.mark.parametrize(
    ("seed", "error"), [(None, TypeError), (0.5, TypeError), (-1, ValueError)]
)
def test_a_seed_is_a_whole_number(seed: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="seed must be"):
        as_generator(seed)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("relo", "there is no activation called 'relo'; did you mean 'relu'\\?"),
        ("RELU", "did you mean 'relu'"),
        ("xyz", "choose one of relu, tanh"),
        (3, "there is no activation called 3; choose one of relu, tanh"),
        (["relu"], "there is no activation called"),
    ],
)
def test_an_unknown_name_comes_with_advice(name: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        look_up(name, {"relu": 1, "tanh": 2}, kind="activation")


def test_a_known_name_gives_its_entry() -> None:
    assert look_up("tanh", {"relu": 1, "tanh": 2}, kind="activation") == 2
