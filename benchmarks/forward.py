"""Forward passes: beside the matrix products alone, PyTorch and scikit-learn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from benchmarks import peers
from benchmarks._report import Row, compared
from benchmarks._timing import Timings, interleaved
from course_utils._arrays import Array
from course_utils.network import MLP

CASES = [
    *[((3, 4, 4, 1), batch) for batch in (1, 1000)],
    *[((3072, 100, 10), batch) for batch in (1, 64, 256, 1024)],
    *[((784, 512, 512, 10), batch) for batch in (1, 64, 256, 1024)],
]
N_ROUNDS = 31
RAW = "np.dot chain"
PEERS = ("pytorch", "scikit_learn")


def rows() -> Iterator[Row]:
    """Yield the comparisons of each network at each batch size.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    for layer_sizes, batch in CASES:
        yield from _rows_of(layer_sizes, batch)


def target(layer_sizes: tuple[int, ...], batch: int, peer: str) -> float | None:
    """Return how many times as fast as the peer the network must be.

    Parameters
    ----------
    layer_sizes : tuple of int
        The network's.
    batch : int
        Number of samples.
    peer : {"np.dot chain", "pytorch", "scikit_learn"}
        With whom it is compared.

    Returns
    -------
    float or None
        None where the comparison only informs: what is so small is not about its products.

    Examples
    --------
    >>> target((784, 512, 512, 10), 1024, "np.dot chain")
    0.99
    """
    small = max(layer_sizes) < 100
    if peer == RAW:
        return None if small or batch < 64 else 0.95 if batch < 1024 else 0.99
    if peer == "pytorch":
        return 2.0 if batch == 1 else 5.0 if small else 1.0
    return 1.0


def _rows_of(layer_sizes: tuple[int, ...], batch: int) -> Iterator[Row]:
    network = MLP(layer_sizes, "relu", dtype=np.float32)
    X = np.random.default_rng(0).standard_normal((batch, layer_sizes[0]), dtype=np.float32)
    figure = f"forward {'-'.join(map(str, layer_sizes))}, batch {batch}"
    subjects: dict[str, Callable[[], object]] = {
        "ours": lambda: network.forward(X),
        "rows": products_in_rows(network, X),
        "columns": products_in_columns(network, X),
    }
    loaded = {name: peers.load(name) for name in PEERS}
    for present in filter(None, loaded.values()):
        subjects[present.NAME] = scores = present.forward(network, X)
        np.testing.assert_allclose(scores(), network.forward(X), rtol=1e-3, atol=1e-4)
    timings = with_the_better(interleaved(subjects, n_rounds=N_ROUNDS))
    yield compared(figure, timings, RAW, target(layer_sizes, batch, RAW))
    for name, module in loaded.items():
        least = target(layer_sizes, batch, name)
        if module is None:
            yield Row(figure, peers.REMEDIES[name], target=least)
        else:
            yield compared(figure, timings, module.NAME, least)


def with_the_better(timings: Timings) -> Timings:
    """Return the timings with the faster of both layouts as the limit."""
    limit = min(("rows", "columns"), key=timings.median)
    return Timings({**timings.seconds, RAW: timings.seconds[limit]})


def products_in_rows(network: MLP, X: Array) -> Callable[[], Array]:
    """Return the matrix products and nothing else, with a sample in each row."""
    weights = [np.ascontiguousarray(layer.parameters()["W"].T) for layer in network.layers]
    outputs = [np.zeros((len(X), W.shape[1]), X.dtype) for W in weights]
    steps = [*zip([X, *outputs], weights, outputs, strict=False)]

    def chain() -> Array:
        for inputs, W, out in steps:
            np.dot(inputs, W, out=out)
        return outputs[-1]

    return chain


def products_in_columns(network: MLP, X: Array) -> Callable[[], Array]:
    """Return the same with a sample in each column, the notes' dialect."""
    weights = [layer.parameters()["W"] for layer in network.layers]
    outputs = [np.zeros((len(W), len(X)), X.dtype) for W in weights]
    values = [np.ascontiguousarray(X.T), *outputs]
    steps = [(W, a, b) for W, (a, b) in zip(weights, pairwise(values), strict=True)]

    def chain() -> Array:
        for W, inputs, out in steps:
            np.dot(W, inputs, out=out)
        return outputs[-1]

    return chain
