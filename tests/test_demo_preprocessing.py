"""The demo of preprocessing shows what the steps really do to the training points."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.demos.marks import Arrow, Points, Text
from course_utils.demos.picture import Panel
from course_utils.demos.preprocessing import DEMO, STEPS, PreprocessingState


def cloud(panel: Panel, role: str) -> Array:
    (points,) = [m for m in panel.marks if isinstance(m, Points) and m.role == role]
    return np.array([points.x, points.y]).T


def floats(text: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+\.\d\d", text.replace("−", "-"))]


def facts(X: Array) -> list[float]:
    return [*X.mean(axis=0), *X.std(axis=0), np.corrcoef(X[:, 0], X[:, 1])[0, 1]]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("leak", [False, True])
def test_words_hold_the_numbers_of_the_points(step: str, leak: bool) -> None:
    picture = DEMO.picture(PreprocessingState(step=step, leak=leak))
    left, right = picture.panels
    train = cloud(right, "class0")

    assert floats(picture.status)[:5] == pytest.approx(facts(train), abs=0.0051)
    assert floats(right.title) == pytest.approx(facts(train)[2:], abs=0.0051)
    assert floats(left.title) == pytest.approx(facts(cloud(left, "class0"))[4:], abs=0.0051)
    assert cloud(right, "accent")[0] == pytest.approx(train.mean(axis=0), abs=1e-4)


def by_hand(step: str, X: Array, like: Array) -> Array:
    """Do a step with the numbers of `like`, by eigenvectors where PCA takes an SVD."""
    out: Array = X - like.mean(axis=0) if step != "raw" else X
    if step == "standardised":
        out = out / like.std(axis=0)
    if step in STEPS[3:]:
        values, vectors = np.linalg.eigh(np.cov(like.T))
        out = out @ vectors[:, ::-1]
        if step == "whitened":
            out = out / np.sqrt(values[::-1])
    return out


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("leak", [False, True])
def test_points_are_those_of_the_step_by_hand(step: str, leak: bool) -> None:
    picture = DEMO.picture(PreprocessingState(step=step, leak=leak, angle=-50.0))
    train, test = (cloud(picture.panels[0], role) for role in ("class0", "class1"))
    like = np.vstack([train, test]) if leak else train

    for role, X in (("class0", train), ("class1", test)):
        shown, wanted = cloud(picture.panels[1], role), by_hand(step, X, like)
        assert abs(shown) == pytest.approx(abs(wanted), abs=1e-3)  # signs are a convention

    if leak and step in ("centred", "standardised"):
        moved = abs(by_hand(step, train, like) - by_hand(step, train, train)).max()
        assert floats(picture.status)[-1] == pytest.approx(moved, abs=0.0051)


def test_test_points_move_the_training_points_through_the_leak_alone() -> None:
    def shown(leak: bool, test_x: float) -> tuple[Array, str]:
        picture = DEMO.picture(PreprocessingState(leak=leak, test_x=test_x))
        return cloud(picture.panels[1], "class0"), picture.status

    assert (shown(False, -4.0)[0] == shown(False, 6.0)[0]).all()
    assert shown(False, 6.0)[1].endswith("the test points do not move them.")
    assert (shown(True, -4.0)[0] != shown(True, 6.0)[0]).any()
    assert "the test points move them by up to" in shown(True, 6.0)[1]


def test_whitening_makes_both_arrows_two_long_and_puts_them_on_the_axes() -> None:
    panel = DEMO.picture(PreprocessingState(step="whitened")).panels[1]
    first, second = (mark for mark in panel.marks if isinstance(mark, Arrow))
    assert (first.x1, first.y1, second.x1, second.y1) == pytest.approx((2, 0, 0, 2), abs=1e-9)


def test_raw_points_are_shown_as_they_came() -> None:
    left, right = DEMO.picture(PreprocessingState(step="raw", leak=True)).panels
    assert (cloud(left, "class0") == cloud(right, "class0")).all()


def test_handles_move_the_clouds() -> None:
    start = PreprocessingState()
    assert DEMO.dragged(start, "mean", -1.5, 9.0).offset == -1.5
    moved = DEMO.dragged(start, "test", 2.0, -1.0)
    assert (moved.test_x, moved.test_y) == (2.0, -1.0)
    before, after = (
        cloud(DEMO.picture(state).panels[0], "class1").mean(axis=0) for state in (start, moved)
    )
    assert after - before == pytest.approx([6.0, -4.0], abs=1e-4)


@pytest.mark.parametrize("step", STEPS)
def test_description_claims_no_more_than_the_leak_leaves(step: str) -> None:
    state = PreprocessingState(step=step, leak=True, test_x=7.0, test_y=4.5)
    leaky, clean = (DEMO.picture(replace(state, leak=leak)).alt for leak in (True, False))
    assert "because of the test points" not in clean
    assert ("because of the test points" in leaky) == (step != "raw")
    assert "fill a round cloud" not in leaky
    assert ("fill a round cloud" in clean) == (step == "whitened")


@pytest.mark.parametrize("step", STEPS)
def test_test_points_off_the_panel_are_counted(step: str) -> None:
    for stretch in (1.0, 3.5):
        state = PreprocessingState(step=step, stretch=stretch, test_x=-7.0, test_y=4.5)
        panel = DEMO.picture(state).panels[1]
        outside = int((abs(cloud(panel, "class1")) > (9.6, 6.4)).any(axis=1).sum())
        words = [m.text for m in panel.marks if isinstance(m, Text) and m.role == "class1"]
        assert [int(text.split()[0]) for text in words] == [outside] * (outside > 0)


def test_all_training_points_are_in_sight() -> None:
    for offset in (-4.0, 4.0):
        for angle in (-90.0, -35.0, 0.0, 35.0, 90.0):
            state = PreprocessingState("raw", offset, 3.5, angle)
            train = cloud(DEMO.picture(state).panels[1], "class0")
            assert (abs(train) < (9.6, 6.4)).all()
