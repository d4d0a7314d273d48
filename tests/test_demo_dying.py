"""The demo of dying units shows what its networks really do."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest

from course_utils.datasets import make_spirals
from course_utils.demos.dying import DEMO, LAST_STEP, TICK, DyingState
from course_utils.demos.marks import Line, Points, Text
from course_utils.network import MLP
from course_utils.training import Recipe, train


def networks(state: DyingState) -> tuple[list[MLP], np.ndarray, np.ndarray]:
    """Train as the demo does, from look to look; plain descent has no memory."""
    X, y = make_spirals(150, seed=np.random.default_rng([44, state.seed, 0]))
    sizes = [2, 100, 3] if state.hidden_layers == "1" else [2, 50, 50, 3]
    rng = np.random.default_rng([44, state.seed, 1])
    made = [MLP(sizes, state.activation, seed=rng, dtype=np.float32)]
    recipe = Recipe(optimizer="sgd", learning_rate=state.learning_rate, n_steps=TICK)
    for _ in range(state.n_steps // TICK):
        made.append(train(made[-1], X, y, recipe).network)
    return made, X, y


@pytest.mark.parametrize("depth", ["1", "2"])
def test_every_number_is_that_of_the_network(depth: str) -> None:
    state = DyingState(learning_rate=3.0, hidden_layers=depth, n_steps=100)
    made, X, y = networks(state)
    silent = [
        [(a.max(axis=0) == 0) for a in net.trace(X.astype(np.float32)).activations[:-1]]
        for net in made
    ]
    parts = []
    for n, history in enumerate(zip(*silent, strict=True), start=1):
        back = sum(int((a & ~b).sum()) for a, b in pairwise(history))
        parts.append(
            f"in layer {n} {history[-1].mean():.0%} are dead, {back} revival{'s' * (back != 1)}"
        )
    right = np.mean(made[-1].predict(X) == y)

    picture = DEMO.picture(state)

    words = f"Step 100: {'; '.join(parts)}; {right:.0%} of the points are right."
    assert picture.status == words
    n_dead = sum(int(layer.sum()) for layer in silent[-1])
    assert picture.panels[0].title == f"{n_dead} of 100 units dead"
    assert picture.panels[2].title == f"Regions: {right:.0%} right"
    lines = [mark for mark in picture.panels[1].marks if isinstance(mark, Line)]
    for n, line in enumerate(lines):
        assert line.y == pytest.approx([look[n].mean() for look in silent])


def test_every_unit_has_one_mark() -> None:
    for rate in (0.1, 2.0, 10.0):
        panel = DEMO.picture(DyingState(learning_rate=rate)).panels[0]
        sizes = [len(mark.x) for mark in panel.marks if isinstance(mark, Points)]
        assert sum(sizes) == 100 + 3  # and the key
        n_dead = int(re.match(r"\d+", panel.title)[0])  # type: ignore[index]
        squares = [m for m in panel.marks if isinstance(m, Points) and m.shape == "square"]
        assert sum(len(mark.x) for mark in squares) == n_dead + 1


def test_first_layer_never_comes_back_and_the_second_does() -> None:
    status = DEMO.picture(DyingState(n_steps=100)).status

    first, second = map(int, re.findall(r"(\d+) revival", status))
    assert first == 0
    assert second > 10


def test_revivals_are_counted_not_units() -> None:
    picture = DEMO.picture(DyingState())
    status = re.findall(r"\d+ revivals?", picture.status)
    key = [m.text for m in picture.panels[1].marks if isinstance(m, Text)]

    assert [words.split(": ")[1] for words in key] == status
    assert "its sum is above 0 at fewer than 10% of the points" in picture.alt


def test_highest_rate_kills_all_and_the_lowest_none_of_the_first_layer() -> None:
    def dead(rate: float) -> str:
        state = DyingState(learning_rate=rate, hidden_layers="1", n_steps=LAST_STEP)
        return DEMO.picture(state).panels[0].title

    assert dead(10.0) == "100 of 100 units dead"
    assert dead(0.1) == "0 of 100 units dead"


def test_leaky_units_do_not_die_and_a_run_that_diverged_is_called_so() -> None:
    status = DEMO.picture(DyingState(10.0, "leaky_relu", n_steps=LAST_STEP)).status

    assert re.match(r"Diverged after step \d+, which you see: in layer 1 0% are dead", status)


def test_a_picture_does_not_depend_on_what_was_asked_before() -> None:
    early = DyingState(seed=7, n_steps=20)
    before = DEMO.picture(early)
    DEMO.picture(DyingState(seed=7, n_steps=200))

    assert DEMO.picture(early) == before


def test_time_goes_on_to_the_last_step() -> None:
    assert DEMO.ticked(DyingState(n_steps=50)) == DyingState(n_steps=50 + TICK)
    assert DEMO.ticked(DyingState(n_steps=LAST_STEP)) is None
