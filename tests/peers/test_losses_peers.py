"""Losses and their gradients against PyTorch, in float64, over random shapes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.losses import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_hinge,
    binary_hinge_gradient,
    cross_entropy,
    cross_entropy_gradient,
    hinge,
    hinge_gradient,
    l2_penalty,
    l2_penalty_gradient,
    squared_error,
    squared_error_gradient,
)

torch = pytest.importorskip("torch")
F = torch.nn.functional

every_seed = pytest.mark.parametrize("seed", range(20))


def draw(seed: int) -> tuple[np.random.Generator, int, int]:
    rng = np.random.default_rng(seed)
    return rng, int(rng.integers(1, 200)), int(rng.integers(2, 30))


def loss_and_gradient(function: Any, scores: Any) -> tuple[float, np.ndarray]:
    """Return what PyTorch makes of the scores, and its gradient by autograd."""
    leaf = torch.tensor(scores, requires_grad=True)
    loss = function(leaf)
    loss.backward()
    return loss.item(), leaf.grad.numpy()


def agree(ours: tuple[float, np.ndarray], theirs: tuple[float, np.ndarray]) -> None:
    np.testing.assert_allclose(ours[0], theirs[0], rtol=1e-10)
    np.testing.assert_allclose(ours[1], theirs[1], rtol=1e-10, atol=1e-15)


@every_seed
def test_cross_entropy(seed: int) -> None:
    rng, n_samples, n_classes = draw(seed)
    scores, y = (
        rng.normal(size=(n_samples, n_classes)) * 4,
        rng.integers(n_classes, size=n_samples),
    )

    theirs = loss_and_gradient(lambda s: F.cross_entropy(s, torch.tensor(y)), scores)

    agree((cross_entropy(scores, y), cross_entropy_gradient(scores, y)), theirs)


@every_seed
@pytest.mark.parametrize("margin", [1.0, 0.3])
def test_hinge_times_the_classes_that_pytorch_divides_by(seed: int, margin: float) -> None:
    rng, n_samples, n_classes = draw(seed)
    scores, y = rng.normal(size=(n_samples, n_classes)), rng.integers(n_classes, size=n_samples)

    theirs = loss_and_gradient(
        lambda s: n_classes * F.multi_margin_loss(s, torch.tensor(y), margin=margin), scores
    )

    ours = hinge(scores, y, margin=margin), hinge_gradient(scores, y, margin=margin)
    agree(ours, theirs)


@every_seed
@pytest.mark.parametrize("column", [False, True])
def test_binary_cross_entropy(seed: int, column: bool) -> None:
    rng, n_samples, _ = draw(seed)
    shape = (n_samples, 1) if column else (n_samples,)
    scores, y = rng.normal(size=shape) * 8, rng.integers(2, size=n_samples)
    labels = torch.tensor(y.reshape(shape), dtype=torch.float64)

    theirs = loss_and_gradient(lambda s: F.binary_cross_entropy_with_logits(s, labels), scores)

    agree((binary_cross_entropy(scores, y), binary_cross_entropy_gradient(scores, y)), theirs)


@every_seed
def test_binary_hinge(seed: int) -> None:
    rng, n_samples, _ = draw(seed)
    scores, y = rng.normal(size=n_samples) * 2, rng.integers(2, size=n_samples)
    signs = torch.tensor(2.0 * y - 1)

    theirs = loss_and_gradient(lambda s: torch.relu(1 - signs * s).mean(), scores)

    agree((binary_hinge(scores, y), binary_hinge_gradient(scores, y)), theirs)


@every_seed
def test_squared_error(seed: int) -> None:
    rng, n_samples, n_out = draw(seed)
    scores, targets = rng.normal(size=(2, n_samples, n_out))

    theirs = loss_and_gradient(lambda s: F.mse_loss(s, torch.tensor(targets)), scores)

    agree((squared_error(scores, targets), squared_error_gradient(scores, targets)), theirs)


@every_seed
def test_penalty_and_its_gradient(seed: int) -> None:
    rng, n_out, n_in = draw(seed)
    W = rng.normal(size=(n_out, n_in))

    theirs = loss_and_gradient(lambda w: 0.5 * 0.01 * torch.sum(w**2), W)

    agree((l2_penalty([W], 0.01), l2_penalty_gradient([W], 0.01)[0]), theirs)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_scores_of_10000(dtype: str) -> None:
    scores = np.array([[1e4, -1e4, 0.0], [0.0, 1e4, -1e4]], dtype)

    theirs = loss_and_gradient(lambda s: F.cross_entropy(s, torch.tensor([2, 1])), scores)

    ours = cross_entropy(scores, [2, 1]), cross_entropy_gradient(scores, [2, 1])
    assert ours[0] == theirs[0] == 5e3
    assert (ours[1] == theirs[1]).all()
