"""The playground's inputs and its warped plane are what the core computes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.datasets import make_convnetjs
from course_utils.demos import _playground_run
from course_utils.demos._playground_features import INPUTS, features
from course_utils.demos.demo import Click
from course_utils.demos.marks import Line, Points, Raster, Text
from course_utils.demos.picture import Panel
from course_utils.demos.playground import DEMO, PlaygroundState
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer, train

WARPED = {"view": "warped plane"}


def state(**changes: object) -> PlaygroundState:
    return DEMO.checked(DEMO.start, changes)


def marks(panel: Panel, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def warped(**changes: object) -> Panel:
    return DEMO.picture(state(**WARPED, **changes)).panels[4]


def told(X: np.ndarray) -> np.ndarray:
    """Return the seven inputs, written point by point."""
    return np.array([[a, b, a * a, b * b, a * b, np.sin(a), np.sin(b)] for a, b in X])


def start_run(sizes: list[int], X: np.ndarray, y: np.ndarray, n_steps: int) -> MLP:
    recipe = Recipe(
        learning_rate=0.01, momentum=0.1, weight_decay=1e-4, batch_size=10, n_steps=n_steps
    )
    network = MLP(sizes, "tanh", initialization="lecun", dtype=np.float32)
    return train(network, X, y, recipe).network


# ---- Inputs ------------------------------------------------------------------------------


def test_features_by_hand() -> None:
    X = np.array([[2.0, -3.0], [0.5, np.pi / 2]])
    wanted = [
        [2, -3, 4, 9, -6, np.sin(2), -np.sin(3)],
        [0.5, np.pi / 2, 0.25, np.pi**2 / 4, np.pi / 4, np.sin(0.5), 1],
    ]

    for inputs, names in INPUTS.items():
        made = features(X, inputs)
        assert made == pytest.approx(np.array(wanted)[:, : len(names)])
    assert [len(names) for names in INPUTS.values()] == [2, 5, 7]


@pytest.mark.parametrize("inputs", ["with squares", "with sines"])
def test_network_learns_from_the_inputs(inputs: str) -> None:
    X, y = make_convnetjs("circle")
    n = {"with squares": 5, "with sines": 7}[inputs]
    network = start_run([n, 6, 2, 2], told(X)[:, :n], y, 300)

    picture = DEMO.picture(state(inputs=inputs, n_steps=300))

    run = _playground_run.look(state(inputs=inputs, n_steps=300))
    for layer, wanted in zip(run.network.layers, network.layers, strict=True):
        assert pytest.approx(wanted.W, abs=1e-5) == layer.W
    right = np.mean(network.predict(told(X)[:, :n]) == y)
    assert f"{right:.1%} of training" in picture.status
    (raster,) = marks(picture.panels[0], Raster)
    at = 5.5 * (2 * np.arange(60) - 59) / 60
    grid = told(np.stack(np.meshgrid(at, at), axis=-1).reshape(-1, 2))[:, :n]
    shown = np.frombuffer(raster.levels, np.uint8) // 64
    assert np.mean(shown == network.predict(grid)) > 0.999


def test_added_and_test_points_get_the_same_inputs() -> None:
    now = state(inputs="with sines", batch="all", test_share=30, points=((1.0, -2.0, 1),))
    sets = _playground_run.point_sets(now)

    assert sets.told == pytest.approx(told(sets.X))
    assert sets.told[-1] == pytest.approx(told(np.array([[1.0, -2.0]]))[0])
    assert sets.told_test == pytest.approx(told(sets.X_test))


def test_point_added_on_the_way_is_learned_with_its_inputs() -> None:
    now = DEMO.clicked(
        state(inputs="with squares", batch="all", n_steps=50), Click("regions", 4, 4)
    )
    now = DEMO.settled(now, {"n_steps": 80})

    X, y = make_convnetjs("circle")
    network = MLP([5, 6, 2, 2], "tanh", initialization="lecun", dtype=np.float32)
    recipe = Recipe(learning_rate=0.01, momentum=0.1, weight_decay=1e-5)
    trainer = Trainer(network, told(X)[:, :5], y, recipe)
    trainer.advance(50)
    X, y = np.vstack([X, [[4.0, 4.0]]]), np.append(y, 0)
    trainer.replace_data(told(X)[:, :5], y)
    trainer.change(replace(recipe, weight_decay=0.001 / 101))
    trainer.advance(30)

    assert f"training loss {trainer.loss:.3f}" in DEMO.picture(now).status


def test_other_inputs_start_again() -> None:
    before = DEMO.settled(state(n_steps=50), {"momentum": 0.9})
    after = DEMO.settled(before, {"inputs": "with sines"})

    assert (after.n_steps, after.past, after.momentum, after.preset) == (0, (), 0.9, "own")
    assert DEMO.settled(after, {"preset": "20 units"}).inputs == "x1, x2"
    assert eval(DEMO.code(after), vars(demos)).state() == after


@pytest.mark.parametrize("inputs", list(INPUTS))
def test_drawing_names_the_inputs(inputs: str) -> None:
    picture = DEMO.picture(state(inputs=inputs))
    panel, names = picture.panels[1], INPUTS[inputs]

    texts = [mark for mark in marks(panel, Text) if mark.align == "right"]
    assert tuple(text.text for text in texts) == names
    assert marks(panel, Points)[0].y == pytest.approx([text.y for text in texts])
    assert f"inputs {', '.join(names)} and hidden layers" in picture.alt


# ---- The warped plane --------------------------------------------------------------------


def test_points_and_lines_stand_at_the_outputs_of_two_units() -> None:
    X, y = make_convnetjs("circle")
    trained = start_run([2, 6, 2, 2], X, y, 300)
    now = state(**WARPED, n_steps=300, unit=3)
    panel = DEMO.picture(now).panels[4]

    outputs = trained.trace(X).activations[0][:, 2:4]
    for k, points in enumerate(marks(panel, Points)[-3:]):
        assert np.array([points.x, points.y]) == pytest.approx(outputs[y == k].T, abs=1e-4)
    assert [mark.shape for mark in marks(panel, Points)[-3:]] == ["circle", "square", "diamond"]
    lines = marks(panel, Line)
    assert len(lines) == 26
    at, along = np.linspace(-5.5, 5.5, 13), np.linspace(-5.5, 5.5, len(lines[0].x))
    for n, line in enumerate(lines):
        straight = np.stack([np.full_like(along, at[n % 13]), along], axis=1)
        straight = straight if n < 13 else straight[:, ::-1]
        bent = trained.trace(straight).activations[0][:, 2:4]
        shown = np.array([line.x, line.y]).T
        assert shown == pytest.approx(bent, abs=1e-4)
    assert [n for n, line in enumerate(lines) if line.width > 1] == [6, 19]
    assert (panel.x_label, panel.y_label) == ("unit 1.3", "unit 1.4")
    assert panel.title == "Layer 1 bends the plane"
    assert "lines each way, by unit 1.3 across and unit 1.4 up." in DEMO.picture(now).alt


def test_other_inputs_and_test_points_are_bent_as_well() -> None:
    now = state(**WARPED, inputs="with sines", test_share=40, layers="5 relu")
    sets, network = _playground_run.point_sets(now), _playground_run.new_network(now)
    panel = DEMO.picture(now).panels[4]

    for first, X, y in ((0, sets.X_test, sets.y_test), (3, sets.X, sets.y)):
        outputs = network.trace(told(X)).activations[0][:, :2]
        for k, points in enumerate(marks(panel, Points)[first : first + 3]):
            shown = np.array([points.x, points.y]).T
            assert shown == pytest.approx(outputs[y == k], abs=1e-3)
    line = marks(panel, Line)[0]
    corner = network.trace(told(np.array([[-5.5, -5.5]]))).activations[0][0, :2]
    assert (line.x[0], line.y[0]) == pytest.approx(corner, abs=1e-3)


def test_after_the_last_unit_comes_the_first() -> None:
    panel = warped(layer=1, unit=6)
    assert (panel.x_label, panel.y_label) == ("unit 1.6", "unit 1.1")
    scores = warped(layer=3, unit=2)
    assert (scores.x_label, scores.y_label) == ("unit 3.2 (score)", "unit 3.1 (score)")
    assert scores.title == "Scores bend the plane"


@pytest.mark.parametrize("layers", ["none", "4 identity"])
def test_without_an_activation_the_plane_stays_flat(layers: str) -> None:
    panel = warped(layers=layers)

    assert panel.title == "The plane stays flat"
    for line in marks(panel, Line):
        along = np.array([line.x, line.y])
        evenly = np.linspace(along[:, 0], along[:, -1], along.shape[1]).T
        assert along == pytest.approx(evenly, abs=1e-4)
    assert warped(layers=layers, inputs="with squares").title != panel.title


def test_one_unit_leaves_a_line() -> None:
    now = state(**WARPED, layers="1 tanh", data="three arms")
    sets, network = _playground_run.point_sets(now), _playground_run.new_network(now)
    panel = DEMO.picture(now).panels[4]

    outputs = network.trace(sets.X).activations[0][:, 0]
    for k, points in enumerate(marks(panel, Points)[-3:]):
        assert points.x == pytest.approx(outputs[sets.y == k], abs=1e-4)
        assert set(points.y) == {k}
    assert [text.text for text in marks(panel, Text)] == ["class 0", "class 1", "class 2"]
    assert panel.title == "Layer 1 leaves a line"
    assert DEMO.picture(now).alt.count("points of each class on a line, by unit 1.1.") == 1


@pytest.mark.parametrize(
    ("layers", "span"), [("6 tanh", (-1.12, 1.12)), ("6 sigmoid", (-0.06, 1.06))]
)
def test_bounded_outputs_have_a_fixed_range(layers: str, span: tuple[float, float]) -> None:
    for n_steps in (0, 300):
        panel = warped(layers=layers, n_steps=n_steps)
        assert panel.x_range == panel.y_range == pytest.approx(span)


@pytest.mark.parametrize("kind", ["relu", "elu", "leaky_relu", "gelu", "maxout", "prelu"])
def test_other_ranges_come_in_steps_and_hold_everything(kind: str) -> None:
    for n_steps in (0, 200):
        panel = warped(layers=f"6 {kind}", n_steps=n_steps, inputs="with squares")
        low, high = panel.x_range
        top = high - 0.06 / 1.12 * (high - low)
        assert f"{top:.3e}"[:5] in ("1.000", "1.500", "2.000", "3.000", "5.000", "7.000")
        ends = [end for line in marks(panel, Line) for end in (*line.x, *line.y)]
        assert low < min(ends)
        assert max(ends) < high
        assert panel.y_range == panel.x_range


@pytest.mark.parametrize("layers", ["20 relu, 20 relu", "1 relu", "none", "6 relu, 1 identity"])
@pytest.mark.parametrize("layer", [1, 3])
def test_wild_runs_can_be_shown(layers: str, layer: int) -> None:
    wild = {"initialization": "std 5", "learning_rate": 3.0, "momentum": 0.99}
    now = state(**WARPED, **wild, layers=layers, layer=layer, inputs="with sines", n_steps=1000)
    shown = json.dumps(DEMO.picture(now).as_data(), default=lambda _: "").lower()

    assert "nan" not in shown
    assert "infinity" not in shown
