"""What the two classifiers share: everything but the loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import positive_number, whole_number
from course_utils._arrays import Array, Labels, as_labels, as_matrix
from course_utils.losses import Loss, l2_penalty
from course_utils.neuron._newton import newton


@dataclass(kw_only=True, eq=False)
class BinaryClassifier:
    """One neuron that learns to tell class 0 from class 1; a subclass names the loss."""

    weight_decay: float = 0.001
    learning_rate: float | None = None
    n_steps: int = 1000
    tol: float = 1e-9

    weights_: Array = field(init=False, repr=False)
    bias_: float = field(init=False, repr=False)
    classes_: Labels = field(init=False, repr=False)
    n_features_in_: int = field(init=False, repr=False)
    n_steps_: int = field(init=False, repr=False)
    loss_history_: Array = field(init=False, repr=False)

    _loss: ClassVar[Loss]
    _corner: ClassVar[float]  # with the next one, the shape of the loss for Newton's method
    _sharpnesses: ClassVar[Sequence[float]]

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:
        """Learn the weights and the bias from labelled samples.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            One sample in each row.
        y : array_like of shape (n_samples,)
            Labels 0 and 1; both must occur.

        Returns
        -------
        classifier
            This object, which now has the attributes that end in an underscore.

        Raises
        ------
        TypeError
            If `X`, `y` or an option does not hold real numbers.
        ValueError
            If the shapes do not fit, a number is NaN or infinite, a label is neither 0 nor 1,
            one class is missing, an option is out of range, the learning rate is so large
            that the weights grow beyond all bounds, or it was left out and `X` holds a number
            above 1e150.

        Examples
        --------
        >>> from course_utils.neuron import BinarySoftmaxClassifier
        >>> model = BinarySoftmaxClassifier().fit([[0.0], [1.0]], [0, 1])
        >>> model.loss_history_[0].round(4)  # with weights of 0 nothing is known: log 2
        np.float64(0.6931)
        """
        self._check_options()
        X = as_matrix(X, name="X")
        dtype, X = X.dtype, X.astype(np.float64)
        y = _both_classes(as_labels(y, n_samples=len(X), n_classes=2))
        weights: Array = np.zeros(X.shape[1])
        bias = 0.0
        history = [self._objective(X, y, weights, bias)]
        with np.errstate(over="ignore", invalid="ignore"):
            for weights, bias in islice(self._steps(X, y), self.n_steps):
                history.append(self._objective(X, y, weights, bias))
        self.weights_, self.bias_ = weights.astype(dtype), float(bias)
        self.classes_, self.n_features_in_ = np.array([0, 1]), X.shape[1]
        self.loss_history_, self.n_steps_ = np.array(history), len(history) - 1
        return self

    def decision_function(self, X: ArrayLike) -> Array:
        """Compute the score of each sample, ``w · x + b``; above 0 speaks for class 1.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            One sample in each row.

        Returns
        -------
        ndarray of shape (n_samples,)
            The scores.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            If `fit` was not called, a sample has another number of features than those that
            `fit` saw, or a number is NaN or infinite.

        Examples
        --------
        >>> from course_utils.neuron import BinarySVM
        >>> BinarySVM().fit([[0.0], [2.0]], [0, 1]).decision_function([[3.0]]).round(2)
        array([2.])
        """
        if not hasattr(self, "weights_"):
            msg = f"this {type(self).__name__} has learnt nothing yet; call fit(X, y) first"
            raise ValueError(msg)
        X = as_matrix(X, name="X", n_columns=self.n_features_in_)
        with np.errstate(over="ignore", invalid="ignore"):
            scores: Array = X @ self.weights_ + self.bias_
        return scores

    def predict(self, X: ArrayLike) -> Labels:
        """Return the class of each sample: 1 where the score is above 0, else 0.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            One sample in each row.

        Returns
        -------
        ndarray of int, shape (n_samples,)
            Labels 0 and 1.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            As for `decision_function`.

        Examples
        --------
        >>> from course_utils.neuron import BinarySVM
        >>> BinarySVM().fit([[0.0], [2.0]], [0, 1]).predict([[0.9], [1.1]])
        array([0, 1])
        """
        labels: Labels = (self.decision_function(X) > 0).astype(np.intp)
        return labels

    def score(self, X: ArrayLike, y: ArrayLike) -> float:
        """Return the accuracy: the share of samples whose class is predicted rightly.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            One sample in each row.
        y : array_like of shape (n_samples,)
            Labels 0 and 1.

        Returns
        -------
        float
            From 0 to 1.

        Raises
        ------
        TypeError
            If `X` or `y` does not hold real numbers.
        ValueError
            As for `decision_function`, or if there is not one label 0 or 1 for each sample.

        Examples
        --------
        >>> from course_utils.neuron import BinarySVM
        >>> X, xor = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
        >>> BinarySVM().fit(X, xor).score(X, xor) <= 0.75  # no line separates XOR
        True
        """
        predicted = self.predict(X)
        return float((predicted == as_labels(y, n_samples=len(predicted), n_classes=2)).mean())

    def _check_options(self) -> None:
        positive_number(self.weight_decay, name="weight_decay", zero_allowed=True)
        if self.learning_rate is not None:
            positive_number(self.learning_rate, name="learning_rate")
        whole_number(self.n_steps, name="n_steps")
        positive_number(self.tol, name="tol", zero_allowed=True)

    def _steps(self, X: Array, y: Labels) -> Iterator[tuple[Array, float]]:
        if self.learning_rate is not None:
            return self._gradient_descent(X, y, self.learning_rate)
        return newton(
            X,
            y,
            self.weight_decay,
            corner=self._corner,
            sharpnesses=self._sharpnesses,
            tol=self.tol,
        )

    def _gradient_descent(
        self, X: Array, y: Labels, learning_rate: float
    ) -> Iterator[tuple[Array, float]]:
        """Yield weights and bias after each step on all samples at once, from zeros on."""
        weights, bias = np.zeros(X.shape[1]), 0.0
        while True:
            dscores = self._loss.gradient(X @ weights + bias, y)
            dweights = dscores @ X + self.weight_decay * weights
            dbias = dscores.sum()
            if max(np.abs(dweights).max(), abs(dbias)) <= self.tol:
                return
            weights = weights - learning_rate * dweights
            bias = bias - learning_rate * dbias
            yield weights, bias

    def _objective(self, X: Array, y: Labels, weights: Array, bias: float) -> float:
        """Return what `fit` makes small: the mean loss plus the L2 penalty on the weights."""
        if not np.isfinite(weights @ weights):
            msg = (
                f"the weights grew beyond all bounds with learning_rate={self.learning_rate}; "
                "try a smaller one, or standardise X"
            )
            raise ValueError(msg)
        return self._loss(X @ weights + bias, y) + l2_penalty([weights], self.weight_decay)


def _both_classes(labels: Labels) -> Labels:
    if labels.min() < labels.max():
        return labels
    msg = (
        f"y must hold both classes, 0 and 1, but all {labels.size} labels are {labels[0]}; "
        "add samples of the other class"
    )
    raise ValueError(msg)
