"""Training takes the steps of torch.optim."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.losses import LOSSES
from course_utils.network import MLP
from course_utils.training import Recipe, gradients, train

torch = pytest.importorskip("torch")
torch.set_num_threads(1)  # nets this small gain nothing from two, and lose on a busy machine
F = torch.nn.functional

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": F.leaky_relu,
    "elu": F.elu,
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "identity": lambda z: z,
}


def loss_in_torch(loss: str, scores: Any, y: Any) -> Any:
    match loss:
        case "cross_entropy":
            return F.cross_entropy(scores, y)
        case "hinge":
            return F.multi_margin_loss(scores, y) * scores.shape[1]
        case "binary_cross_entropy":
            return F.binary_cross_entropy_with_logits(scores[:, 0], y.double())
        case "binary_hinge":
            return torch.relu(1 - (2 * y - 1) * scores[:, 0]).mean()
    return F.mse_loss(scores, y)


class InTorch:
    """The same network, trained by autograd and torch.optim."""

    def __init__(self, network: MLP, recipe: Recipe) -> None:
        self.names, self.recipe = network.activations, recipe
        self.p = {
            name: torch.tensor(p, requires_grad=True)
            for name, p in network.parameters().items()
        }
        decayed = [p for name, p in self.p.items() if name[0] == "W"]
        others = [p for name, p in self.p.items() if name[0] != "W"]
        groups = [{"params": decayed, "weight_decay": recipe.weight_decay}, {"params": others}]
        if recipe.optimizer == "adam":
            self.optimizer = torch.optim.Adam(groups, lr=recipe.learning_rate)
        else:
            momentum = recipe.momentum if recipe.optimizer == "momentum" else 0.0
            self.optimizer = torch.optim.SGD(groups, lr=recipe.learning_rate, momentum=momentum)

    def scores(self, X: Any) -> Any:
        a = X
        for n, name in enumerate(self.names, start=1):
            z = a @ self.p[f"W{n}"].T + self.p[f"b{n}"]
            a = F.prelu(z, self.p[f"alpha{n}"]) if name == "prelu" else ACTIVATIONS[name](z)
        return a

    def step(self, X: Any, y: Any) -> None:
        self.optimizer.zero_grad()
        loss_in_torch(self.recipe.loss, self.scores(X), y).backward()
        self.optimizer.step()


def draw_problem(loss: str, seed: int, names: list[str]) -> tuple[MLP, Any, Any]:
    rng = np.random.default_rng([seed, *loss.encode()])
    hidden = rng.integers(2, 9, size=rng.integers(0, 4)).tolist()
    n_out = 1 if LOSSES[loss].kind == "binary" else int(rng.integers(2, 5))
    activation = rng.choice(names, size=len(hidden)).tolist()
    network = MLP([int(rng.integers(1, 6)), *hidden, n_out], activation, seed=rng)
    n_samples = int(rng.integers(11, 40))
    y: Any = rng.integers(0, max(2, n_out), n_samples)
    if LOSSES[loss].kind == "targets":
        y = rng.normal(size=(n_samples, n_out))
    return network, rng.normal(size=(n_samples, network.layer_sizes[0])), y


def batches(n_samples: int, size: int | None, rng: np.random.Generator) -> Any:
    while True:
        order = rng.permutation(n_samples) if size else np.arange(n_samples)
        yield from np.split(order, range(size or n_samples, n_samples, size or n_samples))


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("batch_size", [None, 4])
@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam"])
@pytest.mark.parametrize("loss", LOSSES)
def test_fifty_steps(loss: str, optimizer: str, batch_size: int | None, seed: int) -> None:
    # Networks with PReLU are trained by the clear engine, the others by the fast one.
    network, X, y = draw_problem(loss, seed, ["prelu", "tanh"] if seed < 3 else [*ACTIVATIONS])
    recipe = Recipe(loss, optimizer, 0.02, 0.85, 0.03, 50, batch_size, seed=seed)
    peer, inputs, answers = InTorch(network, recipe), torch.tensor(X), torch.tensor(y)
    order = batches(len(X), batch_size, np.random.default_rng(seed))
    for _, chosen in zip(range(50), order, strict=False):
        peer.step(inputs[chosen], answers[chosen])

    history = train(network, X, y, recipe)

    # Relative to the largest parameter: where a gradient is 0 but for rounding errors, Adam
    # divides these by epsilon.
    expected = {name: p.detach().numpy() for name, p in peer.p.items()}
    tolerance = 1e-9 * max(np.abs(p).max() for p in expected.values())
    for name, p in history.network.parameters().items():
        assert p == pytest.approx(expected[name], rel=0, abs=tolerance), name
    last = loss_in_torch(loss, peer.scores(inputs), answers).item()
    assert history.loss[-1] == pytest.approx(last, rel=1e-9)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("loss", LOSSES)
def test_gradients(loss: str, seed: int) -> None:
    network, X, y = draw_problem(loss, seed, [*ACTIVATIONS, "prelu"])
    peer = InTorch(network, Recipe(loss))
    objective = loss_in_torch(loss, peer.scores(torch.tensor(X)), torch.tensor(y))
    objective = objective + 0.5 * 0.1 * sum(
        (p**2).sum() for n, p in peer.p.items() if n[0] == "W"
    )
    objective.backward()

    value, slopes = gradients(network, X, y, loss, weight_decay=0.1)

    assert value == pytest.approx(objective.item(), rel=1e-10)
    for name, slope in slopes.items():
        expected = peer.p[name].grad.numpy()
        assert slope == pytest.approx(expected, rel=1e-10, abs=1e-14), name
