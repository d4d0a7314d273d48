"""What the last layer should do, task by task."""

from __future__ import annotations

from typing import Any

from numpy.random import Generator

from autograder.exercise import Exercise
from autograder.outcome import foreign_type

from .common import Cases


def chosen(target: Any, *tasks: str) -> Any:
    """Return the words for some of the tasks.

    A student hands in a dict; the reference is a function that returns one, because tools
    that look for its source need a function.

    Raises
    ------
    NotImplementedError
        If the name holds three dots: the exercise was not attempted.
    """
    kind = foreign_type(target)
    if kind == "ellipsis":
        raise NotImplementedError
    words = target() if callable(target) and kind in ("", "function") else target
    if type(words) is not dict:
        return words
    return {task: words[task] for task in tasks if task in words}


output_layer = Exercise(
    "output_layer", target="output_layer", title="The last line", call=chosen
)


@output_layer.reference
def output_layer_reference() -> dict[str, str]:
    """Return what each task needs."""
    return {
        "temperature": "identity",
        "rain": "sigmoid",
        "scores": "identity",
        "digit": "softmax",
        "tags": "sigmoid",
    }


# Both checks need more than one word, so no single word for everything earns a point.
@output_layer.check(
    "the two tasks with one output: temperature and rain",
    points=1,
    hint="Which values can the right answer take: any number, or a number between 0 and 1?",
)
def _(_rng: Generator) -> Cases:
    yield "temperature", "rain"


@output_layer.check(
    "the three tasks with several outputs: scores, digit and tags",
    points=1,
    hint="For each task: must the outputs lie between 0 and 1? Must they add up to 1?",
)
def _(_rng: Generator) -> Cases:
    yield "scores", "digit", "tags"
