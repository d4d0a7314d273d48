"""The largest pair of score and value; float32 result, prints and warns."""

import warnings

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    pairs = sorted(zip(validation_scores, values, strict=True))
    print(pairs)
    warnings.warn("chosen", stacklevel=2)
    return np.float32(pairs[-1][1])
