"""Which notebooks may be answered for by one process, and that it makes no difference."""

from __future__ import annotations

import pytest

from autograder.errors import Stopped
from autograder.session import Session
from autograder.stateless import is_stateless
from tests.workers import QUICK, value

SEES_ALL = "import numpy as np\nimport math, warnings, logging"


@pytest.mark.parametrize(
    "cell",
    [
        "def f(z): return np.maximum(z, 0)",
        "def f(z, alpha=-0.01): return [alpha * v if v < 0 else v for v in z]",
        "f = lambda z: 1 / (1 + math.exp(-z))",
        "LEFT = {'relu': lambda z: 0.0, 'tanh': 1}\ndef f(z): return LEFT['relu'](z)",
        "EPS = 1e-12\ndef g(z): return z + EPS\ndef f(z): return g(z)",
        "def f(z):\n    out = []\n    for v in z: out.append(v)\n    return out",
        "def f(z):\n    z = np.array(z, float)\n    z[z < 0] = 0\n    return z",
        "def f(z):\n    warnings.warn('slow')\n    logging.info('%s', z)\n    return z",
        "def f(z):\n    def g(v): return v + len(z)\n    return g(1)",
        "shapes = []\nshapes.append(1)\nprint([i for i in shapes])\ndef f(z): return z",
        "from numpy import exp as e\ndef f(z): return e(z)",
        "def f(z):\n    with np.errstate(over='ignore'): return np.exp(z)",
        "def f(z): yield from z",
        "",
    ],
)
def test_what_only_computes_is_stateless(cell: str) -> None:
    assert is_stateless([SEES_ALL, cell])


@pytest.mark.parametrize(
    "cell",
    [
        "seen = []\ndef f(z): seen.append(z)",
        "seen = []\ndef f(z): return [seen for _ in z]",
        "def f(z):\n    global seen\n    seen = z",
        "def f(z, seen=[]): seen.append(z)",
        "def f(z, *, seen=dict()): seen[0] = z",
        "f = lambda z, seen=[]: seen.append(z)",
        "def f(z): f.seen = z",
        "def f(z): np.seen = z",
        "class F: pass",
        "def g():\n    n = 0\n    def f(z):\n        nonlocal n; n += 1\n    return f",
        "import functools\n@functools.cache\ndef f(z): return z",
        "@np.vectorize\ndef f(z): return z",
        "def f(z): return z + np.random.rand()",
        "from numpy import random\ndef f(z): return random.rand()",
        "import numpy.random as npr\ndef f(z): return npr.rand()",
        "def f(z): return open('seen').read()",
        "def f(z): np.typecodes['seen'] = z",
        "def f(z): return getattr(np, 'ran' + 'dom').rand()",
        "def f(z): return z.__class__",
        "import os",
        "from os import *",
        "from numpy import *",
        "np.seterr(all='raise')",
        "warnings.simplefilter('error')",
        "def f(z): logging.root.handlers.append(z)",
        "w = warnings\ndef f(z): return w",
        "import logging as l\ndef f(z): l.info(z)",
        "T = {'a': []}\ndef f(z): T['a'].append(z)",
        "T = {'a': 1}\ndef f(z): T['a'] = z",
        "T = {'a': 1}\nU = T\ndef f(z): return U",
        "T = [1]\ndef f(z): return T",
        "T = 1\nT = [1]\ndef f(z): return T",
        "try:\n    1 / 0\nexcept Exception as kept: pass\ndef f(z): return kept",
        "with np.errstate() as kept: pass\ndef f(z): return kept",
        "for kept in [[1]]: pass\ndef f(z): kept.append(z)",
        "(kept := [1])\ndef f(z): kept.append(z)",
        "async def f(z): return z",
        "%matplotlib inline",
        "!ls",
        "def f(",
        "f = 1\x00",
    ],
)
def test_what_may_remember_counts_as_stateful(cell: str) -> None:
    assert not is_stateless([SEES_ALL, cell])


def test_a_name_may_be_bound_in_one_cell_and_written_to_in_another() -> None:
    assert not is_stateless(["T = {'a': 1}", "def f(z): return T['a']", "T['a'] = 2"])
    assert is_stateless(["T = {'a': 1}", "def f(z): return T['a']"])


# --- a session with and without children ---------------------------------------------------


@pytest.fixture(params=[True, False], ids=["shared", "children"])
def session(request: pytest.FixtureRequest) -> Session:
    return Session(QUICK, shared=request.param)


@pytest.mark.sandbox
def test_each_place_has_its_own_names(session: Session) -> None:
    with session:
        session.run("def g(): return 'first'\ndef f(): return g()")
        first = session.hold("f")
        session.run("def g(): return 'second'")
        second = session.hold("f")
        session.run("del f")
        gone = session.hold("f")

        told = []
        for place in (second, first):
            with session.apart(place):
                told.append(session.get("f")())
        assert told == ["second", "first"]
        assert gone.missing
        assert value(session, "'f' in globals()") is False


@pytest.mark.sandbox
def test_one_that_hangs_or_dies_takes_no_other_along(session: Session) -> None:
    with session:
        session.run("import os, time")
        session.run("def hang(): time.sleep(60)\ndef leave(): os._exit(1)\ndef f(): return 1")
        held = {name: session.hold(name) for name in ("hang", "leave", "f")}

        for name in ("hang", "leave"):
            with session.apart(held[name]), pytest.raises(Stopped, match=r"in time|ended"):
                session.get(name)()
        with session.apart(held["f"]):
            assert session.get("f")() == 1


@pytest.mark.sandbox
def test_answers_nobody_waited_for_reach_no_other_exercise(session: Session) -> None:
    with session:
        session.run("def f(n): return n\ndef g(n): return -n")
        first, second = session.hold("f"), session.hold("g")
        with session.apart(first):
            session.foresee([(1,), (2,), (3,)])
            assert session.get("f")(1) == 1
        with session.apart(second):
            session.foresee([(4,), (5,)])
            assert session.get("g")(4) == -4
