"""The demo of bumps, bends and training: its numbers, its handles and its kinds."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.approximation import bump_network, relu_interpolant, sup_error
from course_utils.claims.experiments.representation import INNER, _errors_of_bumps
from course_utils.datasets import TARGETS
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["approximator"]
WAVES = TARGETS["waves"]


def state_with(**changes: Any) -> Any:
    return DEMO.checked(DEMO.start, changes)


def marks(state: Any, panel: int, kind: type) -> list[Any]:
    return [mark for mark in DEMO.picture(state).panels[panel].marks if isinstance(mark, kind)]


def off(state: Any) -> str:
    """Return the largest error, after checking that title and status agree on it."""
    picture = DEMO.picture(state)
    number = picture.panels[3].title.removeprefix("Error: at most ")
    assert f"at most {number} off" in picture.status
    return number


@pytest.mark.parametrize("n", [4, 16, 64])
def test_errors_of_bumps_are_those_of_the_claims(n: int) -> None:
    strict, half_open, _ = _errors_of_bumps(WAVES, n)

    assert off(state_with(kind="half-open bumps", n=n)) == f"{half_open:.3f}"
    assert off(state_with(kind="strict bumps", n=n)) == f"{strict:.3f}"


@pytest.mark.parametrize("steepness", [20.0, 100.0, 1e3, 1e4])
def test_errors_of_sigmoids_are_those_of_the_claims(steepness: float) -> None:
    network = bump_network(WAVES, np.linspace(0, 2, 65), steepness)
    state = state_with(kind="sigmoid pairs", n=64, steepness=steepness)

    assert off(state) == f"{sup_error(WAVES, network, INNER, 2049):.3f}"
    assert f"times width {steepness / 32:.3g}" in DEMO.picture(state).panels[0].title


@pytest.mark.parametrize("target", ["waves", "nielsen", "bump"])
def test_relus_go_through_the_knots(target: str) -> None:
    f = TARGETS[target]
    network = relu_interpolant(f, np.linspace(*f.interval, 14))
    state = state_with(kind="ReLUs", target=target, n=13, bump=2)

    assert float(off(state)) == pytest.approx(sup_error(f, network, f.interval), abs=0.002)
    weight = network.parameters()["W2"][0, 1]
    title = DEMO.picture(state).panels[1].title.replace("−", "-")
    taken = f"Weighted: part 2 is taken {weight:.2f} times"
    height = f(np.linspace(*f.interval, 14))[1]
    assert title == f"{taken}; the sum is {height + 0:.2f} high at its knot"


def test_title_tells_how_fast_errors_fall() -> None:
    errors = [_errors_of_bumps(WAVES, n)[1] for n in (4, 8, 16, 32, 64)]
    slope = np.polyfit(np.log([4, 8, 16, 32, 64]), np.log(errors), 1)[0]

    title = DEMO.picture(DEMO.start).panels[4].title.replace("−", "-")

    assert title == f"Largest error ∝ n^{slope:.2f}"
    exact = DEMO.picture(state_with(kind="ReLUs", target="kink"))
    assert exact.panels[4].title == "No error at powers of 2"


def test_trained_net_is_compared_with_one_built_of_its_size() -> None:
    late = state_with(kind="trained ReLUs", n=32, n_steps=400)
    early = state_with(kind="trained ReLUs", n=32, n_steps=100)
    first = DEMO.picture(late).status

    assert off(early) > off(late)  # back in time, after the later steps were taken
    assert DEMO.picture(late).status == first
    built = sup_error(WAVES, relu_interpolant(WAVES, np.linspace(0, 2, 33)), (0, 2), 2049)
    assert f"{built:.3f}" == "0.015"
    by_hand = "32 ReLUs built by hand, 0.015."
    assert first == f"After 400 steps of Adam 32 ReLUs are at most {off(late)} off; {by_hand}"
    drawn = marks(late, 3, kinds.Line)[0].y
    assert float(off(late)) == pytest.approx(np.abs(drawn).max(), abs=0.002)


@pytest.mark.parametrize("kind", ["half-open bumps", "sigmoid pairs", "ReLUs", "trained ReLUs"])
def test_weighted_parts_add_up_to_the_sum(kind: str) -> None:
    state = state_with(kind=kind, n=9, **({"n_steps": 60} if kind == "trained ReLUs" else {}))
    (line,) = [each for each in marks(state, 2, kinds.Line) if each.role == "curve"]
    x = np.array(line.x[5:-5:7])
    parts = sum(np.interp(x, part.x, part.y, 0, 0) for part in marks(state, 1, kinds.Line))

    difference = np.interp(x, line.x, line.y) - parts

    assert np.ptp(difference) < 0.1  # the output's bias is left over; sigmoids are polylines


def test_dragging_and_sliding_set_the_same_height() -> None:
    dragged = DEMO.dragged(DEMO.start, "h5", 0.0, 0.9)
    slid = DEMO.settled(DEMO.settled(DEMO.start, {"bump": 5}), {"height": 0.9})

    assert (dragged.bump, dragged.height, dragged.heights[4]) == (5, 0.9, 0.9)
    assert slid == dragged
    assert state_with(bump=5, height=0.9) == dragged
    assert [h.y for h in marks(dragged, 2, kinds.Handle) if h.name == "h5"] == [0.9]
    assert float(off(dragged)) > 1  # there the target is about -0.4
    assert DEMO.pressed(dragged, "fit").heights == ()
    assert (
        eval(repr(demos.approximator_demo(**DEMO.values(dragged))), vars(demos)).state()
        == dragged
    )


def test_flat_bumps_leave_the_whole_target_as_error() -> None:
    flat = DEMO.pressed(DEMO.start, "flat")

    assert flat.height == 0
    assert float(off(flat)) == pytest.approx(
        np.abs(WAVES(np.linspace(0, 2, 2049))).max(), abs=5e-4
    )
    assert DEMO.settled(flat, {"n": 9}).heights == ()
    assert DEMO.settled(flat, {"kind": "strict bumps"}).heights == (0.0,) * 8


def test_control_of_another_kind_changes_the_kind() -> None:
    assert state_with(steepness=100.0).kind == "sigmoid pairs"
    training = DEMO.ticked(DEMO.start)
    assert training is not None
    assert (training.kind, training.n_steps) == ("trained ReLUs", 20)
    assert DEMO.settled(training, {"n": 9}).n_steps == 0
    assert DEMO.settled(training, {"kind": "ReLUs"}).n_steps == 0
    assert DEMO.pressed(training, "flat").n_steps == 0
    assert DEMO.ticked(state_with(n_steps=2000)) is None


@pytest.mark.parametrize("bump", range(1, 9))
def test_slider_and_title_agree_on_a_height(bump: int) -> None:
    state = state_with(bump=bump)
    title = DEMO.picture(state).panels[1].title.replace("−", "-")
    assert title == f"Weighted: part {bump} is taken {state.height:.2f} times"


def test_words_on_trained_parts_are_true() -> None:
    early = state_with(kind="trained ReLUs", target="nielsen", n=4)
    assert DEMO.picture(early).panels[0].title.endswith("untrained: all bend in the middle")
    assert all(line.x[1] == 0.5 for line in marks(early, 0, kinds.Line))
    late = DEMO.picture(DEMO.settled(early, {"n_steps": 2000}))
    n_flat = sum(not any(m.y) for m in late.panels[0].marks if isinstance(m, kinds.Line))
    assert n_flat == 2
    assert late.panels[0].title.endswith("where Adam put them; 2 of them 0 everywhere")


def test_height_at_the_last_knot_can_be_seen() -> None:
    state = state_with(kind="ReLUs", n=64, bump=65, height=-1.6)
    accents = [line for line in marks(state, 1, kinds.Line) if line.role == "accent"]
    (words,) = marks(state, 3, kinds.Text)

    assert len(accents) == 1
    assert DEMO.picture(state).panels[1].title.endswith("−1.60 high at the last knot")
    assert words.text == f"{float(off(state)):.2f} ↑"


def test_error_that_stays_is_not_given_an_exponent() -> None:
    title = DEMO.picture(state_with(kind="strict bumps", target="bump")).panels[4].title
    assert title == "Largest error does not fall"


def test_many_bumps_keep_one_handle() -> None:
    many = state_with(n=64, bump=40)
    assert [h.name for h in marks(many, 2, kinds.Handle)] == ["h40"]
