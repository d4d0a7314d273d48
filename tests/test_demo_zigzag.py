"""The demo of the zig-zag way: no ratio where there is no way, or none that ends."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos import marks as kinds


def test_diverged_zigzag_says_so_without_a_ratio() -> None:
    state = demos.ZigzagState(offset=1.5, learning_rate=0.8, n_steps=120)
    picture = demos.DEMOS["zigzag"].picture(state)
    assert picture.panels[1].title == "Weights: diverged"
    assert " times " not in picture.alt
    assert not re.search(r"\d{5}", picture.alt)
    lines = [mark for mark in picture.panels[1].marks if isinstance(mark, kinds.Line)]
    assert max(np.abs(mark.x).max() for mark in lines) < 1e3


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"w1": 0.0, "w2": 0.0}, "Weights: best from the start"),
        ({"n_steps": 0}, "Weights: at the start"),
        ({"n_steps": 1}, "Weights: 1.00 times the straight way"),
    ],
)
def test_zigzag_without_a_way_has_no_ratio(changes: Any, title: str) -> None:
    picture = demos.DEMOS["zigzag"].picture(demos.ZigzagState(**changes))
    assert picture.panels[1].title == title
    assert "1 steps" not in picture.status
