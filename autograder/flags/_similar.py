"""Find answers that are so alike that a person should read them side by side.

Short answers are alike because there is only one way to write them, and the class's usual
answers because they are usual.  So a pair counts only where the answers are long, rare in
the class and unlike every answer that the course's authors know; or where they share their
*comments*, which nobody writes alike by chance.
"""

from __future__ import annotations

import io
import tokenize
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from autograder.answers import normal_form

ALIKE = 0.9  # share of the syntax that two answers have in common
LONG = 90  # syntax nodes, about a dozen lines
WORDS = 6  # of comments that both wrote
USUAL = 0.02  # share of the class from which on a form is usual
FEW = 3  # students who may share a form that is still rare
MOST = 30  # pairs that are kept of one exercise


@dataclass(frozen=True)
class Pair:
    """Two answers to read side by side.

    Attributes
    ----------
    exercise : str
        Which exercise.
    students : tuple of str
        The two.
    similarity : float
        Share of the syntax that the answers have in common, names aside.
    words : int
        How many words of comments they share.
    answers : tuple of str
        What they handed in.
    """

    exercise: str
    students: tuple[str, str]
    similarity: float
    words: int
    answers: tuple[str, str]


@dataclass(frozen=True)
class _Form:
    """A normal form and who gave it; the same form is compared only once."""

    nodes: tuple[int, ...]
    students: tuple[str, ...]


def similar(
    exercise: str, answers: Mapping[str, str], known: Collection[str] = ()
) -> list[Pair]:
    """Return the pairs of a class that are worth a look, the most alike first.

    Parameters
    ----------
    exercise : str
        Which exercise.
    answers : mapping
        Student -> the text of the answer.
    known : collection of str
        Answers that prove nothing: the released cell, the course's own right and wrong ones.
    """
    vocabulary: dict[str, int] = {}

    def numbered(source: str) -> tuple[int, ...]:
        return tuple(vocabulary.setdefault(n, len(vocabulary)) for n in normal_form(source))

    given = {who: numbered(text) for who, text in answers.items()}
    usual = [numbered(text) for text in known]
    found = {
        pair: value for pair, value in _rare_and_long(given, usual) if set(pair) <= given.keys()
    }
    comments = {who: _comments(text) for who, text in answers.items()}
    common = set().union(*map(_comments, known)) if known else set()
    shared = dict(_same_words(comments, common))
    for first, second in shared.keys() - found.keys():
        value = Indel.normalized_similarity(given[first], given[second])
        if value >= ALIKE:
            found[first, second] = value
    pairs = [
        Pair(exercise, pair, value, shared.get(pair, 0), (answers[pair[0]], answers[pair[1]]))
        for pair, value in found.items()
    ]
    return sorted(pairs, key=lambda one: (-one.similarity, -one.words, one.students))[:MOST]


def _rare_and_long(
    given: Mapping[str, tuple[int, ...]], known: Sequence[tuple[int, ...]]
) -> Iterator[tuple[tuple[str, str], float]]:
    forms = _unusual(given, known)
    table = cdist(
        [form.nodes for form in forms],
        [form.nodes for form in forms],
        scorer=Indel.normalized_similarity,
        score_cutoff=ALIKE,
    )
    few = max(FEW, USUAL * len(given))
    for i, form in enumerate(forms):
        near = [j for j in range(len(forms)) if table[i][j] >= ALIKE]
        if sum(len(forms[j].students) for j in near) > few:
            continue  # the neighbourhood is usual, if not the form itself
        yield from ((pair, 1.0) for pair in combinations(form.students, 2))
        for j in near:
            if j > i:
                value = float(table[i][j])
                yield from (
                    ((min(a, b), max(a, b)), value)
                    for a in form.students
                    for b in forms[j].students
                )


def _unusual(
    given: Mapping[str, tuple[int, ...]], known: Sequence[tuple[int, ...]]
) -> list[_Form]:
    """Return the long forms that are unlike everything that is known."""
    held: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for student in sorted(given):
        if len(given[student]) >= LONG:
            held[given[student]].append(student)
    forms = [_Form(nodes, tuple(students)) for nodes, students in held.items()]
    if not known or not forms:
        return forms
    nodes = [form.nodes for form in forms]
    scores = cdist(nodes, known, scorer=Indel.normalized_similarity, score_cutoff=ALIKE)
    return [form for form, row in zip(forms, scores, strict=True) if not any(row >= ALIKE)]


def _comments(source: str) -> frozenset[str]:
    """Return the comments of an answer."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return frozenset()
    texts = (one.string.lstrip("#").strip() for one in tokens if one.type == tokenize.COMMENT)
    return frozenset(filter(None, texts))


def _same_words(
    comments: Mapping[str, frozenset[str]], common: Collection[str]
) -> Iterator[tuple[tuple[str, str], int]]:
    """Go through pairs that share comments, found by comment and not pair by pair."""
    holders: dict[str, list[str]] = defaultdict(list)
    for student in sorted(comments):
        for text in comments[student] - set(common):
            holders[text].append(student)
    few = max(FEW, USUAL * len(comments))
    words: dict[tuple[str, str], int] = defaultdict(int)
    for text, students in holders.items():
        if len(students) <= few:
            for pair in combinations(students, 2):
                words[pair] += len(text.split())
    yield from ((pair, count) for pair, count in words.items() if count >= WORDS)
