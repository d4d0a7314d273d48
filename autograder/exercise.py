"""What an author declares: exercises, their checks, and the reference answer.

An assignment's ``private/checks/`` has a module for each thing that a student writes; its
``__init__.py`` collects them in a list called ``EXERCISES``.  Such a module reads like this::

    from autograder.exercise import Exercise

    neuron = Exercise("neuron", target="neuron")

    @neuron.reference
    def reference(x, w, b):
        ...

    @neuron.check("one sample gives one number", points=1)
    def one_sample(rng):
        for n_features in (1, 3, 8):
            yield rng.normal(size=n_features), rng.normal(size=n_features), rng.normal()

A check is a list of argument tuples and nothing else: the judge calls the student's
function and the reference with each of them and compares what they do.  A reference that
raises `ValueError` thereby says that the student's function must raise one too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from numpy.random import Generator
from numpy.typing import NDArray

Arguments = tuple[Any, ...]
Cases = Callable[[Generator], Iterable[Arguments]]
Call = Callable[..., Any]


def read_only(values: NDArray[Any]) -> NDArray[Any]:
    """Return a copy of an argument that raises when someone writes to it."""
    values = values.copy()
    values.flags.writeable = False
    return values


def plain_call(target: Any, *arguments: Any) -> Any:
    """Call the student's function with the arguments of the case."""
    return target(*arguments)


@dataclass(frozen=True)
class Check:
    """One line of the student's report: what is tried and what it is worth.

    Attributes
    ----------
    name : str
        What is true of a right answer, as a sentence that a student reads.
    points : float
        What a right answer earns.
    cases : callable
        Takes a `numpy.random.Generator`, yields tuples of arguments.
    hint : str
        What to look at when this check fails; it must not tell the answer.
    call : callable
        How the student's object is put to use: ``call(target, *arguments)``.
    unchanged : bool
        Whether the check also asks that the arguments keep their values.
    """

    name: str
    points: float
    cases: Cases
    hint: str = ""
    call: Call = plain_call
    unchanged: bool = False


@dataclass
class Exercise:
    """One function, class or value that a student writes, with all that judges it.

    Parameters
    ----------
    slug : str
        Short name: the graded cell is ``check_<slug>``, the bank's files ``<slug>__*.py``.
    target : str
        The name that the student defines.
    title : str
        Heading of the report.
    call : callable, optional
        How to use the student's object; by default it is called with the case's arguments.
    rtol, atol : float
        An answer ``a`` agrees with the reference ``r`` where ``|a - r| <= atol + rtol*|r|``.
        The defaults let a float32 answer pass.

    Examples
    --------
    >>> double = Exercise("double", target="double")
    >>> @double.reference
    ... def reference(x):
    ...     return 2 * x
    >>> @double.check("doubles a number", points=2)
    ... def numbers(rng):
    ...     yield (rng.normal(),)
    >>> double.points
    2.0
    """

    slug: str
    target: str
    title: str = ""
    call: Call = plain_call
    rtol: float = 1e-4
    atol: float = 1e-5
    checks: list[Check] = field(default_factory=list)
    answer: Any = None

    @property
    def cell(self) -> str:
        """Return the grade_id of the cell that carries this exercise's points."""
        return f"check_{self.slug}"

    @property
    def points(self) -> float:
        """Return what all checks are worth together."""
        return float(sum(check.points for check in self.checks))

    def reference(self, answer: Any) -> Any:
        """Register the right answer: a function or class used exactly like the student's."""
        self.answer = answer
        return answer

    def check(
        self,
        name: str,
        *,
        points: float,
        hint: str = "",
        call: Call | None = None,
        unchanged: bool = False,
    ) -> Callable[[Cases], Cases]:
        """Register a generator of arguments as one check of this exercise.

        Raises
        ------
        ValueError
            If the exercise has a check of that name: names choose the random inputs.
        """
        if any(other.name == name for other in self.checks):
            msg = f"{self.slug} has two checks called {name!r}; give each a name of its own"
            raise ValueError(msg)

        def register(cases: Cases) -> Cases:
            self.checks.append(Check(name, points, cases, hint, call or self.call, unchanged))
            return cases

        return register
