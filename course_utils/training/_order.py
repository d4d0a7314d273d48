"""The order in which training visits the samples."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from course_utils._arrays import Labels


def minibatches(n_samples: int, batch_size: int, rng: np.random.Generator) -> Iterator[Labels]:
    """Yield the samples of one minibatch after the other, forever.

    Each epoch visits every sample once, in a fresh order; its last minibatch may be smaller.
    """
    while True:
        order = rng.permutation(n_samples)
        for start in range(0, n_samples, batch_size):
            yield order[start : start + batch_size]
