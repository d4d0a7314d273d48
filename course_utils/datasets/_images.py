"""Small colour images that a few lines draw, with the statistics of photographs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from course_utils._arguments import Seed, Whole, as_generator, positive_number, whole_number
from course_utils._arrays import Array, Labels
from course_utils.datasets._common import interleaved

__all__ = ["IMAGE_CLASSES", "make_images"]


def _gradient(x: Array, y: Array, rng: np.random.Generator) -> Array:
    """Rise from one side to the other, in any direction."""
    direction = rng.uniform(0, 2 * np.pi)
    slope: Array = x * np.cos(direction) + y * np.sin(direction)
    return slope


def _stripes(x: Array, y: Array, rng: np.random.Generator) -> Array:
    """Alternate light and dark three times across the image, in any direction."""
    wave: Array = np.sin(3 * np.pi * _gradient(x, y, rng))
    return wave


def _disc(x: Array, y: Array, rng: np.random.Generator) -> Array:
    """Put a light disc somewhere on a dark ground."""
    right, down = rng.uniform(-0.4, 0.4, 2)
    return np.where(np.hypot(x - right, y - down) < rng.uniform(0.3, 0.6), 1.0, -1.0)


_PATTERNS: Mapping[str, Callable[[Array, Array, np.random.Generator], Array]]
_PATTERNS = MappingProxyType({"gradient": _gradient, "stripes": _stripes, "disc": _disc})

IMAGE_CLASSES: tuple[str, ...] = tuple(_PATTERNS)


def make_images(
    n_samples: Whole = 60, *, size: Whole = 16, noise: float = 8.0, seed: Seed = 0
) -> tuple[Array, Labels]:
    """Draw small colour images: gradients, stripes and discs.

    Parameters
    ----------
    n_samples : int, default 60
        How many images.
    size : int, default 16
        Their height and width in pixels.
    noise : float, default 8.0
        Standard deviation of what is added to every number of every pixel.
    seed : int or Generator, default 0
        Where the random numbers start.

    Returns
    -------
    images : ndarray of shape (n_samples, size, size, 3)
        Red, green and blue from 0 to 255.  An image has its own brightness, contrast and
        light tint; over many images the three channels vary about equally.
    y : ndarray of int, shape (n_samples,)
        Indices 0, 1, 2, 0, 1, 2, ... into `IMAGE_CLASSES`.

    Raises
    ------
    TypeError
        If an argument is not a number of its kind.
    ValueError
        If a count is below 1, or `noise` is negative or not finite.

    Notes
    -----
    For CS231n, "Neural Networks Part 2", "Data preprocessing": subtracting the mean image, or
    the mean of each channel.

    Examples
    --------
    >>> images, y = make_images(6, size=8)
    >>> images.shape, [IMAGE_CLASSES[label] for label in y[:3]]
    ((6, 8, 8, 3), ['gradient', 'stripes', 'disc'])
    """
    size = whole_number(size, name="size")
    noise = positive_number(noise, name="noise", zero_allowed=True)
    y, _, _ = interleaved(n_samples, len(IMAGE_CLASSES))
    rng = as_generator(seed)
    clean = np.stack([_image(IMAGE_CLASSES[label], size, rng) for label in y])
    return np.clip(clean + noise * rng.standard_normal(clean.shape), 0, 255), y


def _image(name: str, size: int, rng: np.random.Generator) -> Array:
    """Paint one pattern in a tint near grey."""
    across = np.linspace(-1, 1, size)
    pattern = _PATTERNS[name](*np.meshgrid(across, across), rng)
    # With these ranges nothing but noise can leave 0 to 255: (150 + 50 * 1.415) * 1.15 < 254.
    brightness, contrast = rng.uniform(80, 150), rng.uniform(20, 50)
    tint = rng.uniform(0.85, 1.15, 3)
    image: Array = (brightness + contrast * pattern[:, :, np.newaxis]) * tint
    return image
