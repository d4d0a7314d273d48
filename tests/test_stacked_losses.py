"""Losses of many networks at once against the public ones, network by network."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.losses import get_loss
from course_utils.training._stacked_losses import STACKED_LOSSES

N_NETS = 3
NAMES = sorted(STACKED_LOSSES)


def draw(name: str, seed: int, *, own: bool) -> tuple[Any, Any, Any]:
    """Return scores (n_nets, n_out, n_samples), labels, and targets in columns."""
    rng = np.random.default_rng(seed)
    n_samples, n_out = int(rng.integers(1, 9)), int(rng.integers(2, 5))
    n_out = 1 if name.startswith("binary") else n_out
    scores = 3 * rng.normal(size=(N_NETS, n_out, n_samples))
    sets = (N_NETS,) if own else ()
    y: Any = rng.integers(0, max(2, n_out), size=(*sets, n_samples))
    if name == "squared_error":
        y = rng.normal(size=(*sets, n_samples, n_out))
    return scores, y, STACKED_LOSSES[name].targets(y, n_out)


def one(y: Any, net: int, *, own: bool) -> Any:
    return y[net] if own else y


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 10**6))
def test_means_are_those_of_the_public_loss(name: str, seed: int, own: bool) -> None:
    scores, y, targets = draw(name, seed, own=own)

    means = STACKED_LOSSES[name].mean(scores, targets)

    expected = [get_loss(name)(scores[n].T, one(y, n, own=own)) for n in range(N_NETS)]
    assert means == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 10**6))
def test_gradients_are_those_of_the_public_loss(name: str, seed: int, own: bool) -> None:
    scores, y, targets = draw(name, seed, own=own)
    found = np.full_like(scores, np.nan)

    STACKED_LOSSES[name].gradient(scores, targets, found)

    for n in range(N_NETS):
        expected = get_loss(name).gradient(scores[n].T, one(y, n, own=own)).T
        assert found[n] == pytest.approx(expected, rel=1e-12, abs=1e-16)


@pytest.mark.parametrize("name", NAMES)
def test_neither_changes_the_scores(name: str) -> None:
    scores, _, targets = draw(name, 1, own=False)
    scores.flags.writeable = targets.flags.writeable = False

    STACKED_LOSSES[name].mean(scores, targets)
    STACKED_LOSSES[name].gradient(scores, targets, np.empty_like(scores))


@pytest.mark.parametrize("name", ["binary_cross_entropy", "binary_hinge", "squared_error"])
def test_gradient_of_one_score_may_take_its_place(name: str) -> None:
    scores, targets = np.array([[[0.3, -0.2]], [[4.0, 1.0]]]), np.array([[1.0, -1.0]])
    expected = np.empty_like(scores)
    STACKED_LOSSES[name].gradient(scores, targets, expected)

    STACKED_LOSSES[name].gradient(scores, targets, scores)

    assert (scores == expected).all()


@pytest.mark.parametrize("score", [-1e4, -50.0, 0.0, 50.0, 1e4])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropies_are_exact_in_both_tails(score: float, dtype: Any) -> None:
    one_score, two_scores = np.array([[[score]]], dtype), np.array([[[0.0], [score]]], dtype)
    truth = np.array([[0.0], [1.0]], dtype)
    expected = pytest.approx(np.logaddexp(0, -score), rel=1e-6, abs=1e-40)

    with np.errstate(under="ignore"):
        found = STACKED_LOSSES["binary_cross_entropy"].mean(one_score, np.ones((1, 1), dtype))
        found_too = STACKED_LOSSES["cross_entropy"].mean(two_scores, truth)

    assert found[0] == expected
    assert found_too[0] == expected


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_gradients_do_not_overflow_next_to_a_network_of_small_scores(dtype: Any) -> None:
    large = np.array([[[1e4, -1e4], [-1e4, -1e4]], [[0.0, 0.0], [0.0, 0.0]]], dtype)
    truth, found = np.array([[1.0, 0], [0, 1]], dtype), np.empty_like(large)

    with np.errstate(under="ignore"):
        STACKED_LOSSES["cross_entropy"].gradient(large, truth, found)

    assert found[0].tolist() == [[0, 0.25], [0, -0.25]]
    assert found[1].tolist() == [[-0.25, 0.25], [0.25, -0.25]]


@pytest.mark.parametrize(("score", "slope"), [(0.999, -1.0), (1.0, 0.0), (1.001, 0.0)])
def test_hinges_are_flat_from_the_margin_on(score: float, slope: float) -> None:
    d, dd = np.empty((1, 1, 1)), np.empty((1, 2, 1))

    STACKED_LOSSES["binary_hinge"].gradient(np.array([[[score]]]), np.ones((1, 1)), d)
    STACKED_LOSSES["hinge"].gradient(np.array([[[score], [0]]]), np.array([[1.0], [0]]), dd)

    assert d.ravel().tolist() == [slope]
    assert dd.ravel().tolist() == [slope, -slope]


def test_table_has_all_public_losses() -> None:
    from course_utils.losses import LOSSES

    assert set(NAMES) == set(LOSSES)


@pytest.mark.parametrize("name", NAMES)
def test_single_precision_stays(name: str) -> None:
    scores, _, targets = draw(name, 2, own=True)

    found = STACKED_LOSSES[name].mean(scores.astype(np.float32), targets.astype(np.float32))

    assert found.dtype == np.float32
    assert found == pytest.approx(STACKED_LOSSES[name].mean(scores, targets), rel=1e-5)
