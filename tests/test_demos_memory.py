"""A demo that is moved for a long time does not fill the kernel's memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.demos.controls import Hidden, Slider
from course_utils.demos.live import Live
from tests.test_live import acknowledge, ask

WARM_UP, UPDATES = 150, 300
MEGABYTE = 2**20
STATUS = Path("/proc/self/status")


def resident() -> float:
    """Return the memory of this process in megabytes."""
    (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / MEGABYTE


def move(live: Live[Any], rng: np.random.Generator) -> None:
    """Move one control of a demo somewhere, or let time go on."""
    shown = [c for c in live._demo.controls if not isinstance(c, Hidden)]
    control = shown[rng.integers(len(shown))]
    if live._demo.tick and rng.random() < 0.3:
        ask(live, "step")
    elif isinstance(control, Slider):
        ask(live, "set", values={control.name: rng.uniform(control.low, control.high)})
    else:
        end = control.ends[rng.integers(len(control.ends))]
        ask(live, "set", values={control.name: end})
    acknowledge(live)


def growth(name: str, n_updates: int) -> float:
    """Return by how many megabytes the process grows over so many updates."""
    live, rng = Live(demos.DEMOS[name]), np.random.default_rng(0)
    for _ in range(WARM_UP):
        move(live, rng)
    before = resident()
    for _ in range(n_updates):
        move(live, rng)
    return resident() - before


@pytest.mark.slow
@pytest.mark.skipif(not STATUS.exists(), reason="reads what Linux tells about a process")
@pytest.mark.parametrize("name", demos.DEMOS)
def test_memory_stays_as_it_is(name: str) -> None:
    assert growth(name, UPDATES) < 20
