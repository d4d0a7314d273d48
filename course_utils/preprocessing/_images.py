"""Mean image and channel mean: what image networks subtract from their input."""

from __future__ import annotations

from typing import overload

import numpy as np
from numpy.typing import ArrayLike

from course_utils._arguments import look_up
from course_utils._arrays import Array, finite_floats
from course_utils.preprocessing._samples import moderate


def mean_image(images: ArrayLike) -> Array:
    """Average the training images pixel by pixel, as AlexNet did.

    Parameters
    ----------
    images : array_like of shape (n_images, height, width, n_channels)
        The training images, and no others.

    Returns
    -------
    ndarray of shape (height, width, n_channels)
        The mean image, in the units of the pixels; float32 stays float32.

    Raises
    ------
    TypeError
        If `images` does not hold real numbers.
    ValueError
        If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing".

    Examples
    --------
    Two images of 1 x 2 pixels and one channel:

    >>> mean_image([[[[0], [10]]], [[[2], [20]]]])
    array([[[ 1.],
            [15.]]])
    """
    return _mean(as_images(images), axis=(0,))


def channel_mean(images: ArrayLike) -> Array:
    """Average each colour over all pixels of all training images, as VGGNet did.

    Parameters
    ----------
    images : array_like of shape (n_images, height, width, n_channels)
        The training images, and no others.

    Returns
    -------
    ndarray of shape (n_channels,)
        One mean for each channel, in the units of the pixels; float32 stays float32.

    Raises
    ------
    TypeError
        If `images` does not hold real numbers.
    ValueError
        If it is empty or has another shape, or a number is NaN, infinite or above 1e150.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing".

    Examples
    --------
    One image of 1 x 2 pixels and three channels:

    >>> channel_mean([[[[0, 10, 20], [2, 20, 60]]]])
    array([ 1., 15., 40.])
    """
    return _mean(as_images(images), axis=(0, 1, 2))


@overload
def center_images(train: ArrayLike, /, *, by: str = "image") -> Array: ...
@overload
def center_images(
    train: ArrayLike, other: ArrayLike, /, *others: ArrayLike, by: str = "image"
) -> tuple[Array, ...]: ...
def center_images(
    train: ArrayLike, /, *others: ArrayLike, by: str = "image"
) -> Array | tuple[Array, ...]:
    """Subtract the training images' mean from them, and from other images.

    Parameters
    ----------
    train : array_like of shape (n_images, height, width, n_channels)
        The training images; the mean comes from these alone.
    *others : array_like of shape (any number, height, width, n_channels)
        Validation or test images.
    by : {"image", "channel"}, default "image"
        Whether to subtract the `mean_image` or the `channel_mean`.

    Returns
    -------
    ndarray, or tuple of ndarray
        The centred `train`; with `others`, a tuple of all of them in that order.

    Raises
    ------
    TypeError
        If the images do not hold real numbers.
    ValueError
        If they are empty or differ in shape, a number is NaN, infinite or above 1e150, or
        `by` is neither of the two.

    Notes
    -----
    CS231n, "Neural Networks Part 2", "Data Preprocessing".

    Examples
    --------
    >>> center_images([[[[0, 10, 20], [2, 20, 60]]]], by="channel")
    array([[[[ -1.,  -5., -20.],
             [  1.,   5.,  20.]]]])
    """
    mean_of = look_up(by, {"image": mean_image, "channel": channel_mean}, kind="mean")
    train = as_images(train)
    mean = mean_of(train)
    outs = tuple(_minus(as_images(images), mean, train.shape) for images in (train, *others))
    return outs if others else outs[0]


def as_images(images: ArrayLike) -> Array:
    """Return a stack of images as floating-point numbers."""
    stack = finite_floats(images, name="images")
    if stack.ndim == 4 and stack.size > 0:
        return moderate(stack, name="images")
    msg = f"images must have shape (n_images, height, width, n_channels), got {stack.shape}"
    if stack.ndim == 3 and stack.shape[2] in (1, 3, 4):
        msg += "; try images[np.newaxis] for a single image"
    elif stack.ndim == 3:
        msg += "; try images[..., np.newaxis] for grey images"
    raise ValueError(msg)


def _mean(images: Array, axis: tuple[int, ...]) -> Array:
    """Return the mean; sums in float32 would lose digits over many images."""
    mean: Array = images.mean(axis=axis, dtype=np.float64).astype(images.dtype)
    return mean


def _minus(images: Array, mean: Array, shape: tuple[int, ...]) -> Array:
    """Return the difference, or say that these are not images like the training images."""
    if images.shape[1:] != shape[1:]:
        msg = f"images must have the training images' shape {shape[1:]}, got {images.shape[1:]}"
        raise ValueError(msg)
    out: Array = (images - mean).astype(images.dtype)
    return out
