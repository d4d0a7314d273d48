"""The fast forward pass gives what the clear one gives, for every kind of network."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils._arrays import Array
from course_utils.activations import ACTIVATIONS, Activation, get_activation
from course_utils.network import MLP
from course_utils.network import _fast_forward as fast
from course_utils.network import _passes as passes

OWN = Activation("own", np.sin, np.cos, (-1.0, 1.0), True, ())
NAMES: list[str | Activation] = [*sorted(ACTIVATIONS), "prelu", OWN]
EPS = {np.dtype(np.float32): 1e-5, np.dtype(np.float64): 1e-13}


def drawn(sizes: list[int], activation: Any, seed: int = 0, **options: Any) -> MLP:
    """Return a network whose biases and slopes are drawn as well."""
    rng = np.random.default_rng(seed)
    network = MLP(sizes, activation, seed=rng, **options)
    return network.with_parameters(
        {
            name: rng.normal(size=values.shape)
            for name, values in network.parameters().items()
            if name[0] != "W"
        }
    )


def samples(network: MLP, n_samples: int, seed: int = 1) -> Array:
    X = np.random.default_rng(seed).normal(size=(n_samples, network.layer_sizes[0]))
    return X.astype(network.dtype)


def assert_same(network: MLP, X: Array) -> None:
    """Compare with the clear form, up to rounding of numbers of size 1."""
    eps = EPS[network.dtype]
    np.testing.assert_allclose(network.forward(X), network.trace(X).scores, rtol=eps, atol=eps)


@settings(max_examples=300)
@given(
    sizes=st.lists(st.integers(1, 40), min_size=2, max_size=5),
    activations=st.lists(st.sampled_from(NAMES), min_size=4, max_size=4),
    n_samples=st.integers(1, 70),
    dtype=st.sampled_from([np.float32, np.float64]),
    seed=st.integers(0, 2**32 - 1),
)
def test_fast_and_clear_agree(
    sizes: list[int], activations: list[Any], n_samples: int, dtype: type, seed: int
) -> None:
    hidden, output = activations[: len(sizes) - 2], activations[-1]
    network = drawn(sizes, hidden, seed, output_activation=output, dtype=dtype)

    assert isinstance(network._forward, fast.FastForward)
    assert_same(network, samples(network, n_samples))


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_fast_and_clear_agree_for_each_activation(name: Any) -> None:
    network = drawn([5, 8, 8, 3], name, output_activation=name)

    assert_same(network, samples(network, 20))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("n_samples", [1, 2, 63, 64, 65, 130, 300])
@pytest.mark.parametrize("n_outputs", [1, 2, 16, 17])
def test_wide_layers_before_few_outputs(n_outputs: int, n_samples: int, dtype: type) -> None:
    network = drawn([20, 100, 256, n_outputs], ["relu", "tanh"], dtype=dtype)

    assert_same(network, samples(network, n_samples))


@pytest.mark.parametrize("n_outputs", [1, 3])
def test_batches_that_do_not_fit_go_through_in_parts(n_outputs: int) -> None:
    network = drawn([2, 6, n_outputs], "relu")
    n = fast.MOST_SAMPLES

    for n_samples in (n - 1, n, n + 1, 2 * n + 3):
        assert network.forward(samples(network, n_samples)).shape == (n_samples, n_outputs)
        assert_same(network, samples(network, n_samples))


def test_what_is_not_finite_is_found_in_any_part() -> None:
    network = drawn([2, 6, 1], "relu")
    X = samples(network, 2 * fast.MOST_SAMPLES)
    X[fast.MOST_SAMPLES + 5, 1] = np.inf

    with pytest.raises(ValueError, match=r"X\[4101, 1\] is inf \(1 of 16384 are"):
        network.forward(X)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("initialization", ["zero", "auto"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("sizes", [[3, 1], [3, 4, 1], [40, 300, 10]])
def test_what_is_not_finite_is_found_whatever_the_weights(
    sizes: list[int], dtype: type, initialization: str, bad: float
) -> None:
    network = MLP(sizes, initialization=initialization, dtype=dtype)
    for n_samples in (1, 2, 5, 64, 200):
        for row, column in [(0, 0), (n_samples - 1, sizes[0] - 1), (n_samples // 2, 1)]:
            X = samples(network, n_samples)
            X[row, column] = bad
            with pytest.raises(ValueError, match=rf"X\[{row}, {column}\] is {bad}"):
                network.forward(X)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ["relu", "tanh", "sigmoid", "gelu", "prelu"])
def test_sums_that_overflow_are_no_error_and_no_warning(name: str, dtype: type) -> None:
    network = MLP([2, 3, 3, 1], name, output_activation=name, dtype=dtype)
    largest = np.finfo(dtype).max
    network = network.with_parameters({f"W{n}": network.layers[n - 1].W * 3 for n in (1, 2, 3)})
    X: Array = np.array([[largest, -largest], [0, 0]], dtype)

    with np.errstate(all="raise"):
        scores = network.forward(X)

    np.testing.assert_array_equal(scores[1], network.trace(X).scores[1])


def test_a_sample_is_no_other_beside_one_that_overflows() -> None:
    network = drawn([2, 5, 1], "relu", dtype=np.float32)
    X = samples(network, 4)
    expected = network.forward(X)
    X[1] = np.finfo(np.float32).max

    np.testing.assert_array_equal(network.forward(X)[[0, 2, 3]], expected[[0, 2, 3]])


@pytest.mark.parametrize("bias", [15.9, 16.0, 16.1, -16.1, -1e6, 1e30])
def test_units_that_are_dead_stay_silent_however_large_their_biases(bias: float) -> None:
    network = MLP([2, 3, 1], dtype=np.float32)
    network = network.with_parameters({"b1": [bias, 0, 0], "W2": [[0.1, 1, 1]]})
    X = samples(network, 50)

    np.testing.assert_allclose(
        network.forward(X), network.trace(X).scores, rtol=3e-6, atol=3e-6
    )


@pytest.mark.parametrize(("bias", "shifted"), [(16.0, True), (-16.0, True), (16.5, False)])
def test_only_small_biases_are_moved_to_the_next_layer(bias: float, shifted: bool) -> None:
    network = MLP([1, 1, 1, 1], dtype=np.float32).with_parameters(
        {"W1": [[1]], "b1": [bias], "W2": [[2]], "b2": [1], "W3": [[3]], "b3": [5]}
    )

    biases, flags = passes.fold_biases(network.layers)  # type: ignore[arg-type]

    b2 = 1 + 2 * bias if shifted else 1
    assert flags == [shifted, abs(b2) <= 16, False]
    assert [b.tolist() for b in biases] == [[bias], [b2], [5 if shifted else 8]]


@pytest.mark.parametrize("n_samples", [1, 3, 100])
def test_dead_units_add_nothing_at_all_in_float64(n_samples: int) -> None:
    network = drawn([2, 300, 300, 3], "relu")
    b1 = -10 - np.random.default_rng(0).uniform(size=300)
    network = network.with_parameters({"b1": b1, "b2": b1})

    scores = network.forward(samples(network, n_samples))

    assert scores.tolist() == [network.layers[-1].b.tolist()] * n_samples


def test_an_activation_of_that_name_but_another_function_is_computed_as_it_is() -> None:
    own = Activation("relu", np.abs, np.sign, (0.0, np.inf), False, ())
    identity = Activation("identity", np.negative, np.negative, (0.0, np.inf), False, ())
    network = drawn([3, 4, 2], own, output_activation=identity)

    assert_same(network, samples(network, 5))


def test_parameters_of_activations_count() -> None:
    network = drawn([3, 4, 4, 2], get_activation("leaky_relu", alpha=0.7))

    assert_same(network, samples(network, 5))


@pytest.mark.parametrize(
    "reorder", [np.asfortranarray, lambda X: X[::-1], lambda X: X[:, ::-1], lambda X: X[::3]]
)
def test_samples_may_lie_in_memory_in_any_way(reorder: Any) -> None:
    network = drawn([6, 8, 2], "relu")
    X = samples(network, 30)

    assert_same(network, reorder(X))
    assert_same(network, reorder(X).astype(">f8"))


def test_scores_are_the_callers_own() -> None:
    network = drawn([3, 4, 2], "relu")
    X = samples(network, 5)

    first = network.forward(X)
    kept = first.copy()
    network.forward(-X)

    assert first.tolist() == kept.tolist()
    assert first.flags.c_contiguous
    assert first.flags.owndata


def test_threads_may_share_a_network() -> None:
    network = drawn([4, 50, 50, 3], "relu")
    batches = [samples(network, n, seed) for seed in range(8) for n in (1, 40, 40, 40)]
    expected = [network.trace(X).scores for X in batches]

    with ThreadPoolExecutor(8) as pool:
        for _ in range(20):
            for ours, clear in zip(pool.map(network.forward, batches), expected, strict=True):
                np.testing.assert_allclose(ours, clear, rtol=1e-12, atol=1e-12)


def test_maxout_takes_the_clear_way() -> None:
    network = MLP([3, 4, 2], ["maxout"])
    X = samples(network, 5)

    assert network.forward(X).tolist() == network.trace(X).scores.tolist()
