"""The demo of thresholds: its counts, its costs and the rule for the best threshold."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from course_utils import demos
from course_utils.datasets import make_blobs
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["threshold"]


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


@pytest.fixture(scope="module")
def outputs() -> tuple[Any, Any]:
    """Return what another library's logistic regression puts out for the demo's samples."""
    X, y = make_blobs(20_000, centers=[[0.0], [1.5]], noise=1.0, seed=17)
    model = LogisticRegression(C=1e12, tol=1e-10).fit(X, y)
    return model.predict_proba(X)[:, 1], y


@pytest.mark.parametrize("threshold", [0.0, 0.2, 0.5, 0.83, 1.0])
def test_every_number_is_counted(outputs: tuple[Any, Any], threshold: float) -> None:
    above, y = outputs[0] > threshold, outputs[1]
    misses, alarms = np.sum(~above & (y == 1)), np.sum(above & (y == 0))
    cost = (misses + 0.25 * alarms) / (10_000 + 0.25 * 10_000)  # of that of all wrong

    picture = DEMO.picture(DEMO.checked(DEMO.start, {"threshold": threshold}))

    left, right = picture.panels
    assert picture.status.startswith(
        f"At {threshold:.2f} there are {misses:,} misses and {alarms:,} false alarms, "
        f"cost {cost:.3f} of all wrong; the lowest is "
    )
    assert left.title == f"{misses + alarms:,} of 20,000 on the wrong side"
    assert right.title.startswith(f"Cost {cost:.3f} here, ")
    assert [mark.text for mark in marks(left, kinds.Text)] == [
        f"misses {misses:,}",
        f"right {10_000 - misses:,}",
        f"right {10_000 - alarms:,}",
        f"false alarms {alarms:,}",
    ]


def test_bars_hold_all_samples_and_stay_below_the_words() -> None:
    for sureness in (0.5, 1.0, 1.5):
        state = DEMO.checked(DEMO.start, {"sureness": sureness, "distance": 2.0})
        up, down, missed, alarmed = marks(DEMO.picture(state).panels[0], kinds.Bars)
        assert sum(up.heights) == pytest.approx(100, abs=1e-3)
        assert sum(down.heights) == pytest.approx(-100, abs=1e-3)
        assert sum(missed.heights) + sum(-h for h in alarmed.heights) < 40
        assert max(*up.heights, *(-h for h in down.heights)) < 50


@pytest.mark.parametrize("price", [0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0])
def test_best_threshold_of_right_probabilities_is_the_rule(price: float) -> None:
    rule = price / (1 + price)
    state = DEMO.checked(DEMO.start, {"price": price, "threshold": round(rule, 2)})
    panel = DEMO.picture(state).panels[1]

    here, best = (float(word) for word in panel.title.split() if word[0] == "0")
    assert here <= 1.02 * best
    assert marks(panel, kinds.Text)[0].text == f"– –  c/(1+c) = {rule:.2f}"


def test_rule_fails_where_the_neuron_is_too_sure() -> None:
    state = DEMO.checked(DEMO.start, {"sureness": 1.5, "price": 0.1, "threshold": 0.09})
    here, best = (
        float(word) for word in DEMO.picture(state).panels[1].title.split() if word[0] == "0"
    )
    assert here > 1.05 * best


def test_sureness_changes_nothing_at_one_half_of_the_scores() -> None:
    errors = {
        DEMO.picture(DEMO.checked(DEMO.start, {"sureness": k})).panels[0].title
        for k in (0.5, 1.0, 1.5)
    }
    assert len(errors) == 1


def test_both_handles_set_the_threshold_and_stay_in_sight() -> None:
    for name in ("output", "cost"):
        assert DEMO.dragged(DEMO.start, name, 0.3, 99.0).threshold == 0.3
    dear = DEMO.picture(DEMO.checked(DEMO.start, {"threshold": 1.0, "price": 0.1}))
    (handle,) = marks(dear.panels[1], kinds.Handle)
    assert handle.y < dear.panels[1].y_range[1]


@pytest.mark.parametrize(("threshold", "price"), [(0.0, 10.0), (1.0, 0.1)])
def test_cost_beyond_the_axis_is_named_beside_its_handle(
    threshold: float, price: float
) -> None:
    state = DEMO.checked(DEMO.start, {"threshold": threshold, "price": price})
    (words,) = (
        mark for mark in marks(DEMO.picture(state).panels[1], kinds.Text) if "↑" in mark.text
    )
    assert words.text == "↑ 0.909"  # 10 of 11 parts
