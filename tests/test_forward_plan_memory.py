"""What the fast forward pass keeps in memory, and in which parts the work is done."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils._arrays import Array
from course_utils.network import MLP
from course_utils.network import _fast_forward as fast
from course_utils.network import _passes as passes


def plan(sizes: list[int], **options: Any) -> fast.FastForward:
    """Return the fast forward pass of a network."""
    forward = MLP(sizes, **options)._forward
    assert isinstance(forward, fast.FastForward)
    return forward


def not_wanted(*_: object, **__: object) -> Array:
    raise AssertionError("this costs time that nobody has")


def test_buffers_of_the_last_three_sizes_are_kept() -> None:
    forward = plan([3, 4, 2])
    kept = []
    for n_samples in (5, 6, 7, 8, 6, 5):
        forward(np.ones((n_samples, 3)))
        kept.append(list(forward._idle))

    assert kept == [[5], [5, 6], [5, 6, 7], [6, 7, 8], [7, 8, 6], [8, 6, 5]]


def test_a_size_that_was_there_is_not_prepared_again() -> None:
    forward = plan([3, 4, 2])
    forward(np.ones((5, 3)))
    prepared = forward._idle[5]

    forward(np.ones((5, 3)))

    assert forward._idle[5] is prepared


@pytest.mark.parametrize("n_samples", [1, 2, 6])
def test_samples_that_fit_are_taken_as_they_are(
    n_samples: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward = plan([3, 4, 2])
    for name in ("as_samples", "finite_floats"):
        monkeypatch.setattr(fast, name, not_wanted)
    monkeypatch.setattr(np, "concatenate", not_wanted)

    assert forward(np.ones((n_samples, 3))).shape == (n_samples, 2)


def test_the_largest_batch_that_fits_is_in_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    forward = plan([3, 4, 2])
    monkeypatch.setattr(np, "concatenate", not_wanted)

    assert forward(np.ones((4096, 3))).shape == (4096, 2)
    with pytest.raises(AssertionError, match="costs time"):
        forward(np.ones((4097, 3)))


def test_weights_are_reordered_but_for_a_single_sample() -> None:
    forward = plan([3, 4, 2])

    for one, two, layer in zip(
        forward._weights(1), forward._weights(2), forward.layers, strict=True
    ):
        assert np.shares_memory(one, layer.W)
        assert two.flags.c_contiguous
        assert one.tolist() == two.tolist() == layer.W.T.tolist()


def test_every_other_layer_uses_the_same_buffer() -> None:
    first, second, third, fourth = plan([3, 4, 2, 5, 1])._buffers(6)

    assert [a.shape for a in (first, second, third, fourth)] == [(6, 4), (6, 2), (6, 5), (6, 1)]
    assert np.shares_memory(first, third)
    assert np.shares_memory(second, fourth)
    assert not np.shares_memory(first, second)
    assert first.base is not None
    assert first.base.shape == (2, 6 * 5 + 32)


@pytest.mark.parametrize(
    ("n_samples", "n_out", "rows"), [(7, 2, 7), (1024, 16, 1024), (1025, 16, 1), (1, 20_000, 1)]
)
def test_last_biases_are_repeated_up_to_16384_numbers(
    n_samples: int, n_out: int, rows: int
) -> None:
    assert plan([2, n_out])._last_biases(n_samples).shape == (rows, n_out)


@pytest.mark.parametrize(
    ("sizes", "dtype", "n_samples"),
    [
        ([2, 4, 1], np.float32, 4096),
        ([2, 512, 1], np.float32, 1024),
        ([2, 512, 1], np.float64, 512),
        ([2, 3, 600], np.float64, 436),
    ],
)
def test_buffers_of_a_batch_take_at_most_4_mebibytes(
    sizes: list[int], dtype: type, n_samples: int
) -> None:
    forward = plan(sizes, dtype=dtype)

    assert forward.most_samples == n_samples
    assert isinstance(forward.most_samples, int)
    assert 2 * n_samples * max(sizes) * forward.dtype.itemsize <= 2**22


def test_even_the_widest_layer_takes_a_sample() -> None:
    network = MLP([1, 2**20, 1], initialization="zero")

    assert network.forward([[1.0], [2.0]]).tolist() == [[0], [0]]


@pytest.mark.parametrize(
    ("n_in", "n_out", "n_products"),
    [(256, 2, 3), (256, 16, 3), (256, 17, 1), (256, 1, 1), (255, 16, 1), (300, 10, 3)],
)
def test_only_a_wide_layer_before_few_outputs_goes_in_blocks_of_64(
    n_in: int, n_out: int, n_products: int
) -> None:
    forward = plan([3, n_in, n_out])
    sums = forward._buffers(n_samples=129)

    calls = forward._step(1, sums[0], forward.weights[1], sums[1])

    products = [call for call in calls if call.func.__name__ == "dot"]
    assert len(products) == n_products


@pytest.mark.parametrize(
    ("width", "n_samples", "shapes"),
    [
        (4096, 2, [(8192,)]),
        (4096, 5, [(2, 8192), (1, 4096)]),
        (4096, 4, [(2, 8192)]),
        (2731, 5, [(2, 5462), (1, 2731)]),
        (8193, 2, [(2, 8193)]),
        (3, 5, [(15,)]),
    ],
)
def test_strips_are_of_8192_numbers_or_less(
    width: int, n_samples: int, shapes: list[tuple[int, ...]]
) -> None:
    h = np.zeros((n_samples, width))

    strips = passes.in_strips(h, np.arange(float(width)))
    for part, biases in strips:
        part += biases

    assert [part.shape for part, _ in strips] == shapes
    assert (h == np.arange(width)).all()
