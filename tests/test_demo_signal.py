"""The demo of ten layers shows what a forward and a backward pass by hand give."""

from __future__ import annotations

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS
from course_utils.demos.marks import Bars, Line, Text
from course_utils.demos.signal import BUTTONS, DEMO, SignalState


def by_hand(state: SignalState) -> tuple[list[float], list[float], list[float], list[float]]:
    """Return spread, share of flat slopes, gradient and that of the weights, by layer."""
    rng = np.random.default_rng(27)
    a: Array = rng.standard_normal((100, 100))
    y = rng.integers(0, 2, 100)
    f = ACTIVATIONS[state.activation]
    weights, inputs, sums = [], [], []
    for n_out in [*[100] * state.n_layers, 2]:
        weights.append(rng.normal(0, state.factor / 10, (n_out, 100)))
        inputs.append(a)
        sums.append(a @ weights[-1].T)
        a = f(sums[-1])
    p = np.exp(sums[-1] - sums[-1].max(axis=1, keepdims=True))
    slope = (p / p.sum(axis=1, keepdims=True) - np.eye(2)[y]) / 100 @ weights[-1]
    gradient: list[float] = []
    of_weights: list[float] = []
    for n in reversed(range(state.n_layers)):
        gradient.insert(0, float(np.sqrt((slope**2).mean())))
        dz = slope * f.derivative(sums[n])
        of_weights.insert(0, float(np.sqrt(((dz.T @ inputs[n]) ** 2).mean())))
        slope = dz @ weights[n]
    flat = [float((abs(f.derivative(z)) < 0.01).mean()) for z in sums[:-1]]
    return [float(x.std()) for x in inputs[1:]], flat, gradient, of_weights


@pytest.mark.parametrize(
    "state",
    [
        SignalState(),
        SignalState("relu", 1.414),
        SignalState("tanh", 10.0, 4),
        SignalState("gelu", 0.1, 2),
    ],
)
def test_every_number_is_that_of_a_pass_by_hand(state: SignalState) -> None:
    spread, flat, gradient, of_weights = by_hand(state)
    left, middle, right = DEMO.picture(state).panels

    (line,) = [mark for mark in left.marks if isinstance(mark, Line)]
    assert line.y == pytest.approx(np.log10([1.0, *spread]), abs=1e-4)
    lines = [mark for mark in middle.marks if isinstance(mark, Line)]
    assert lines[0].y == pytest.approx(np.log10(of_weights), abs=1e-4)
    assert lines[1].y == pytest.approx(np.log10(gradient), abs=1e-4)
    bars = [mark for mark in right.marks if isinstance(mark, Bars)]
    assert bars[0].heights == pytest.approx(flat, abs=1e-4)


def test_titles_and_status_of_the_start() -> None:
    spread, _, gradient, _ = by_hand(SignalState())
    picture = DEMO.picture(SignalState())
    assert picture.panels[0].title == f"Layer 1 to 10: × {spread[-1] / spread[0]:.2f}"
    assert gradient[0] / gradient[-1] == pytest.approx(1.9e-6, rel=0.03)
    assert picture.panels[1].title == "Layer 10 to 1: × 1.9e−6"
    assert picture.status == (
        f"From layer 1 to 10 the spread goes from {spread[0]:.2f} to {spread[-1]:.2f}; on the "
        "way back the gradient goes from 7.8e−4 to 1.5e−9."
    )


def test_sigmoid_takes_three_quarters_of_the_gradient_in_each_layer_or_more() -> None:
    for factor in (0.5, 1.0):
        (_, line) = [
            mark
            for mark in DEMO.picture(SignalState(factor=factor)).panels[1].marks
            if isinstance(mark, Line)
        ]
        # Sums stay near 0, where the slope is 1/4; the draws make for the rest.
        assert np.diff(line.y) == pytest.approx(-np.log10(factor / 4), abs=0.1)


def test_he_keeps_relu_and_the_smaller_weights_halve_its_variance() -> None:
    def ratio(factor: float) -> float:
        title = DEMO.picture(SignalState("relu", factor)).panels[0].title
        return float(title.split()[-1])

    assert 0.4 < ratio(1.414) < 2
    assert ratio(1.0) == pytest.approx(ratio(1.414) / 1.414**9, rel=0.05)


def test_dead_units_of_relu_are_silent_for_every_sample() -> None:
    state = SignalState("relu", 1.0)
    right = DEMO.picture(state).panels[2]
    flat, dead = (mark.heights for mark in right.marks if isinstance(mark, Bars))
    assert dead[0] == 0
    assert right.title == f"Last: {flat[-1]:.0%} flat, {dead[-1]:.0%} dead"
    # Scaling the weights of relu without biases moves no unit across 0.
    other = DEMO.picture(SignalState("relu", 5.0)).panels[2]
    assert [mark.heights for mark in other.marks if isinstance(mark, Bars)][1] == dead


def test_buttons_set_the_size_of_the_weights() -> None:
    wanted = {"lecun": 1 / 10, "he": np.sqrt(2 / 100), "small": 0.01, "large": 1.0}
    for button in BUTTONS:
        state = DEMO.pressed(SignalState(factor=0.5), button.name)
        assert state.factor / 10 == pytest.approx(wanted[button.name], rel=2e-4)


def test_gradient_below_the_axis_is_named() -> None:
    middle = DEMO.picture(SignalState(factor=0.1)).panels[1]
    words = [mark.text for mark in middle.marks if isinstance(mark, Text)]
    (below,) = [text for text in words if text.startswith("↓ to ")]
    assert float(below.split()[2].replace("−", "-")) == pytest.approx(
        by_hand(SignalState(factor=0.1))[2][0], rel=0.03
    )


def test_factor_in_the_title_is_that_between_the_layers_it_names() -> None:
    # From the inputs, of spread 1, to layer 2 it is .01.
    state = SignalState("tanh", 0.1, 2)
    spread, _, gradient, _ = by_hand(state)
    picture = DEMO.picture(state)
    assert picture.panels[0].title == f"Layer 1 to 2: × {spread[1] / spread[0]:.2g}"
    assert picture.panels[1].title == f"Layer 2 to 1: × {gradient[0] / gradient[1]:.2g}"
    assert "shrinks from layer 1 to 2." in picture.alt
