"""Rows 22 to 26, 29, 35, 36, 38 and 59: the activations that work on one number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    gelu,
    gelu_tanh,
    get_activation,
    relu,
    sigmoid,
    silu,
    softmax,
    tanh,
)
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.network import MLP

HALF_STEP = 1e-5


def range_of_sigmoid(_seeds: Seeds) -> Result:
    """Look for the first whole number whose sigmoid is rounded to 1 (row 22)."""
    z = np.arange(60.0)
    outputs, in_float32 = sigmoid(z), sigmoid(z.astype(np.float32))
    rows = tuple(zip(z.tolist(), outputs.tolist(), in_float32.tolist(), strict=True))
    return Result(
        {
            "whole number from which the output is exactly 1 in float64": _first_one(outputs),
            "the same in float32": _first_one(in_float32),
            "what is missing to 1 at 37, by the left tail": float(sigmoid(-37.0)),
        },
        Table(("z", "float64", "float32"), rows),
    )


def tails_of_sigmoid(seeds: Seeds) -> Result:
    """Evaluate the sigmoid far out on both sides (row 23)."""
    rows = [
        (float(z), float(sigmoid(z)))
        for seed in seeds
        for z in np.random.default_rng([23, seed]).uniform(-1e4, 1e4, 20)
    ]
    at_the_ends = [a == (z > 0) for z, a in rows if abs(z) > 1000]
    return Result(
        {
            "output at -40": float(sigmoid(-40.0)),
            "output at 40": float(sigmoid(40.0)),
            "output at -700": float(sigmoid(-700.0)),
            "outputs beyond -1,000 that are 0, beyond 1,000 that are 1": float(
                np.mean(at_the_ends)
            ),
        },
        Table(("z", "output"), tuple(rows)),
    )


def firing_rate_reading(_seeds: Seeds) -> Result:
    """Read outputs as a share of the highest firing rate (row 24)."""
    z = np.linspace(-5, 5, 1000)
    rows = []
    for name in ("sigmoid", "tanh", "relu", "leaky_relu"):
        outputs = ACTIVATIONS[name](z)
        rows.append((name, float(np.mean((outputs >= 0) & (outputs <= 1)))))
    return Result(
        {
            "outputs of the sigmoid that can be such a share": rows[0][1],
            "outputs of tanh that can": rows[1][1],
            "share of the highest rate at a sum of 0": float(sigmoid(0.0)),
        },
        Table(("activation", "outputs from 0 to 1"), tuple(rows)),
    )


def sigmoid_today(seeds: Seeds) -> Result:
    """Find the sigmoid in SiLU, in a softmax of two classes, and as a gate (row 25)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([25, seed])
        z, old, new = rng.uniform(-30, 30, (3, 1000))
        inside = abs(silu(z) - z * sigmoid(z)).max()
        first, second = rng.uniform(-30, 30, (2, 1000))
        pairs = softmax(np.column_stack([first, second]))
        outputs = abs(pairs[:, 1] - sigmoid(second - first)).max()
        gates = (_between(activation(z / 10), old, new) for activation in (sigmoid, tanh))
        rows.append((seed, float(inside), float(outputs), *gates))
    return Result(
        {
            "largest difference of SiLU and z sigmoid(z)": _largest(rows, 1),
            "largest difference to a softmax of two classes": _largest(rows, 2),
            "gated mixtures of old and new state that lie between them": _mean(rows, 3),
            "the same with tanh as the gate": _mean(rows, 4),
        },
        Table(("seed", "SiLU", "softmax", "sigmoid gate", "tanh gate"), tuple(rows)),
    )


def slope_of_sigmoid(seeds: Seeds) -> Result:
    """Measure the slope of the sigmoid in the middle and in the tails (row 26)."""
    slope = get_activation("sigmoid").derivative
    rows = [(float(z), float(slope(z)), _slope_error("sigmoid", z)) for z in _points(26, seeds)]
    grid = slope(np.linspace(-20, 20, 4001))
    return Result(
        {
            "largest slope": float(grid.max()),
            "slope at 5": float(slope(5.0)),
            "slope at 10": float(slope(10.0)),
            "largest difference to a numerical slope": _largest(rows, 2),
        },
        Table(("z", "slope", "difference"), tuple(rows)),
    )


def centre_of_sigmoid(seeds: Seeds) -> Result:
    """Put centred samples through a layer, and average the outputs (row 29)."""
    rows = [(seed, *_outputs_of_layer(29, seed)) for seed in seeds]
    return Result(
        {
            "mean output of the sigmoid": _mean(rows, 1),
            "mean output of tanh": _mean(rows, 2),
            "outputs of the sigmoid above 0": _mean(rows, 3),
        },
        Table(("seed", "sigmoid", "tanh", "sigmoid above 0"), tuple(rows)),
    )


def tanh_in_short(seeds: Seeds) -> Result:
    """Measure range, slope and mean of tanh (row 35)."""
    slope = get_activation("tanh").derivative
    rows = [(seed, _outputs_of_layer(35, seed)[1]) for seed in seeds]
    return Result(
        {
            "largest output, up to 10^4": float(abs(tanh(np.linspace(-1e4, 1e4, 2001))).max()),
            "whole number from which the output is exactly 1": _first_one(
                tanh(np.arange(60.0))
            ),
            "largest slope": float(slope(np.linspace(-20, 20, 4001)).max()),
            "slope at 5": float(slope(5.0)),
            "mean output for centred samples": _mean(rows, 1),
        },
        Table(("seed", "mean output"), tuple(rows)),
    )


