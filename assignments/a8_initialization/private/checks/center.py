"""Centring pictures in two ways."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Array, Cases

center = Exercise(
    "center",
    target="center",
    title="Centre pictures",
    # As for the mean image: pixels reach 255, and float32 is right.
    rtol=1e-5,
    atol=4e-3,
)


@center.reference
def center_reference(images: ArrayLike, per_channel: bool = False) -> Any:
    """Return the pictures without their mean image, or without the mean of each channel."""
    stack = np.asarray(images, np.float64)
    mean = stack.mean(axis=tuple(range(3)) if per_channel else 0)
    return stack - mean


def pictures(rng: Generator, *shape: int) -> Array:
    """Draw pictures that grow lighter to the right, downwards and from one to the next.

    The channels differ too, so the average over each set of axes is another one.
    """
    n, height, width, n_channels = np.ogrid[tuple(slice(0, size) for size in shape)]
    ramp = 9.0 * n + 15 * height + 12 * width + 30 * n_channels
    return np.asarray(ramp + rng.uniform(1, 25, size=shape))


SHAPES = ((5, 4, 3, 2), (3, 3, 3, 3), (2, 3, 4, 1), (1, 2, 3, 3))


@center.check(
    "by default the mean image is subtracted",
    points=1,
    hint="The mean of your result over the pictures must be 0 at every pixel.",
)
def _(rng: Generator) -> Cases:
    # Different sizes; equal sizes, where any broadcast fits; one channel; one picture.
    for shape in SHAPES:
        yield (pictures(rng, *shape),)
    yield pictures(rng, *SHAPES[0]), False


@center.check(
    "with per_channel=True the mean of each channel is subtracted",
    points=1,
    hint="How many numbers do you subtract? There must be one for each channel.",
)
def _(rng: Generator) -> Cases:
    # As above.
    for shape in SHAPES:
        yield pictures(rng, *shape), True


@center.check(
    "pictures of 8 bits, float32 and lists are fine, and nothing has changed",
    points=1,
    hint="A uint8 has no signs and no fractions; the result has both. Try lists, too.",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # The mean image only, so that a mistake with the channels costs nothing here.
    images = pictures(rng, 4, 3, 4, 3)
    yield (images.astype(np.uint8),)
    yield (images[:2, :2, :2].astype(int).tolist(),)
    yield (images.astype(np.float32),)
    yield (read_only(images),)
    yield (images[::2, :, ::2],)
