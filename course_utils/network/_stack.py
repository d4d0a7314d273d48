"""What can be said about layers in a row before they compute anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self

from numpy.typing import ArrayLike

from course_utils._arguments import whole_number
from course_utils._arrays import Array
from course_utils.network._building import in_a_row
from course_utils.network._layer import Layer
from course_utils.network._trace import ShapeRow, ShapeTrace
from course_utils.network._values import Precision, Value


class Stack(Value):
    """Layers in a row: their sizes, their parameters, their shapes."""

    layers: tuple[Layer, ...]

    @classmethod
    def from_layers(cls, layers: Iterable[Layer]) -> Self:
        """Make a network of layers that are there already.

        Parameters
        ----------
        layers : iterable of Layer
            Each takes as many inputs as the one before it puts out.

        Returns
        -------
        MLP
            The network.

        Raises
        ------
        TypeError
            If something else than a layer is among them.
        ValueError
            If there is none, or they do not fit together in size or precision.

        Examples
        --------
        >>> from course_utils.network import MLP, Dense
        >>> MLP.from_layers([Dense([[2.0]], [1.0], "relu"), Dense([[-1.0]], [0.0])])
        MLP(1-1-1, relu identity, float64, 4 parameters)
        """
        network = cls.__new__(cls)
        network.layers = in_a_row(layers)
        return network

    @property
    def n_in(self) -> int:
        """Number of inputs."""
        return self.layers[0].n_in

    @property
    def n_out(self) -> int:
        """Number of outputs."""
        return self.layers[-1].n_out

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """Number of inputs, then the number of neurons of each layer."""
        return (self.n_in, *(layer.n_out for layer in self.layers))

    @property
    def activations(self) -> tuple[str, ...]:
        """Name of the activation of each layer, the output layer included."""
        return tuple(layer.activation.name for layer in self.layers)

    @property
    def dtype(self) -> Precision:
        """The precision in which the network computes, float32 or float64."""
        return self.layers[0].dtype

    @property
    def n_layers(self) -> int:
        """Number of layers; the inputs are none."""
        return len(self.layers)

    @property
    def n_neurons(self) -> int:
        """Number of neurons; the inputs are none."""
        return sum(layer.n_out for layer in self.layers)

    @property
    def n_weights(self) -> int:
        """Number of weights."""
        return sum(layer.n_weights for layer in self.layers)

    @property
    def n_biases(self) -> int:
        """Number of biases."""
        return sum(layer.n_biases for layer in self.layers)

    @property
    def n_parameters(self) -> int:
        """Number of parameters: weights, biases, and with PReLU the slopes."""
        return sum(layer.n_parameters for layer in self.layers)

    def parameters(self) -> dict[str, Array]:
        """Return what training changes.

        Returns
        -------
        dict of str to ndarray
            ``"W1"``, ``"b1"``, with PReLU ``"alpha1"``, then ``"W2"`` and so on; the arrays
            are read-only.

        Examples
        --------
        >>> from course_utils.network import MLP
        >>> list(MLP([2, 3, 1], "prelu").parameters())
        ['W1', 'b1', 'alpha1', 'W2', 'b2']
        """
        return {
            f"{name}{n}": values
            for n, layer in enumerate(self.layers, start=1)
            for name, values in layer.parameters().items()
        }

    def with_parameters(self, parameters: Mapping[str, ArrayLike]) -> Self:
        """Return a network of the same shape with other numbers in it.

        Parameters
        ----------
        parameters : mapping of str to array_like
            New arrays by the names that `parameters` has, each of the shape that the old one
            has; others stay.

        Returns
        -------
        MLP
            The new network, in the same precision.

        Raises
        ------
        TypeError
            If an array does not hold real numbers.
        ValueError
            If a name or a shape is wrong, or a number is NaN or infinite.

        Examples
        --------
        >>> from course_utils.network import MLP
        >>> network = MLP([2, 1]).with_parameters({"W1": [[1.0, -1.0]], "b1": [0.5]})
        >>> network.forward([[2.0, 1.0]])
        array([[1.5]])
        """
        names = self.parameters()
        unknown = [name for name in parameters if name not in names]
        if unknown:
            msg = f"there is no parameter {unknown[0]!r}; this network has {', '.join(names)}"
            raise ValueError(msg)
        return self.from_layers(
            layer._with(
                {
                    name: parameters[f"{name}{n}"]
                    for name in layer.parameters()
                    if f"{name}{n}" in parameters
                },
                number=str(n),
            )
            for n, layer in enumerate(self.layers, start=1)
        )

    def shape_trace(self, n_samples: int = 1, *, columns: bool = False) -> ShapeTrace:
        """Follow the shapes through the network.

        Parameters
        ----------
        n_samples : int, default 1
            How many samples go through at once.
        columns : bool, default False
            Whether to write it in the notes' dialect, with a sample in each column; there
            the biases are columns, too.

        Returns
        -------
        ShapeTrace
            A table that prints itself.

        Raises
        ------
        TypeError
            If `n_samples` is not a whole number.
        ValueError
            If it is below 1.

        Notes
        -----
        CS231n, "Neural Networks Part 1", "Example feed-forward computation".

        Examples
        --------
        >>> from course_utils.network import MLP
        >>> MLP([3072, 100, 10]).shape_trace(columns=True)
        layer    W           b        output
        input                         3072 × 1
        1 relu   100 × 3072  100 × 1  100 × 1
        2 identity  10 × 100    10 × 1   10 × 1
        """
        n_samples = whole_number(n_samples, name="n_samples")

        def shape(n_units: int) -> tuple[int, int]:
            return (n_units, n_samples) if columns else (n_samples, n_units)

        rows = [
            ShapeRow(
                f"{n} {layer.activation.name}",
                layer.W.shape,
                (*layer.b.shape, 1) if columns else layer.b.shape,
                shape(layer.n_out),
            )
            for n, layer in enumerate(self.layers, start=1)
        ]
        return ShapeTrace(shape(self.n_in), tuple(rows))
