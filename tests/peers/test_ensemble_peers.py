"""Ensembles against PyTorch: its layers, its gradients, its optimisers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from course_utils.network import MLP
from course_utils.training import Recipe, train_ensemble

torch = pytest.importorskip("torch")
nn = torch.nn
functional = nn.functional

ACTIVATIONS: dict[str, Any] = {
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "sigmoid": nn.Sigmoid,
    "gelu": nn.GELU,
    "silu": nn.SiLU,
    "elu": nn.ELU,
    "softplus": nn.Softplus,
    "leaky_relu": nn.LeakyReLU,
}
LOSSES: dict[str, Any] = {
    "binary_cross_entropy": lambda s, y: functional.binary_cross_entropy_with_logits(
        s[:, 0], y.double()
    ),
    "binary_hinge": lambda s, y: torch.relu(1 - (2 * y - 1) * s[:, 0]).mean(),
    "cross_entropy": functional.cross_entropy,
    "hinge": lambda s, y: functional.multi_margin_loss(s, y) * s.shape[1],
    "squared_error": functional.mse_loss,
}


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Networks this small lose by being shared out, above all on a busy machine."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def draw(seed: int) -> tuple[list[MLP], Any, Any, list[Recipe]]:
    """Return networks of a random shape, samples, and a recipe for each network."""
    rng = np.random.default_rng(seed)
    loss = [*LOSSES][seed % 5]
    n_in, n_out = int(rng.integers(1, 5)), int(rng.integers(2, 5))
    n_out = 1 if loss.startswith("binary") or seed in (4, 14) else n_out
    sizes = [n_in, *rng.integers(1, 9, size=rng.integers(1, 4)).tolist(), n_out]
    hidden = rng.choice([*ACTIVATIONS], size=len(sizes) - 2).tolist()
    networks = [MLP(sizes, hidden, seed=10 * seed + n) for n in range(3)]
    X = rng.normal(size=(30, n_in))
    y: Any = rng.integers(0, max(2, n_out), size=30)
    if loss == "squared_error":
        y = rng.normal(size=(30, n_out))
    optimizer = ["sgd", "momentum", "adam"][seed % 3]
    first = Recipe(loss, optimizer, n_steps=150, batch_size=None if seed % 2 else 8)
    recipes = [
        replace(first, learning_rate=rate, weight_decay=decay, seed=n)
        for n, (rate, decay) in enumerate(0.003 * (1 + rng.random((3, 2))))
    ]
    return networks, X, y, recipes


def as_module(network: MLP) -> Any:
    parts: list[Any] = []
    for layer, (n_in, n_out) in zip(network.layers, pairwise(network.layer_sizes), strict=True):
        linear = nn.Linear(n_in, n_out, dtype=torch.float64)
        linear.weight.data, linear.bias.data = torch.tensor(layer.W), torch.tensor(layer.b)
        parts += [linear, ACTIVATIONS.get(layer.activation.name, nn.Identity)()]
    return nn.Sequential(*parts)


def torch_optimizer(module: Any, recipe: Recipe) -> Any:
    weights = [p for name, p in module.named_parameters() if name.endswith("weight")]
    biases = [p for name, p in module.named_parameters() if name.endswith("bias")]
    groups = [{"params": weights, "weight_decay": recipe.weight_decay}, {"params": biases}]
    if recipe.optimizer == "adam":
        return torch.optim.Adam(groups, lr=recipe.learning_rate)
    momentum = recipe.momentum if recipe.optimizer == "momentum" else 0
    return torch.optim.SGD(groups, lr=recipe.learning_rate, momentum=momentum)


def torch_training(network: MLP, X: Any, y: Any, recipe: Recipe) -> tuple[Any, list[float]]:
    """Return the trained module, and its losses at the times of the records."""
    module, X, y = as_module(network), torch.tensor(X), torch.tensor(y)
    optimizer, rng = torch_optimizer(module, recipe), np.random.default_rng(recipe.seed)
    losses: list[float] = []
    waiting: list[Any] = []
    for step in range(recipe.n_steps):
        if step % recipe.record_every == 0:
            losses.append(LOSSES[recipe.loss](module(X), y).item())
        if not waiting:
            order = torch.tensor(rng.permutation(len(X)))
            waiting = list(order.split(recipe.batch_size or len(X)))
        chosen = waiting.pop(0)
        optimizer.zero_grad()
        LOSSES[recipe.loss](module(X[chosen]), y[chosen]).backward()
        optimizer.step()
    return module, [*losses, LOSSES[recipe.loss](module(X), y).item()]


@pytest.mark.parametrize("seed", range(30))
def test_each_network_equals_a_module_trained_alone(seed: int) -> None:
    networks, X, y, recipes = draw(seed)

    history = train_ensemble(networks, X, y, recipes)

    for n, (network, recipe) in enumerate(zip(networks, recipes, strict=True)):
        module, losses = torch_training(network, X, y, recipe)
        assert history.loss[n] == pytest.approx(losses, rel=1e-9)
        found = list(history.networks[n].parameters().values())
        for values, expected in zip(found, module.parameters(), strict=True):
            assert values == pytest.approx(expected.detach().numpy(), rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("n_out", [1, 2])
@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_a_hundred_networks_equal_a_vmap(activation: str, n_out: int) -> None:
    rng = np.random.default_rng(n_out)
    X, y = rng.normal(size=(40, 2)), rng.integers(0, 2, size=40)
    networks = [MLP([2, 8, n_out], activation, seed=seed) for seed in range(100)]
    loss = "binary_cross_entropy" if n_out == 1 else "cross_entropy"
    modules = [as_module(network) for network in networks]
    parameters, _ = torch.func.stack_module_state(modules)
    parameters = {name: values.detach() for name, values in parameters.items()}

    def loss_of(one: Any) -> Any:
        scores = torch.func.functional_call(modules[0], one, (torch.tensor(X),))
        return LOSSES[loss](scores, torch.tensor(y))

    slopes = torch.func.vmap(torch.func.grad(loss_of))
    speeds = {name: 0 * values for name, values in parameters.items()}
    for _ in range(200):
        for name, gradient in slopes(parameters).items():
            speeds[name] = 0.9 * speeds[name] - 0.05 * gradient
        parameters = {name: values + speeds[name] for name, values in parameters.items()}

    history = train_ensemble(networks, X, y, Recipe(loss, learning_rate=0.05, n_steps=200))

    final = torch.func.vmap(loss_of)(parameters).numpy()
    assert history.loss[:, -1] == pytest.approx(final, rel=1e-9)
