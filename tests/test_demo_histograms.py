"""The histograms of ten layers hold what a forward pass by hand gives."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS
from course_utils.demos.histograms import DEMO, SPANS, HistogramsState
from course_utils.demos.marks import Points, Strokes, Text
from course_utils.diagnostics import layer_statistics
from course_utils.network import MLP


def by_hand(state: HistogramsState) -> list[Array]:
    rng = np.random.default_rng([114, state.seed])
    a: Array = rng.standard_normal((50, state.n_units))
    seen = []
    for _ in range(10):
        weights = rng.normal(0, state.std, (state.n_units, state.n_units))
        a = ACTIVATIONS[state.activation](a @ weights.T)
        seen.append(a)
    return seen


@pytest.mark.parametrize(
    "state",
    [HistogramsState(), HistogramsState("sigmoid", 1.0), HistogramsState("gelu", 0.2, 50, 3)],
)
def test_means_spreads_and_bars_are_those_of_a_pass_by_hand(state: HistogramsState) -> None:
    low, high = SPANS[state.activation]
    seen = by_hand(state)
    left, right = DEMO.picture(state).panels

    stds, means = (mark for mark in right.marks if isinstance(mark, Points))
    for points, values in ((stds, [a.std() for a in seen]), (means, [a.mean() for a in seen])):
        shown = [value for value in values if value <= high]
        assert points.y == pytest.approx(shown, abs=1e-4, rel=1e-3)
    bars = [mark for mark in left.marks if isinstance(mark, Strokes)]
    for mark, a in zip(bars, seen, strict=True):
        counts = np.histogram(a, 41, (low, high))[0]
        lengths = np.array(mark.x1) - mark.x0
        # Values within a rounding of an edge may fall to the other side of it.
        wanted = 0.84 * counts[counts > 0] / counts.max()
        assert lengths[lengths > 0.01] == pytest.approx(wanted[wanted > 0.01], abs=5e-3)


def test_words_hold_the_numbers() -> None:
    state = HistogramsState("tanh", 0.1)
    rng = np.random.default_rng([114, 0])
    X = rng.standard_normal((50, 100))
    network = MLP([100] * 11, "tanh", output_activation="tanh", initialization=0.1, seed=rng)
    rows = layer_statistics(network, X)

    picture = DEMO.picture(state)

    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", picture.status.replace("−", "-"))]
    wanted = [rows[0].mean, rows[0].std, rows[9].mean, rows[9].std]
    assert numbers == pytest.approx(wanted, abs=6e-4)
    assert picture.status.endswith("std · √n = 1.")
    titles = " ".join(panel.title for panel in picture.panels).replace("−", "-")
    wanted = [rows[0].std, rows[9].std, rows[9].mean, rows[9].std]
    found = [float(n) for n in re.findall(r"-?\d+\.\d+", titles)]
    assert found == pytest.approx(wanted, abs=6e-4)


def test_what_is_beyond_the_axis_is_counted() -> None:
    state = HistogramsState("relu", 1.0)
    shares = [float((a > 3).mean()) for a in by_hand(state)]
    panel = DEMO.picture(state).panels[0]
    words = [mark.text for mark in panel.marks if isinstance(mark, Text)]
    assert words == [*(f"{share:.0%}" for share in shares), "↑ above 3, not drawn:"]


def test_no_bar_leaves_its_place() -> None:
    for activation in SPANS:
        for std in (0.01, 0.1414, 1.0):
            panel = DEMO.picture(HistogramsState(activation, std)).panels[0]
            bars = [mark for mark in panel.marks if isinstance(mark, Strokes)]
            for n, mark in enumerate(bars, start=1):
                assert max(mark.x1, default=n) <= n + 0.43
                assert min(mark.x0, default=n) >= n - 0.43


@pytest.mark.parametrize("n_units", [25, 50, 100, 200])
def test_buttons_find_the_scale_for_any_width(n_units: int) -> None:
    state = HistogramsState(n_units=n_units)
    plain, he = (DEMO.pressed(state, name).std for name in ("tanh", "relu"))
    assert plain**2 * n_units == pytest.approx(1, rel=1e-3)
    assert he**2 * n_units == pytest.approx(2, rel=1e-3)


def test_sigmoid_is_about_a_half_and_tanh_about_0() -> None:
    for activation, middle in (("sigmoid", 0.5), ("tanh", 0.0)):
        panel = DEMO.picture(HistogramsState(activation, 0.1)).panels[1]
        means = [mark for mark in panel.marks if isinstance(mark, Points)][1]
        assert means.y == pytest.approx([middle] * 10, abs=0.05)


def test_small_and_unseen_numbers_are_still_told() -> None:
    state = HistogramsState("relu", 1.0, 200)
    stds = [float(a.std()) for a in by_hand(state)]
    left, right = DEMO.picture(state).panels
    words = " ".join(mark.text for mark in right.marks if isinstance(mark, Text))
    assert f"std {stds[0]:.3f} in layer 1, × {(stds[9] / stds[0]) ** (1 / 9):.2g} from" in words
    assert "◆" not in left.x_label
    # 0 stands for nothing but a 0.
    small = HistogramsState("relu", 0.01)
    std = float(by_hand(small)[9].std())
    title = DEMO.picture(small).panels[1].title
    assert float(title.split()[-1].replace("−", "-")) == pytest.approx(std, rel=0.05)
