"""What networks can represent: the ledger's experiments against sums done by hand."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils.claims import known_experiments
from course_utils.claims.experiments._representation import WAVES, curves, largest_error


def test_strict_bumps_leave_the_curve_at_the_edges_whatever_their_number() -> None:
    table = known_experiments()[86](range(1)).table

    for n_bumps, error in zip(table["bumps"], table["strict side by side"], strict=True):
        edges = np.linspace(0, 2, int(n_bumps) + 1)[1:-1]
        heights = abs(np.sin(3 * edges) + 0.3 * np.cos(9 * edges))
        assert error == pytest.approx(heights.max(), abs=1e-6)


def test_nested_strict_bumps_are_as_good_as_half_open_ones() -> None:
    table = known_experiments()[86](range(1)).table

    assert table["strict nested"] == pytest.approx(table["half-open"], rel=1e-3)


def test_every_fold_doubles_the_pieces_for_two_more_neurons() -> None:
    table = known_experiments()[89](range(1)).table

    assert table["neurons"] == [2, 4, 6, 8, 10, 12, 14, 16]
    assert table["pieces"] == [2, 4, 8, 16, 32, 64, 128, 256]


def test_the_largest_error_looks_at_the_points_too() -> None:
    point = np.array([0.1234567])

    def hole(x: np.ndarray) -> np.ndarray:
        return np.where(x == point, 9.0, WAVES(x))

    assert largest_error(WAVES, hole, point) == pytest.approx(9 - WAVES(point)[0])
    assert largest_error(WAVES, hole, np.array([1.0])) == 0


def test_a_curve_depends_on_its_row_and_seed_alone() -> None:
    x = np.linspace(0, 2, 5)
    first, second = curves(84, [3, 4])

    assert (curves(84, [4])[0](x) == second(x)).all()
    assert (first(x) != second(x)).all()
    assert (curves(86, [3])[0](x) != first(x)).all()
