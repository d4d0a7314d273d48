"""What a student reads of an exercise: hints, and nothing that gives a check away."""

from __future__ import annotations

import numpy as np

from autograder.questions import draw
from autograder.report import as_data, as_text
from tests.doubling import doubling, judged, right, rng


def test_no_message_tells_an_input_or_an_expected_value() -> None:
    result = judged(lambda x: np.add(x, 1.25))

    told = as_text(result) + str(as_data(result))
    inputs = [case[0] for case in draw(doubling().checks[0], rng)]
    assert not any(f"{number:.3g}" in told for x in inputs for number in (x, 2 * x, x + 1.25))


def test_a_hint_stands_only_where_something_is_wrong() -> None:
    assert judged(lambda x: x).checks[0].hint == "Try 3."
    assert judged(right).checks[0].hint == ""
