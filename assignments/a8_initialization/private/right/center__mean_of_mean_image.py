"""The channel mean is the mean of the mean image."""

import numpy as np


def center(images, per_channel=False):
    images = np.asarray(images)
    mean = images.sum(axis=0, dtype=float) / len(images)
    if per_channel:
        mean = mean.mean(axis=(0, 1))
    return np.subtract(images, mean)
