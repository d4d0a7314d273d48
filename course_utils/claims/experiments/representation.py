"""Rows 83 to 86 and 89: what networks can represent, by construction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from course_utils._arrays import Array
from course_utils.approximation import (
    bump_heights,
    bump_network,
    bump_sum,
    count_pieces,
    error_slope,
    open_bump,
    relu_interpolant,
    sup_error,
    tent,
    tent_network,
)
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.claims.experiments._representation import (
    DOMAIN,
    GRID,
    WAVES,
    Curve,
    curves,
    largest_error,
)
from course_utils.network import MLP, Dense

BINS = (16, 32, 64, 128, 256)
FEW_BINS = (16, 32, 64)  # for the random curves, which are many
INNER = (0.1, 1.9)  # at the two outermost edges half a bump is missing
STEEPNESS = (20.0, 50.0, 100.0, 200.0, 500.0, 1e3, 1e4)


def family_of_functions(seeds: Seeds) -> Result:
    """Draw ten random networks a seed, and permute the hidden units of each (row 83)."""
    X = np.linspace(*DOMAIN, 101)[:, np.newaxis]
    rows = []
    for seed in seeds:
        rng = np.random.default_rng([83, seed])
        networks = [MLP([1, 8, 1], "tanh", initialization=1.0, seed=rng) for _ in range(10)]
        shuffled = [_permuted(network, rng) for network in networks]
        outputs = np.array([network.forward(X) for network in networks])
        same = np.array([network.forward(X) for network in shuffled])
        moved = min(
            float(abs(a.parameters()["W1"] - b.parameters()["W1"]).max())
            for a, b in zip(networks, shuffled, strict=True)
        )
        apart = min(sup for i in range(10) for sup in _distances(outputs[i], outputs[:i]))
        rows.append((seed, apart, moved, float(abs(outputs - same).max())))
    return Result(
        {
            "smallest distance of two functions drawn": min(row[1] for row in rows),
            "smallest change of the weights by a permutation": min(row[2] for row in rows),
            "largest change of the function by it": max(row[3] for row in rows),
        },
        Table(("seed", "smallest distance", "weights moved", "function moved"), tuple(rows)),
    )


def universal_approximation(seeds: Seeds) -> Result:
    """Interpolate with more and more ReLUs, look outside, and try squares (row 84)."""
    sizes = [n + 1 for n in BINS]
    slopes = [
        error_slope(FEW_BINS, _interpolation_errors(f, FEW_BINS)) for f in curves(84, seeds)
    ]
    largest = relu_interpolant(WAVES, np.linspace(*DOMAIN, sizes[-1]))
    few, many = (_error_of_squares(n) for n in (3, 100))
    rows = tuple(zip(BINS, _interpolation_errors(WAVES, BINS), strict=True))
    return Result(
        {
            "exponent of the error against the ReLUs, f": error_slope(
                BINS, [r[1] for r in rows]
            ),
            "median exponent for random curves": float(np.median(slopes)),
            "error of 256 ReLUs on f's interval": rows[-1][1],
            "error of 256 ReLUs on an interval 50 times as long": sup_error(
                WAVES, largest, (0.0, 50 * DOMAIN[1])
            ),
            "error of 100 squaring units, as share of that of 3": many / few,
        },
        Table(("ReLUs", "largest error"), rows),
    )


def sigmoid_bumps(seeds: Seeds) -> Result:
    """Build 64 bumps of sigmoids and make them steeper and steeper (row 85)."""
    width = (DOMAIN[1] - DOMAIN[0]) / 64
    on_waves = _errors_by_steepness(WAVES)
    best = [
        width * STEEPNESS[int(np.argmin(_errors_by_steepness(f)))] for f in curves(85, seeds)
    ]
    products = [steepness * width for steepness in STEEPNESS]
    return Result(
        {
            "smallest error of 64 bumps": min(on_waves),
            "steepness times width where it is smallest": products[int(np.argmin(on_waves))],
            "the same for random curves, median": float(np.median(best)),
            "error at steepness 10,000, as multiple of the smallest": on_waves[-1]
            / min(on_waves),
        },
        Table(
            ("steepness", "steepness x width", "largest error"),
            tuple(zip(STEEPNESS, products, on_waves, strict=True)),
        ),
    )


def strict_bumps(seeds: Seeds) -> Result:
    """Compare strict bumps side by side, half-open ones, and strict ones nested (row 86)."""
    rows = tuple((n, *_errors_of_bumps(WAVES, n)) for n in BINS)
    shares, exponents = [], []
    for f in curves(86, seeds):
        side, _, nested = np.array([_errors_of_bumps(f, n) for n in FEW_BINS]).T
        shares.append(side[-1] / abs(f(np.linspace(*DOMAIN, GRID))).max())
        exponents.append(error_slope(FEW_BINS, nested))
    side, half_open, nested = (np.array([row[k] for row in rows]) for k in (1, 2, 3))
    return Result(
        {
            "smallest error of strict bumps side by side": float(side.min()),
            "the same as share of the height of random curves, median": float(
                np.median(shares)
            ),
            "exponent of the error of half-open bumps": error_slope(BINS, half_open),
            "exponent of the error of strict bumps that nest": error_slope(BINS, nested),
            "the same for random curves, median": float(np.median(exponents)),
        },
        Table(("bumps", "strict side by side", "half-open", "strict nested"), rows),
    )


def folds_against_width(seeds: Seeds) -> Result:
    """Count the pieces of tents over tents and of one hidden layer (row 89)."""
    rows = [
        (depth, 2 * depth, count_pieces(tent_network(depth), (0.0, 1.0)))
        for depth in range(1, 9)
    ]
    shallow = [_pieces_of_one_layer(seed, 16) for seed in seeds]
    x = np.linspace(0, 1, 10_001)
    folded = tent_network(8).forward(x[:, np.newaxis])[:, 0]
    wide = relu_interpolant(partial(tent, depth=8), np.linspace(0, 1, 257))
    return Result(
        {
            "depths whose pieces are exactly 2^depth": sum(
                pieces == 2**depth for depth, _, pieces in rows
            ),
            "pieces of 16 neurons in 8 layers": rows[-1][2],
            "most pieces of random networks with 16 neurons in one layer": max(shallow),
            "neurons of one layer that draw the same 256 pieces": wide.layer_sizes[1],
            "largest difference of the deep and the wide network": float(
                abs(folded - wide.forward(x[:, np.newaxis])[:, 0]).max()
            ),
        },
        Table(("hidden layers", "neurons", "pieces"), tuple(rows)),
    )


def _permuted(network: MLP, rng: np.random.Generator) -> MLP:
    """Return the network with its hidden units in another order: every unit moves."""
    order = np.roll(np.arange(8), int(rng.integers(1, 8)))
    old = network.parameters()
    return network.with_parameters(
        {"W1": old["W1"][order], "b1": old["b1"][order], "W2": old["W2"][:, order]}
    )


def _distances(output: Array, others: Array) -> list[float]:
    return [float(abs(output - other).max()) for other in others]


def _interpolation_errors(f: Curve, sizes: Sequence[int]) -> list[float]:
    knots = [np.linspace(*DOMAIN, n + 1) for n in sizes]
    return [sup_error(f, relu_interpolant(f, at), DOMAIN, GRID) for at in knots]


def _error_of_squares(n_units: int) -> float:
    """Return the mean squared error of the best sum of squares of random lines."""
    rng = np.random.default_rng(84)
    x = np.linspace(*DOMAIN, 1001)
    squares = (
        np.multiply.outer(x, rng.standard_normal(n_units)) + rng.standard_normal(n_units)
    ) ** 2
    weights, *_ = np.linalg.lstsq(squares, WAVES(x), rcond=1e-10)
    return float(np.mean((squares @ weights - WAVES(x)) ** 2))


def _errors_by_steepness(f: Curve) -> list[float]:
    edges = np.linspace(*DOMAIN, 65)
    return [sup_error(f, bump_network(f, edges, s), INNER, GRID) for s in STEEPNESS]


def _errors_of_bumps(f: Curve, n_bumps: int) -> tuple[float, float, float]:
    """Return the errors of strict bumps side by side, half-open, and strict nested."""
    edges = np.linspace(*DOMAIN, n_bumps + 1)
    heights = bump_heights(f, edges)
    inner = edges[1:-1]
    return (
        largest_error(f, partial(_side_by_side, edges=edges, heights=heights), inner),
        largest_error(f, partial(bump_sum, edges=edges, heights=heights), inner),
        largest_error(f, partial(_nested, edges=edges, heights=heights), inner),
    )


def _side_by_side(x: Array, edges: Array, heights: Array) -> Array:
    """Add up strict bumps from each edge to the next, as the notes write them."""
    bumps = zip(heights, edges[:-1], edges[1:], strict=True)
    total: Array = sum(
        (height * open_bump(x, left, right) for height, left, right in bumps), np.zeros_like(x)
    )
    return total


def _nested(x: Array, edges: Array, heights: Array) -> Array:
    """Add up strict bumps that all end together, beyond the last edge."""
    end = edges[-1] + 1
    rises = np.diff(heights, prepend=0)
    total: Array = sum(
        (rise * open_bump(x, left, end) for rise, left in zip(rises, edges[:-1], strict=True)),
        np.zeros_like(x),
    )
    return total


def _pieces_of_one_layer(seed: int, n_units: int) -> int:
    """Count the pieces of one hidden layer whose bends lie at random in the interval."""
    rng = np.random.default_rng([89, seed])
    W = rng.choice([-1.0, 1.0], (n_units, 1)) * rng.uniform(0.5, 2, (n_units, 1))
    hidden = Dense(W, -W[:, 0] * rng.uniform(0.02, 0.98, n_units), "relu")
    network = MLP.from_layers([hidden, Dense(rng.standard_normal((1, n_units)), [0.0])])
    return count_pieces(network, (0.0, 1.0))


EXPERIMENTS = {
    83: Experiment(family_of_functions),
    84: Experiment(universal_approximation),
    85: Experiment(sigmoid_bumps),
    86: Experiment(strict_bumps),
    89: Experiment(folds_against_width),
}
