"""What notebook 01 shows, held against the notes' own numbers."""

from __future__ import annotations

import pytest

from tests.lectures import Lectures

pytestmark = pytest.mark.slow


def test_it_ends_with_its_rows_of_the_ledger(lectures: Lectures) -> None:
    measured = lectures("01_one_neuron").verdicts

    assert list(measured) == [1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 22, 23, 24]
    assert "30,720 weights" in measured[1]
    assert "308,200 weights, 308,310 with biases" in measured[2]
    assert "1,163 to 11,628 synapses" in measured[6]
    assert "47.7 Hz at I = 1.5" in measured[8]
    assert "outputs differ by 0;" in measured[9]
    assert "`forward` works above z = -709.78" in measured[10]
    assert "in float64 is exactly 1 from z = 37 on" in measured[22]
