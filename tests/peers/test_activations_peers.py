"""Activations and their slopes against PyTorch, over random shapes and seeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    get_activation,
    maxout,
    maxout_winner,
    prelu,
    prelu_alpha_slope,
    prelu_slope,
    softmax,
    softmax_jacobian,
)

torch = pytest.importorskip("torch")
F = torch.nn.functional

TORCH: dict[str, Callable[[Any], Any]] = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
    "gelu": F.gelu,
    "gelu_tanh": lambda z: F.gelu(z, approximate="tanh"),
    "silu": F.silu,
    "softplus": lambda z: F.softplus(z, threshold=1000),
    "identity": lambda z: 1 * z,
}
every_name = pytest.mark.parametrize("name", sorted(ACTIVATIONS))
every_seed = pytest.mark.parametrize("seed", range(12))


def random_z(seed: int, scale: float = 2.0) -> Array:
    rng = np.random.default_rng(seed)
    return scale * rng.normal(size=rng.integers(1, 6, size=rng.integers(1, 4)))


def value_and_slope(function: Callable[[Any], Any], z: Array) -> tuple[Array, Array]:
    at = torch.tensor(z, requires_grad=True)
    a = function(at)
    a.sum().backward()
    return a.detach().numpy(), at.grad.numpy()


@every_name
@every_seed
def test_values_and_slopes(name: str, seed: int) -> None:
    z = random_z(seed)
    a, slope = value_and_slope(TORCH[name], z)

    np.testing.assert_allclose(ACTIVATIONS[name](z), a, rtol=1e-10, atol=1e-15)
    np.testing.assert_allclose(ACTIVATIONS[name].derivative(z), slope, rtol=1e-10, atol=1e-15)


@every_name
@every_seed
def test_values_and_slopes_in_single_precision(name: str, seed: int) -> None:
    z = random_z(seed).astype(np.float32)
    a, slope = value_and_slope(TORCH[name], z)

    np.testing.assert_allclose(ACTIVATIONS[name](z), a, rtol=2e-6, atol=1e-6)
    np.testing.assert_allclose(ACTIVATIONS[name].derivative(z), slope, rtol=2e-6, atol=1e-6)


@pytest.mark.parametrize(("name", "function"), [("leaky_relu", F.leaky_relu), ("elu", F.elu)])
@every_seed
def test_another_alpha(name: str, function: Callable[..., Any], seed: int) -> None:
    z, alpha = random_z(seed), 3 * np.random.default_rng(seed).random()
    a, slope = value_and_slope(lambda z: function(z, alpha), z)

    found = get_activation(name, alpha=alpha)

    np.testing.assert_allclose(found(z), a, rtol=1e-10)
    np.testing.assert_allclose(found.derivative(z), slope, rtol=1e-10)


@every_seed
def test_prelu(seed: int) -> None:
    rng = np.random.default_rng(seed)
    z = rng.normal(size=rng.integers(1, 7, size=2))
    at, alpha = torch.tensor(z, requires_grad=True), rng.normal(size=z.shape[1])
    slopes = torch.tensor(alpha, requires_grad=True)

    a = F.prelu(at, slopes)
    a.sum().backward()

    np.testing.assert_allclose(prelu(z, alpha), a.detach(), rtol=1e-10)
    np.testing.assert_allclose(prelu_slope(z, alpha), at.grad, rtol=1e-10)
    np.testing.assert_allclose(prelu_alpha_slope(z).sum(axis=0), slopes.grad, rtol=1e-10)


@every_seed
def test_softmax(seed: int) -> None:
    scores = random_z(seed, scale=5)
    for axis in range(scores.ndim):
        expected = torch.softmax(torch.tensor(scores), dim=axis)
        np.testing.assert_allclose(softmax(scores, axis=axis), expected, rtol=1e-10)


@every_seed
def test_softmax_jacobian(seed: int) -> None:
    scores = random_z(seed).ravel()
    expected = torch.func.jacrev(lambda s: torch.softmax(s, dim=-1))(torch.tensor(scores))

    np.testing.assert_allclose(softmax_jacobian(scores), expected, rtol=1e-10, atol=1e-15)


@every_seed
def test_maxout_and_where_its_gradient_goes(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n_samples, n_in, n_out = rng.integers(1, 7, size=3)
    X, weights = rng.normal(size=(n_samples, n_in)), rng.normal(size=(2, n_out, n_in))
    biases = rng.normal(size=(2, n_out))
    z = torch.tensor(np.einsum("si,poi->pso", X, weights) + biases[:, np.newaxis])
    z.requires_grad_()

    a = z.amax(dim=0)
    a.sum().backward()

    arguments = (X, weights[0], biases[0], weights[1], biases[1])
    np.testing.assert_allclose(maxout(*arguments), a.detach(), rtol=1e-10)
    assert (maxout_winner(*arguments) == z.grad[1].numpy()).all()
