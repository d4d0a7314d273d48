"""The notes' two readings of one neuron as a classifier; they differ in the loss alone."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array
from course_utils.activations import sigmoid
from course_utils.losses import LOSSES
from course_utils.neuron._classifier import BinaryClassifier


class BinarySoftmaxClassifier(BinaryClassifier):
    """A sigmoid neuron that learns by cross-entropy; also known as logistic regression.

    Parameters
    ----------
    weight_decay : float, default 0.001
        Strength of the L2 penalty, ``0.5 * weight_decay * (sum of squared weights)``; the
        bias is not decayed.
    learning_rate : float, optional
        Step of plain gradient descent on all samples at once, from zeros on. Left out, a
        faster method (Newton's) goes to the same minimum, whatever the scale of the data.
    n_steps : int, default 1000
        After so many steps `fit` stops in any case.
    tol : float, default 1e-9
        `fit` stops as soon as no slope is steeper.

    Attributes
    ----------
    weights_ : ndarray of shape (n_features,)
        The learnt weights, in the precision of the training samples.
    bias_ : float
        The learnt bias.
    loss_history_ : ndarray of shape (steps + 1,)
        Mean loss plus penalty before the first step and after each.
    n_steps_ : int
        How many steps were made.
    n_features_in_ : int
        How many features a sample has.
    classes_ : ndarray of shape (2,)
        The labels, 0 and 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier". Without weight
    decay, data that a line can separate has no minimum: the weights grow step by step, and
    `fit` ends where the loss is almost flat.

    Examples
    --------
    Cloudy (0) or sunny (1), from the temperature; halfway both are equally likely:

    >>> model = BinarySoftmaxClassifier().fit([[10.0], [12.0], [18.0], [20.0]], [0, 0, 1, 1])
    >>> model.predict([[11.0], [19.0]])
    array([0, 1])
    >>> model.predict_proba([[15.0]]).round(3)
    array([[0.5, 0.5]])
    """

    _loss = LOSSES["binary_cross_entropy"]
    _corner: ClassVar[float] = 0.0
    _sharpnesses: ClassVar[tuple[float, ...]] = (1.0,)

    def predict_proba(self, X: ArrayLike) -> Array:
        """Compute the probability of each class: the sigmoid of the score belongs to class 1.

        Parameters
        ----------
        X : array_like of shape (n_samples, n_features)
            One sample in each row.

        Returns
        -------
        ndarray of shape (n_samples, 2)
            Probabilities of class 0 and of class 1; each row adds up to 1.

        Raises
        ------
        TypeError
            If `X` does not hold real numbers.
        ValueError
            As for `decision_function`.

        Examples
        --------
        >>> model = BinarySoftmaxClassifier().fit([[0.0], [1.0]], [0, 1])
        >>> model.predict_proba([[0.5]]).round(3)
        array([[0.5, 0.5]])
        """
        scores = self.decision_function(X)
        return np.column_stack([sigmoid(-scores), sigmoid(scores)])


class BinarySVM(BinaryClassifier):
    """A neuron that learns by the hinge loss: a linear support vector machine.

    Parameters
    ----------
    weight_decay : float, default 0.001
        Strength of the L2 penalty, ``0.5 * weight_decay * (sum of squared weights)``; the
        bias is not decayed. The smaller it is, the more a sample on the wrong side costs.
    learning_rate : float, optional
        Step of plain gradient descent on all samples at once, from zeros on; near the minimum
        it jumps back and forth across the corner of the loss. Left out, a faster method
        (Newton's, with the corner rounded by less than a millionth) goes to the minimum itself.
    n_steps : int, default 1000
        After so many steps `fit` stops in any case.
    tol : float, default 1e-9
        `fit` stops as soon as no slope is steeper.

    Attributes
    ----------
    weights_ : ndarray of shape (n_features,)
        The learnt weights, in the precision of the training samples.
    bias_ : float
        The learnt bias.
    loss_history_ : ndarray of shape (steps + 1,)
        Mean loss plus penalty before the first step and after each.
    n_steps_ : int
        How many steps were made.
    n_features_in_ : int
        How many features a sample has.
    classes_ : ndarray of shape (2,)
        The labels, 0 and 1.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Single neuron as a linear classifier". Only the penalty
    makes it look for a wide margin; without weight decay any line without loss will do.

    Examples
    --------
    Only the two samples next to the gap count; their scores are -1 and 1:

    >>> model = BinarySVM().fit([[-9.0], [0.0], [2.0], [7.0]], [0, 0, 1, 1])
    >>> model.weights_.round(3), round(model.bias_, 3)
    (array([1.]), -1.0)
    """

    _loss = LOSSES["binary_hinge"]
    _corner: ClassVar[float] = 1.0
    _sharpnesses: ClassVar[tuple[float, ...]] = tuple(4.0**k for k in range(11))
