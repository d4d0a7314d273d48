"""Rows 3 to 5 and 76 to 82: the forward pass, by rows, by columns, by neurons."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import relu
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_moons, make_xor
from course_utils.network import MLP, Dense, Layer, collapse, count
from course_utils.neuron import Neuron
from course_utils.training import Recipe, gradient_check, train


def linear_layers(seeds: Seeds) -> Result:
    """Collapse three linear layers, and train them on XOR (row 3)."""
    X, y = make_xor(4, noise=0.0)
    recipe = Recipe(learning_rate=0.1, n_steps=300, record_every=300)
    rows = []
    for seed in seeds:
        network = MLP([2, 64, 64, 2], "identity", seed=np.random.default_rng([3, seed]))
        small = collapse(network)
        points = np.random.default_rng([3, seed]).standard_normal((100, 2))
        difference = abs(network.forward(points) - small.forward(points)).max()
        trained = train(network, X, y, recipe).network
        rows.append((seed, float(difference), float((trained.predict(X) == y).mean())))
    return Result(
        {
            "parameters of 2-64-64-2": count([2, 64, 64, 2]).n_parameters,
            "parameters after the collapse": small.n_parameters,
            "largest difference of the outputs": max(row[1] for row in rows),
            "best accuracy on XOR over the seeds": max(row[2] for row in rows),
        },
        Table(("seed", "largest difference", "accuracy on XOR"), tuple(rows)),
    )


def three_layers(seeds: Seeds) -> Result:
    """Compare three layers with the printed formula, for several hidden sizes (row 4)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([4, seed])
        first, second = (int(n) for n in rng.integers(1, 20, 2))
        network = MLP([5, first, second, 3], seed=rng)
        x = rng.standard_normal((5, 7))
        W1, W2, W3 = (layer.W for layer in network.layers)
        formula = W3 @ np.maximum(0, W2 @ np.maximum(0, W1 @ x))
        scores = network.forward_columns(x)
        difference = float(abs(scores - formula).max())
        rows.append((seed, first, second, difference, str(scores.shape)))
    return Result(
        {
            "largest difference to the formula": max(row[3] for row in rows),
            "shapes of the scores over all hidden sizes": len({row[4] for row in rows}),
        },
        Table(("seed", "H1", "H2", "largest difference", "shape"), tuple(rows)),
    )


def chain_rule(seeds: Seeds) -> Result:
    """Check backpropagation by central differences, then train by SGD (row 5)."""
    recipe = Recipe(optimizer="sgd", learning_rate=0.2, batch_size=20, n_steps=150)
    rows = []
    for seed in seeds:
        X, y = make_moons(60, seed=np.random.default_rng([5, seed]))
        network = MLP([2, 8, 2], "tanh", seed=seed)
        worst = gradient_check(network, X, y).worst.error
        loss = train(network, X, y, recipe).loss
        rows.append((seed, worst, float(loss[0]), float(loss[-1])))
    return Result(
        {
            "worst relative error of backpropagation": max(row[1] for row in rows),
            "share of runs in which training lowers the loss": _share(
                [after < before for _, _, before, after in rows]
            ),
        },
        Table(("seed", "worst relative error", "loss before", "loss after"), tuple(rows)),
    )


def shapes_and_broadcasting(seeds: Seeds) -> Result:
    """Check the printed shapes, then give b the shape (4,) (row 76)."""
    network = MLP([3, 4, 4, 1])
    shapes = [layer.W.shape for layer in network.layers] == [(4, 3), (4, 4), (1, 4)]
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([76, seed])
        W, b = rng.standard_normal((4, 3)), rng.standard_normal(4)
        one, four, five = (rng.standard_normal((3, n)) for n in (1, 4, 5))
        size = (W @ one + b).size
        wrong = abs((W @ four + b) - (W @ four + b[:, np.newaxis])).max()
        rows.append((seed, size, float(wrong), _raises(partial(np.add, W @ five, b))))
    return Result(
        {
            "shapes as printed": int(shapes),
            "size of W x + b with b of shape (4,) and one column": max(row[1] for row in rows),
            "smallest error with four columns": min(row[2] for row in rows),
            "runs with five columns that raise": _share([row[3] for row in rows]),
        },
        Table(("seed", "size", "error with four", "five raise"), tuple(rows)),
    )


def three_lines(seeds: Seeds) -> Result:
    """Compare the three lines with a loop over neurons (row 77)."""
    rows = []
    for seed in seeds:
        network = MLP([3, 4, 4, 1], "sigmoid", initialization=1.0, seed=seed)
        x = np.random.default_rng([77, seed]).standard_normal(3)
        a = x
        for layer in network.layers:
            a = np.array([_neuron(layer, i).forward(a) for i in range(layer.n_out)])
        lines = network.forward_columns(x[:, np.newaxis])[:, 0]
        rows.append((seed, float(abs(lines - a).max())))
    largest = max(row[1] for row in rows)
    return Result(
        {"largest difference to a loop over neurons": largest},
        Table(("seed", "largest difference"), tuple(rows)),
    )


