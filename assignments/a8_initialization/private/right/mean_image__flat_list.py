"""Flattens the pictures, multiplies by 1/n, and gives a list; it prints and warns."""

import warnings

import numpy as np


def mean_image(images):
    images = np.asarray(images)
    warnings.warn(f"{images.dtype} pixels", stacklevel=1)
    print("pictures:", len(images))
    weights = np.full(len(images), 1 / len(images))
    return (weights @ images.reshape(len(images), -1)).reshape(images.shape[1:]).tolist()
