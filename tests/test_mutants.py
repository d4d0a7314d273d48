"""The mutator: which mistakes it makes, and what it leaves alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from autograder.mutants import mutants


def sources(source: str) -> set[str]:
    return {mutant.source for mutant in mutants(source)}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a + b", {"(a - b)", "a", "b"}),
        ("a - b", {"(a + b)", "(b - a)", "a"}),
        ("a / b", {"(a * b)", "(b / a)", "a"}),
        ("a ** b", {"(a * b)", "(b ** a)", "a"}),
        ("a @ b", {"(b @ a)"}),
        ("a & b", {"(a | b)", "a", "b"}),
        ("-a", {"a"}),
        ("not a", {"a"}),
        ("a and b", {"(a or b)", "a", "b"}),
        ("a or b or c", {"(a and b and c)", "(b or c)", "(a or c)", "(a or b)"}),
        ("a if b else c", {"a if (not b) else c"}),
        ("[a for a in b if c]", {"[a for a in b if (not c)]"}),
    ],
)
def test_operators_change_or_lose_an_operand(source: str, expected: set[str]) -> None:
    assert sources(f"x = {source}") == {f"x = {code}" for code in expected}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", {"(a <= b)", "(a >= b)"}),
        ("a >= b", {"(a > b)", "(a < b)"}),
        ("a == b", {"(a != b)"}),
        ("a is None", {"(a is not None)"}),
        ("a not in b", {"(a in b)"}),
        ("a < b <= c", {"(a <= b <= c)", "(a >= b <= c)", "(a < b < c)", "(a < b > c)"}),
    ],
)
def test_comparisons_lose_their_edge_or_turn_round(source: str, expected: set[str]) -> None:
    assert sources(f"x = {source}") == {f"x = {code}" for code in expected}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", {"1"}),
        ("1", {"0", "(-1)"}),
        ("3", {"4", "(-3)"}),
        ("1.0", {"0.0", "(-1.0)"}),
        ("0.5", {"1.5", "(-0.5)"}),
        ("-1", {"1", "0"}),
        ("-1.0", {"1.0", "0.0"}),
        ("-2", {"2", "(-3)"}),
        ("True", {"False"}),
        ("'word'", set()),
        ("None", set()),
    ],
)
def test_constants_become_their_neighbour_or_change_sign(
    number: str, expected: set[str]
) -> None:
    assert sources(f"x = {number}") == {f"x = {code}" for code in expected}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("np.exp(a)", {"np.log(a)", "a"}),
        ("max(a, b)", {"min(a, b)"}),
        ("a.sum()", {"a.mean()"}),
        ("a.copy()", {"a"}),
        ("a.T", {"a"}),
        ("a.transpose(b)", {"a"}),
        ("np.transpose(a)", set()),
        ("np.where(a, b, c)", {"np.where(a, c, b)"}),
        ("np.subtract(a, b)", {"np.add(a, b)", "np.subtract(b, a)"}),
        ("f(axis=0)", {"f()", "f(axis=1)"}),
        ("f(axis=-1)", {"f()", "f(axis=0)"}),
        ("f(keepdims=True)", {"f(keepdims=False)"}),
        ("f(dtype=a)", {"f()"}),
    ],
)
def test_calls_take_the_wrong_function_or_argument(source: str, expected: set[str]) -> None:
    assert sources(f"x = {source}") == {f"x = {code}" for code in expected}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("check(a)", {"pass"}),
        ("a = f(a)", {"pass"}),
        ("a[i] = b", {"pass"}),
        ("a = b", set()),
        ("a += b", {"pass", "a -= b"}),
        ("if a:\n    raise b", {"if (not a):\n    raise b", "if a:\n    pass"}),
        ("for a in b:\n    break", {"for a in b:\n    pass"}),
        ("def f(a='b'): return a", {"def f(a='mutant'): return a"}),
        ("def f(a):\n    return a", set()),
    ],
)
def test_statements_are_dropped_where_that_is_no_missing_name(
    source: str, expected: set[str]
) -> None:
    assert sources(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""Add 1 to 2."""',
        "__all__ = f(1)",
        "msg = f'{a + 1}' + 'b'",
        "raise ValueError(a + 1)",
        "assert a < 1",
        "from a import b",
        "x: Literal[1] = a",
        "def f(a: Literal[1]) -> Literal[2]: ...",
        "Number: TypeAlias = a | b",
        "T = TypeVar('T', bound=f(1))",
        "if TYPE_CHECKING:\n    import a\n    b = 1",
        "x = isinstance(a, b | c)",
        "x = 'a' + b",
        "x = f'{a:{1}}'",
    ],
)
def test_what_no_test_should_pin_is_left_alone(source: str) -> None:
    assert mutants(source) == []


def test_a_line_says_where_and_a_description_what() -> None:
    [first, *_] = mutants("# é\nx = (\n    a  # é\n    * b\n)")

    assert (first.line, first.description) == (3, "* becomes /")
    assert first.source == "# é\nx = (\n    (a / b)\n)"


def test_columns_are_counted_in_bytes() -> None:
    assert sources("x = 'é', a @ b") == {"x = 'é', (b @ a)"}


def test_parentheses_keep_the_rest_as_it_was() -> None:
    assert sources("x = a * b @ c") >= {"x = (a / b) @ c", "x = (c @ (a * b))"}


def test_a_diff_shows_the_changed_line_with_its_neighbours() -> None:
    [mutant] = mutants("a = p\nb = q\nx = c @ d\ne = r\nf = s\n")

    assert mutant.diff("net.py").splitlines() == [
        *["--- net.py", "+++ net.py, operands of @ swapped", "@@ -2,3 +2,3 @@"],
        *[" b = q", "-x = c @ d", "+x = (d @ c)", " e = r"],
    ]


def test_equal_mutants_are_listed_once() -> None:
    assert len(mutants("x = a - a")) == 2  # a + a and a; swapped it is the same


def test_source_that_is_no_python_is_refused() -> None:
    with pytest.raises(SyntaxError, match="invalid syntax"):
        mutants("x = = 1")


@pytest.mark.parametrize("name", ["course_utils/spiking.py", "course_utils/checks.py"])
def test_mutants_of_real_code_parse_and_differ(name: str, root: Path) -> None:
    found = mutants((root / name).read_text("utf-8"))

    meanings = {ast.dump(ast.parse(mutant.source)) for mutant in found}

    assert len(meanings) == len(found) > 100
    assert [mutant.line for mutant in found] == sorted(mutant.line for mutant in found)
