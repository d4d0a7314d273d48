"""Rows 1 to 13: the neuron and linear scores."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import sigmoid
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.network import MLP, count
from course_utils.neuron import Neuron, linear_scores
from course_utils.spiking import LeakyIntegrateAndFire, coincidences, firing_rate


def linear_classifier(seeds: Seeds) -> Result:
    """Score images of CIFAR-10 by s = W x, and try other shapes (row 1)."""
    W, x = np.zeros((10, 3072)), np.zeros((3072, 1))
    wrong = [x.T, x.ravel(), x[1:], np.zeros((32, 32, 3))]
    refused = [_raises(partial(linear_scores, W, x)) for x in wrong]
    sizes = {linear_scores(W, _normal(1, seed, (3072, 1))).size for seed in seeds}
    return Result(
        {"scores": max(sizes), "weights": W.size, "other shapes that raise": _share(refused)},
        Table(("shape of x", "raises"), tuple(zip(map(_shape, wrong), refused, strict=True))),
    )


def two_layer_classifier(seeds: Seeds) -> Result:
    """Compare a network of 100 hidden units with W2 max(0, W1 x) (row 2)."""
    rows: list[tuple[int, float, bool]] = []
    for seed in seeds:
        network = MLP([3072, 100, 10], seed=np.random.default_rng([2, seed]))
        W1, W2 = network.parameters()["W1"], network.parameters()["W2"]
        x = _normal(20, seed, (3072, 1))
        formula = W2 @ np.maximum(0, W1 @ x)
        difference = float(abs(network.forward_columns(x) - formula).max())
        rows.append((seed, difference, _raises(partial(np.multiply, W1, x))))
    counts = count([3072, 100, 10])
    return Result(
        {
            "weights": counts.n_weights,
            "parameters": counts.n_parameters,
            "largest difference to the formula": max(row[1] for row in rows),
            "products by * that raise": _share([row[2] for row in rows]),
        },
        Table(("seed", "largest difference", "W1 * x raises"), tuple(rows)),
    )


def synapses_for_each_neuron(_seeds: Seeds) -> Result:
    """Divide the synapses by the neurons (row 6)."""
    low, high = round(1e14 / 86e9), round(1e15 / 86e9)
    figures = {
        "synapses for each neuron, from": low,
        "synapses for each neuron, to": high,
    }
    return Result(figures, Table(("synapses", "for each neuron"), ((1e14, low), (1e15, high))))


def excite_or_inhibit(seeds: Seeds) -> Result:
    """Flip the sign of one weight and see which way the output moves (row 7)."""
    rows: list[tuple[int, float, float, bool]] = []
    for seed in seeds:
        rng = np.random.default_rng([7, seed])
        w, x = rng.standard_normal(5), rng.uniform(0.1, 1, 5)
        k = int(rng.integers(5))
        before, without, after = (
            float(Neuron(np.where(np.arange(5) == k, value, w)).forward(x))
            for value in (w[k], 0.0, -w[k])
        )
        pushes = (np.sign(before - without), np.sign(after - without))
        turned = pushes == (np.sign(w[k]), -np.sign(w[k]))
        rows.append((seed, before, after, bool(turned)))
    share = _share([row[3] for row in rows])
    return Result(
        {"flips of a weight's sign that turn the output's way": share},
        Table(("seed", "output before", "output after", "turned"), tuple(rows)),
    )


def rate_code(_seeds: Seeds) -> Result:
    """Simulate a leaky cell at several currents beside the exact rate (row 8)."""
    cell = LeakyIntegrateAndFire()
    rows = []
    for current in (1.1, 1.25, 1.5, 2.0, 3.0, 5.0):
        simulated = firing_rate(cell.simulate(current, duration=2.0).spike_times, 2.0)
        rows.append((current, float(cell.rate(current)), simulated))
    return Result(
        {
            "rate at current 1.5": float(cell.rate(1.5)),
            "largest relative difference of simulated and exact rate": max(
                abs(simulated / exact - 1) for _, exact, simulated in rows
            ),
            "rate at the threshold": float(cell.rate(1.0)),
            "rate at a current of 10^9": float(cell.rate(1e9)),
        },
        Table(("current", "exact rate", "simulated rate"), tuple(rows)),
    )


def timing(_seeds: Seeds) -> Result:
    """Show two pairs of spike trains, of one rate, to a detector of coincidences (row 9)."""
    spikes = np.arange(0.01, 1.0, 0.02)
    in_step, out_of_step = spikes, spikes + 0.01
    rates = [firing_rate(train, 1.0) for train in (in_step, out_of_step)]
    found = [coincidences(spikes, train, window=0.002) for train in (in_step, out_of_step)]
    return Result(
        {
            "difference of the two rates": rates[0] - rates[1],
            "coincidences of trains in step, as share of spikes": found[0] / spikes.size,
            "coincidences of trains out of step, as share of spikes": found[1] / spikes.size,
        },
        Table(
            ("second train", "rate", "coincidences"),
            (("in step", rates[0], found[0]), ("out of step", rates[1], found[1])),
        ),
    )


def printed_class(seeds: Seeds) -> Result:
    """Run the neuron classes as printed, and ours at large sums (row 10)."""
    rows = [(z, not _raises(partial(math.exp, -z))) for z in range(-715, -700)]
    lowest = min(z for z, works in rows if works)
    unbound = type("Unbound", (), {"neuron_tick": lambda inputs: sum(inputs)})
    without_self = [_raises(lambda: unbound().neuron_tick([1.0])) for _ in seeds]
    ours = [Neuron([1.0]).forward([z]) for z in (-1e4, -710.0, 0.0, 710.0, 1e4)]
    return Result(
        {
            "sum down to which math.exp(-sum) works": lowest,
            "calls without self that raise": _share(without_self),
            "outputs of the repaired class that are finite up to 10^4": _share(
                [bool(np.isfinite(a)) for a in ours]
            ),
        },
        Table(("sum", "math.exp(-sum) works"), tuple(rows)),
    )


def dot_product_bias_activation(seeds: Seeds) -> Result:
    """Compare the neuron with sigma(w . x + b), 1,000 times (row 11)."""
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([11, seed])
        worst = 0.0
        for _ in range(-(-1000 // len(seeds))):
            w, x, b = rng.standard_normal(8), rng.standard_normal(8), rng.standard_normal()
            formula = float(sigmoid(sum(w * x) + b))
            worst = max(worst, abs(float(Neuron(w, float(b)).forward(x)) - formula))
        rows.append((seed, worst))
    return Result(
        {"largest difference to the formula over 1,000 neurons": max(row[1] for row in rows)},
        Table(("seed", "largest difference"), tuple(rows)),
    )


def conv_net_and_cortex(_seeds: Seeds) -> Result:
    """Divide the counts, and count the units of VGG-16 by hand (row 13)."""
    stages = ((224, 64, 2), (112, 128, 2), (56, 256, 3), (28, 512, 3), (14, 512, 3))
    rows = tuple((side, depth, n, n * side * side * depth) for side, depth, n in stages)
    return Result(
        {
            "neurons of the cortex for each of the net": 5_000_000_000 / 10_000_000,
            "units in the feature maps of VGG-16": sum(row[3] for row in rows),
        },
        Table(("side", "depth", "layers", "units"), rows),
    )


def _normal(row: int, seed: int, shape: tuple[int, ...]) -> Array:
    return np.random.default_rng([row, seed]).standard_normal(shape)


def _raises(function: Callable[[], object]) -> bool:
    try:
        function()
    except (ArithmeticError, TypeError, ValueError):
        return True
    return False


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


def _shape(array: Array) -> str:
    return str(array.shape)


EXPERIMENTS = {
    1: Experiment(linear_classifier),
    2: Experiment(two_layer_classifier),
    6: Experiment(synapses_for_each_neuron),
    7: Experiment(excite_or_inhibit),
    8: Experiment(rate_code),
    9: Experiment(timing),
    10: Experiment(printed_class),
    11: Experiment(dot_product_bias_activation),
    13: Experiment(conv_net_and_cortex),
}
