"""Spirals, moons, circles, blobs and XOR: their geometry, their classes, their noise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sklearn.datasets
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array, Labels
from course_utils.datasets import (
    make_blobs,
    make_circles,
    make_moons,
    make_spirals,
    make_xor,
)

Maker = Callable[..., tuple[Array, Labels]]
MAKERS: list[Maker] = [make_spirals, make_moons, make_circles, make_blobs, make_xor]
CORNERS = [[3.0, 1.0], [-2.0, 0.5], [0.0, 4.0]]


def point_set(X: Array, y: Labels) -> list[tuple[float, ...]]:
    """Return the points with their classes, in an order that does not depend on theirs."""
    return sorted(map(tuple, np.column_stack([X, y]).round(12) + 0.0))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("n_samples", [1, 2, 5, 8, np.int64(13)])
def test_as_many_points_in_the_plane_as_asked_for(make: Maker, n_samples: int) -> None:
    X, y = make(n_samples)

    assert [X.shape, y.shape] == [(n_samples, 2), (n_samples,)]
    assert X.dtype == np.float64
    assert y.dtype == np.intp


@pytest.mark.parametrize(
    ("make", "n_samples", "n_classes", "noise"),
    [
        (make_spirals, 300, 3, 0.2),  # the ledger's data A
        (make_moons, 200, 2, 0.1),
        (make_circles, 200, 2, 0.05),
        (make_blobs, 200, 2, 0.6),
        (make_xor, 4, 2, 0.0),
    ],
)
def test_defaults(make: Maker, n_samples: int, n_classes: int, noise: float) -> None:
    X, y = make()

    assert np.bincount(y).tolist() == [n_samples // n_classes] * n_classes
    assert (make(n_samples, noise=noise)[0] == X).all()
    assert (make(noise=0.5)[0] == make(noise=0.5, seed=0)[0]).all()


@given(st.integers(1, 60), st.integers(1, 5))
def test_the_classes_take_turns(n_samples: int, n_classes: int) -> None:
    _, y = make_spirals(n_samples, n_classes=n_classes)
    assert y.tolist() == [i % n_classes for i in range(n_samples)]


@pytest.mark.parametrize("make", [make_moons, make_circles, make_blobs])
def test_two_classes_take_turns(make: Maker) -> None:
    assert make(5)[1].tolist() == [0, 1, 0, 1, 0]


@pytest.mark.parametrize("make", MAKERS)
def test_equal_seeds_give_equal_points(make: Maker) -> None:
    same, again, other = (make(30, noise=0.3, seed=seed)[0] for seed in (7, 7, 8))

    assert (same == again).all()
    assert (same != other).any(axis=1).all()


@pytest.mark.parametrize("make", MAKERS)
def test_a_generator_goes_on(make: Maker) -> None:
    rng = np.random.default_rng(7)

    first, second = (make(30, noise=0.3, seed=rng)[0] for _ in range(2))

    assert (first == make(30, noise=0.3, seed=7)[0]).all()
    assert (first != second).any()


@pytest.mark.parametrize("make", [make_moons, make_circles, make_blobs, make_xor])
def test_noise_is_gaussian_and_has_the_size_asked_for(make: Maker) -> None:
    noisy, clean = make(50, noise=0.3, seed=5)[0], make(50, noise=0, seed=5)[0]

    expected = 0.3 * np.random.default_rng(5).standard_normal((50, 2))

    assert noisy - clean == pytest.approx(expected, abs=1e-15)


def test_noise_of_spirals_turns_the_points() -> None:
    noisy, clean = (make_spirals(60, noise=noise, seed=5)[0] for noise in (0.3, 0.0))
    as_complex = (noisy @ [1, 1j]) / (clean @ [1, 1j])

    assert np.abs(as_complex) == pytest.approx(1)
    assert np.angle(as_complex) == pytest.approx(
        0.3 * np.random.default_rng(5).standard_normal(60)
    )


def test_spirals_rise_from_the_centre_to_radius_1() -> None:
    X, y = make_spirals(12)
    for arm in range(3):
        assert np.hypot(*X[y == arm].T) == pytest.approx([0.25, 0.5, 0.75, 1])


def test_spirals_wind_by_the_turns_asked_for() -> None:
    X, _ = make_spirals(10, n_classes=1, noise=0, turns=0.9)
    angle = np.unwrap(np.arctan2(X[:, 1], X[:, 0]))
    assert np.diff(angle) == pytest.approx(np.full(9, 2 * np.pi * 0.9 / 10))


def test_spirals_wind_by_4_radians_by_default() -> None:
    X, _ = make_spirals(100, n_classes=1, noise=0)
    angle = np.unwrap(np.arctan2(X[:, 1], X[:, 0]))
    assert angle[-1] == pytest.approx(0.64 * 2 * np.pi)
    assert angle[-1] - angle[0] == pytest.approx(4, abs=0.03)


def test_arms_are_the_first_arm_turned() -> None:
    X, y = make_spirals(40, n_classes=4, noise=0)
    quarter = np.array([[0.0, 1.0], [-1.0, 0.0]])
    assert X[y == 0] @ quarter == pytest.approx(X[y == 1])
    assert X[y == 0] @ quarter @ quarter == pytest.approx(X[y == 2])


def test_no_two_spirals_share_a_point() -> None:  # else no net could learn all of them
    X, _ = make_spirals(120, n_classes=2, noise=0)
    assert len(np.unique(X.round(9), axis=0)) == 120


def test_moons_are_those_of_scikit_learn() -> None:
    ours, theirs = make_moons(40, noise=0), sklearn.datasets.make_moons(40, shuffle=False)
    assert point_set(*ours) == point_set(*theirs)


def test_moons_of_four_points_are_their_ends() -> None:
    X, _ = make_moons(4, noise=0)
    assert X.ravel() == pytest.approx([1, 0, 0, 0.5, -1, 0, 2, 0.5], abs=1e-15)


def test_moons_of_a_single_point() -> None:
    assert make_moons(1, noise=0)[0].tolist() == [[1, 0]]


def test_circles_are_those_of_scikit_learn() -> None:
    ours = make_circles(40, radii=(1, 0.3), noise=0)
    theirs = sklearn.datasets.make_circles(40, shuffle=False, factor=0.3)
    assert point_set(*ours) == point_set(*theirs)


def test_circles_have_their_radii_in_order() -> None:
    X, y = make_circles(31, radii=[2, 7, 5], noise=0)
    assert np.hypot(*X.T) == pytest.approx(np.array([2, 7, 5])[y])


def test_circles_have_radii_1_and_a_half_by_default() -> None:
    assert np.hypot(*make_circles(4, noise=0)[0].T) == pytest.approx([1, 0.5, 1, 0.5])


def test_blobs_are_those_of_scikit_learn() -> None:
    ours = make_blobs(11, centers=CORNERS, noise=0)
    theirs = sklearn.datasets.make_blobs(11, centers=CORNERS, cluster_std=0, shuffle=False)
    assert point_set(*ours) == point_set(*theirs)


def test_blobs_lie_on_the_diagonal_by_default() -> None:
    assert make_blobs(2, noise=0)[0].tolist() == [[-1, -1], [1, 1]]


def test_blobs_in_three_dimensions() -> None:
    assert make_blobs(4, centers=np.eye(3))[0].shape == (4, 3)


def test_xor_is_the_truth_table() -> None:
    X, y = make_xor()
    assert X.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert y.tolist() == [0, 1, 1, 0]


def test_noisy_xor_keeps_the_labels_of_its_corners() -> None:
    X, y = make_xor(400, noise=0.05)
    assert (X.round() % 2).sum(axis=1) % 2 == pytest.approx(y)


def test_centers_and_radii_are_not_changed() -> None:
    centers, radii = np.array(CORNERS), np.array([1.0, 2.0])
    centers.flags.writeable = radii.flags.writeable = False

    make_blobs(5, centers=centers)
    make_circles(5, radii=radii)

    assert centers.tolist() == CORNERS


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"n_samples": 0}, ValueError, "n_samples must be 1 or more, got 0"),
        ({"n_samples": 2.0}, TypeError, "n_samples must be a whole number, got 2.0"),
        ({"noise": -0.1}, ValueError, "noise must be a finite number, 0 or more; got -0.1"),
        ({"noise": np.nan}, ValueError, "noise must be a finite number"),
        ({"noise": [0.1, 0.2]}, TypeError, "noise must be one number"),
        ({"seed": -1}, ValueError, "seed must be 0 or more"),
        ({"seed": "a"}, TypeError, "seed must be a whole number"),
    ],
)
def test_wrong_options(make: Maker, options: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make(**options)


@pytest.mark.parametrize(
    ("make", "options", "error", "words"),
    [
        (make_spirals, {"n_classes": 0}, ValueError, "n_classes must be 1 or more, got 0"),
        (make_spirals, {"n_classes": 2.5}, TypeError, "n_classes must be a whole number"),
        (make_spirals, {"turns": -1}, ValueError, "turns must be a finite number, 0 or more"),
        (make_circles, {"radii": 1.0}, ValueError, "radii must be a row of numbers above 0"),
        (make_circles, {"radii": []}, ValueError, r"radii must be a row .* got \[\]"),
        (make_circles, {"radii": [1, 0]}, ValueError, r"radii must be a row .* got \[1, 0\]"),
        (make_circles, {"radii": [[1, 2]]}, ValueError, r"got \[\[1, 2\]\]"),
        (make_circles, {"radii": [1, np.inf]}, ValueError, r"radii\[1\] is inf"),
        (make_circles, {"radii": ["a"]}, TypeError, "radii must hold real numbers"),
        (make_blobs, {"centers": [1.0, 2.0]}, ValueError, "centers must have shape"),
        (make_blobs, {"centers": [[1.0, np.nan]]}, ValueError, r"centers\[0, 1\] is nan"),
        (make_blobs, {"centers": [["a"]]}, TypeError, "centers must hold real numbers"),
    ],
)
def test_wrong_shapes(make: Maker, options: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make(**options)


def test_straight_rays_are_allowed() -> None:
    assert make_spirals(2, n_classes=1, noise=0, turns=0)[0].tolist() == [[0.5, 0], [1, 0]]
