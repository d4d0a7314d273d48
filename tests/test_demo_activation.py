"""The demo of activations: values, slopes, flat parts and means."""

from __future__ import annotations

import re
from math import log
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.activations import ACTIVATIONS
from course_utils.demos import marks as kinds

DEMO = demos.DEMOS["activation"]
HALF = 1e-5
STATUS = re.compile(
    r"At z = (\S+): (\w+) is (\S+), slope (\S+); mean output (\S+); "
    r"(\d+)% of inputs meet a slope below (\S+)\."
)


def marks(panel: Any, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def shown(**changes: Any) -> tuple[str, ...]:
    """Return z, name, value, slope, mean, per cent and threshold as the status has them."""
    status = DEMO.picture(DEMO.checked(DEMO.start, changes)).status.replace("−", "-")
    found = STATUS.fullmatch(status)
    assert found
    return found.groups()


@pytest.mark.parametrize("z", [-3.1, -0.7, 2.5])
@pytest.mark.parametrize("name", [n for n in ACTIVATIONS if n != "gelu_tanh"])
def test_every_number_of_the_status(name: str, z: float) -> None:
    f = ACTIVATIONS[name]
    alpha = 0.1 if f.alpha is None else f.alpha
    rise = float((f(z + HALF) - f(z - HALF)) / (2 * HALF))
    u = np.linspace(-9, 9, 18_001)
    bell = np.exp(-0.5 * u**2)
    mean = float(f(2 * u) @ bell / bell.sum())

    at, called, value, slope, shown_mean, _, _ = shown(activation=name, alpha=alpha, z=z)

    assert (float(at), called) == (z, name)
    assert float(value) == pytest.approx(float(f(z)), abs=6e-4)
    assert float(slope) == pytest.approx(rise, abs=6e-5)
    assert float(shown_mean) == pytest.approx(mean, abs=0.0075)


def test_numbers_worked_by_hand() -> None:
    assert shown(z=5.0)[2:4] == ("0.993", "0.0066")
    assert shown(activation="gelu", z=1.0)[2] == "0.841"
    assert shown(activation="prelu", alpha=0.25, z=-2.0)[2:4] == ("-0.500", "0.2500")
    assert shown(activation="sigmoid")[4] == "0.50"
    assert shown(activation="tanh")[4] == "0.00"
    assert shown(activation="relu", spread=1.0)[4] == "0.40"  # 1 / sqrt(2 pi)


@pytest.mark.parametrize(("spread", "threshold"), [(1.0, 0.1), (2.0, 0.05), (5.0, 0.01)])
def test_flat_share_of_the_sigmoid_is_that_of_two_tails(
    spread: float, threshold: float
) -> None:
    p = (1 + (1 - 4 * threshold) ** 0.5) / 2  # where p (1 - p) is the threshold
    edge = log(p / (1 - p))
    share = 200 * NormalDist().cdf(-edge / spread)
    state = DEMO.checked(DEMO.start, {"spread": spread, "threshold": threshold})
    right = DEMO.picture(state).panels[1]

    percent = float(shown(spread=spread, threshold=threshold)[5])
    bands = [band for band in marks(right, kinds.Band) if band.axis == "x"]

    assert percent == pytest.approx(share, abs=0.6)
    assert right.title.endswith(f"flat for {percent:.0f}% of inputs")
    assert bands[0].low == -6
    assert bands[1].low == pytest.approx(edge, abs=0.021)


def test_everything_is_flat_below_the_largest_slope_of_the_sigmoid() -> None:
    assert shown(threshold=0.26)[5] == "100"
    assert shown(activation="identity", threshold=0.3)[5] == "0"
    # ReLU is flat for half of its inputs, however small the threshold.
    assert shown(activation="relu", threshold=0.01)[5] == "50"


def test_gelu_is_flat_in_the_tail_and_where_it_turns() -> None:
    state = DEMO.checked(DEMO.start, {"activation": "gelu"})
    tail, turn = [b for b in marks(DEMO.picture(state).panels[0], kinds.Band) if b.axis == "x"]
    assert tail.low == -6
    assert turn.low < -0.752 < turn.high


def test_titles_compare_and_the_alt_says_so() -> None:
    picture = DEMO.picture(DEMO.checked(DEMO.start, {"alpha": 0.2, "z": -3.0}))
    assert picture.panels[0].title == "sigmoid(−3) = 0.047 (dotted: −0.600)"
    assert "leaky_relu with alpha 0.2: -0.600 with slope 0.2000" in picture.alt
    alone = DEMO.picture(DEMO.checked(DEMO.start, {"compare": "none"}))
    assert alone.panels[0].title == "sigmoid(4) = 0.982"
    assert "Dotted" not in alone.alt


def test_handles_set_z_and_threshold() -> None:
    assert DEMO.dragged(DEMO.start, "z", -2.33, 9.0).z == -2.3
    assert DEMO.dragged(DEMO.start, "threshold", 0.0, 0.123).threshold == 0.12
