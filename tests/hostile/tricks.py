"""Hostile submissions that play for time, dress up the feedback, or guess."""

from __future__ import annotations

from tests.hostile.attack import Attack

SCRIPT = "<script>gotcha()</script>"
SLEEPY = "import time\nclass Sleepy{base}:\n    def {method}(self, *a): time.sleep(60)"


def sleepy(method: str, value: str, base: str = "") -> Attack:
    """Return an attack whose answer sleeps where nobody expects it to."""
    return Attack(30, (SLEEPY.format(base=base, method=method),), value)


TIME: dict[str, Attack] = {
    "callback_for_ever": Attack(
        29,
        ("def ask(function, *a):\n    while callable(function): function(*a)\n    return 0",),
        "ask(*locals().values())",
    ),
    "callback_into_itself": Attack(
        29,
        ("def ask(f, *a): return f(*a, lambda *b: ask(f, *b)) if callable(f) else 0",),
        "ask(*locals().values())",
    ),
    "sleepy_text": sleepy("__str__", "fail(Sleepy())", "(Exception)"),
    "sleepy_end": sleepy("__del__", "[Sleepy()] and 0"),
    "sleepy_length": sleepy("__len__", "Sleepy()"),
    "raise_sleepy": Attack(
        30,
        (SLEEPY.format(base="(Exception)", method="__str__"),),
        "(_ for _ in ()).throw(Sleepy)",
    ),
    "almost_in_time": Attack(29, ("import time",), "time.sleep(0.25)"),
    "backtracking": Attack(31, ("import re",), "bool(re.match('(a+)+$', 'a' * 40 + 'b')) * 1"),
    "big_number": Attack(31, (), "str(9 ** 9 ** 8)[0]"),
    "alarm": Attack(
        67,
        (
            "import signal\nsignal.signal(signal.SIGALRM, lambda *a: None)\n"
            "signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)",
        ),
    ),
}

PAGES: dict[str, Attack] = {
    "script_error": Attack(54, (f"raise ValueError('{SCRIPT}')",), f"1 / 0 # {SCRIPT}"),
    "script_class": Attack(54, (f"raise type('{SCRIPT}', (Exception,), {{{{}}}})('x')",)),
    "script_in_answer": Attack(54, (f"def tell(): raise ValueError('{SCRIPT}')",), "tell()"),
    "script_stream": Attack(
        54, (f"import sys; print('{SCRIPT}'); print('{SCRIPT}', file=sys.stderr)",)
    ),
    "svg": Attack(
        56,
        (
            "from IPython.display import SVG, Markdown, Latex, display\n"
            f"display(SVG('<svg xmlns=\"http://www.w3.org/2000/svg\">{SCRIPT}</svg>'))",
            f"Markdown('{SCRIPT}')",
            r"Latex(r'$\href{{javascript:gotcha()}}{{x}}$')",
        ),
    ),
    "any_mime": Attack(
        54,
        (
            "from IPython.display import display\nfor kind in ('text/html', 'image/svg+xml', "
            "'application/javascript', 'text/latex', 'text/markdown', 'image/png', 'x/y', "
            "'application/vnd.jupyter.widget-view+json'):\n"
            f"    display({{{{kind: '{SCRIPT}'}}}}, raw=True)",
        ),
    ),
    "terminal": Attack(
        56,
        (
            r"print('\x1b[2J\x1b]0;gotcha\x07\x1b[8mhidden\x9b31m')",
            r"raise ValueError('\x1b[2J')",
        ),
    ),
    "bidi": Attack(
        56, (r"print('\u202e 0.4 stniop \u2066')", r"raise ValueError('\u202eecilam')")
    ),
    "formula": Attack(57, ("raise ValueError('=cmd|\\' /C calc\\'!A0')",)),
}

GUESSES: dict[str, Attack] = {
    "fixed_answers": Attack(58, (), "(x if 'x' in dir() else 3) if False else 6"),
    "seed": Attack(
        59,
        (
            "import hashlib, hmac\nrng = np.random.default_rng(int.from_bytes("
            "hmac.new(b'', b'tiny', hashlib.sha256).digest()))",
        ),
        "rng.uniform(3, 9)",
    ),
    "library": Attack(61, ("import scipy.special", "import torch", "import sklearn")),
    "is_it_graded": Attack(
        64,
        (
            "import os, sys\nif any('NBGRADER' in name for name in os.environ) or "
            "'nbgrader' in sys.modules: print('LEA' + 'KED', 'graded')",
        ),
    ),
    "pickle": Attack(
        65,
        (
            "class Evil:\n    def __reduce__(self): "
            'return (exec, (\'open("{root}/gotcha", "w")\',))',
        ),
        "Evil()",
    ),
    "lying_points": Attack(
        12,
        (
            "class Points(float):\n    __gt__ = __ge__ = lambda s, o: True\nimport sys\n"
            "def claim(): sys.displayhook(Points(4.0)); return Points(4.0)",
        ),
        "claim()",
    ),
}

TRICKS = TIME | PAGES | GUESSES
