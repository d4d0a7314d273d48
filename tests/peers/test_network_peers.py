"""Networks against PyTorch, in float64: forward and backward, over random shapes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP, Maxout

torch = pytest.importorskip("torch")
F = torch.nn.functional

THEIRS: dict[str, Any] = {
    "identity": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
    "gelu": F.gelu,
    "gelu_tanh": lambda z: F.gelu(z, approximate="tanh"),
    "silu": F.silu,
    "softplus": lambda z: F.softplus(z, threshold=100),  # where it begins to cut corners
}
NAMES = [*THEIRS, "prelu", "maxout"]


def drawn(rng: np.random.Generator, activation: Any) -> MLP:
    """Return a network of random shape, with every parameter drawn."""
    sizes = rng.integers(1, 40, size=int(rng.integers(2, 6))).tolist()
    if activation == "mixed":
        activation = rng.choice(NAMES, size=len(sizes) - 2).tolist()
    network = MLP(sizes, activation, output_activation=str(rng.choice(NAMES)), seed=rng)
    return network.with_parameters(
        {name: rng.normal(size=a.shape) for name, a in network.parameters().items()}
    )


def forward(network: MLP, p: dict[str, Any], X: Any) -> Any:
    """Compute what PyTorch makes of the same parameters."""
    for n, layer in enumerate(network.layers, start=1):
        name = layer.activation.name
        if isinstance(layer, Maxout):
            pieces = [F.linear(X, W, b) for W, b in zip(p[f"W{n}"], p[f"b{n}"], strict=True)]
            X = torch.stack(pieces).amax(dim=0)
            continue
        z = F.linear(X, p[f"W{n}"], p[f"b{n}"])
        X = F.prelu(z, p[f"alpha{n}"]) if name == "prelu" else THEIRS[name](z)
    return X


@pytest.mark.parametrize("activation", [*NAMES, "mixed"])
@pytest.mark.parametrize("seed", range(12))
def test_forward_and_backward(seed: int, activation: str) -> None:
    rng = np.random.default_rng(seed)
    network = drawn(rng, activation)
    X = rng.normal(size=(int(rng.integers(1, 70)), network.layer_sizes[0]))
    dscores = rng.normal(size=(len(X), network.layer_sizes[-1]))
    leaves = {
        name: torch.tensor(values, requires_grad=True)
        for name, values in network.parameters().items()
    }

    trace = network.trace(X)
    gradients = network.backward(trace, dscores)
    scores = forward(network, leaves, torch.tensor(X))
    scores.backward(torch.tensor(dscores))

    for ours in (trace.scores, network.forward(X)):
        np.testing.assert_allclose(ours, scores.detach().numpy(), rtol=1e-10, atol=1e-12)
    for name, leaf in leaves.items():
        theirs = leaf.grad.numpy()
        scale = 1e-12 * max(1.0, float(np.abs(theirs).max()))
        np.testing.assert_allclose(gradients[name], theirs, rtol=1e-10, atol=scale)


@pytest.mark.parametrize("seed", range(10))
def test_slopes_of_the_inputs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    network = drawn(rng, "mixed")
    layer = network.layers[0]
    X = rng.normal(size=(9, layer.n_in))
    da = rng.normal(size=(9, layer.n_out))
    leaf = torch.tensor(X, requires_grad=True)

    dX, _ = layer.backward(X, layer.pre_activation(X), da)
    one = MLP.from_layers([layer])
    p = {name: torch.tensor(values) for name, values in one.parameters().items()}
    forward(one, p, leaf).backward(torch.tensor(da))

    np.testing.assert_allclose(dX, leaf.grad.numpy(), rtol=1e-10, atol=1e-12)
