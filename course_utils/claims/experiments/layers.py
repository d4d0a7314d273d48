"""Rows 66 to 75: graphs, layers, and how they are counted."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from course_utils._arrays import Array
from course_utils.activations import sigmoid
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.network import MLP, count, topological_order, unroll
from course_utils.training import Recipe, gradients, train

VGG = (64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512)


def order_of_a_graph(seeds: Seeds) -> Result:
    """Order random acyclic graphs, then close a cycle in each (row 66)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([66, seed])
        names = [int(name) for name in rng.permutation(12)]
        path = list(pairwise(names))
        pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
        extra = [pairs[k] for k in rng.choice(len(pairs), 15, replace=False)]
        back = (names[-1], names[0])
        unrolled = unroll(dict.fromkeys([*path, back], 1.0), n_steps=3)
        rows.append(
            (seed, _ordered([*path, *extra]), _ordered([*path, back]), _ordered(list(unrolled)))
        )
    acyclic, cyclic, in_time = (sum(row[k] for row in rows) / len(rows) for k in (1, 2, 3))
    return Result(
        {
            "random acyclic graphs that have an order": acyclic,
            "cycles that raise": 1 - cyclic,
            "cycles that have an order once unrolled": in_time,
        },
        Table(("seed", "acyclic ordered", "cycle ordered", "unrolled ordered"), tuple(rows)),
    )


def connections(_seeds: Seeds) -> Result:
    """Draw the matrix of connections of the notes' two networks (row 67)."""
    sizes_of = {"3-4-2": [3, 4, 2], "3-4-4-1": [3, 4, 4, 1]}
    rows = []
    for name, sizes in sizes_of.items():
        layer_of = np.repeat(np.arange(len(sizes)), sizes)
        between = layer_of[np.newaxis] - layer_of[:, np.newaxis] == 1
        network, start = MLP(sizes), np.cumsum([0, *sizes])
        wired = np.zeros_like(between)
        for n, layer in enumerate(network.layers):
            columns = slice(start[n + 1], start[n + 2])
            wired[start[n] : start[n + 1], columns] = layer.W.T != 0
        rows.append((name, int(wired.sum()), int((wired & ~between).sum())))
    return Result(
        {
            "connections of 3-4-2": rows[0][1],
            "connections of 3-4-4-1": rows[1][1],
            "connections inside a layer or past one": rows[0][2] + rows[1][2],
        },
        Table(("network", "connections", "inside or past"), tuple(rows)),
    )


def layers_by_the_rule(_seeds: Seeds) -> Result:
    """Count the layers of five drawings (row 68)."""
    drawings = ([3, 1], [3, 4, 2], [3, 4, 4, 1], [2, 5, 5, 5, 2], [3072, 10])
    rows = tuple(("-".join(map(str, s)), len(s), count(s).n_layers) for s in drawings)
    return Result(
        {
            "layers of three columns of circles": rows[1][2],
            "layers without a hidden layer": rows[0][2],
        },
        Table(("drawing", "columns of circles", "layers"), rows),
    )


