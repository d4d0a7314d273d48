"""How large a network is, by the notes' rule: the inputs are neither a layer nor neurons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from course_utils._arguments import whole_number


@dataclass(frozen=True)
class Counts:
    """How large a network is.

    Parameters
    ----------
    n_layers : int
        Layers of neurons; the inputs are none.
    n_neurons : int
        Neurons; the inputs are none.
    n_weights : int
        Weights, one for each connection.
    n_biases : int
        Biases, one for each neuron.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures".

    Examples
    --------
    >>> Counts(n_layers=2, n_neurons=6, n_weights=20, n_biases=6).n_parameters
    26
    """

    n_layers: int
    n_neurons: int
    n_weights: int
    n_biases: int

    @property
    def n_parameters(self) -> int:
        """Number of parameters that are learnt: weights and biases."""
        return self.n_weights + self.n_biases


def count(layer_sizes: Iterable[int]) -> Counts:
    """Count the neurons, weights and biases of a fully-connected network.

    Nothing is allocated, so a network may be as large as you like.

    Parameters
    ----------
    layer_sizes : iterable of int
        Number of inputs, then the number of neurons of each layer.

    Returns
    -------
    Counts
        The numbers, as Python's integers, which cannot overflow.

    Raises
    ------
    TypeError
        If a size is not a whole number, or `layer_sizes` is not a list of them.
    ValueError
        If a size is below 1, or there are fewer than two.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures".

    Examples
    --------
    Three inputs, four hidden neurons and two outputs: 4 + 2 neurons, 3*4 + 4*2 weights.

    >>> count([3, 4, 2])
    Counts(n_layers=2, n_neurons=6, n_weights=20, n_biases=6)
    >>> count([3, 4, 4, 1]).n_parameters
    41
    """
    sizes = as_layer_sizes(layer_sizes)
    n_neurons = sum(sizes[1:])
    return Counts(
        n_layers=len(sizes) - 1,
        n_neurons=n_neurons,
        n_weights=sum(n_in * n_out for n_in, n_out in pairwise(sizes)),
        n_biases=n_neurons,
    )


def as_layer_sizes(layer_sizes: object) -> tuple[int, ...]:
    """Return two or more sizes as plain integers."""
    example = "such as (3, 4, 2) for 3 inputs, 4 hidden neurons and 2 outputs"
    if isinstance(layer_sizes, str) or not isinstance(layer_sizes, Iterable):
        msg = f"layer_sizes must be a list of whole numbers, {example}; got {layer_sizes!r}"
        raise TypeError(msg)
    sizes = tuple(
        whole_number(size, name=f"layer_sizes[{n}]") for n, size in enumerate(layer_sizes)
    )
    if len(sizes) < 2:
        msg = f"layer_sizes must have two entries or more, {example}; got {sizes}"
        raise ValueError(msg)
    return sizes
