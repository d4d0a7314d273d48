"""Time to fit the notes' own demo, beside ConvNetJS, which runs it in a student's browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks._report import Row, duration
from benchmarks._timing import Spread
from course_utils._arrays import Array, Labels
from course_utils.datasets import make_convnetjs
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer

SCRIPT = Path(__file__).parent / "peers" / "convnetjs.js"
FOLDER = Path(__file__).resolve().parent.parent / "build" / "convnetjs"
PACKAGE = "convnetjs@0.3.0"
POINT_SETS = ("circle", "spiral")
ENOUGH = 0.99
DEMO = {
    "layers": [6, 2],
    "trainer": {"learning_rate": 0.01, "momentum": 0.1, "batch_size": 10, "l2_decay": 0.001},
    "n_starts": 10,
    "n_passes": 2000,
    "enough": ENOUGH,
}
RECIPE = Recipe(loss="cross_entropy", optimizer="adam", learning_rate=0.05)
N_STARTS, N_STEPS, STEPS_AT_ONCE = 40, 4000, 5
Points = Mapping[str, tuple[Array, Labels]]


class CannotRun(RuntimeError):
    """The peer is not here; the message says what is missing."""


@dataclass(frozen=True)
class Fits:
    """What became of a number of starts.

    Parameters
    ----------
    seconds : ndarray of shape (n_starts,)
        Until enough points were right, or until the start was given up.
    n_failed : int
        How many were given up.
    """

    seconds: Array
    n_failed: int

    @property
    def median(self) -> float:
        """Return the seconds of a typical start; too small by far if most of them fail."""
        return float(np.median(self.seconds))

    def __str__(self) -> str:
        return f"{self.n_failed} of {len(self.seconds)} fail"


def rows() -> Iterator[Row]:
    """Yield how long 99 % of each point set takes, and whether a start fails.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    points = {name: make_convnetjs(name) for name in POINT_SETS}
    try:
        theirs = their_fits(points)
    except CannotRun as reason:
        yield from (Row(f"99 % on {name}", str(reason), target=20.0) for name in POINT_SETS)
        return
    for name, (X, y) in points.items():
        yield from compare(name, our_fits(X, y), theirs[name])


def compare(name: str, ours: Fits, theirs: Fits) -> Iterator[Row]:
    """Yield the rows of one point set: the time, and the failures.

    Parameters
    ----------
    name : str
        The point set's.
    ours : Fits
        By the course's networks.
    theirs : Fits
        By ConvNetJS at the demo's settings.

    Yields
    ------
    Row
        First the time, of which a target of 20 is asked, then our failures: there may be none.
    """
    (our_low, our_high), (low, high) = (
        np.percentile(f.seconds, [25, 75]) for f in (ours, theirs)
    )
    ratio = Spread(theirs.median / ours.median, low / our_high, high / our_low)
    peer = f"{duration(theirs.median)} ConvNetJS, {theirs}"
    yield Row(f"99 % on {name}", peer, duration(ours.median), ratio, target=20.0)
    none = 1.0 if ours.n_failed == 0 else 0.0
    yield Row(
        f"99 % on {name}, starts", "none may fail", str(ours), Spread(none, none, none), 1.0
    )


def our_fits(X: Array, y: Labels, n_starts: int = N_STARTS, n_steps: int = N_STEPS) -> Fits:
    """Train 20 hidden units by full-batch Adam from several starts; looking is off the clock.

    Parameters
    ----------
    X : ndarray of shape (n_samples, 2)
        Points.
    y : ndarray of int, shape (n_samples,)
        Their classes.
    n_starts : int, default 40
        How many.
    n_steps : int, default 4000
        When to give a start up.

    Returns
    -------
    Fits
        CPU seconds and failures.
    """
    starts = [_fit(X, y, seed, n_steps) for seed in range(n_starts)]
    return Fits(np.array([s for s, _ in starts]), sum(not reached for _, reached in starts))


def _fit(X: Array, y: Labels, seed: int, n_steps: int) -> tuple[float, bool]:
    started = time.process_time()
    trainer = Trainer(MLP((2, 20, 2), "tanh", seed=seed), X, y, RECIPE)
    seconds = time.process_time() - started
    for _ in range(n_steps // STEPS_AT_ONCE):
        started = time.process_time()
        trainer.advance(STEPS_AT_ONCE)
        seconds += time.process_time() - started
        if np.mean(trainer.network.predict(X) == y) >= ENOUGH:
            return seconds, True
    return seconds, False


def their_fits(points: Points) -> dict[str, Fits]:
    """Train ConvNetJS on the same points, under Node.

    Parameters
    ----------
    points : mapping of str to tuple of X and y
        By the point set's name.

    Returns
    -------
    dict of str to Fits
        CPU seconds and failures.

    Raises
    ------
    CannotRun
        If Node or the package is missing.
    """
    data = [{"points": X.tolist(), "labels": y.tolist()} for X, y in points.values()]
    environment = {**os.environ, "NODE_PATH": str(install())}
    output = run(["node", str(SCRIPT)], json.dumps({**DEMO, "data": data}), environment)
    fits = {}
    for name, starts in zip(points, json.loads(output), strict=True):
        seconds = np.array([start["ms"] / 1000 for start in starts])
        fits[name] = Fits(seconds, sum(not start["reached"] for start in starts))
    return fits


def install() -> Path:
    """Return the folder with the package; the first time npm brings it there.

    Raises
    ------
    CannotRun
        If there is no npm, or it has no access to the package.
    """
    modules = FOLDER / "node_modules"
    if not (modules / "convnetjs").exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        run(["npm", "install", *quiet, "--prefix", str(FOLDER), PACKAGE])
    return modules


def run(
    command: Sequence[str], text: str = "", environment: Mapping[str, str] = os.environ
) -> str:
    """Run a program and return what it prints.

    Raises
    ------
    CannotRun
        If it is not there, fails, or is not done within two minutes.
    """
    program = shutil.which(command[0])
    if program is None:
        raise CannotRun(f"ConvNetJS: install Node.js with {command[0]}")
    try:
        done = subprocess.run(
            [program, *command[1:]], input=text, env=environment, capture_output=True,
            text=True, check=True, timeout=120,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        last = str(error.stderr or error).strip().splitlines()[-1]
        raise CannotRun(f"ConvNetJS: {command[0]} failed: {last}") from error
    return done.stdout
