"""The state of the playground: its fields, its presets, and how its fields fit together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeAlias

from course_utils.activations import ACTIVATIONS

__all__ = [
    "ANEW",
    "CLASSES",
    "GOING",
    "LAST_STEP",
    "MOST_LAYERS",
    "MOST_UNITS",
    "OWN",
    "PRESETS",
    "REACH",
    "TICK",
    "Phase",
    "PlaygroundState",
    "Point",
    "going",
    "hidden_layers",
    "settle",
    "tidy_layers",
]

Point: TypeAlias = tuple[float, float, int]
Phase: TypeAlias = tuple[Any, ...]  # until which step, then the values of the fields GOING

TICK = 10  # steps from one recorded loss to the next; nothing happens in between
LAST_STEP = 20_000
OWN = "own"
MOST_LAYERS, MOST_UNITS = 6, 100
KINDS = (*ACTIVATIONS, "prelu", "maxout")

REACH: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(["circle", "spiral"], 5.5),
        **dict.fromkeys(["simple", "random"], 4.5),
        "xor": 2.0,
        "blobs": 2.8,
        "moons": 2.0,
        "three arms": 1.2,
        "noisy square": 1.05,
    }
)
"""How far the picture of each point set goes to either side of 0."""
CLASSES: Mapping[str, int] = MappingProxyType(dict.fromkeys(REACH, 2) | {"three arms": 3})

# What makes another run when it changes, and what a run can take on its way.
ANEW = (
    *("data", "noise", "test_share", "data_seed"),
    *("inputs", "layers", "initialization", "seed"),
)
GOING = (
    *("optimizer", "learning_rate", "momentum", "batch", "weight_decay", "convention"),
    "points",
)


@dataclass(frozen=True)
class PlaygroundState:
    """All that the playground knows: points, network, training, and what you look at."""

    preset: str = "ConvNetJS's start"
    data: str = "circle"
    noise: int = 0
    test_share: int = 0
    data_seed: int = 0
    inputs: str = "x1, x2"
    layers: str = "6 tanh, 2 tanh"
    initialization: str = "lecun"
    seed: int = 0
    optimizer: str = "momentum"
    learning_rate: float = 0.01
    momentum: float = 0.1
    batch: str = "10"
    weight_decay: float = 0.001
    convention: str = "ConvNetJS"
    speed: int = 50
    layer: int = 1
    unit: int = 1
    view: str = "unit"
    across: int = -90
    up: int = 90
    points: tuple[Point, ...] = ()
    past: tuple[Phase, ...] = ()
    n_steps: int = 0


def _square(layers: str, weight_decay: float) -> dict[str, Any]:
    """Return what the notes' figures have in common: a large step for Adam, wrong labels."""
    recipe = {"optimizer": "adam", "learning_rate": 0.03, "momentum": 0.9, "batch": "all"}
    points = {"data": "noisy square", "noise": 15, "test_share": 60, "data_seed": 3}
    net = {"inputs": "x1, x2", "layers": layers, "initialization": "auto", "seed": 0}
    decay = {"weight_decay": weight_decay, "convention": "mean loss"}
    return {**points, **net, **recipe, **decay, "points": (), "past": (), "n_steps": 2000}


def _fields(state: PlaygroundState, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(state, name) for name in names)


def _as_at_the_start() -> dict[str, Any]:
    names = (*ANEW, *GOING, "past", "n_steps")
    return dict(zip(names, _fields(PlaygroundState(), names), strict=True))


PRESETS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "ConvNetJS's start": _as_at_the_start(),
        "3 units": _square("3 tanh", 0.0),
        "6 units": _square("6 tanh", 0.0),
        "20 units": _square("20 tanh", 0.0),
        "lambda .001": _square("20 tanh", 0.001),
        "lambda .01": _square("20 tanh", 0.01),
        "lambda .1": _square("20 tanh", 0.1),
    }
)


