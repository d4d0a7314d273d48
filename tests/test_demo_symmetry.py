"""The demo of symmetry shows what equal units really do."""

from __future__ import annotations

import re

import numpy as np
import pytest

from course_utils.datasets import make_moons
from course_utils.demos.marks import Line, Points, Text
from course_utils.demos.symmetry import DEMO, LAST_STEP, TICK, SymmetryState


def by_hand(state: SymmetryState) -> tuple[np.ndarray, list[float], float]:
    """Descend with gradients written out; return hidden weights, losses, share right."""
    X, y = make_moons(100, noise=0.1, seed=np.random.default_rng([112, state.seed, 0]))
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    rng = np.random.default_rng([112, state.seed, 1])

    def draw(n_out: int, n_in: int) -> np.ndarray:
        if state.init == "random":
            W = rng.normal(0, n_in**-0.5, (n_out, n_in))
        else:
            W = np.full((n_out, n_in), 0.5 if state.init == "constant" else 0.0)
        return W + rng.normal(0, state.noise, (n_out, n_in))

    W, v = draw(8, 2), draw(1, 8)[0]
    b, c, losses = np.zeros(8), 0.0, []
    for _ in range(state.n_steps + 1):
        a = np.tanh(X @ W.T + b)
        z = a @ v + c
        losses.append(float(np.mean(np.logaddexp(0, z) - y * z)))
        right = float(np.mean((z > 0) == y))
        if len(losses) > state.n_steps:
            break
        dz = (1 / (1 + np.exp(-z)) - y) / len(y)
        back = np.outer(dz, v) * (1 - a**2)
        v, c = v - 0.5 * dz @ a, c - 0.5 * dz.sum()
        W, b = W - 0.5 * back.T @ X, b - 0.5 * back.sum(axis=0)
    return W, losses[::TICK], right


@pytest.mark.parametrize(
    "state",
    [
        SymmetryState(),
        SymmetryState(init="zero"),
        SymmetryState(noise=0.1, n_steps=400),
        SymmetryState(init="random", seed=3, n_steps=320),
        SymmetryState(init="zero", noise=0.001, n_steps=0),
    ],
)
def test_every_number_is_that_of_training_by_hand(state: SymmetryState) -> None:
    W, losses, right = by_hand(state)
    picture = DEMO.picture(state)
    left, middle, last = picture.panels

    (tips,) = [mark for mark in left.marks if isinstance(mark, Points)]
    assert tips.x == pytest.approx(W[:, 0], abs=1e-4)
    assert tips.y == pytest.approx(W[:, 1], abs=1e-4)
    (line,) = [mark for mark in last.marks if isinstance(mark, Line)]
    assert line.y == pytest.approx(losses, abs=1e-4)
    assert middle.title == f"Regions: {right:.0%} right"
    assert last.title == f"Loss: {losses[-1]:.3f}"
    assert picture.status.startswith(f"After {state.n_steps} steps the units ")
    assert picture.status.endswith(f"; loss {losses[-1]:.3f}, {right:.0%} right.")
    found = re.search(r"differ by up to (\S+), their weights have rank 2", picture.status)
    if found:
        spread = float(found[1].replace("−", "-"))
        assert spread == pytest.approx(np.ptp(W, axis=0).max(), rel=0.05)


def test_equal_units_stay_alike_to_the_last_bit() -> None:
    for init, rank in (("constant", 1), ("zero", 0)):
        picture = DEMO.picture(SymmetryState(init=init, n_steps=LAST_STEP))
        assert f"the units are exactly alike, their weights have rank {rank}" in picture.status
        assert picture.panels[0].title == "Weights: all units alike"


def test_zero_weights_keep_the_loss_of_a_guess_until_they_are_pushed() -> None:
    still = DEMO.picture(SymmetryState(init="zero", n_steps=2000))
    pushed = DEMO.picture(SymmetryState(init="zero", noise=0.0001, n_steps=2000))
    assert still.panels[2].title == "Loss: 0.693"
    assert float(pushed.panels[2].title.split()[1]) < 0.3


def test_the_smaller_the_noise_the_longer_the_wait() -> None:
    def first_step(noise: float) -> int:
        panel = DEMO.picture(SymmetryState(noise=noise, n_steps=LAST_STEP)).panels[2]
        (line,) = [mark for mark in panel.marks if isinstance(mark, Line)]
        return TICK * int(np.argmax(np.array(line.y) < 0.2))

    waits = [first_step(noise) for noise in (0.1, 0.01, 0.001)]
    assert waits[0] < waits[1] < waits[2]


def test_units_that_can_be_told_apart_are_counted() -> None:
    state = SymmetryState(noise=0.01, n_steps=LAST_STEP)
    panel = DEMO.picture(state).panels[0]
    (tips,) = [mark for mark in panel.marks if isinstance(mark, Points)]
    places = list(zip(tips.x, tips.y, strict=True))
    n_new = sum(
        all(max(abs(x - u), abs(y - v)) > 0.05 for u, v in places[:n])
        for n, (x, y) in enumerate(places)
    )
    assert 1 < n_new < 8
    assert panel.title == f"Weights: {n_new} of 8 told apart"


def test_no_weight_leaves_the_axes() -> None:
    for init in ("zero", "constant", "random"):
        for noise in (0.0, 0.5):
            state = SymmetryState(init, noise, 9, LAST_STEP)
            panel = DEMO.picture(state).panels[0]
            (tips,) = [mark for mark in panel.marks if isinstance(mark, Points)]
            assert max(map(abs, [*tips.x, *tips.y])) < panel.x_range[1]


def test_a_picture_does_not_depend_on_what_was_asked_before() -> None:
    early = SymmetryState(noise=0.5, seed=7, n_steps=40)
    before = DEMO.picture(early)
    DEMO.picture(SymmetryState(noise=0.5, seed=7, n_steps=400))
    assert DEMO.picture(early) == before


def test_time_goes_on_to_the_last_step() -> None:
    assert DEMO.ticked(SymmetryState(n_steps=600)) == SymmetryState(n_steps=600 + TICK)
    assert DEMO.ticked(SymmetryState(n_steps=LAST_STEP)) is None


def test_words_for_all_units_stand_next_to_their_point() -> None:
    for init in ("zero", "constant"):
        for n_steps in (0, 40, 600, LAST_STEP):
            panel = DEMO.picture(SymmetryState(init=init, n_steps=n_steps)).panels[0]
            (words,) = [mark for mark in panel.marks if isinstance(mark, Text)]
            (tips,) = [mark for mark in panel.marks if isinstance(mark, Points)]
            reach = panel.x_range[1]
            assert abs(words.x - tips.x[0]) < 0.15 * reach > abs(words.y - tips.y[0])


def test_no_loss_leaves_the_axis() -> None:
    for init in ("zero", "constant", "random"):
        for noise in (0.0, 0.5):
            for seed in (0, 9):
                panel = DEMO.picture(SymmetryState(init, noise, seed, LAST_STEP)).panels[2]
                (line,) = [mark for mark in panel.marks if isinstance(mark, Line)]
                assert max(line.y) < panel.y_range[1]