def batch_in_columns(seeds: Seeds) -> Result:
    """Put 2,000 columns through at once and one by one (row 78)."""
    rows = []
    for seed in seeds[:5]:
        network = MLP([3, 4, 4, 1], "sigmoid", seed=seed)
        x = np.random.default_rng([78, seed]).standard_normal((3, 2000))
        single = np.hstack(_one_by_one(network, x[:, :200]))
        difference = abs(network.forward_columns(x[:, :200]) - single).max()
        faster = _is_faster(
            partial(network.forward_columns, x),
            partial(_one_by_one, network, x),
        )
        rows.append((seed, float(difference), faster))
    return Result(
        {
            "largest difference to one column after the other": max(row[1] for row in rows),
            "runs at least 1.5 times as fast as one by one": _share([row[2] for row in rows]),
        },
        Table(("seed", "largest difference", "faster"), tuple(rows)),
    )


def rows_and_columns(seeds: Seeds) -> Result:
    """Transpose from one convention to the other (row 79)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([79, seed])
        W, b, x = (
            rng.standard_normal((4, 3)),
            rng.standard_normal((4, 1)),
            rng.standard_normal((3, 9)),
        )
        columns = relu(W @ x + b)
        rows.append((seed, float(abs(relu(x.T @ W.T + b.T) - columns.T).max())))
    largest = max(row[1] for row in rows)
    return Result(
        {"largest difference of the two forms": largest},
        Table(("seed", "largest difference"), tuple(rows)),
    )


def multiplications(seeds: Seeds) -> Result:
    """Compute a layer product by product, and count them (row 80)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([80, seed])
        n_out, n_in, n_samples = (int(n) for n in rng.integers(2, 7, 3))
        layer = Dense(rng.standard_normal((n_out, n_in)), rng.standard_normal(n_out))
        X, counted = rng.standard_normal((n_samples, n_in)), 0
        z = np.tile(layer.b, (n_samples, 1))
        for sample, neuron, feature in np.ndindex(n_samples, n_out, n_in):
            z[sample, neuron] += layer.W[neuron, feature] * X[sample, feature]
            counted += 1
        ratio = counted / (n_out * n_in * n_samples)
        rows.append((seed, ratio, float(abs(z - layer.forward(X)).max())))
    return Result(
        {
            "multiplications counted, for each of n_out * n_in * n_samples": max(
                row[1] for row in rows
            ),
            "largest difference to the counted form": max(row[2] for row in rows),
        },
        Table(("seed", "ratio", "largest difference"), tuple(rows)),
    )


def stacked_neurons(seeds: Seeds) -> Result:
    """Compare row i of W x + b with neuron i (row 81)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([81, seed])
        layer = Dense(rng.standard_normal((4, 3)), rng.standard_normal(4), "sigmoid")
        X = rng.standard_normal((10, 3))
        stacked = np.stack([_neuron(layer, i).forward(X) for i in range(4)], axis=1)
        rows.append((seed, float(abs(stacked - layer.forward(X)).max())))
    return Result(
        {"largest difference of row i and neuron i": max(row[1] for row in rows)},
        Table(("seed", "largest difference"), tuple(rows)),
    )


def layer_against_neurons(seeds: Seeds) -> Result:
    """Time one layer of 100 neurons on 50 samples beside its neurons (row 82)."""
    rows = []
    for seed in seeds[:5]:
        rng = np.random.default_rng([82, seed])
        layer = Dense(rng.standard_normal((100, 30)), rng.standard_normal(100), "sigmoid")
        X = rng.standard_normal((50, 30))
        neurons = [_neuron(layer, i) for i in range(100)]
        faster = _is_faster(partial(layer.forward, X), partial(_each_neuron, neurons, X))
        rows.append((seed, faster))
    return Result(
        {
            "runs in which the matrix form is at least 1.5 times as fast": _share(
                [row[1] for row in rows]
            ),
            "calls that the matrix form saves": count([30, 100]).n_neurons * 50 - 1,
        },
        Table(("seed", "faster"), tuple(rows)),
    )


def _one_by_one(network: MLP, x: Array) -> list[Array]:
    return [network.forward_columns(x[:, [k]]) for k in range(x.shape[1])]


def _each_neuron(neurons: list[Neuron], X: Array) -> list[Array]:
    return [neuron.forward(x) for x in X for neuron in neurons]


def _neuron(layer: Layer, i: int) -> Neuron:
    return Neuron(layer.W[i], float(layer.b[i]), layer.activation)


def _is_faster(quick: Callable[[], object], slow: Callable[[], object]) -> bool:
    """Tell whether the first takes at most 2/3 of the second's time, at best of two."""
    times = [(_seconds(quick), _seconds(slow)) for _ in range(2)]
    return 1.5 * min(q for q, _ in times) <= min(s for _, s in times)


def _seconds(function: Callable[[], object]) -> float:
    start = time.process_time()
    function()
    return time.process_time() - start


def _raises(function: Callable[[], object]) -> bool:
    try:
        function()
    except ValueError:
        return True
    return False


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


EXPERIMENTS = {
    3: Experiment(linear_layers, slow=True),
    4: Experiment(three_layers),
    5: Experiment(chain_rule),
    76: Experiment(shapes_and_broadcasting),
    77: Experiment(three_lines),
    78: Experiment(batch_in_columns),
    79: Experiment(rows_and_columns),
    80: Experiment(multiplications),
    81: Experiment(stacked_neurons),
    82: Experiment(layer_against_neurons),
}