def tidy_layers(text: str) -> str:
    """Return hidden layers in one form: ``"6 tanh, 2 relu"``, or ``"none"``.

    A layer without an activation takes that of the layer before it, the first tanh.

    Raises
    ------
    ValueError
        If the text is no list of layers, or there are too many layers or units.
    """
    if text.strip().lower() in ("", "none"):
        return "none"
    parts = [part.strip().lower() for part in re.split(r"[,+;]", text)]
    if len(parts) > MOST_LAYERS:
        msg = f"layers can be at most {MOST_LAYERS}; got {len(parts)}"
        raise ValueError(msg)
    tidy, kind = [], "tanh"
    for part in parts:
        size, kind = _one_layer(part, kind)
        tidy.append(f"{size} {kind}")
    return ", ".join(tidy)


def _one_layer(part: str, kind_before: str) -> tuple[int, str]:
    found = re.fullmatch(r"(\d{1,9})\s*([a-z][a-z_ -]*)?", part)
    if found is None:
        msg = f"layers must be a text such as '20 tanh, 6 relu' or 'none'; got {part!r}"
        raise ValueError(msg)
    size, kind = int(found[1]), re.sub(r"[ -]", "_", found[2] or kind_before)
    if not 1 <= size <= MOST_UNITS:
        msg = f"a layer has 1 to {MOST_UNITS} units; got {size}"
        raise ValueError(msg)
    if kind not in KINDS:
        msg = f"there is no activation called {kind!r}; choose one of {', '.join(KINDS)}"
        raise ValueError(msg)
    return size, kind


def hidden_layers(layers: str) -> list[tuple[int, str]]:
    """Return size and activation of each hidden layer of a tidy text."""
    if layers == "none":
        return []
    pairs = (part.split(" ") for part in layers.split(", "))
    return [(int(size), kind) for size, kind in pairs]


def going(state: PlaygroundState) -> tuple[Any, ...]:
    """Return what a run can take on its way: the values of optimiser, rate, points, ..."""
    return _fields(state, GOING)


def settle(before: PlaygroundState, after: PlaygroundState) -> PlaygroundState:
    """Make all fields fit together after a change.

    A preset fills in the other fields.  Another network or other data start again at step 0;
    another optimiser, rate or point counts from this step on.  What was named together with
    such a change, as in a line of code, stays as it was named.
    """
    if after.preset not in (before.preset, OWN):
        filled = PRESETS[after.preset].items()
        left = {k: v for k, v in filled if getattr(after, k) == getattr(before, k)}
        after = replace(after, **left)
    elif _fields(after, ANEW) != _fields(before, ANEW):
        after = _start_again(before, after)
    elif going(after) != going(before) and before.n_steps and after.past == before.past:
        after = replace(after, past=_past(before, going(after)))
    if _has_left_its_preset(after):
        after = replace(after, preset=OWN)
    return _with_a_unit_to_look_at(after)


def _start_again(before: PlaygroundState, after: PlaygroundState) -> PlaygroundState:
    changes: dict[str, Any] = {}
    if after.n_steps == before.n_steps:
        changes["n_steps"] = 0
    if after.past == before.past:
        changes["past"] = ()
    if after.data != before.data and after.points == before.points:
        changes["points"] = ()
    return replace(after, **changes)


def _past(before: PlaygroundState, wanted: tuple[Any, ...]) -> tuple[Phase, ...]:
    """Return how the steps so far were made, if from now on it goes another way."""
    now = before.n_steps
    past = [phase for phase in before.past if phase[0] <= now]
    to_come = [phase[1:] for phase in before.past if phase[0] > now]
    if not past or past[-1][0] < now:
        past.append((now, *(to_come or [going(before)])[0]))
    if past[-1][1:] == wanted:  # back to what it was before, without a step in between
        past.pop()
    return tuple(past)


def _has_left_its_preset(state: PlaygroundState) -> bool:
    if state.preset == OWN:
        return False
    wanted = dict(PRESETS[state.preset])
    trained = wanted.pop("n_steps") > 0
    others = any(getattr(state, name) != value for name, value in wanted.items())
    return others or (trained and state.n_steps == 0)


def _with_a_unit_to_look_at(state: PlaygroundState) -> PlaygroundState:
    sizes = [size for size, _ in hidden_layers(state.layers)] + [CLASSES[state.data]]
    layer = min(state.layer, len(sizes))
    return replace(state, layer=layer, unit=min(state.unit, sizes[layer - 1]))
