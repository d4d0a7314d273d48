"""Decision regions: the grid, how many there are, and how long their border is."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from importlib import import_module
from time import process_time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.svm import SVC

from course_utils.datasets import make_circles
from course_utils.diagnostics import (
    Regions,
    boundary_length,
    count_regions,
    decision_regions,
)
from course_utils.network import MLP, Dense

ndimage: Any = import_module("scipy.ndimage")  # scikit-learn brings it; it has no types
label_grids = arrays(
    np.int64,
    array_shapes(min_dims=2, max_dims=2, max_side=9),
    elements=st.integers(0, 2),
)
RING = [
    [0, 0, 0, 0, 0],
    [0, 1, 1, 1, 0],
    [0, 1, 0, 1, 0],
    [0, 1, 1, 1, 0],
    [0, 0, 0, 0, 0],
]


def by_scipy(labels: Any) -> int:
    """Count regions with scipy's 4-connected labelling, one label at a time."""
    return sum(ndimage.label(labels == value)[1] for value in np.unique(labels))


def test_grid_is_that_of_the_extent() -> None:
    regions = decision_regions(lambda X: X[:, 0] * 0, (-1, 1, 5, 9), n=5)

    assert regions.xs.tolist() == [-1, -0.5, 0, 0.5, 1]
    assert regions.ys.tolist() == [5, 6, 7, 8, 9]
    assert regions.labels.shape == (5, 5)


def test_labels_stand_at_row_y_and_column_x() -> None:
    regions = decision_regions(lambda X: X[:, 0] + 10 * X[:, 1], (0, 2, 3, 5), n=3)
    assert regions.labels.tolist() == [[30, 31, 32], [40, 41, 42], [50, 51, 52]]


def test_regions_cannot_be_changed() -> None:
    value: Any = decision_regions(lambda X: X[:, 0] > 0, (0, 1, 0, 1), n=2)
    with pytest.raises(FrozenInstanceError, match="cannot assign"):
        value.xs = 1


def test_200_points_a_side_by_default() -> None:
    assert decision_regions(lambda X: X[:, 0] > 0, (-1, 1, -1, 1)).labels.shape == (200, 200)


def test_two_points_a_side_are_the_fewest() -> None:
    assert decision_regions(lambda X: X[:, 0] > 0, (-1, 1, -1, 1), n=2).labels.tolist() == [
        *[[0, 1], [0, 1]]
    ]


def test_a_network_with_one_score_per_class() -> None:
    network = MLP.from_layers([Dense([[1.0, 0.0], [0.0, 1.0]], [0.0, 0.0])])
    regions = decision_regions(network, (0, 1, 0, 1), n=50)
    assert (regions.labels == (regions.ys[:, None] > regions.xs)).all()


def test_a_network_with_one_score() -> None:
    network = MLP.from_layers([Dense([[1.0, 0.0]], [-0.5])])
    regions = decision_regions(network, (0, 1, 0, 1), n=4)
    assert regions.labels.tolist() == [[0, 0, 1, 1]] * 4


def test_a_model_of_scikit_learn() -> None:
    X, y = make_circles(100, noise=0)
    regions = decision_regions(SVC(gamma=2).fit(X, y), (-1.5, 1.5, -1.5, 1.5), n=60)
    assert count_regions(regions) == 2


@pytest.mark.parametrize(
    ("labels", "n_regions", "length"),
    [
        ([[7]], 1, 0),
        ([[0, 0, 0]], 1, 0),
        ([[0, 1, 0]], 3, 2),
        ([[0], [1], [1]], 2, 1),
        ([[0, 1], [1, 0]], 4, 4),
        ([[0, 1, 0], [0, 0, 0]], 2, 3),
        ([[1, 0, 1], [1, 0, 1], [1, 1, 1]], 2, 5),
        ([[0, 1, 2], [0, 1, 2]], 3, 4),
        (RING, 3, 16),
        (np.arange(12).reshape(3, 4), 12, 17),
    ],
)
def test_worked_by_hand(labels: Any, n_regions: int, length: float) -> None:
    assert count_regions(labels) == n_regions
    assert boundary_length(labels) == length


def test_a_spiral_is_one_region() -> None:
    rows = ["1111111", "1000001", "1011101", "1010101", "1010001", "1011111", "1000000"]
    assert count_regions([[int(cell) for cell in row] for row in rows]) == 2


@given(label_grids)
def test_scipy_counts_the_same(labels: Any) -> None:
    assert count_regions(labels) == by_scipy(labels)


@pytest.mark.parametrize("seed", range(3))
def test_scipy_counts_the_same_on_large_grids(seed: int) -> None:
    labels = np.random.default_rng(seed).integers(0, 2 + seed, (200, 150))
    assert count_regions(labels) == by_scipy(labels)