def single_layer_networks(seeds: Seeds) -> Result:
    """Compare a network's gradients with those of the two classifiers (row 69)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([69, seed])
        X, y = rng.standard_normal((40, 5)), rng.integers(0, 2, 40)
        network = MLP([5, 1], initialization=1.0, seed=rng)
        scores = network.forward(X)[:, 0]
        differences = []
        for loss, slope in (
            ("binary_cross_entropy", (sigmoid(scores) - y) / 40),
            ("binary_hinge", _hinge_slope(scores, y)),
        ):
            _, found = gradients(network, X, y, loss)
            differences.append(float(abs(found["W1"][0] - slope @ X).max()))
        rows.append((seed, *differences))
    return Result(
        {
            "largest difference of the gradients to logistic regression's": max(
                row[1] for row in rows
            ),
            "largest difference of the gradients to the SVM's": max(row[2] for row in rows),
        },
        Table(("seed", "logistic regression", "SVM"), tuple(rows)),
    )


def output_without_activation(seeds: Seeds) -> Result:
    """Fit targets from -3 to 3 with and without a sigmoid at the output (row 70)."""
    X = np.linspace(-1, 1, 41)[:, np.newaxis]
    targets = 3 * X
    floor = float(np.mean((targets - np.clip(targets, 0, 1)) ** 2))
    recipe = Recipe("squared_error", optimizer="adam", learning_rate=0.02, n_steps=1500)
    rows = []
    for seed in seeds[:6]:
        errors = [
            train(
                MLP([1, 8, 1], "tanh", output_activation=output, seed=seed), X, targets, recipe
            ).loss[-1]
            for output in ("identity", "sigmoid")
        ]
        rows.append((seed, *map(float, errors)))
    return Result(
        {
            "largest error with identity output": max(row[1] for row in rows),
            "smallest excess of the sigmoid's error over the clipping floor": min(
                row[2] for row in rows
            )
            - floor,
            "clipping floor": floor,
        },
        Table(("seed", "identity", "sigmoid"), tuple(rows)),
    )


def last_line_of_the_sample(seeds: Seeds) -> Result:
    """Run the printed sample with and without f in its last line (row 71)."""
    rows = []
    for seed in seeds:
        network = MLP([3, 4, 4, 1], "sigmoid", initialization=1.0, seed=seed)
        x = np.random.default_rng([71, seed]).standard_normal((3, 50))
        scores = network.forward_columns(x)
        rows.append((seed, _outside(scores), _outside(sigmoid(scores))))
    without, with_f = (float(np.mean([row[k] for row in rows])) for k in (1, 2))
    return Result(
        {
            "share of scores outside (0, 1) without f": without,
            "share of outputs outside (0, 1) with f": with_f,
        },
        Table(("seed", "without f", "with f"), tuple(rows)),
    )


def first_network(_seeds: Seeds) -> Result:
    """Count the network 3-4-2 (row 72)."""
    counts = count([3, 4, 2])
    return Result(
        {
            "neurons": counts.n_neurons,
            "weights": counts.n_weights,
            "parameters": counts.n_parameters,
        },
        Table(("layer", "weights"), (("4 x 3", 12), ("2 x 4", 8))),
    )


def second_network(seeds: Seeds) -> Result:
    """Count the network 3-4-4-1, then random ones array by array (row 73)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([73, seed])
        for _ in range(5):
            sizes = [int(n) for n in rng.integers(1, 9, rng.integers(2, 6))]
            held = sum(values.size for values in MLP(sizes).parameters().values())
            rows.append(("-".join(map(str, sizes)), count(sizes).n_parameters, held))
    counts = count([3, 4, 4, 1])
    return Result(
        {
            "neurons": counts.n_neurons,
            "weights": counts.n_weights,
            "parameters": counts.n_parameters,
            "random networks whose arrays have as many numbers": float(
                np.mean([row[1] == row[2] for row in rows])
            ),
        },
        Table(("network", "by the formula", "in its arrays"), tuple(rows)),
    )


def vgg_by_hand(_seeds: Seeds) -> Result:
    """Count the parameters of VGG-16 layer by layer (row 74)."""
    convolutions = [
        9 * n_in * n_out + n_out for n_in, n_out in zip((3, *VGG[:-1]), VGG, strict=True)
    ]
    dense = [7 * 7 * 512 * 4096 + 4096, 4096 * 4096 + 4096, 4096 * 1000 + 1000]
    total = sum(convolutions) + sum(dense)
    rows = tuple((n, size) for n, size in enumerate([*convolutions, *dense], start=1))
    return Result(
        {
            "parameters of VGG-16": total,
            "weights of its first dense layer, with biases": dense[0],
            "share of that layer": dense[0] / total,
        },
        Table(("layer", "parameters"), rows),
    )


def shared_weights(_seeds: Seeds) -> Result:
    """Count the parameters and the multiplications of one convolution (row 75)."""
    parameters, places = 3 * 3 * 3 * 64 + 64, 224 * 224
    multiplications = 3 * 3 * 3 * 64 * places
    return Result(
        {
            "parameters of a 3x3 convolution from 3 to 64 channels": parameters,
            "its multiplications on 224x224": multiplications,
        },
        Table(
            ("parameters", "places", "multiplications"),
            ((parameters, places, multiplications),),
        ),
    )


def _ordered(edges: list[tuple[object, object]]) -> bool:
    try:
        topological_order(edges)
    except ValueError:
        return False
    return True


def _hinge_slope(scores: Array, y: NDArray[np.int_]) -> Array:
    signs = 2 * y - 1
    slope: Array = np.where(signs * scores < 1, -signs, 0) / len(y)
    return slope


def _outside(values: Array) -> float:
    return float(np.mean((values <= 0) | (values >= 1)))


EXPERIMENTS = {
    66: Experiment(order_of_a_graph),
    67: Experiment(connections),
    68: Experiment(layers_by_the_rule),
    69: Experiment(single_layer_networks),
    70: Experiment(output_without_activation, slow=True),
    71: Experiment(last_line_of_the_sample),
    72: Experiment(first_network),
    73: Experiment(second_network),
    74: Experiment(vgg_by_hand),
    75: Experiment(shared_weights),
}
