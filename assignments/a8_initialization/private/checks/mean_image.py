"""The mean of a stack of pictures, pixel by pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike

from autograder.exercise import Exercise, read_only

from .common import Bytes, Cases

mean_image = Exercise(
    "mean_image",
    target="mean_image",
    title="Mean image",
    # Pixels reach 255, where a float32 mean errs by 2e-5 and no eye sees a hundredth.
    rtol=1e-5,
    atol=4e-3,
)


@mean_image.reference
def mean_image_reference(images: ArrayLike) -> Any:
    """Return the average over the pictures, for each pixel and channel."""
    stack = np.asarray(images, np.float64)
    return np.einsum("nhwc->hwc", stack) / len(stack)


def pictures(rng: Generator, *shape: int) -> Bytes:
    """Draw pictures of 8 bits; one corner is bright, and its sum leaves a remainder."""
    stack = rng.integers(0, 256, size=shape, dtype=np.uint8)
    stack[:, 0, 0] = 250
    stack[-1, 0, 0] = 249
    return stack


@mean_image.check(
    "each pixel of each channel is averaged over the pictures",
    points=1,
    hint="Print the shape of your result for a stack of shape (5, 4, 6, 3): (4, 6, 3).",
)
def _(rng: Generator) -> Cases:
    # All sizes differ, then all are equal; one channel and one pixel keep their axes.
    for shape in ((5, 4, 6, 3), (3, 3, 3, 3), (4, 2, 5, 1), (6, 1, 1, 3)):
        yield (pictures(rng, *shape) / 2.0 + rng.uniform(0.0, 0.2, size=shape),)


@mean_image.check(
    "pictures of 8 bits, one picture and lists are fine, and nothing has changed",
    points=1,
    hint="In uint8, 250 + 250 is 244. In which type does your code add? Does it take a list?",
    unchanged=True,
)
def _(rng: Generator) -> Cases:
    # Bright corners: the sum of the very first two pictures leaves the 8 bits.
    for shape in ((4, 3, 5, 3), (1, 4, 2, 3), (4, 3, 2, 1)):
        yield (pictures(rng, *shape),)
    stack = pictures(rng, 4, 6, 4, 3)
    yield (stack[:, :2, :2].tolist(),)
    yield (read_only(stack),)
    yield (stack[::2, ::2],)
    yield (stack.astype(np.float32),)
