"""Alike answers are found, and the one usual way to write something accuses nobody."""

from __future__ import annotations

from itertools import combinations

import pytest

from autograder.answers import fingerprint
from autograder.assignment import load_assignment
from autograder.flags import similar
from tests.builders import ROOT

LONG = """
def train(X, y, rate, steps):
    weights, bias = np.zeros(X.shape[1]), 0.0
    losses = []
    for step in range(steps):
        scores = X @ weights + bias
        chances = np.where(scores > 0, 1 / (1 + np.exp(-scores)), 0)
        errors = chances - y
        weights = weights - rate * (X.T @ errors) / len(y)
        bias = bias - rate * errors.sum() / len(y)
        losses.append(float(np.mean(np.abs(errors))))
    return weights, bias, losses
"""
RENAMED = (
    LONG.replace("weights", "w")
    .replace("bias", "b")
    .replace("errors", "delta")
    .replace("    losses = []\n", "    # what it costs\n\n    losses = []\n")
)
SHORT = "def double(x):\n    return 2 * x"
TOLD = "def double(x):\n    # my cat sat on the keyboard while I wrote this\n    return 2 * x"


def test_long_answer_with_other_names_is_found() -> None:
    (pair,) = similar("train", {"ada": LONG, "bob": RENAMED, "cy": SHORT})

    assert pair.students == ("ada", "bob")
    assert pair.similarity == 1
    assert pair.answers == (LONG, RENAMED)


def test_long_answer_with_one_changed_number_is_found() -> None:
    (pair,) = similar("train", {"ada": LONG, "bob": RENAMED.replace("0.0", "0.1")})

    assert 0.9 < pair.similarity < 1


def test_short_canonical_answer_accuses_nobody() -> None:
    assert similar("double", dict.fromkeys("abcdef", SHORT)) == []


def test_shared_comments_of_a_short_answer_are_found() -> None:
    (pair,) = similar("double", {"ada": TOLD, "bob": TOLD, "cy": SHORT})

    assert pair.words == 10


def test_comments_that_were_given_out_are_no_evidence() -> None:
    assert similar("double", {"ada": TOLD, "bob": TOLD}, known=[TOLD]) == []


def test_answer_that_the_authors_know_is_no_evidence() -> None:
    assert similar("train", {"ada": LONG, "bob": RENAMED}, known=[LONG]) == []


def test_what_many_wrote_is_no_evidence() -> None:
    assert similar("train", dict.fromkeys("abcd", LONG)) == []


def test_text_that_is_no_python_is_compared_by_its_words() -> None:
    text = "def broken(: " + " ".join(f"word{number}" for number in range(100))

    assert len(similar("x", {"ada": text, "bob": text})) == 1


def test_class_of_nobody_has_no_pairs() -> None:
    assert similar("x", {}) == []


def test_fingerprint_ignores_names_comments_and_layout() -> None:
    assert fingerprint(LONG) == fingerprint(RENAMED) != fingerprint(SHORT)


@pytest.mark.slow
def test_independent_right_answers_of_all_banks_raise_no_alarm() -> None:
    alarms, pairs = [], 0
    for folder in sorted(ROOT.glob("assignments/*/private")):
        right = [
            answer for answer in load_assignment(folder.parent.name, ROOT).bank if answer.right
        ]
        for first, second in combinations(right, 2):
            if first.slug == second.slug:
                pairs += 1
                texts = {one.label: one.path.read_text("utf-8") for one in (first, second)}
                alarms += similar(first.slug, texts)

    assert pairs > 500
    assert alarms == []
