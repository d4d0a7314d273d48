"""One step of full-batch training on a toy problem: what a live demo does a thousand times."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TypeAlias

import numpy as np

from benchmarks import peers
from benchmarks._report import Row, compared
from benchmarks._timing import interleaved
from course_utils._arrays import Array, Labels
from course_utils.datasets import make_spirals
from course_utils.network import MLP
from course_utils.training import Recipe, Trainer

FIGURE = "training step 2-20-2, 300 points"
RECIPE = Recipe(learning_rate=0.05, momentum=0.9, weight_decay=1e-3)
TARGETS = {"pytorch": 12.0, "scikit_learn": 10.0, "xla": 0.9}
N_STEPS, N_STEPS_TO_AGREE = 200, 20
Subjects: TypeAlias = dict[str, Callable[[], object]]


def rows() -> Iterator[Row]:
    """Yield a step of 2-20-2 on 300 points beside each peer's.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    points, y = make_spirals(300, n_classes=2, seed=0)
    X, network = points.astype(np.float32), MLP((2, 20, 2), "tanh", dtype=np.float32)
    trainer = Trainer(network, X, y, RECIPE)
    subjects: Subjects = {"ours": lambda: trainer.advance(N_STEPS)}
    theirs: dict[str, Subjects] = {}
    for name in TARGETS:
        if (module := peers.load(name)) is not None:
            theirs[name] = subjects_of(name, module, network, X, y)
            subjects |= theirs[name]
    timings = interleaved(subjects, n_units=dict.fromkeys(subjects, N_STEPS), n_rounds=21)
    for name, target in TARGETS.items():
        if name not in theirs:
            yield Row(FIGURE, peers.REMEDIES[name], target=target)
        for i, subject in enumerate(theirs.get(name, ())):
            yield compared(FIGURE, timings, subject, None if i else target)


def subjects_of(name: str, module: ModuleType, network: MLP, X: Array, y: Labels) -> Subjects:
    """Return what a peer does, by name: first what the target is about, then for information.

    scikit-learn shuffles even a batch of all samples unless it is told not to, and that is
    half of its time; and with two classes it has one output, so its step is a little smaller.
    """
    if name == "scikit_learn":  # it draws its own weights
        return {
            module.NAME: module.training(X, y, RECIPE, N_STEPS, shuffle=True),
            module.NAME_IN_ORDER: module.training(X, y, RECIPE, N_STEPS, shuffle=False),
        }
    check_agreement(module, network, X, y)
    return {module.NAME: module.training(network, X, y, RECIPE, N_STEPS)[0]}


def check_agreement(module: ModuleType, network: MLP, X: Array, y: Labels) -> None:
    """Train with the peer and by ourselves, and compare the weights."""
    trainer = Trainer(network, X, y, RECIPE)
    trainer.advance(N_STEPS_TO_AGREE)
    steps, first_weights = module.training(network, X, y, RECIPE, N_STEPS_TO_AGREE)
    steps()
    np.testing.assert_allclose(first_weights(), trainer.network.parameters()["W1"], atol=1e-4)
