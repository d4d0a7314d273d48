"""Networks in files: all of it comes back, and nothing else is read."""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course_utils.activations import ACTIVATIONS, Activation, get_activation
from course_utils.network import MLP, load, save

X = np.random.default_rng(0).normal(size=(5, 3))
KINDS: list[Any] = [
    *sorted(ACTIVATIONS),
    "prelu",
    "maxout",
    get_activation("leaky_relu", alpha=0.3),
    get_activation("elu", alpha=0.1),
]


def network(activation: Any = "relu", **options: Any) -> MLP:
    """Return a network with every parameter drawn."""
    mlp = MLP([3, 4, 2], activation, **options)
    rng = np.random.default_rng(1)
    return mlp.with_parameters(
        {name: rng.normal(size=a.shape) for name, a in mlp.parameters().items()}
    )


def write(path: Path, header: object, **changes: Any) -> Path:
    """Write a file as `save` does, but with this header and other arrays."""
    arrays = {**network().parameters(), **changes}
    kept: dict[str, Any] = {name: a for name, a in arrays.items() if a is not None}
    with path.open("wb") as file:
        np.savez(file, header=np.array(json.dumps(header)), **kept)
    return path


def header(**changes: object) -> dict[str, Any]:
    layers: list[Any] = [
        {"activation": name, "parameters": {}} for name in ("relu", "identity")
    ]
    return {"format": "course_utils.network", "version": 1, "layers": layers, **changes}


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("activation", KINDS, ids=str)
def test_what_was_saved_comes_back(tmp_path: Path, activation: Any, dtype: type) -> None:
    saved = network(activation, output_activation=activation, dtype=dtype)
    save(saved, tmp_path / "a.npz")

    loaded = load(tmp_path / "a.npz")

    assert loaded.dtype == dtype
    assert loaded.activations == saved.activations
    assert loaded.forward(X).tolist() == saved.forward(X).tolist()
    for name, values in saved.parameters().items():
        assert loaded.parameters()[name].tolist() == values.tolist()


def test_activations_in_a_copy_are_known_as_well(tmp_path: Path) -> None:
    twin = pickle.loads(pickle.dumps(network(get_activation("leaky_relu", alpha=0.3))))
    save(twin, tmp_path / "a.npz")

    assert load(tmp_path / "a.npz").layers[0].activation.alpha == 0.3


def test_paths_may_be_strings_and_have_any_ending(tmp_path: Path) -> None:
    save(network(), str(tmp_path / "my network"))

    assert [path.name for path in tmp_path.iterdir()] == ["my network"]
    assert load(str(tmp_path / "my network")).forward(X).shape == (5, 2)


def test_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    path.write_text("what stood here before")

    save(network("tanh"), path)

    assert load(path).activations == ("tanh", "identity")


def test_a_file_that_is_there_stays_if_the_new_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.npz"
    save(network("tanh"), path)

    def full(file: Any, **_: object) -> None:
        file.write(b"half of it")
        raise OSError("no space left")

    monkeypatch.setattr(np, "savez", full)
    with pytest.raises(OSError, match="no space left"):
        save(network("relu"), path)

    assert [found.name for found in tmp_path.iterdir()] == ["a.npz"]
    assert load(path).activations == ("tanh", "identity")


def test_header_is_readable_and_says_which_version(tmp_path: Path) -> None:
    save(network(get_activation("elu", alpha=0.1)), tmp_path / "a.npz")

    with np.load(tmp_path / "a.npz", allow_pickle=False) as archive:
        found = json.loads(str(archive["header"]))

    layers = [
        {"activation": "elu", "parameters": {"alpha": 0.1}},
        {"activation": "identity", "parameters": {}},
    ]
    assert found == {"format": "course_utils.network", "version": 1, "layers": layers}


def test_files_written_by_hand_are_read(tmp_path: Path) -> None:
    assert load(write(tmp_path / "a.npz", header())).forward(X).shape == (5, 2)


@pytest.mark.parametrize(
    "own",
    [
        Activation("swish2", np.sin, np.cos, (-1.0, 1.0), True, ()),
        Activation("relu", np.sin, np.cos, (-1.0, 1.0), True, ()),
    ],
    ids=["own name", "known name"],
)
def test_an_activation_of_your_own_cannot_be_saved(tmp_path: Path, own: Activation) -> None:
    words = f"layer 2 has an activation of your own, '{own.name}'; a file can only name"
    with pytest.raises(ValueError, match=words):
        save(MLP([3, 4, 4, 1], ["relu", own]), tmp_path / "a.npz")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.npz"):
        load(tmp_path / "nothing.npz")


class Boom:
    """A pickle of it runs code when it is read."""

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path("boom").touch, ())


def test_pickles_are_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    evil = np.array([Boom()], dtype=object)
    (tmp_path / "b.npz").write_bytes(pickle.dumps(Boom()))

    for path in (write(tmp_path / "a.npz", header(), b1=evil), tmp_path / "b.npz"):
        with pytest.raises(
            ValueError, match=rf"{path.name} does not hold a network.*allow_pickle"
        ):
            load(path)

    assert not (tmp_path / "boom").exists()


def npy() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, X)
    return buffer.getvalue()


def other_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("readme.txt", "hello")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"hello", npy(), other_zip(), b"PK\x03\x04" + bytes(50)]
)
def test_files_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(content)

    with pytest.raises(
        ValueError, match=r"a\.npz does not hold a network as save\(network, path"
    ):
        load(path)


def test_files_cut_short_or_with_a_wrong_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    save(network(), path)
    whole = path.read_bytes()
    spoilt = bytearray(whole)
    spoilt[whole.index(network().layers[0].W.tobytes())] ^= 1

    for content in (whole[:-30], whole[: len(whole) // 2], bytes(spoilt)):
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"a\.npz does not hold a network"):
            load(path)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"version": 2},
            "by a newer version of course_utils: in format 2, where .* up to 1; upd",
        ),
        ({"version": "x"}, "does not hold a network"),
        ({"format": "other"}, "its format is 'other', expected 'course_utils.network'"),
        ({"layers": []}, "a network needs at least one layer"),
        ({"layers": [{"activation": "relu"}]}, "KeyError.*'parameters'"),
        ({"layers": [{"activation": "rleu", "parameters": {}}]}, "no activation called 'rleu'"),
        ({"layers": header()["layers"] + 2 * [{"activation": "maxout"}]}, "KeyError.*'W3'"),
        ({"layers": [{"activation": "relu", "parameters": {}}]}, "no layer has .* W2, b2"),
    ],
)
def test_headers_that_say_something_else(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=rf"a\.npz .*{words}"):
        load(write(tmp_path / "a.npz", header(**changes)))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"W1": None}, "KeyError.*'W1'"),
        ({"b2": np.zeros(3)}, r"b must have shape \(2,\), got \(3,\)"),
        (
            {"W1": np.zeros((4, 5)), "W2": np.zeros((2, 3))},
            "layer 2 takes 3 inputs, but layer 1",
        ),
        ({"W1": np.full((4, 3), np.nan)}, "W must hold finite numbers"),
        ({"extra": np.zeros(3)}, "no layer has the parameters extra"),
    ],
)
def test_arrays_that_do_not_fit(tmp_path: Path, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=rf"a\.npz does not hold a network .*{words}"):
        load(write(tmp_path / "a.npz", header(), **changes))
