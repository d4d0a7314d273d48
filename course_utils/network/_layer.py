"""What every layer can do, whatever its formula is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats
from course_utils.activations import Activation
from course_utils.network._values import Precision, Value, as_parameter, as_samples, in_shape


class Layer(Value, ABC):
    """A layer of neurons that all see the same inputs: `Dense` or `Maxout`.

    A layer never changes. What it computes stands in three methods of the subclass, each a
    formula of a few lines: ``_pre_activation``, ``_activate`` and ``_backward``. The public
    methods here check what comes in, and call them.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Layer-wise organization".
    """

    n_in: int
    n_out: int
    W: Array
    b: Array
    activation: Activation

    @property
    def n_weights(self) -> int:
        """Number of weights."""
        return self.W.size

    @property
    def n_biases(self) -> int:
        """Number of biases."""
        return self.b.size

    @property
    def n_parameters(self) -> int:
        """Number of parameters: weights, biases, and with PReLU the slopes."""
        return sum(values.size for values in self.parameters().values())

    @property
    def dtype(self) -> Precision:
        """The precision in which the layer computes, float32 or float64."""
        return self.W.dtype

    def parameters(self) -> dict[str, Array]:
        """Return what training changes.

        Returns
        -------
        dict of str to ndarray
            ``"W"``, ``"b"`` and, with PReLU, ``"alpha"``; the arrays are read-only.
        """
        return {"W": self.W, "b": self.b}

    def with_parameters(self, parameters: Mapping[str, ArrayLike]) -> Self:
        """Return a layer of the same kind with other numbers in it.

        Parameters
        ----------
        parameters : mapping of str to array_like
            New arrays by name, each of the shape that the old one has; others stay.

        Returns
        -------
        Layer
            The new layer, in the same precision.

        Raises
        ------
        TypeError
            If an array does not hold real numbers.
        ValueError
            If a name or a shape is wrong, or a number is NaN or infinite.
        """
        return self._with(parameters, number="")

    @np.errstate(all="ignore")
    def pre_activation(self, X: ArrayLike) -> Array:
        """Compute the weighted sums before the activation.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row.

        Returns
        -------
        ndarray of shape (n_samples, n_out)
            ``z``; of a `Maxout` with one sheet for each piece in front.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.
        """
        return self._pre_activation(self._samples(X))

    @np.errstate(all="ignore")
    def activate(self, z: ArrayLike) -> Array:
        """Turn pre-activations into activations.

        Parameters
        ----------
        z : array_like of shape (n_samples, n_out)
            What `pre_activation` returns.

        Returns
        -------
        ndarray of shape (n_samples, n_out)
            ``a``, the outputs of the layer.

        Raises
        ------
        TypeError
            If `z` does not hold real numbers.
        ValueError
            If its shape is wrong.
        """
        z = as_floats(z, name="z")
        n_samples = z.shape[-2] if z.ndim >= 2 else 1
        return self._activate(self._numbers(z, "z", self._shape_of_z(n_samples)))

    @np.errstate(all="ignore")
    def forward(self, X: ArrayLike) -> Array:
        """Compute the outputs of the layer.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            One sample in each row.

        Returns
        -------
        ndarray of shape (n_samples, n_out)
            ``a``, the activations of ``z``.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If its shape is wrong, or a number is NaN or infinite.
        """
        return self._activate(self.pre_activation(X))

    @np.errstate(all="ignore")
    def backward(
        self, X: ArrayLike, z: ArrayLike, da: ArrayLike
    ) -> tuple[Array, dict[str, Array]]:
        """Apply the chain rule: from the slopes of the outputs to all others.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_in)
            What went in.
        z : array_like of shape (n_samples, n_out)
            What `pre_activation` made of it.
        da : array_like of shape (n_samples, n_out)
            Slope of the loss with respect to each output.

        Returns
        -------
        dX : ndarray of shape (n_samples, n_in)
            Slope of the loss with respect to each input.
        gradients : dict of str to ndarray
            Slopes with respect to the parameters, by their names.

        Raises
        ------
        TypeError
            If an argument does not hold real numbers.
        ValueError
            If a shape is wrong, or a number of `X` is NaN or infinite.
        """
        X = self._samples(X)
        z = self._numbers(z, "z", self._shape_of_z(len(X)))
        da = self._numbers(da, "da", (len(X), self.n_out))
        return self._backward(X, z, da)

    def _with(self, parameters: Mapping[str, ArrayLike], *, number: str) -> Self:
        """Do as `with_parameters`; `number` is the layer's, for the message of an error."""
        mine = self.parameters()
        unknown = [name for name in parameters if name not in mine]
        if unknown:
            msg = f"there is no parameter {unknown[0]!r}; this layer has {', '.join(mine)}"
            raise ValueError(msg)
        changed = {
            name: as_parameter(
                values, name=f"{name}{number}", shape=mine[name].shape, dtype=self.dtype
            )
            for name, values in parameters.items()
        }
        layer = type(self).__new__(type(self))
        layer.__dict__.update({**self.__dict__, **changed})  # what stays can be shared
        return layer

    def _samples(self, X: ArrayLike) -> Array:
        return as_samples(X, n_in=self.n_in, dtype=self.dtype)

    def _numbers(self, values: ArrayLike, name: str, shape: tuple[int, ...]) -> Array:
        return in_shape(values, name=name, shape=shape).astype(self.dtype, copy=False)

    def _shape_of_z(self, n_samples: int) -> tuple[int, ...]:
        return (n_samples, self.n_out)

    @abstractmethod
    def _pre_activation(self, X: Array) -> Array: ...

    @abstractmethod
    def _activate(self, z: Array) -> Array: ...

    @abstractmethod
    def _backward(self, X: Array, z: Array, da: Array) -> tuple[Array, dict[str, Array]]: ...