def scaled_sigmoid(seeds: Seeds) -> Result:
    """Compare tanh with 2 sigma(2x) - 1, for numbers and for networks (row 36)."""
    x = np.linspace(-50, 50, 10_001)
    difference = float(abs(tanh(x) - (2 * sigmoid(2 * x) - 1)).max())
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([36, seed])
        network, X = MLP([3, 8, 8, 2], "tanh", seed=rng), rng.standard_normal((50, 3))
        rebuilt = _from_sigmoids(network)
        rows.append((seed, float(abs(network.forward(X) - rebuilt.forward(X)).max())))
    return Result(
        {
            "largest difference on [-50, 50]": difference,
            "largest difference of a tanh network and one of sigmoids": _largest(rows, 1),
        },
        Table(("seed", "difference of the networks"), tuple(rows)),
    )


def rectifier(seeds: Seeds) -> Result:
    """Compare ReLU and its slope with max(0, z), and look at the kink (row 38)."""
    slope = get_activation("relu").derivative
    rows = [
        (float(z), abs(float(relu(z)) - max(0.0, float(z))), _slope_error("relu", z))
        for z in _points(38, seeds)
    ]
    around = np.linspace(-1, 1, 101)
    below = [k / 10 for k in range(-10, 21) if np.all(k / 10 * around <= relu(around))]
    return Result(
        {
            "largest difference to max(0, z)": _largest(rows, 1),
            "largest difference of slope and numerical slope": _largest(rows, 2),
            "flattest line through 0 that stays below": min(below),
            "steepest line through 0 that stays below": max(below),
            "slope at 0 in this course": float(slope(0.0)),
        },
        Table(("z", "difference", "difference of slopes"), tuple(rows)),
    )


def not_monotone(_seeds: Seeds) -> Result:
    """Look for the lowest points of GELU and SiLU, and for falls elsewhere (row 59)."""
    z = np.linspace(-4, 4, 80_001)
    rows = [(name, *_lowest(activation(z), z)) for name, activation in ACTIVATIONS.items()]
    lowest = {name: output for name, output, _, _ in rows}
    falling = {name for name, _, _, falls in rows if falls}
    to_tanh_form = float(abs(gelu(z) - gelu_tanh(z)).max())
    return Result(
        {
            "GELU of 1": float(gelu(1.0)),
            "largest difference of GELU and its form with tanh": to_tanh_form,
            "lowest output of GELU": lowest["gelu"],
            "lowest output of SiLU": lowest["silu"],
            "activations of the notes that fall somewhere": len(
                falling & {"sigmoid", "tanh", "relu", "leaky_relu"}
            ),
        },
        Table(("activation", "lowest output", "at", "falls somewhere"), tuple(rows)),
    )


def _lowest(outputs: Array, z: Array) -> tuple[float, float, bool]:
    place = int(outputs.argmin())
    return float(outputs[place]), float(z[place]), bool((np.diff(outputs) < 0).any())


def _first_one(outputs: Array) -> int:
    return int(np.argmax(outputs == 1))


def _between(gate: Array, old: Array, new: Array) -> float:
    mixture = (1 - gate) * old + gate * new
    low, high = np.minimum(old, new), np.maximum(old, new)
    return float(np.mean((low <= mixture) & (mixture <= high)))


def _points(row: int, seeds: Seeds) -> Array:
    """Draw 10 numbers for each seed, none of them nearer to 0 than .01."""
    drawn = [np.random.default_rng([row, seed]).uniform(-12, 12, 10) for seed in seeds]
    z = np.concatenate(drawn)
    points: Array = z[abs(z) > 0.01]
    return points


def _slope_error(name: str, z: float) -> float:
    """Return how far the slope is from a central difference."""
    activation = ACTIVATIONS[name]
    rise = activation(z + HALF_STEP) - activation(z - HALF_STEP)
    return float(abs(activation.derivative(z) - rise / (2 * HALF_STEP)))


def _outputs_of_layer(row: int, seed: int) -> tuple[float, float, float]:
    """Return the means of sigmoid and tanh over a layer, and the share of sigmoids above 0."""
    rng = np.random.default_rng([row, seed])
    X = rng.standard_normal((500, 20))
    z = (X - X.mean(axis=0)) @ rng.normal(0, 1 / np.sqrt(20), (20, 50))
    a = sigmoid(z)
    return float(a.mean()), float(tanh(z).mean()), float(np.mean(a > 0))


def _from_sigmoids(network: MLP) -> MLP:
    """Rebuild a network of tanh from sigmoids: scale and shift the sums of each layer."""
    parameters: dict[str, Array] = {}
    for n, layer in enumerate(network.layers, start=1):
        W, b = layer.W, layer.b
        if n > 1:  # the inputs a = 2 s - 1 are sigmoids s now
            W, b = 2 * W, b - W.sum(axis=1)
        if n < network.n_layers:  # tanh(z) needs the sigmoid of 2 z
            W, b = 2 * W, 2 * b
        parameters |= {f"W{n}": W, f"b{n}": b}
    return MLP(network.layer_sizes, "sigmoid").with_parameters(parameters)


def _mean(rows: Sequence[Sequence[float]], column: int) -> float:
    return float(np.mean([row[column] for row in rows]))


def _largest(rows: Sequence[Sequence[float]], column: int) -> float:
    return max(row[column] for row in rows)


EXPERIMENTS = {
    22: Experiment(range_of_sigmoid),
    23: Experiment(tails_of_sigmoid),
    24: Experiment(firing_rate_reading),
    25: Experiment(sigmoid_today),
    26: Experiment(slope_of_sigmoid),
    29: Experiment(centre_of_sigmoid),
    35: Experiment(tanh_in_short),
    36: Experiment(scaled_sigmoid),
    38: Experiment(rectifier),
    59: Experiment(not_monotone),
}
