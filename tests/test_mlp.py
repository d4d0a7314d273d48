"""The multi-layer perceptron: how it is built, and what it computes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from course_utils.activations import VECTOR_ACTIVATIONS, get_activation, relu
from course_utils.initialization import initialize
from course_utils.network import MLP, Dense, Maxout

RNG = np.random.default_rng(0)
X = RNG.normal(size=(5, 3))


def random_network(activation: Any = "tanh", **options: Any) -> MLP:
    """Return 3-4-4-1 with biases that are not 0."""
    network = MLP([3, 4, 4, 1], activation, **options)
    rng = np.random.default_rng(1)
    return network.with_parameters(
        {name: rng.normal(size=a.shape) for name, a in network.parameters().items()}
    )


def test_forward_is_the_formula_of_the_notes() -> None:  # ledger row 4
    network = random_network("sigmoid")
    W1, b1, W2, b2, W3, b3 = network.parameters().values()

    x = X.T  # the notes' samples are columns
    h1 = 1 / (1 + np.exp(-(np.dot(W1, x) + b1[:, None])))
    h2 = 1 / (1 + np.exp(-(np.dot(W2, h1) + b2[:, None])))
    out = np.dot(W3, h2) + b3[:, None]

    assert network.forward(X) == pytest.approx(out.T, abs=1e-12)
    assert network.forward_columns(x) == pytest.approx(out, abs=1e-12)


def test_two_layers_with_relu_worked_by_hand() -> None:
    network = MLP([2, 2, 1]).with_parameters(
        {"W1": [[1, 2], [-1, 1]], "b1": [0, -3], "W2": [[1, 10]], "b2": [0.5]}
    )

    # (1, 1): z1 = (3, -3), a1 = (3, 0); (-1, 3): z1 = (5, 1) both on; (0, 0): both off
    assert network.forward([[1, 1], [-1, 3], [0, 0]]).tolist() == [[3.5], [15.5], [0.5]]


def test_trace_keeps_all_that_was_computed() -> None:
    network = random_network("relu")
    W1, b1, W2, b2, W3, b3 = network.parameters().values()

    trace = network.trace(X)

    zs = [X @ W1.T + b1]
    zs += [relu(zs[0]) @ W2.T + b2]
    zs += [relu(zs[1]) @ W3.T + b3]
    for z, a, expected in zip(trace.pre_activations, trace.activations, zs, strict=True):
        last = expected is zs[-1]
        assert z == pytest.approx(expected, abs=1e-12)
        assert a == pytest.approx(expected if last else relu(expected), abs=1e-12)
    assert trace.X is trace.inputs[0] is X
    assert trace.inputs[1:] == trace.activations[:-1]
    assert trace.scores is trace.activations[-1]
    assert trace.layer_sizes == (3, 4, 4, 1)


def test_backward_worked_by_hand() -> None:
    network = MLP([1, 2, 1]).with_parameters({"W1": [[2], [-1]], "W2": [[3, 5]]})
    trace = network.trace([[1.0], [-1.0]])  # unit 0 is on for the first, unit 1 for the second

    gradients = network.backward(trace, [[1.0], [10.0]])

    assert {name: values.tolist() for name, values in gradients.items()} == {
        "W1": [[3], [-50]],
        "b1": [3, 50],
        "W2": [[2, 10]],
        "b2": [11],
    }


def test_parameters_come_layer_by_layer() -> None:
    network = MLP([3, 4, 4, 1], ["prelu", "maxout"])
    trace = network.trace(X)

    assert list(network.parameters()) == ["W1", "b1", "alpha1", "W2", "b2", "W3", "b3"]
    assert list(network.backward(trace, np.ones((5, 1)))) == list(network.parameters())


def test_with_parameters_leaves_the_network_as_it_was() -> None:
    network = MLP([3, 4, 1])
    before = network.forward(X)

    other = network.with_parameters({"b2": [7.0]})

    assert other.forward(X) == pytest.approx(before + 7, abs=1e-12)
    assert network.forward(X).tolist() == before.tolist()


def test_layers_have_one_activation_each() -> None:
    network = MLP([3, 4, 4, 1], ["relu", "tanh"], output_activation="sigmoid")

    assert network.activations == ("relu", "tanh", "sigmoid")
    assert [type(layer) for layer in network.layers] == [Dense] * 3


def test_one_activation_serves_all_hidden_layers() -> None:
    assert MLP([3, 4, 4, 1]).activations == ("relu", "relu", "identity")
    assert MLP([3, 1], "sigmoid").activations == ("identity",)


def test_an_activation_can_be_given_itself() -> None:
    leaky = get_activation("leaky_relu", alpha=0.3)

    assert MLP([3, 4, 1], leaky).layers[0].activation is leaky
    assert MLP([3, 4, 4, 1], [leaky, "relu"]).layers[0].activation is leaky
    assert isinstance(MLP([3, 4, 1], VECTOR_ACTIVATIONS["maxout"]).layers[0], Maxout)


def test_maxout_layers_have_two_pieces_with_weights_of_their_own() -> None:
    network = MLP([3, 4, 1], "maxout", output_activation="maxout")
    W1, b1, W2, b2 = network.parameters().values()

    assert (W1.shape, b1.shape, W2.shape, b2.shape) == ((2, 4, 3), (2, 4), (2, 1, 4), (2, 1))
    assert not np.array_equal(W1[0], W1[1])


@pytest.mark.parametrize("how", ["auto", "he", "xavier", "lecun", "zero", 0.3])
def test_weights_are_drawn_layer_by_layer(how: str | float) -> None:
    rng = np.random.default_rng(7)
    expected = [
        initialize(how, 4, 3, activation="relu", seed=rng),
        initialize(how, 4, 4, activation="tanh", seed=rng),
        initialize(how, 1, 4, activation="identity", seed=rng),
    ]

    network = MLP([3, 4, 4, 1], ["relu", "tanh"], initialization=how, seed=7)

    assert [layer.W.tolist() for layer in network.layers] == [W.tolist() for W in expected]


def test_initialization_goes_by_the_activation_and_seed_0_where_nothing_is_said() -> None:
    W = initialize("auto", 4, 3, activation="relu", seed=0)

    assert MLP([3, 4, 1]).layers[0].W.tolist() == W.tolist()


def test_pieces_of_a_maxout_are_drawn_one_after_the_other() -> None:
    rng = np.random.default_rng(3)
    first, second = (initialize("auto", 4, 3, activation="maxout", seed=rng) for _ in range(2))

    assert MLP([3, 4], output_activation="maxout", seed=3).layers[0].W.tolist() == [
        first.tolist(),
        second.tolist(),
    ]


def test_seeds_make_networks() -> None:
    one, same, other = (MLP([3, 4, 1], seed=seed).forward(X) for seed in (1, 1, 2))

    assert one.tolist() == same.tolist() != other.tolist()


def test_a_generator_goes_on() -> None:
    rng = np.random.default_rng(1)
    first, second = MLP([3, 4, 1], seed=rng), MLP([3, 4, 1], seed=rng)

    assert first.forward(X).tolist() == MLP([3, 4, 1], seed=1).forward(X).tolist()
    assert first.forward(X).tolist() != second.forward(X).tolist()


def test_biases_start_at_0() -> None:
    parameters = MLP([3, 4, 4, 1], ["maxout", "prelu"]).parameters()

    assert not any(values.any() for name, values in parameters.items() if name.startswith("b"))
    assert parameters["alpha2"].tolist() == [0.25] * 4


@pytest.mark.parametrize("activation", ["relu", "tanh", "gelu", "prelu", "maxout", "elu"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64, "float32", np.dtype(np.float64)])
def test_a_network_computes_in_its_own_precision(activation: str, dtype: Any) -> None:
    network = MLP([3, 4, 1], activation, dtype=dtype)
    trace = network.trace(X)
    gradients = network.backward(trace, np.ones((5, 1)))

    for samples in (X, X.astype(np.float32), X.astype(int), X.tolist()):
        assert network.forward(samples).dtype == network.dtype == np.dtype(dtype)
    arrays = [*trace.activations, *trace.pre_activations, *gradients.values()]
    assert {a.dtype for a in [*arrays, *network.parameters().values()]} == {network.dtype}
    other = network.with_parameters({"b2": np.zeros(1, np.float64)})
    assert other.dtype == network.dtype


def test_precision_is_float64_where_nothing_is_said() -> None:
    assert MLP([3, 4, 1]).dtype == np.float64


def test_from_layers_keeps_the_layers() -> None:
    layers = [Dense(np.ones((4, 3)), np.zeros(4), "tanh"), Dense(np.ones((1, 4)), [0.0])]

    network = MLP.from_layers(iter(layers))

    assert network.layers == tuple(layers)
    assert type(network) is MLP


def test_predict_takes_the_highest_score() -> None:
    network = MLP([2, 3]).with_parameters({"W1": [[1, 0], [0, 1], [1, 1]], "b1": [0, 0, -3]})

    assert network.predict([[2, 0], [0, 2], [9, 9]]).tolist() == [0, 1, 2]


@pytest.mark.parametrize(
    ("output", "classes"), [("identity", [0, 0, 1]), ("sigmoid", [0, 0, 1])]
)
def test_predict_asks_whether_a_single_score_is_above_0(
    output: str, classes: list[int]
) -> None:
    network = MLP([1, 1], output_activation=output).with_parameters({"W1": [[2]], "b1": [-1]})

    predictions = network.predict([[0.4], [0.5], [0.6]])

    assert predictions.tolist() == classes
    assert predictions.dtype == np.intp


def test_columns_are_rows_turned_round() -> None:
    network = random_network("relu")

    assert network.forward_columns(X.T) == pytest.approx(network.forward(X).T, abs=1e-12)
    assert network.forward_columns(X.T.tolist()).shape == (1, 5)
