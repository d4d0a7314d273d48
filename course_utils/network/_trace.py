"""What a forward pass leaves behind: the numbers, and the shapes alone."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from course_utils._arrays import Array


@dataclass(frozen=True, eq=False)
class Trace:
    """Everything that a forward pass computed, layer by layer.

    Parameters
    ----------
    X : ndarray of shape (n_samples, n_in)
        What went into the network.
    pre_activations : tuple of ndarray of shape (n_samples, n_out)
        ``z`` of each layer; of a `Maxout` with one sheet for each piece in front.
    activations : tuple of ndarray of shape (n_samples, n_out)
        ``a`` of each layer, ``f(z)``; the last are the scores.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Example feed-forward computation".

    Examples
    --------
    >>> import numpy as np
    >>> from course_utils.network import MLP
    >>> trace = MLP([2, 3, 1]).trace(np.zeros((5, 2)))
    >>> [a.shape for a in trace.activations]
    [(5, 3), (5, 1)]
    """

    X: Array
    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]

    @property
    def inputs(self) -> tuple[Array, ...]:
        """What went into each layer: X, then the activations of the layer before."""
        return (self.X, *self.activations[:-1])

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """Number of inputs, then the number of outputs of each layer."""
        return tuple(a.shape[1] for a in (self.X, *self.activations))

    @property
    def scores(self) -> Array:
        """What came out of the network, shape (n_samples, n_out)."""
        return self.activations[-1]


class ShapeRow(NamedTuple):
    """The shapes in one layer."""

    layer: str
    W: tuple[int, ...]
    b: tuple[int, ...]
    output: tuple[int, ...]


@dataclass(frozen=True)
class ShapeTrace:
    """The shapes on the way through a network: a table that prints itself.

    Parameters
    ----------
    input : tuple of int
        Shape of what goes in.
    rows : tuple of ShapeRow
        For each layer its name and the shapes of ``W``, ``b`` and the output.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Example feed-forward computation".

    Examples
    --------
    >>> from course_utils.network import MLP
    >>> MLP([3072, 100, 10]).shape_trace(64).rows[0].output
    (64, 100)
    """

    input: tuple[int, ...]
    rows: tuple[ShapeRow, ...]

    def __str__(self) -> str:
        table = self._table()
        widths = [max(len(line[n]) for line in table) for n in range(4)]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            for line in table
        ]
        return "\n".join(line.rstrip() for line in lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head, *body = [[escape(cell) for cell in line] for line in self._table()]
        lines = [f"<tr><th>{'</th><th>'.join(head)}</th></tr>"]
        lines += [f"<tr><td>{'</td><td>'.join(line)}</td></tr>" for line in body]
        return f"<table>{''.join(lines)}</table>"

    def _table(self) -> list[list[str]]:
        layers = [
            [row.layer, *(_by(shape) for shape in (row.W, row.b, row.output))]
            for row in self.rows
        ]
        return [["layer", "W", "b", "output"], ["input", "", "", _by(self.input)], *layers]


def _by(shape: tuple[int, ...]) -> str:
    """Write a shape as one reads it: 64 × 100."""
    return " × ".join(map(str, shape))
