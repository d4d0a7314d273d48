"""Networks in files: NumPy's npz format, without pickles, so that reading one runs no code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from course_utils._arrays import Array
from course_utils.activations import (
    ACTIVATIONS,
    VECTOR_ACTIVATIONS,
    Activation,
    get_activation,
)
from course_utils.network._dense import Dense
from course_utils.network._layer import Layer
from course_utils.network._maxout import Maxout
from course_utils.network._mlp import MLP

FORMAT = "course_utils.network"
VERSION = 1


def save(network: MLP, path: str | PathLike[str]) -> None:
    """Write a network into a file.

    Parameters
    ----------
    network : MLP
        What to keep.
    path : str or path
        Where; a file that is there already is replaced once the new one is complete. The
        usual ending is ``.npz``; none is added.

    Raises
    ------
    OSError
        If the file cannot be written.
    TypeError
        If `network` is not an `MLP`.
    ValueError
        If a layer has an activation of your own, which a file cannot hold.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     save(MLP([2, 3, 1], "tanh"), Path(folder) / "network.npz")
    ...     load(Path(folder) / "network.npz")
    MLP(2-3-1, tanh identity, float64, 13 parameters)
    """
    _refuse_what_is_no_network(network)
    layers = [_described(n, layer) for n, layer in enumerate(network.layers, start=1)]
    header = json.dumps({"format": FORMAT, "version": VERSION, "layers": layers})
    arrays: dict[str, Any] = {"header": np.array(header), **network.parameters()}
    path = Path(path)
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            np.savez(file, **arrays)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def load(path: str | PathLike[str]) -> MLP:
    """Read a network from a file that `save` wrote.

    Parameters
    ----------
    path : str or path
        The file.

    Returns
    -------
    MLP
        The network, equal in every number.

    Raises
    ------
    OSError
        If there is no such file, or it cannot be read.
    ValueError
        If the file is broken, is none of `save`, or was written by a newer version.

    Notes
    -----
    Pickles are not read, so a file from a stranger can do no harm.

    Examples
    --------
    >>> load("no_such_file.npz")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'no_such_file.npz'
    """
    try:
        arrays = _arrays(Path(path))
        header = json.loads(str(arrays.pop("header")))
        version = _version(header)
        network = None if version > VERSION else _network(header["layers"], arrays)
    except OSError:
        raise
    except Exception as error:  # a file can be broken in any way
        msg = f"{path} does not hold a network as save(network, path) writes it: {error!r}"
        raise ValueError(msg) from error
    if network is not None:
        return network
    msg = (
        f"{path} was written by a newer version of course_utils: in format {version}, where "
        f"this one reads up to {VERSION}; update the package"
    )
    raise ValueError(msg)


def _arrays(path: Path) -> dict[str, Array]:
    with path.open("rb") as file:
        archive = np.load(file, allow_pickle=False)
        return {name: archive[name] for name in archive.files}


def _version(header: dict[str, Any]) -> int:
    if header["format"] != FORMAT:
        msg = f"its format is {header['format']!r}, expected {FORMAT!r}"
        raise ValueError(msg)
    return int(header["version"])


def _network(layers: list[dict[str, Any]], arrays: Mapping[str, Array]) -> MLP:
    network = MLP.from_layers(
        _layer(description, arrays, n) for n, description in enumerate(layers, start=1)
    )
    strays = arrays.keys() - network.parameters().keys()
    if strays:
        msg = f"no layer has the parameters {', '.join(sorted(strays))}"
        raise ValueError(msg)
    return network


def _layer(description: dict[str, Any], arrays: Mapping[str, Array], n: int) -> Layer:
    W, b = arrays[f"W{n}"], arrays[f"b{n}"]
    activation = description["activation"]
    if activation == "maxout":
        return Maxout(W, b)
    if activation == "prelu":
        return Dense(W, b, "prelu", alpha=arrays[f"alpha{n}"])
    return Dense(W, b, get_activation(activation, **description["parameters"]))


def _described(n: int, layer: Layer) -> dict[str, object]:
    """Return what of a layer is not an array."""
    activation = layer.activation
    known = {**ACTIVATIONS, **VECTOR_ACTIVATIONS}.get(activation.name)
    if known is None or _formula(known) is not _formula(activation):
        msg = (
            f"layer {n} has an activation of your own, {activation.name!r}; a file can only "
            f"name those of the course: {', '.join(ACTIVATIONS)}, prelu and maxout"
        )
        raise ValueError(msg)
    parameters = {} if activation.alpha is None else {"alpha": activation.alpha}
    return {"activation": activation.name, "parameters": parameters}


def _formula(activation: Activation) -> object:
    """Return the function itself, also where its alpha is filled in already."""
    function = activation.function
    return function.func if isinstance(function, partial) else function


def _refuse_what_is_no_network(network: object) -> None:
    if not isinstance(network, MLP):
        msg = f"save takes a network, then a path; the first was a {type(network).__name__}"
        raise TypeError(msg)
