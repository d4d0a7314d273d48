"""PReLU: a leaky ReLU whose slope to the left of 0 is learnt, one for each unit."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arrays import Array, as_floats, finite_floats
from course_utils.activations._rectifiers import kinked_slope, relu


@np.errstate(over="ignore", under="ignore", invalid="ignore")
def prelu(z: ArrayLike, alpha: ArrayLike) -> Array:
    """Pass positive values through and scale negative ones by a slope that is learnt.

    Parameters
    ----------
    z : array_like of shape (..., n_units)
        Pre-activations, ``z = w x + b``.
    alpha : float or array_like of shape (n_units,)
        Slope to the left of 0, finite: one for all units, or one for each.

    Returns
    -------
    ndarray, same shape as `z`
        ``z`` where it is positive, else ``alpha * z``; a NumPy scalar where `z` is one number.

    Raises
    ------
    TypeError
        If `z` or `alpha` does not hold real numbers.
    ValueError
        If `alpha` is not finite or there is not one for each unit.

    Notes
    -----
    CS231n, "Neural Networks Part 1", "Commonly used activation functions"; He et al. (2015),
    "Delving Deep into Rectifiers".

    Examples
    --------
    >>> prelu([[-2.0, -2.0], [3.0, 3.0]], alpha=[0.5, 0.25])
    array([[-1. , -0.5],
           [ 3. ,  3. ]])
    """
    z = as_floats(z, name="z")
    alpha = _slopes_of_units(alpha, z)
    left = alpha * np.minimum(z, 0)
    if not alpha.all():
        # Where alpha is 0 the left is flat, even at -infinity, where 0 * z is NaN.
        left = np.where(alpha == 0, 0, left)
    return (relu(z) + left).astype(z.dtype, copy=False)


def prelu_slope(z: ArrayLike, alpha: ArrayLike) -> Array:
    """Compute the slope of `prelu` with respect to the pre-activation.

    Parameters
    ----------
    z : array_like of shape (..., n_units)
        Pre-activations, ``z = w x + b``.
    alpha : float or array_like of shape (n_units,)
        Slope to the left of 0, finite: one for all units, or one for each.

    Returns
    -------
    ndarray, same shape as `z`
        1 where `z` is positive, else `alpha`.

    Raises
    ------
    TypeError
        If `z` or `alpha` does not hold real numbers.
    ValueError
        If `alpha` is not finite or there is not one for each unit.

    Examples
    --------
    >>> prelu_slope([-2.0, 3.0], alpha=0.25)
    array([0.25, 1.  ])
    """
    z = as_floats(z, name="z")
    return kinked_slope(z, _slopes_of_units(alpha, z))


def prelu_alpha_slope(z: ArrayLike) -> Array:
    """Compute the slope of `prelu` with respect to `alpha`.

    Parameters
    ----------
    z : array_like of shape (..., n_units)
        Pre-activations, ``z = w x + b``.

    Returns
    -------
    ndarray, same shape as `z`
        ``min(0, z)``: alpha matters to the left of 0 alone.

    Raises
    ------
    TypeError
        If `z` does not hold real numbers.

    Examples
    --------
    >>> prelu_alpha_slope([-2.0, 3.0])
    array([-2.,  0.])
    """
    z = as_floats(z, name="z")
    return np.minimum(z, 0).astype(z.dtype, copy=False)


@np.errstate(over="ignore", under="ignore")
def _slopes_of_units(alpha: ArrayLike, z: Array) -> Array:
    slopes = finite_floats(as_floats(alpha, name="alpha").astype(z.dtype), name="alpha")
    if slopes.ndim and slopes.shape != z.shape[-1:]:
        msg = (
            "alpha must be one number, or one for each unit along the last axis of z; "
            f"got alpha of shape {slopes.shape} for z of shape {z.shape}"
        )
        raise ValueError(msg)
    return slopes
