"""ConvNetJS's point sets: sizes, order and shapes are those that the demo draws."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.datasets import make_convnetjs

# The simple points, half a unit apart: x from -2 to 4, y from 3.5 at the top to -2.5.
MAP = [
    "...........1.",
    "........1....",
    ".....1.......",
    ".............",
    "..1..........",
    "........0....",
    "1.........0..",
    "....1..0....0",
    ".........0...",
    "...1.........",
    ".............",
    ".............",
    "......1......",
]


def radius(X: Array) -> Array:
    r: Array = np.hypot(*X.T)
    return r


def angle(X: Array) -> Array:
    """Return the demo's angles, from the vertical axis clockwise."""
    t: Array = np.arctan2(X[:, 0], X[:, 1])
    return t


@pytest.mark.parametrize(
    ("name", "n_ones", "n_zeros"), [("circle", 50, 50), ("spiral", 100, 100), ("simple", 8, 5)]
)
def test_class_1_comes_first(name: str, n_ones: int, n_zeros: int) -> None:
    X, y = make_convnetjs(name)

    assert X.shape == (n_ones + n_zeros, 2)
    assert y.tolist() == [1] * n_ones + [0] * n_zeros


def test_circle_is_the_default() -> None:
    assert (make_convnetjs()[0] == make_convnetjs("circle", seed=0)[0]).all()


def test_circle_is_a_disc_in_a_ring() -> None:
    draws = [make_convnetjs("circle", seed=seed)[0] for seed in range(40)]
    disc = radius(np.vstack([X[:50] for X in draws]))
    ring = radius(np.vstack([X[50:] for X in draws]))

    assert np.quantile(disc, [0, 0.5, 1]) == pytest.approx([0, 1, 2], abs=0.06)
    assert np.quantile(ring, [0, 0.5, 1]) == pytest.approx([3, 4, 5], abs=0.06)
    assert disc.max() <= 2
    assert 3 <= ring.min() < ring.max() <= 5


def test_ring_is_evenly_spaced_and_disc_is_not() -> None:
    X, _ = make_convnetjs("circle")

    assert angle(X[50:]) % (2 * np.pi) == pytest.approx(2 * np.pi * np.arange(50) / 50)
    assert np.diff(np.sort(angle(X[:50]))).max() > 0.2


def test_disc_is_drawn_in_all_directions() -> None:
    X = np.vstack([make_convnetjs("circle", seed=seed)[0][:50] for seed in range(40)])
    quarters = np.histogram(angle(X), bins=4, range=(-np.pi, np.pi))[0]
    assert quarters == pytest.approx([500] * 4, abs=80)


def test_spiral_follows_its_arms() -> None:
    X, _ = make_convnetjs("spiral")
    along = np.arange(100) / 100

    for arm, start in ((X[:100], 0), (X[100:], np.pi)):
        assert radius(arm[5:]) == pytest.approx(5 * along[5:], abs=0.1)
        expected = np.exp(1j * (start + 2.5 * np.pi * along[5:]))
        turned = np.angle(np.exp(1j * angle(arm[5:])) / expected)
        assert np.abs(turned).max() <= 0.1 + 1e-12
        assert np.ptp(turned) > 0.18


def test_spiral_jitters_its_radius_evenly() -> None:
    draws = np.stack([make_convnetjs("spiral", seed=seed)[0][50:100] for seed in range(40)])
    jitter = np.hypot(draws[..., 0], draws[..., 1]) - 5 * np.arange(50, 100) / 100
    assert np.quantile(jitter, [0, 0.5, 1]) == pytest.approx([-0.1, 0, 0.1], abs=0.006)


def test_random_points_have_random_classes() -> None:
    X, y = make_convnetjs("random")

    assert X.shape == (40, 2)
    assert np.quantile(X, [0, 0.5, 1]) == pytest.approx([-3, 0, 3], abs=0.5)
    assert set(y.tolist()) == {0, 1}


def test_random_classes_are_the_toss_of_a_coin() -> None:
    tosses = np.concatenate([make_convnetjs("random", seed=seed)[1] for seed in range(50)])
    assert set(tosses.tolist()) == {0, 1}
    assert tosses.mean() == pytest.approx(0.5, abs=0.04)


def test_simple_points_are_the_same_for_every_seed() -> None:
    first, second = (make_convnetjs("simple", seed=seed)[0] for seed in (0, 1))
    assert (first == second).all()
    assert len(np.unique(first, axis=0)) == 13


def test_simple_points_are_where_the_map_shows_them() -> None:
    drawn = [["." for _ in range(13)] for _ in range(13)]
    for (x, height), label in zip(*make_convnetjs("simple"), strict=True):
        drawn[int(7 - 2 * height)][int(2 * x + 4)] = str(label)
    assert ["".join(row) for row in drawn] == MAP


def test_simple_points_cannot_be_split_by_a_line() -> None:
    X, y = make_convnetjs("simple")
    label = dict(zip(map(tuple, X.tolist()), y.tolist(), strict=True))
    shore = [(0.0, 0.0), (3.5, 3.5), (1.0, -2.5)]

    # A point of the bay lies inside a triangle of the shore: here is the mixture that it is.
    assert (np.array([13, 15, 21]) / 49 @ shore).tolist() == pytest.approx([1.5, 0])
    assert [label[point] for point in [*shore, (1.5, 0.0)]] == [1, 1, 1, 0]


@pytest.mark.parametrize("name", ["circle", "spiral", "random", "simple"])
def test_types(name: str) -> None:
    X, y = make_convnetjs(name)
    assert X.dtype == np.float64
    assert y.dtype == np.intp
    assert X.flags.c_contiguous


@pytest.mark.parametrize("name", ["circle", "spiral", "random", "simple"])
def test_no_point_is_beyond_the_demo_s_frame(name: str) -> None:
    assert np.abs(make_convnetjs(name)[0]).max() <= 5.1


@pytest.mark.parametrize("name", ["circle", "spiral", "random"])
def test_seeds_and_generators(name: str) -> None:
    rng = np.random.default_rng(3)
    first, second, again = (make_convnetjs(name, seed=seed)[0] for seed in (rng, rng, 3))
    assert (first == again).all()
    assert (first != second).any()


def test_unknown_point_sets_are_named() -> None:
    with pytest.raises(
        ValueError, match="no ConvNetJS point set called 'circles'; did you mean"
    ):
        make_convnetjs("circles")


def test_wrong_seed() -> None:
    seed: Any = 1.5
    with pytest.raises(TypeError, match=r"seed must be a whole number, got 1\.5"):
        make_convnetjs("simple", seed=seed)
