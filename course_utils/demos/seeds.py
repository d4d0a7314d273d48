"""Demo: how far networks that differ in their first weights alone end from each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import make_noisy_square, make_spirals
from course_utils.demos._runs import Runs, step_by
from course_utils.demos.controls import Choice, Ladder, Slider
from course_utils.demos.demo import Demo
from course_utils.demos.live import Live
from course_utils.demos.marks import Line, Mark, Points, Role, Shape, Strokes, Text, numbers
from course_utils.demos.picture import Panel, Picture
from course_utils.losses import binary_cross_entropy
from course_utils.network import MLP
from course_utils.training import Recipe
from course_utils.training._ensemble import ensemble_steps

__all__ = ["DEMO", "SeedsState", "seeds_demo"]

TICK, LAST_STEP = 25, 1500
WIDTHS = (1, 2, 3, 5, 10, 20, 50)
SMALL, LARGE = WIDTHS.index(3), WIDTHS.index(20)
BLOCK, MOST_SEEDS = 10, 40  # so many networks of a width are trained at once
SPIRALS, SQUARE = "two spirals", "noisy square"
RATES: Mapping[str, float] = {SPIRALS: 0.7, SQUARE: 1.0}
N_TEST = 200
MEASURES = ("loss", "accuracy")
SPANS: Mapping[str, tuple[float, float]] = {"loss": (-0.03, 1.14), "accuracy": (0.35, 1.1)}
SETS: tuple[tuple[str, Role, Shape], ...] = (
    ("training", "curve", "circle"),
    ("test", "second", "square"),
)
HIGHEST = 1.0  # what lies above is drawn there


@dataclass(frozen=True)
class SeedsState:
    """What the controls set: points, what is measured, weight decay, seeds, and time."""

    data: str = SPIRALS
    measure: str = "loss"
    weight_decay: float = 0.0
    n_seeds: int = 10
    n_steps: int = 50


CONTROLS = (
    Choice("data", "points", (SPIRALS, SQUARE)),
    Choice("measure", "measure", MEASURES),
    Ladder("weight_decay", "weight decay λ", (0.0, 0.001, 0.01, 0.1)),
    Slider("n_seeds", "seeds", low=5, high=MOST_SEEDS, step=1),
    Slider("n_steps", "steps taken", low=0, high=LAST_STEP, step=TICK),
)


def picture(state: SeedsState) -> Picture:
    """Show where the networks of each size stand, on training points and on test points."""
    values = _values(state)
    parts = [f"{name} {_words(state, v)}" for (name, *_), v in zip(SETS, values, strict=True)]
    status = f"Step {state.n_steps}, {state.n_seeds} seeds: {'; '.join(parts)}."
    return Picture(
        panels=tuple(_panel(state, n, v) for n, v in enumerate(values)),
        alt=(
            f"Two plots of networks of 1 to 50 hidden units on the set {state.data}, which "
            "differ in their first weights. Each network is a dot over the logarithm of its "
            "units, with the mean beside them and a stroke of one standard deviation to each "
            f"side: left the training {state.measure}, right the test {state.measure}. {status}"
        ),
        status=status,
    )


def _words(state: SeedsState, values: Array) -> str:
    pairs = [
        f"{values[n].mean():.3f} ± {values[n].std():.3f} with {WIDTHS[n]} units"
        for n in (SMALL, LARGE)
    ]
    return f"{state.measure} {' and '.join(pairs)}"


def _panel(state: SeedsState, which: int, values: Array) -> Panel:
    """Draw one strip for each width; `values` has shape (n_widths, n_seeds)."""
    name, role, shape = SETS[which]
    at = np.log10(WIDTHS)
    spread = 0.016 * (np.arange(state.n_seeds) % 5 - 3)
    x = (at[:, np.newaxis] + spread).ravel()
    mean, std, beside = values.mean(axis=1), values.std(axis=1), numbers(at + 0.05)
    seen = np.minimum(values, HIGHEST).ravel()
    middle = numbers(np.minimum(mean, HIGHEST))
    low, high = (numbers(np.clip(mean + side * std, 0, HIGHEST)) for side in (-1, 1))
    top = SPANS[state.measure][1] - 0.055
    marks: list[Mark] = [
        Points(numbers(x), numbers(seen), role, shape, 4.0),
        Line(beside, middle, "muted", "dotted", 1.2),
        Strokes(beside, low, beside, high, (2.0,) * len(at), "accent"),
        Points(beside, middle, "accent", "diamond", 6.0),
        *(Text(float(a), top, str(w), align="center") for a, w in zip(at, WIDTHS, strict=True)),
    ]
    title = f"{name.capitalize()}: std {std[SMALL]:.3f} at 3, {std[LARGE]:.3f} at 20"
    words = ("log10 H, hidden units (H above)", f"{name} {state.measure}")
    return Panel(title, *words, (-0.13, 1.83), SPANS[state.measure], tuple(marks))


# ---- Training ----------------------------------------------------------------------------


def _values(state: SeedsState) -> Array:
    """Return the measure on both sets, shape (2, n_widths, n_seeds)."""
    n_blocks = -(-state.n_seeds // BLOCK)
    blocks = [_look(state, block) for block in range(n_blocks)]
    both = np.concatenate(blocks, axis=-1)[..., : state.n_seeds]
    return both[MEASURES.index(state.measure)]  # type: ignore[no-any-return]


def _look(state: SeedsState, block: int) -> Array:
    """Return how the networks stand after some steps, whatever was asked for before."""
    settings = state.data, state.weight_decay, block
    return _RUNS.looks(1 + state.n_steps // TICK, *settings)[-1]


def _train(data: str, weight_decay: float, block: int) -> Iterator[Array]:
    """Train, and look every few steps.

    Yields
    ------
    ndarray
        Losses and accuracies, shape (2 measures, 2 sets, n_widths, BLOCK).
    """
    X, y, _, _ = _points(data)
    starts = [_starts(width, block) for width in WIDTHS]
    recipe = Recipe(
        "binary_cross_entropy",
        "sgd",
        RATES[data],
        weight_decay=weight_decay,
        n_steps=LAST_STEP,
    )
    yield _measure(starts, data)
    runs = [ensemble_steps(nets, X, y, recipe, every=TICK) for nets in starts]
    for by_width in zip(*runs, strict=True):
        yield _measure(by_width, data)


def _starts(width: int, block: int) -> tuple[MLP, ...]:
    return tuple(
        MLP([2, width, 1], "relu", seed=np.random.default_rng([103, seed]), dtype=np.float32)
        for seed in range(block * BLOCK, (block + 1) * BLOCK)
    )


def _measure(by_width: Iterable[tuple[MLP, ...]], data: str) -> Array:
    """Return losses and accuracies, shape (2 measures, 2 sets, n_widths, n_nets)."""
    X, y, X_test, y_test = _points(data)
    points = np.concatenate([X, X_test])
    scores = np.array([[net.forward(points)[:, 0] for net in nets] for nets in by_width])
    sets = (scores[..., : len(X)], y), (scores[..., len(X) :], y_test)
    losses = [[[binary_cross_entropy(z, t) for z in row] for row in s] for s, t in sets]
    return np.array([losses, [np.mean((s > 0) == t, axis=-1) for s, t in sets]])


@lru_cache(maxsize=2)
def _points(data: str) -> tuple[Array, Labels, Array, Labels]:
    """Return points to train on and points to test on, the same for every network."""
    if data == SQUARE:
        made = make_noisy_square(n_test=N_TEST, seed=3)
        X, y, X_test, y_test = made.X, made.y, made.X_test, made.y_test
    else:
        X, y = make_spirals(60, n_classes=2, turns=0.75, seed=0)
        X_test, y_test = make_spirals(N_TEST, n_classes=2, turns=0.75, seed=1)
    return X.astype(np.float32), y, X_test.astype(np.float32), y_test


_RUNS = Runs(_train, n_kept=16)  # a block each

DEMO = Demo(
    "seeds",
    "Spread of seeds",
    SeedsState(),
    CONTROLS,
    picture,
    tick=step_by(TICK, LAST_STEP),
    pace=60,
)


def seeds_demo(**state: object) -> Live[SeedsState]:
    """Show how far the results of networks spread that differ in their first weights alone.

    Parameters
    ----------
    **state
        Where to start: `data` ("two spirals" or "noisy square"), `measure` ("loss" or
        "accuracy"), `weight_decay` (0, .001, .01 or .1), `n_seeds` (5 to 40), `n_steps` (0 to
        1500).

    Returns
    -------
    Live
        The demo, to be the last line of a cell.

    Raises
    ------
    TypeError
        If a field does not exist.
    ValueError
        If a value is out of bounds.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Setting number of layers and their sizes": the final
    losses of small networks vary much from start to start, those of large ones little.

    Examples
    --------
    >>> seeds_demo(n_seeds=5).state().n_seeds
    5
    """
    return Live(DEMO, **state)
