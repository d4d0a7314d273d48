"""Rows 60 to 65: centring, scaling, turning and whitening data."""

from __future__ import annotations

import numpy as np

from course_utils._arrays import Array
from course_utils.claims._result import Experiment, Result, Seeds, Table
from course_utils.datasets import make_images
from course_utils.preprocessing import (
    PCA,
    Standardizer,
    Whitener,
    center_images,
    channel_mean,
    mean_image,
    standardise,
)


def standardising(seeds: Seeds) -> Result:
    """Standardise with and without a leak from the test split (row 60)."""
    rows = []
    for seed in seeds:
        train, test = np.split(_correlated(60, seed), [80])
        train[:, 2] = test[:, 2] = 7.0
        changed = test + 5
        Z, _ = standardise(train, test)
        again, _ = standardise(train, changed)
        moving = Z[:, [0, 1, 3]]
        leaking = [
            Standardizer.fit(np.vstack([train, rest])).transform(train)
            for rest in (test, changed)
        ]
        rows.append(
            (
                seed,
                float(abs(moving.mean(axis=0)).max()),
                float(abs(moving.std(axis=0) - 1).max()),
                float(abs(Z[:, 2]).max()),
                bool((again == Z).all()),
                bool((leaking[0] != leaking[1]).any()),
            )
        )
    mean, spread, constant = (max(row[k] for row in rows) for k in (1, 2, 3))
    return Result(
        {
            "largest mean after standardising": mean,
            "largest distance of the spread from 1": spread,
            "largest value of a constant feature": constant,
            "runs in which a changed test row leaves the training rows alone": float(
                np.mean([row[4] for row in rows])
            ),
            "runs in which the leaking way changes them": float(
                np.mean([row[5] for row in rows])
            ),
        },
        Table(("seed", "mean", "spread - 1", "constant", "sealed", "leaks"), tuple(rows)),
    )


def spreads_of_channels(seeds: Seeds) -> Result:
    """Compare the spreads of the three channels of images (row 61)."""
    rows = []
    for seed in seeds:
        images, _ = make_images(60, seed=np.random.default_rng([61, seed]))
        spreads = images.std(axis=(0, 1, 2))
        rows.append((seed, *map(float, spreads), float(spreads.max() / spreads.min())))
    return Result(
        {"largest ratio of the spreads of two channels": max(row[4] for row in rows)},
        Table(("seed", "red", "green", "blue", "ratio"), tuple(rows)),
    )


def decorrelating(seeds: Seeds) -> Result:
    """Turn correlated data by PCA (row 62)."""
    rows = []
    for seed in seeds:
        X = _correlated(62, seed)
        Z = PCA.fit(X).transform(X)
        correlation = np.corrcoef(Z, rowvar=False) - np.eye(Z.shape[1])
        before, after = (np.var(data, axis=0).sum() for data in (X, Z))
        rows.append((seed, float(abs(correlation).max()), float(abs(after / before - 1))))
    return Result(
        {
            "largest correlation after PCA": max(row[1] for row in rows),
            "largest relative change of the total variance": max(row[2] for row in rows),
        },
        Table(("seed", "correlation", "change of variance"), tuple(rows)),
    )


def whitening(seeds: Seeds) -> Result:
    """Whiten correlated data, and data with a direction of mere noise (row 63)."""
    rows = []
    for seed in seeds:
        X = _correlated(63, seed)
        eigenvalues = np.linalg.eigvalsh(np.cov(X, rowvar=False))
        exact, padded = (_off_identity(X, eps) for eps in (0.0, 0.1))
        rng = np.random.default_rng([63, seed])
        flat = np.stack([rng.standard_normal(400), 0.01 * rng.standard_normal(400)], axis=1)
        grown = Whitener.fit(flat, eps=0.0).transform(flat).std() / flat[:, 1].std()
        rows.append((seed, exact, padded - 0.1 / float(eigenvalues.min()), float(grown)))
    return Result(
        {
            "largest distance of the covariance from the identity": max(row[1] for row in rows),
            "largest excess over eps / eigenvalue with eps 0.1": max(row[2] for row in rows),
            "factor by which noise of spread .01 grows": float(
                np.mean([row[3] for row in rows])
            ),
        },
        Table(("seed", "eps 0", "excess with eps 0.1", "growth of noise"), tuple(rows)),
    )


def two_ways_to_centre_images(seeds: Seeds) -> Result:
    """Subtract the mean image, or the channels' means (row 65)."""
    rows = []
    for seed in seeds:
        images, _ = make_images(40, size=8, seed=np.random.default_rng([65, seed]))
        by_image, by_channel = (center_images(images, by=way) for way in ("image", "channel"))
        rows.append(
            (
                seed,
                mean_image(images).size,
                channel_mean(images).size,
                float(abs(by_image.mean(axis=0)).max()),
                float(abs(by_channel.mean(axis=(0, 1, 2))).max()),
                float(abs(by_image - by_channel).max()),
            )
        )
    return Result(
        {
            "numbers in the mean image of 8 x 8 x 3": max(row[1] for row in rows),
            "numbers in the mean by channel": max(row[2] for row in rows),
            "largest mean of a pixel after subtracting the mean image": max(r[3] for r in rows),
            "largest mean of a channel after subtracting the channel's": max(
                r[4] for r in rows
            ),
            "smallest of the seeds' largest differences of the two": min(r[5] for r in rows),
        },
        Table(("seed", "image", "channel", "pixel mean", "channel mean", "apart"), tuple(rows)),
    )


def _correlated(row: int, seed: int) -> Array:
    """Return 100 samples of four features that hang together."""
    rng = np.random.default_rng([row, seed])
    X: Array = rng.standard_normal((100, 4)) @ rng.standard_normal((4, 4)) + 3
    return X


def _off_identity(X: Array, eps: float) -> float:
    covariance = np.cov(Whitener.fit(X, eps=eps).transform(X), rowvar=False)
    return float(abs(covariance - np.eye(X.shape[1])).max())


EXPERIMENTS = {
    60: Experiment(standardising),
    61: Experiment(spreads_of_channels),
    62: Experiment(decorrelating),
    63: Experiment(whitening),
    65: Experiment(two_ways_to_centre_images),
}
