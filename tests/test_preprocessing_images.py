"""Mean image and channel mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.preprocessing import center_images, channel_mean, mean_image

seeds = st.integers(0, 2**32 - 1)
both_means = pytest.mark.parametrize("mean", [mean_image, channel_mean])
every_function = pytest.mark.parametrize("function", [mean_image, channel_mean, center_images])


def photos(seed: int, n_images: int = 5) -> Array:
    rng = np.random.default_rng(seed)
    height, width, n_channels = rng.integers(1, 5, size=3)
    X: Array = rng.uniform(0, 255, size=(n_images, height, width, n_channels))
    return X


def test_means_worked_by_hand() -> None:
    images = [[[[1, 10], [2, 20]]], [[[3, 30], [6, 60]]]]  # two images of 1 x 2 pixels

    assert mean_image(images).tolist() == [[[2.0, 20.0], [4.0, 40.0]]]
    assert channel_mean(images).tolist() == [3.0, 30.0]


def test_one_grey_pixel_is_an_image() -> None:
    assert mean_image([[[[5]]]]).tolist() == [[[5.0]]]
    assert center_images([[[[5]]]], by="channel").tolist() == [[[[0.0]]]]


def test_shapes_of_cifar_10() -> None:  # ledger row 65
    images = np.zeros((2, 32, 32, 3))

    assert (mean_image(images).shape, channel_mean(images).shape) == ((32, 32, 3), (3,))


@given(seeds)
def test_means_agree_with_a_loop(seed: int) -> None:
    images = photos(seed)
    total = np.zeros(images.shape[1:])
    for image in images:
        total += image / len(images)

    assert mean_image(images) == pytest.approx(total)
    by_channel = [total[:, :, c].mean() for c in range(images.shape[3])]
    assert channel_mean(images) == pytest.approx(np.array(by_channel))


@given(seeds)
def test_centring_makes_the_mean_0_in_its_own_sense(seed: int) -> None:  # ledger row 65
    images = photos(seed)

    assert mean_image(center_images(images)) == pytest.approx(0, abs=1e-10)
    assert mean_image(center_images(images, by="image")) == pytest.approx(0, abs=1e-10)
    assert channel_mean(center_images(images, by="channel")) == pytest.approx(0, abs=1e-10)


def test_both_means_do_the_same_only_where_the_mean_image_is_flat() -> None:  # ledger row 65
    images = photos(0)
    flat = images - mean_image(images) + [3.0]

    assert np.abs(center_images(images) - center_images(images, by="channel")).max() > 1
    assert center_images(flat) == pytest.approx(center_images(flat, by="channel"), abs=1e-10)


@pytest.mark.parametrize(("by", "mean"), [("image", mean_image), ("channel", channel_mean)])
def test_other_images_lose_the_training_images_mean(by: str, mean: Any) -> None:
    train = photos(0)
    test = train[:2] * 2

    centred, other, third = center_images(train, test, test + 1, by=by)

    assert (centred == train - mean(train)).all()
    assert (other == test - mean(train)).all()
    assert (third == test + 1 - mean(train)).all()


@both_means
def test_bytes_do_not_wrap(mean: Any) -> None:
    images = np.full((3, 1, 1, 1), 200, dtype=np.uint8)

    assert mean(images).item() == 200
    assert (center_images(images, images - np.uint8(100))[1] == -100).all()


@both_means
def test_float32_stays_float32_but_is_summed_in_float64(mean: Any) -> None:
    images = np.full((70_000, 1, 1, 1), 0.1, dtype=np.float32)

    assert mean(images).dtype == np.float32
    assert mean(images).item() == np.float32(0.1)


@pytest.mark.parametrize("by", ["image", "channel"])
def test_each_stack_keeps_its_precision(by: str) -> None:
    images = photos(0)

    outs = center_images(images, images.astype(np.float32), by=by)

    assert [out.dtype for out in outs] == [np.float64, np.float32]


def test_images_are_not_changed() -> None:
    images = photos(0)
    old = images.copy()
    images.flags.writeable = False

    center_images(images)[:] = 7
    mean_image(images)[:] = 7
    channel_mean(images)[:] = 7

    assert (images == old).all()


@every_function
@pytest.mark.parametrize(
    ("shape", "advice"),
    [
        ((28, 28), "$"),
        ((32, 32, 3), r"; try images\[np.newaxis\] for a single image"),
        ((32, 32, 1), r"; try images\[np.newaxis\] for a single image"),
        ((32, 32, 4), r"; try images\[np.newaxis\] for a single image"),
        ((100, 28, 28), r"; try images\[..., np.newaxis\] for grey images"),
        ((0, 32, 32, 3), "$"),
        ((2, 0, 32, 3), "$"),
        ((1, 2, 2, 2, 3), "$"),
        ((), "$"),
    ],
)
def test_other_shapes_are_refused(function: Any, shape: Any, advice: str) -> None:
    words = r"^images must have shape \(n_images, height, width, n_channels\), got \([\d, ]*\)"
    with pytest.raises(ValueError, match=words + advice):
        function(np.ones(shape))


@every_function
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_pixels_that_are_not_finite_are_refused(function: Any, bad: float) -> None:
    images = np.ones((2, 1, 1, 3))
    images[1, 0, 0, 2] = bad

    with pytest.raises(ValueError, match=rf"but images\[1, 0, 0, 2\] is {bad:g} \(1 of 6"):
        function(images)


@every_function
def test_pixels_too_large_to_sum_are_refused(function: Any) -> None:
    with pytest.raises(ValueError, match=r"^images holds numbers as large as 1e\+308"):
        function(np.full((2, 1, 1, 1), 1e308))


@every_function
def test_pixels_must_be_real_numbers(function: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^images must hold real numbers, got an array of type"
    ):
        function([[[["red"]]]])


@pytest.mark.parametrize("by", ["image", "channel"])
@pytest.mark.parametrize("shape", [(2, 3, 4, 1), (2, 4, 3, 3), (2, 1, 1, 3)])
def test_other_images_must_have_the_same_shape(by: str, shape: Any) -> None:
    with pytest.raises(
        ValueError, match=r"training images' shape \(3, 4, 3\), got \(\d, \d, \d\)"
    ):
        center_images(np.ones((5, 3, 4, 3)), np.ones(shape), by=by)


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("Channel", "called 'Channel'; did you mean 'channel'"),
        ("x", "choose one of image, chan"),
    ],
)
def test_an_unknown_mean_gets_advice(by: Any, words: str) -> None:
    with pytest.raises(ValueError, match=f"there is no mean .*{words}"):
        center_images(np.ones((1, 2, 2, 3)), by=by)