@given(label_grids)
def test_turning_the_grid_changes_nothing(labels: Any) -> None:
    for turned in (labels.T, labels[::-1], labels[:, ::-1], 5 - labels):
        assert count_regions(turned) == count_regions(labels)
        assert boundary_length(turned) == boundary_length(labels)


@given(label_grids)
def test_more_than_one_region_needs_a_border(labels: Any) -> None:
    assert (count_regions(labels) > 1) == (boundary_length(labels) > 0)
    assert 1 <= count_regions(labels) <= labels.size


def test_counting_takes_a_blink() -> None:  # 3 to 10 ms at the time of writing
    columns = np.tile(np.arange(200) % 2, (200, 1))
    start = process_time()
    assert count_regions(columns) == 200
    assert process_time() - start < 0.25


def test_length_is_in_the_units_of_the_axes() -> None:
    labels = np.array([[0, 1, 1], [0, 0, 0]])
    regions = Regions(np.array([0.0, 0.5, 1.0]), np.array([0.0, 3.0]), labels)
    assert boundary_length(regions) == 3 + 2 * 0.5
    assert count_regions(regions) == 2


def test_a_grid_of_one_row_has_cells_of_height_1() -> None:
    regions = Regions(np.array([0.0, 9.0]), np.array([4.0]), np.array([[0, 1]]))
    assert boundary_length(regions) == 1


@pytest.mark.parametrize(
    ("slope", "factor"), [(0.0, 1.0), (1.0, 2 / 2**0.5), (0.5, 1.5 / 1.25**0.5)]
)
def test_a_slanted_border_is_a_staircase(slope: float, factor: float) -> None:
    regions = decision_regions(
        lambda X: X[:, 1] > slope * X[:, 0] + 0.001, (-1, 1, -1, 1), n=400
    )
    assert boundary_length(regions) == pytest.approx(
        factor * 2 * (1 + slope**2) ** 0.5, rel=0.01
    )


def test_a_circle_measures_as_its_square() -> None:
    regions = decision_regions(lambda X: np.hypot(*X.T) < 0.75, (-1, 1, -1, 1), n=400)
    assert boundary_length(regions) == pytest.approx(8 * 0.75, rel=0.01)


def test_inputs_are_not_changed() -> None:
    labels = np.array(RING)
    labels.flags.writeable = False
    assert count_regions(labels) == 3
    assert boundary_length(labels) == 16
    assert labels.tolist() == RING


@pytest.mark.parametrize("measure", [count_regions, boundary_length])
@pytest.mark.parametrize(
    ("grid", "error", "words"),
    [
        ([0, 1], ValueError, r"grid must have shape \(n_rows, n_columns\), got \(2,\)"),
        ([], ValueError, r"got \(0,\)"),
        (np.zeros((0, 2)), ValueError, r"got \(0, 2\)"),
        ([[0.0, np.nan]], ValueError, r"grid\[0, 1\] is nan"),
        ([["a"]], TypeError, "grid must hold real numbers"),
    ],
)
def test_wrong_grids(measure: Any, grid: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        measure(grid)


@pytest.mark.parametrize(
    ("extent", "n", "error", "words"),
    [
        ((0, 1, 0), 5, ValueError, r"extent must be \(left, .* got \(0, 1, 0\)"),
        (1.0, 5, ValueError, "extent must be"),
        ([[0, 1, 0, 1]], 5, ValueError, "extent must be"),
        ((1, 1, 0, 1), 5, ValueError, "left < right and bottom < top"),
        ((2, 1, 0, 1), 5, ValueError, "extent must be"),
        ((0, 1, 1, 1), 5, ValueError, "extent must be"),
        ((0, 1, 2, 1), 5, ValueError, "extent must be"),
        ((0, 1, 0, np.inf), 5, ValueError, r"extent\[3\] is inf"),
        (("a", 1, 0, 1), 5, TypeError, "extent must hold real numbers"),
        ((0, 1, 0, 1), 1, ValueError, "n must be 2 or more, got 1"),
        ((0, 1, 0, 1), 5.0, TypeError, "n must be a whole number"),
    ],
)
def test_wrong_frames(extent: Any, n: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        decision_regions(lambda X: X[:, 0] > 0, extent, n=n)


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        ([0, 1], ValueError, r"predictions must have shape \(4,\), .* got \(2,\)"),
        (
            [0, 1, 0.5, 0],
            ValueError,
            r"each label must be 0, 1, 2, .* predictions\[2\] is 0\.5",
        ),
        ([0, 1, -1, 0], ValueError, r"predictions\[2\] is -1"),
        (list("abcd"), TypeError, "predictions must hold real numbers"),
    ],
)
def test_wrong_predictions(answer: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        decision_regions(lambda _: answer, (0, 1, 0, 1), n=2)


def test_labels_too_large_to_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match=r"each label must be .* predictions\[0\] is 1e\+300$"):
        decision_regions(lambda P: np.full(len(P), 1e300), (0, 1, 0, 1), n=2)
