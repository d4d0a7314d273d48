"""The demo of timing: its counts, the flat rate neuron and the peak of the detector."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["timing"]


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def shown(**changes: object) -> Any:
    return DEMO.picture(DEMO.checked(DEMO.start, changes))


def trains(picture: Any) -> tuple[list[float], list[float]]:
    """Return the spikes of A and of B in milliseconds, read from the strokes."""
    strokes = marks(picture.panels[0], kinds.Segments)
    a = sorted(x for mark in strokes for x in mark.x if mark.low > 0)
    return a, sorted(x for mark in strokes for x in mark.x if mark.low == 0)


@pytest.mark.parametrize("spacing", ["irregular", "regular"])
@pytest.mark.parametrize("rate", [20.0, 40.0, 80.0])
@pytest.mark.parametrize("how", [{}, {"shift": -3.0}, {"jitter": 4.0, "window": 3.0}])
def test_numbers_follow_from_the_strokes(spacing: str, rate: float, how: Any) -> None:
    picture = shown(spacing=spacing, rate=rate, **how)
    a, b = trains(picture)
    window = how.get("window", 2.0) + 1e-4
    found = sum(any(abs(spike - other) <= window for other in a) for spike in b)
    answer = 1 / (1 + np.exp(4 - 0.05 * 2 * rate))

    assert len(a) == len(b) == rate / 2
    assert picture.status == (
        f"{found} of {len(b)} spikes of B meet one of A; both trains have {rate:g} Hz, and "
        f"the rate neuron answers {answer:.3f}."
    )
    assert picture.panels[0].title == f"{found} of {len(b)} spikes of B meet one of A"
    coincidence = f"Coincidence {found / len(b):.2f}"
    assert picture.panels[1].title == f"{coincidence}, rate neuron {answer:.2f}"


def test_rate_neuron_is_blind_to_timing() -> None:
    answers, shares = marks(shown().panels[1], kinds.Line)
    assert set(answers.y) == {0.5}
    words = [mark.text for mark in marks(shown().panels[1], kinds.Text)]
    assert words[1] == "– –  rate neuron: σ(0.05·(40+40)−4)"
    assert max(shares.y) == 1
    assert min(shares.y) < 0.3


def test_trains_in_step_meet_up_to_the_edge_of_the_window() -> None:
    _, shares = marks(shown().panels[1], kinds.Line)
    peak = [x for x, share in zip(shares.x, shares.y, strict=True) if share == 1]
    assert (min(peak), max(peak)) == (-2.0, 2.0)


def test_claim_of_the_ledger() -> None:
    in_step, out = shown(spacing="regular", shift=0.0), shown(spacing="regular", shift=10.0)
    assert in_step.status.startswith("20 of 20 spikes")
    assert out.status.startswith("0 of 20 spikes")
    assert in_step.status.split(";")[1] == out.status.split(";")[1]


@pytest.mark.parametrize("spacing", ["irregular", "regular"])
def test_furthest_move_keeps_every_spike_on_the_plot(spacing: str) -> None:
    for shift in (-20.0, 20.0):
        picture = shown(shift=shift, jitter=10.0, rate=80.0, spacing=spacing)
        _, b = trains(picture)
        low, high = picture.panels[0].x_range
        assert low < b[0] < b[-1] < high


def test_regular_spikes_are_one_period_apart_and_meet_again_after_one() -> None:
    picture = shown(spacing="regular", rate=50.0, shift=20.0)
    a, b = trains(picture)
    assert np.diff(a) == pytest.approx(20)
    assert b[:-1] == pytest.approx(a[1:])
    assert picture.status.startswith("24 of 25 spikes")  # the last has nobody left


def test_curve_passes_through_the_handle() -> None:
    panel = shown(shift=1.5, jitter=3.0).panels[1]
    (handle,) = marks(panel, kinds.Handle)
    _, shares = marks(panel, kinds.Line)
    assert shares.y[shares.x.index(handle.x)] == pytest.approx(handle.y, abs=1e-5)
    assert DEMO.dragged(DEMO.start, "shift", -7.26, 9.0).shift == -7.5
