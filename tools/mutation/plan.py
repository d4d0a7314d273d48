"""Which tests a mutant has to face: those that reach its statement, the quick ones first."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.mutants import Mutant


@dataclass(frozen=True)
class Plan:
    """What a run of all tests without a mutant has shown.

    Parameters
    ----------
    seconds : mapping of str to float
        What each test takes.
    lines : mapping of str to mapping of str to list of str
        By file and line number, the tests that reach it, or "" where it runs at import.
    """

    seconds: Mapping[str, float]
    lines: Mapping[str, Mapping[str, list[str]]]

    def tests_for(self, path: Path, mutant: Mutant) -> frozenset[str] | None:
        """Return the tests that reach the mutant's statement; None for all tests.

        What runs at import concerns all of them.  What is reached in the set-up of a fixture
        counts for its first test only, so a mutant that survives must face the others too.
        """
        reached = self.lines.get(str(path.resolve()), {})
        found = {
            test for line in statement_around(mutant) for test in reached.get(str(line), [])
        }
        return None if "" in found or not found else frozenset(found)

    def time_for(self, tests: frozenset[str] | None) -> float:
        """Return how many seconds the tests take."""
        return sum(s for test, s in self.seconds.items() if tests is None or test in tests)


def statement_around(mutant: Mutant) -> range:
    """Return the lines of the innermost statement around a mutant; of a block, its head."""
    around = [lines for lines in _statements(mutant.original) if mutant.line in lines]
    return min(around, key=len, default=range(mutant.line, mutant.line + 1))


def _statements(source: str) -> Iterator[range]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            yield range(node.lineno, max(end, node.lineno) + 1)
