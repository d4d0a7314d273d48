"""Multiplies by a centring matrix; it prints and warns."""

import warnings

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images, dtype=float)
    print("per channel:", per_channel)
    warnings.warn("a slow way", stacklevel=1)
    rows = images.reshape(
        -1 if per_channel else len(images), images.shape[3] if per_channel else images[0].size
    )
    projection = np.eye(len(rows)) - 1 / len(rows)
    return (projection @ rows).reshape(images.shape)
