"""The playground shows the numbers of the core, and its whole state is one line of code."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from course_utils import demos
from course_utils.datasets import make_convnetjs, make_noisy_square, train_test_split
from course_utils.demos import _playground_run
from course_utils.demos._playground_state import PRESETS
from course_utils.demos.demo import Click
from course_utils.demos.live import Live
from course_utils.demos.marks import Bars, Line, Raster, Spot, Strokes, Text
from course_utils.demos.picture import Panel
from course_utils.demos.playground import DEMO, PlaygroundState
from course_utils.diagnostics import count_regions, decision_regions, layer_statistics
from course_utils.losses import cross_entropy
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer, train

SQUARE = {"preset": "20 units", "n_steps": 150}


def state(**changes: object) -> PlaygroundState:
    return DEMO.checked(DEMO.start, changes)


def marks(panel: Panel, kind: type) -> list[Any]:
    return [mark for mark in panel.marks if isinstance(mark, kind)]


def figures(words: str) -> list[float]:
    return [float(word.replace(",", "")) for word in re.findall(r"[\d,.]*\d", words)]


def square_run(n_steps: int) -> tuple[Any, Any]:
    """Train what the preset of 20 units says, by the core alone."""
    data = make_noisy_square(40, flip=0.15, n_test=60, seed=3)
    recipe = Recipe(optimizer="adam", learning_rate=0.03, n_steps=n_steps)
    network = MLP([2, 20, 2], "tanh", dtype=np.float32)
    history = train(network, data.X, data.y, recipe, validation=(data.X_test, data.y_test))
    return data, history


def test_losses_and_shares_are_those_of_the_core() -> None:
    data, history = square_run(150)
    network = history.network

    picture = DEMO.picture(state(**SQUARE))

    step, loss, test, right, test_right = figures(picture.status)
    assert step == 150
    assert [loss, test] == pytest.approx(
        [history.loss[-1], history.validation_loss[-1]], abs=6e-4
    )
    assert right == pytest.approx(100 * np.mean(network.predict(data.X) == data.y), abs=0.06)
    accuracy = np.mean(network.predict(data.X_test) == data.y_test)
    assert test_right == pytest.approx(100 * accuracy, abs=0.06)
    assert figures(picture.panels[2].title) == [loss, test]
    curves = [line for line in marks(picture.panels[2], Line) if len(line.x) > 2]
    assert curves[0].y[:-1] == pytest.approx(history.loss, abs=1e-4)
    assert curves[1].y[:-1] == pytest.approx(history.validation_loss, abs=1e-4)


def test_regions_and_the_unit_are_those_of_the_network() -> None:
    data, history = square_run(150)
    picture = DEMO.picture(state(**SQUARE, unit=7))

    half = 1.05 * 59 / 60  # the middles of the outermost fields
    grid = decision_regions(history.network, (-half, half, -half, half), n=60)
    assert figures(picture.panels[0].title)[0] == count_regions(grid)
    (raster,) = marks(picture.panels[0], Raster)
    assert np.mean(np.frombuffer(raster.levels, np.uint8) // 64 == grid.labels.ravel()) > 0.999
    corners = np.stack(np.meshgrid(grid.xs, grid.ys), axis=-1).reshape(-1, 2)
    outputs = history.network.trace(corners).activations[0][:, 6]
    ends = figures(picture.panels[4].title.split(": ")[1])
    assert ends == pytest.approx([abs(outputs.min()), abs(outputs.max())], abs=0.006)
    layer = layer_statistics(history.network, data.X)[0]
    dead, saturated = marks(picture.panels[3], Bars)
    assert (dead.heights[0], saturated.heights[0]) == (layer.dead, layer.saturated)
    assert picture.panels[3].title == f"Dead {layer.dead:.0%}, saturated {layer.saturated:.0%}"


def test_shares_count_units_and_not_layers() -> None:
    made = state(layers="20 relu, 6 sigmoid", learning_rate=3.0, n_steps=200)
    rows = layer_statistics(
        _playground_run.look(made).network, _playground_run.point_sets(made).told
    )

    share = (20 * rows[0].saturated + 6 * rows[1].saturated) / 26
    assert DEMO.picture(made).panels[3].title.endswith(f"saturated {share:.0%}")


def test_convnetjs_divides_the_weight_decay_by_the_batch() -> None:
    X, y = make_convnetjs("circle")
    recipe = Recipe(
        learning_rate=0.01, momentum=0.1, weight_decay=0.01, batch_size=10, n_steps=300
    )
    network = MLP([2, 6, 2, 2], "tanh", initialization="lecun", dtype=np.float32)
    loss = train(network, X, y, recipe).loss[-1]

    by_demo = state(weight_decay=0.1, n_steps=300)
    by_mean = state(weight_decay=0.01, convention="mean loss", n_steps=300)

    for each in (by_demo, by_mean):
        assert figures(DEMO.picture(each).status)[1] == pytest.approx(loss, abs=6e-4)
    whole = state(batch="all", weight_decay=0.1)
    assert _playground_run.recipe_of(whole).weight_decay == pytest.approx(0.001)
    *_, recipe_line, decay_line = marks(DEMO.picture(whole).panels[1], Text)
    assert recipe_line.text == "momentum 0.1, η = 0.01, 100 of 100 points in a step"
    assert decay_line.text == "λ = 0.1 / 100 = 0.001 per mean loss; 50 steps a picture"


def test_presets_are_the_figures_of_the_notes() -> None:
    def shown(name: str) -> list[float]:
        return figures(DEMO.picture(state(preset=name)).panels[0].title)

    regions, right, tested = zip(*map(shown, list(PRESETS)[1:]), strict=True)

    assert regions[0] <= regions[1] < regions[2]
    assert right[0] < right[1] < right[2] == 100
    assert regions[3] > regions[4]
    assert right[3] > right[4] > right[5]
    assert tested[4] > tested[2]


def test_split_is_that_of_the_data_sets() -> None:
    sets = _playground_run.point_sets(state(test_share=30, data_seed=4))
    _, X_test, _, y_test = train_test_split(
        *make_convnetjs("circle", seed=4), test_share=0.3, seed=4
    )

    assert (sets.X_test == X_test).all()
    assert (sets.y_test == y_test).all()


@pytest.mark.parametrize("batch", ["10", "all"])
def test_picture_does_not_depend_on_what_was_asked_before(batch: str) -> None:
    _playground_run._RUNS.clear()
    late = DEMO.picture(state(batch=batch, n_steps=200))
    early = DEMO.picture(state(batch=batch, n_steps=100))
    again = DEMO.picture(state(batch=batch, n_steps=200))
    _playground_run._RUNS.clear()

    assert again == late
    assert DEMO.picture(state(batch=batch, n_steps=100)) == early
    assert DEMO.picture(state(batch=batch, n_steps=200)) == late


def test_rates_and_points_can_change_on_the_way() -> None:
    now = state(batch="all", n_steps=50)
    now = DEMO.settled(now, {"learning_rate": 0.1})
    now = DEMO.settled(now, {"learning_rate": 0.03})  # no step with 0.1 in between
    now = DEMO.settled(now, {"n_steps": 80})
    now = DEMO.clicked(now, Click("regions", 4.0, 4.0))
    now = DEMO.settled(now, {"n_steps": 100})

    X, y = make_convnetjs("circle")
    network = MLP([2, 6, 2, 2], "tanh", initialization="lecun", dtype=np.float32)
    recipe = Recipe(learning_rate=0.01, momentum=0.1, weight_decay=1e-5)
    trainer = Trainer(network, X, y, recipe)
    trainer.advance(50)
    trainer.change(replace(recipe, learning_rate=0.03))
    trainer.advance(30)
    X, y = np.vstack([X, [[4.0, 4.0]]]), np.append(y, 0)
    trainer.replace_data(X, y)
    trainer.change(replace(recipe, learning_rate=0.03, weight_decay=0.001 / 101))
    trainer.advance(20)

    assert [phase[0] for phase in now.past] == [50, 80]
    loss = cross_entropy(trainer.network.forward(X.astype(np.float32)), y)
    assert figures(DEMO.picture(now).status)[1] == pytest.approx(loss, abs=6e-4)
    live = Live(DEMO, **DEMO.values(now))
    assert eval(repr(live), vars(demos)).state() == now
    assert DEMO.picture(now) == DEMO.picture(eval(repr(live), vars(demos)).state())


def test_ticks_train_and_stop() -> None:
    first = DEMO.ticked(state(n_steps=100))
    assert first is not None
    assert first.n_steps == 150
    short = state(data="simple", layers="none", batch="all", n_steps=19_980)
    last = DEMO.ticked(short)
    assert last is not None
    assert last.n_steps == 20_000
    assert DEMO.ticked(last) is None


WILD = {
    "layers": "20 relu, 20 relu",
    "initialization": "std 5",
    "learning_rate": 3.0,
    "momentum": 0.99,
    "weight_decay": 1.0,
    "convention": "mean loss",
    "speed": 10,
}


def test_diverged_run_says_so_and_goes_on_with_a_lower_rate() -> None:
    now = state(**WILD)
    while (later := DEMO.ticked(now)) is not None:
        now = later
    picture = DEMO.picture(now)
    shown = int(figures(picture.status)[0])

    assert picture.status.startswith(f"Diverged after step {now.n_steps - 10:,}, which")
    assert shown == now.n_steps - 10
    assert "nan" not in picture.alt.lower() + picture.status.lower()
    assert "inf" not in json.dumps(picture.as_data(), default=lambda _: "").lower()
    calm = DEMO.ticked(DEMO.settled(now, {"learning_rate": 0.001, "weight_decay": 0.0}))
    assert calm is not None
    assert DEMO.picture(calm).status.startswith("Step")


def test_run_far_beyond_its_end_shows_the_last_good_step() -> None:
    near, far = (DEMO.picture(state(**WILD, n_steps=n)) for n in (1000, 1500))
    assert near.status == far.status


def test_schedule_that_repeats_itself_is_one() -> None:
    same = ("momentum", 0.01, 0.1, "10", 0.001, "ConvNetJS", ())
    pair = [state(n_steps=40), state(n_steps=40, past=((20, *same),))]
    assert len({DEMO.picture(each).status for each in pair}) == 1


def test_network_is_drawn_with_its_weights() -> None:
    now = state(layers="20 tanh", unit=3)
    network = _playground_run.new_network(now)
    panel = DEMO.picture(now).panels[1]

    dashed, solid = marks(panel, Strokes)
    last = [layer.W / abs(layer.W[:, :12]).max() for layer in network.layers][1][:, :12]
    for strokes, sign in ((solid, 1), (dashed, -1)):
        widths = [w for w, x in zip(strokes.widths, strokes.x0, strict=True) if x == 1]
        wanted = 0.4 + 4 * sign * last[sign * last > 0.03]
        assert widths == pytest.approx(wanted.tolist(), abs=1e-4)
    assert dashed.style == "dashed"
    assert [text.text for text in marks(panel, Text)][:4] == [
        "inputs",
        "20 tanh",
        "scores",
        "+8",
    ]
    assert len(marks(panel, Spot)) == 12 + 2
    assert DEMO.pointed(now, "2.1").layer == 2
