"""The runs of the playground: whoever asks for a step further gets the run continued."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from course_utils._arrays import Array, Labels
from course_utils.datasets import (
    make_blobs,
    make_convnetjs,
    make_moons,
    make_noisy_square,
    make_spirals,
    make_xor,
    train_test_split,
)
from course_utils.demos._playground_features import INPUTS, features
from course_utils.demos._playground_state import (
    ANEW,
    CLASSES,
    GOING,
    LAST_STEP,
    REACH,
    TICK,
    PlaygroundState,
    going,
    hidden_layers,
)
from course_utils.losses import cross_entropy
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer

__all__ = ["Look", "Sets", "look", "loss_of", "new_network", "point_sets", "recipe_of"]

MOST_RUNS = 8
SQUARE_POINTS = 40


@dataclass(frozen=True)
class Sets:
    """Points to train on, those added by hand among them, and points to test on.

    `X` and `X_test` are places in the plane; `told` and `told_test` are what the network is
    told of them.
    """

    X: Array
    y: Labels
    X_test: Array
    y_test: Labels
    inputs: str = "x1, x2"

    @property
    def told(self) -> Array:
        """The inputs of the network for the points to train on."""
        return features(self.X, self.inputs)

    @property
    def told_test(self) -> Array:
        """The inputs of the network for the points to test on."""
        return features(self.X_test, self.inputs)


@dataclass(frozen=True)
class Look:
    """How a run stands: the network, the losses so far, and where it diverged, if it did."""

    network: MLP
    steps: list[int]
    losses: list[float]
    test_losses: list[float]
    lost: int | None


def point_sets(state: PlaygroundState) -> Sets:
    """Return the points of a state."""
    drawn = _drawn(state.data, state.noise, state.test_share, state.data_seed)
    return _with_points(replace(drawn, inputs=state.inputs), state)


def _with_points(sets: Sets, state: PlaygroundState) -> Sets:
    if not state.points:
        return sets
    X = np.concatenate([sets.X, [point[:2] for point in state.points]])
    y = np.concatenate([sets.y, [point[2] for point in state.points]])
    return replace(sets, X=X, y=y)


@lru_cache(maxsize=64)
def _drawn(data: str, noise: int, test_share: int, seed: int) -> Sets:
    share = test_share / 100
    if data == "noisy square":  # with clean test points of its own, as in the notes' claims
        n_test = round(SQUARE_POINTS * share / (1 - share))
        made = make_noisy_square(
            SQUARE_POINTS, flip=noise / 100, n_test=max(n_test, 1), seed=seed
        )
        return Sets(made.X, made.y, made.X_test[:n_test], made.y_test[:n_test])
    X, y = _points_of(data, seed)
    blur = np.random.default_rng([seed, 1]).standard_normal(X.shape)
    X = X + noise / 100 * REACH[data] * blur
    if not test_share:
        return Sets(X, y, X[:0], y[:0])
    X, X_test, y, y_test = train_test_split(X, y, test_share=share, seed=seed)
    return Sets(X, y, X_test, y_test)


def _points_of(data: str, seed: int) -> tuple[Array, Labels]:
    if data == "xor":
        X, y = make_xor(200, noise=0.15, seed=seed)
        return 2 * X - 1, y
    if data == "blobs":
        return make_blobs(200, noise=0.5, seed=seed)
    if data == "moons":
        X, y = make_moons(200, noise=0.1, seed=seed)
        return X - [0.5, 0.25], y
    if data == "three arms":
        return make_spirals(210, noise=0.1, seed=seed)
    return make_convnetjs(data, seed=seed)


def new_network(state: PlaygroundState) -> MLP:
    """Return the network of a state before its first step."""
    hidden = hidden_layers(state.layers)
    how = state.initialization
    return MLP(
        [len(INPUTS[state.inputs]), *(size for size, _ in hidden), CLASSES[state.data]],
        [kind for _, kind in hidden],
        initialization=float(how.removeprefix("std ")) if how.startswith("std ") else how,
        seed=state.seed,
        dtype=np.float32,
    )


def recipe_of(state: PlaygroundState) -> Recipe:
    """Return how a state trains; ConvNetJS divides the weight decay by the batch size."""
    size = None if state.batch == "all" else int(state.batch)
    divisor = 1
    if state.convention == "ConvNetJS":
        divisor = size or len(point_sets(state).X)
    return Recipe(
        optimizer=state.optimizer,
        learning_rate=state.learning_rate,
        momentum=state.momentum,
        weight_decay=state.weight_decay / divisor,
        batch_size=size,
        seed=state.seed,
    )


def loss_of(network: MLP, X: Array, y: Labels) -> float:
    """Return the mean loss of points, cut off where float32 ends."""
    scores = np.nan_to_num(network.forward(X.astype(np.float32)), posinf=1e30, neginf=-1e30)
    return cross_entropy(scores, y)


class _Run:
    """A run with all its losses, which can be carried further but never back."""

    def __init__(self, state: PlaygroundState) -> None:
        self.step = 0
        self.done: list[tuple[int, PlaygroundState]] = []
        self.first = self._now = state
        sets = point_sets(state)
        self._trainer = Trainer(new_network(state), sets.told, sets.y, recipe_of(state))
        self._test = sets.told_test, sets.y_test
        self._steps, self._losses = [0], [self._trainer.loss]
        self._test_losses = [self._test_loss()]
        self._lost: int | None = None

    def go_on(self, plan: list[tuple[int, PlaygroundState]]) -> Look:
        """Take the steps of a plan that are still to be taken."""
        for until, settings in plan:
            if self.step < until and settings != self._now:
                self._change(settings)
            while self.step < until:
                self._advance()
        self.done = plan
        trainer = self._trainer
        return Look(
            trainer.network,
            list(self._steps),
            list(self._losses),
            list(self._test_losses),
            self._lost,
        )

    def _change(self, settings: PlaygroundState) -> None:
        sets = point_sets(settings)
        if settings.points != self._now.points:
            self._trainer.replace_data(sets.told, sets.y)
        self._trainer.change(recipe_of(settings))
        self._now, self._lost = settings, None

    def _advance(self) -> None:
        trainer = self._trainer
        self.step += TICK
        if self._lost is not None:
            return
        trainer.advance(TICK)
        if trainer.diverged:
            self._lost = self.step
            return
        self._steps.append(self.step)
        self._losses.append(trainer.loss)
        self._test_losses.append(self._test_loss())

    def _test_loss(self) -> float:
        X, y = self._test
        return loss_of(self._trainer.network, X, y) if len(X) else 0.0


_RUNS: list[_Run] = []  # those asked for last stand last
_LOCK = threading.Lock()


def look(state: PlaygroundState) -> Look:
    """Return how the run of a state stands after its steps, whatever was asked for before."""
    plan = _plan(state, state.n_steps)
    first = plan[0][1] if plan else _settings(state, going(state))
    with _LOCK:
        fitting = [run for run in _RUNS if run.first == first and _leads_to(run, state)]
        run = max(fitting, key=lambda run: run.step, default=None) or _Run(first)
        _RUNS[:] = [*(each for each in _RUNS if each is not run), run][-MOST_RUNS:]
        return run.go_on(plan)


def _leads_to(run: _Run, state: PlaygroundState) -> bool:
    return run.step <= state.n_steps and run.done == _plan(state, run.step)


def _plan(state: PlaygroundState, n_steps: int) -> list[tuple[int, PlaygroundState]]:
    """Return until which step to train with which settings."""
    plan: list[tuple[int, PlaygroundState]] = []
    for until, *values in [*state.past, (LAST_STEP, *going(state))]:
        end, begun = min(until, n_steps), plan[-1][0] if plan else 0
        settings = _settings(state, tuple(values))
        if plan and plan[-1][1] == settings:
            plan[-1] = (max(end, begun), settings)
        elif end > begun:
            plan.append((end, settings))
    return plan


def _settings(state: PlaygroundState, values: tuple[Any, ...]) -> PlaygroundState:
    """Return the state as far as it counts for training, with other values on the way."""
    bare = PlaygroundState()
    kept = {name: getattr(state, name) for name in ANEW}
    return replace(bare, **kept, **dict(zip(GOING, values, strict=True)))
