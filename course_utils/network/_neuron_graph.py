"""A network of any shape without cycles: each neuron has its own connections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import one_number
from course_utils._arrays import Array, finite_floats
from course_utils.activations import Activation, get_activation
from course_utils.network._graph import Node, neighbours, topological_order

T = TypeVar("T")
Key = TypeVar("Key")


class NeuronGraph(Generic[Node]):
    """Neurons that are connected in any way but in a circle.

    A node to which no connection leads is an input; every other is a neuron.

    Parameters
    ----------
    weights : mapping of pairs (from, to) to float
        One weight for each connection. Names may be strings, numbers or tuples.
    biases : float or mapping of neuron to float, default 0.0
        One for all neurons, or one for each; 0 where nothing is said.
    activations : str or Activation, or a mapping of neuron to such, default "identity"
        One for all neurons, or one for each; identity where nothing is said.

    Attributes
    ----------
    inputs, neurons, outputs : tuple
        Names of the inputs, of the neurons in the order in which they are computed, and of
        those neurons from which no connection leads on.
    weights, biases, activations : dict
        What was given, with the rest filled in.

    Raises
    ------
    TypeError
        If a weight or bias is not a number, or a connection is not a pair.
    ValueError
        If there is no connection or a cycle, a number is NaN or infinite, a name is not that
        of a neuron, or there is no such activation.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Neural Network architectures".

    Examples
    --------
    >>> graph = NeuronGraph(
    ...     {("x", "h"): 2.0, ("h", "y"): 3.0, ("x", "y"): -1.0},  # x skips a layer to y
    ...     biases={"h": -1.0},
    ...     activations={"h": "relu"},
    ... )
    >>> graph.forward({"x": 4.0})["y"]
    np.float64(17.0)
    >>> graph.inputs, graph.neurons, graph.n_parameters
    (('x',), ('h', 'y'), 5)
    """

    def __init__(
        self,
        weights: Mapping[tuple[Node, Node], float],
        biases: float | Mapping[Node, float] = 0.0,
        activations: str | Activation | Mapping[Node, str | Activation] = "identity",
    ) -> None:
        order = topological_order(weights)
        if not order:
            msg = 'weights must hold at least one connection, such as {("x", "y"): 1.0}'
            raise ValueError(msg)
        self._sources, targets = neighbours(weights)
        self.inputs = tuple(node for node in order if not self._sources[node])
        self.neurons = tuple(node for node in order if self._sources[node])
        self.outputs = tuple(node for node in order if not targets[node])
        self.weights = _numbers(weights, "weight")
        self.biases = _numbers(self._of_each(biases, 0.0, "biases"), "bias")
        chosen: dict[Node, str | Activation] = self._of_each(
            activations, "identity", "activations"
        )
        self.activations = {node: get_activation(name) for node, name in chosen.items()}

    @property
    def n_neurons(self) -> int:
        """Number of neurons; the inputs are none."""
        return len(self.neurons)

    @property
    def n_weights(self) -> int:
        """Number of weights, one for each connection."""
        return len(self.weights)

    @property
    def n_biases(self) -> int:
        """Number of biases, one for each neuron."""
        return len(self.biases)

    @property
    def n_parameters(self) -> int:
        """Number of parameters: weights and biases."""
        return self.n_weights + self.n_biases

    @np.errstate(all="ignore")
    def forward(self, inputs: Mapping[Node, ArrayLike]) -> dict[Node, Array]:
        """Compute the activation of each neuron.

        Parameters
        ----------
        inputs : mapping of input to float or array_like of shape (n_samples,)
            A number for each input, or one for each sample.

        Returns
        -------
        dict of neuron to float or ndarray of shape (n_samples,)
            The activations, in the order in which they were computed.

        Raises
        ------
        TypeError
            If an input does not hold real numbers.
        ValueError
            If an input is missing or unknown, NaN or infinite, or the shapes do not fit.

        Examples
        --------
        >>> graph = NeuronGraph({("x1", "y"): 1.0, ("x2", "y"): -1.0}, biases={"y": 0.5})
        >>> graph.forward({"x1": [1.0, 2.0, 3.0], "x2": 1.0})
        {'y': array([0.5, 1.5, 2.5])}
        """
        values = self._input_values(inputs)
        for node in self.neurons:
            z = sum(
                (self.weights[source, node] * values[source] for source in self._sources[node]),
                start=self.biases[node],
            )
            values[node] = self.activations[node](z)
        return {node: values[node] for node in self.neurons}

    def __repr__(self) -> str:
        sizes = f"{len(self.inputs)} inputs, {self.n_neurons} neurons, {self.n_weights} weights"
        return f"NeuronGraph({sizes})"

    def _input_values(self, inputs: Mapping[Node, ArrayLike]) -> dict[Node, Array]:
        self._check_names(inputs)
        values = {node: finite_floats(inputs[node], name=str(node)) for node in self.inputs}
        shapes = {value.shape for value in values.values()} - {()}
        if len(shapes) > 1 or any(len(shape) > 1 for shape in shapes):
            listed = ", ".join(f"{node} {value.shape}" for node, value in values.items())
            msg = f"inputs must be numbers, or arrays of one shape (n_samples,); got {listed}"
            raise ValueError(msg)
        return values

    def _check_names(self, inputs: Mapping[Node, ArrayLike]) -> None:
        wrong = [f"{node!r} is missing" for node in self.inputs if node not in inputs]
        wrong += [f"{node!r} is none" for node in inputs if node not in self.inputs]
        if wrong:
            msg = f"inputs must be given for {_listed(self.inputs)}; {wrong[0]}"
            raise ValueError(msg)

    def _of_each(self, given: T | Mapping[Node, T], default: T, name: str) -> dict[Node, T]:
        """Return one for each neuron, from one for all or from one for some."""
        if not isinstance(given, Mapping):
            return dict.fromkeys(self.neurons, given)
        unknown = [node for node in given if node not in self.neurons]
        if unknown:
            msg = (
                f"{name} belong to neurons, and {unknown[0]!r} is none; "
                f"there are {_listed(self.neurons)}"
            )
            raise ValueError(msg)
        return {node: given.get(node, default) for node in self.neurons}


def _numbers(values: Mapping[Key, float], what: str) -> dict[Key, float]:
    """Return plain finite floats."""
    return {key: _finite(value, f"the {what} of {key!r}") for key, value in values.items()}


def _finite(value: float, name: str) -> float:
    return float(finite_floats(one_number(value, name=name), name=name))


def _listed(nodes: tuple[object, ...]) -> str:
    return ", ".join(map(repr, nodes))
