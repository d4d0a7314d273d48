"""Small procedural images: what is drawn, and statistics like those of photographs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.datasets import IMAGE_CLASSES, make_images

SEEDS = range(12)


def drawn(name: str, seed: int, size: int = 16) -> Array:
    """Return a noiseless image of a class."""
    images, y = make_images(3, size=size, noise=0, seed=seed)
    image: Array = images[y.tolist().index(IMAGE_CLASSES.index(name))]
    return image


def test_defaults() -> None:
    images, y = make_images()

    assert images.shape == (60, 16, 16, 3)
    assert images.dtype == np.float64
    assert y.dtype == np.intp
    assert (images == make_images(60, size=16, noise=8, seed=0)[0]).all()


def test_classes_take_turns() -> None:
    assert IMAGE_CLASSES == ("gradient", "stripes", "disc")
    assert make_images(7)[1].tolist() == [0, 1, 2, 0, 1, 2, 0]


def test_without_noise_no_colour_is_cut_off() -> None:
    images, _ = make_images(600, noise=0)
    assert 7 < images.min() < 20
    assert 235 < images.max() < 254


def test_noisy_colours_are_cut_off_at_0_and_255() -> None:
    images, _ = make_images(noise=100)
    assert (images.min(), images.max()) == (0, 255)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gradient_is_a_plane(seed: int) -> None:
    image = drawn("gradient", seed)
    down, across = np.diff(image, axis=0), np.diff(image, axis=1)

    assert down == pytest.approx(np.broadcast_to(down[0, 0], down.shape))
    assert across == pytest.approx(np.broadcast_to(across[0, 0], across.shape))
    # Over the width of 2 it rises by 2 x contrast x tint, whatever its direction is.
    rise = np.hypot(down[0, 0], across[0, 0]) * 15 / 2
    assert ((rise > 20 * 0.85) & (rise < 50 * 1.15)).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_disc_has_two_colours_and_is_round(seed: int) -> None:
    image = drawn("disc", seed, size=64)[:, :, 0]
    light = image == image.max()
    rows, columns = (light.any(axis=axis).sum() for axis in (1, 0))

    assert len(np.unique(image)) == 2
    assert abs(int(rows) - int(columns)) <= 2
    assert light.sum() == pytest.approx(np.pi / 4 * rows * columns, rel=0.06)


def test_discs_differ_in_size_and_place() -> None:
    images = [drawn("disc", seed, size=32)[:, :, 0] for seed in range(300)]
    light = [image == image.max() for image in images]
    radii = [(4 * mask.mean() / np.pi) ** 0.5 for mask in light]
    middles = np.array([np.argwhere(mask).mean(axis=0) for mask in light]) / 15.5 - 1

    assert [min(radii), max(radii)] == pytest.approx([0.3, 0.6], abs=0.05)
    assert np.quantile(middles, [0, 1]) == pytest.approx([-0.4, 0.4], abs=0.05)
    assert np.abs(np.corrcoef(middles.T)).min() < 0.2


@pytest.mark.parametrize("seed", SEEDS)
def test_stripes_are_three_waves_across(seed: int) -> None:
    image = drawn("stripes", seed, size=128)[:, :, 0]
    spectrum = np.abs(np.fft.fft2(image - image.mean(), s=(1024, 1024)))
    row, column = np.unravel_index(spectrum.argmax(), spectrum.shape)
    per_pixel = np.hypot(np.fft.fftfreq(1024)[row], np.fft.fftfreq(1024)[column])
    assert per_pixel * 128 == pytest.approx(3, abs=0.45)


@pytest.mark.parametrize("name", ["gradient", "stripes"])
def test_directions_are_all_there(name: str) -> None:
    images = np.stack([drawn(name, seed)[:, :, 0] for seed in range(100)])
    steeper_down = np.abs(np.diff(images, axis=1)).sum(axis=(1, 2)) > np.abs(
        np.diff(images, axis=2)
    ).sum(axis=(1, 2))
    assert steeper_down.mean() == pytest.approx(0.5, abs=0.15)
    rises = images[:, -1].mean(axis=1) > images[:, 0].mean(axis=1)
    assert rises.mean() == pytest.approx(0.5, abs=0.15)


def test_channels_vary_about_equally() -> None:  # ledger row 61
    images, _ = make_images(300)
    std = images.std(axis=(0, 1, 2))
    assert std.max() / std.min() < 1.2


def test_brightness_contrast_and_tint_have_their_ranges() -> None:
    images = np.stack([drawn("disc", seed) for seed in range(500)])
    dark, light = images.min(axis=(1, 2)), images.max(axis=(1, 2))
    brightness, contrast = (light + dark) / 2, (light - dark) / 2
    tint = brightness / brightness.mean(axis=1, keepdims=True)

    assert np.quantile(brightness, [0.02, 0.98]) == pytest.approx([75, 158], abs=5)
    assert np.quantile(contrast, [0.02, 0.98]) == pytest.approx([20, 51], abs=3)
    assert np.quantile(tint, [0.02, 0.98]) == pytest.approx([0.87, 1.13], abs=0.03)


def test_the_mean_image_is_not_flat() -> None:  # else mean image and channel mean agree
    mean_image = make_images(300)[0].mean(axis=0)
    assert np.ptp(mean_image, axis=(0, 1)).min() > 5


def test_noise_has_the_size_asked_for() -> None:
    clean, noisy = (make_images(60, noise=noise, seed=1)[0] for noise in (0, 3))
    inside = (clean > 15) & (clean < 240)
    assert (noisy - clean)[inside].std() == pytest.approx(3, abs=0.05)
    assert (noisy - clean)[inside].mean() == pytest.approx(0, abs=0.05)


def test_seeds_and_generators() -> None:
    rng = np.random.default_rng(3)
    first, second, again = (make_images(6, seed=seed)[0] for seed in (rng, rng, 3))
    assert (first == again).all()
    assert (first != second).any()


def test_an_image_may_be_one_pixel() -> None:
    assert make_images(1, size=1)[0].shape == (1, 1, 1, 3)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"n_samples": 0}, ValueError, "n_samples must be 1 or more"),
        ({"size": 0}, ValueError, "size must be 1 or more"),
        ({"size": 8.0}, TypeError, "size must be a whole number"),
        ({"noise": -1}, ValueError, "noise must be a finite number, 0 or more"),
        ({"seed": 0.5}, TypeError, "seed must be a whole number"),
    ],
)
def test_wrong_options(options: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make_images(**options)
