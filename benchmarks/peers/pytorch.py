"""The same computations in PyTorch, eagerly, as its tutorials write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from course_utils._arrays import Array, Labels
from course_utils.network import MLP
from course_utils.training import Recipe

NAME = "PyTorch eager"
LAYERS = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh}

torch.set_num_threads(1)


def forward(network: MLP, X: Array) -> Callable[[], Any]:
    """Return the forward pass of a copy of the network; autograd records nothing."""
    model = copy_of(network).requires_grad_(False)
    inputs = torch.from_numpy(X)
    return lambda: model(inputs)


def training(
    network: MLP, X: Array, y: Labels, recipe: Recipe, n_steps: int
) -> tuple[Callable[[], None], Callable[[], Array]]:
    """Return what makes `n_steps` full-batch steps, and what reads the first weights."""
    model, inputs, labels = copy_of(network), torch.from_numpy(X), torch.from_numpy(y)
    loss = torch.nn.CrossEntropyLoss()
    parameters = dict(model.named_parameters())
    groups = [
        {"params": [p for name, p in parameters.items() if name.endswith(kind)],
         "weight_decay": weight_decay}
        for kind, weight_decay in (("weight", recipe.weight_decay), ("bias", 0.0))
    ]  # fmt: skip
    optimizer = torch.optim.SGD(groups, lr=recipe.learning_rate, momentum=recipe.momentum)

    def steps() -> None:
        for _ in range(n_steps):
            optimizer.zero_grad()
            loss(model(inputs), labels).backward()
            optimizer.step()

    return steps, lambda: np.array(model[0].weight.detach())


def copy_of(network: MLP) -> Any:
    """Return the network as a `torch.nn.Sequential`."""
    parts: list[Any] = []
    for layer, activation in zip(network.layers, network.activations, strict=True):
        linear = torch.nn.Linear(layer.n_in, layer.n_out)
        values = layer.parameters()
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(values["W"]))
            linear.bias.copy_(torch.tensor(values["b"]))
        parts.append(linear)
        if activation in LAYERS:
            parts.append(LAYERS[activation]())
    return torch.nn.Sequential(*parts)
