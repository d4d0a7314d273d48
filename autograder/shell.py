"""The IPython shell of a worker, and what it keeps of a cell's outputs."""

from __future__ import annotations

import ast
import base64
import io
import sys
import warnings
from subprocess import DEVNULL, PIPE, STDOUT, Popen
from typing import Any

from autograder.errors import StudentError

MAX_OUTPUT = 1 << 20  # characters of output kept of one cell
PICTURES = ("image/png", "image/jpeg")  # all that is shown besides text
CUT = "\n... output cut here: a cell may print one million characters\n"
TOO_LARGE = "(a value was left out here: it is too large to show)\n"


class Recorder:
    """The outputs of the running cell in the notebook's own form, up to a limit."""

    def __init__(self) -> None:
        self.outputs: list[dict[str, Any]] = []
        self.room = MAX_OUTPUT

    def start(self) -> None:
        """Forget the outputs of the cell before."""
        self.outputs, self.room = [], MAX_OUTPUT

    def stream(self, name: str, text: str) -> None:
        """Append text that was printed, joining it to the stream printed just before."""
        if self.room <= 0 or not text:
            return
        kept = text if len(text) <= self.room else text[: self.room] + CUT
        self.room -= len(text)
        if self.outputs and self.outputs[-1].get("name") == name:
            self.outputs[-1]["text"] += kept
        else:
            self.outputs.append({"output_type": "stream", "name": name, "text": kept})

    def bundle(self, output_type: str, data: dict[str, Any]) -> None:
        """Append a displayed value; pictures arrive as bytes and leave as base64."""
        plain = {
            mime: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for mime, value in data.items()
            if isinstance(value, (str, bytes))
        }
        size = sum(map(len, plain.values()))
        if size > self.room:
            self.stream("stdout", TOO_LARGE)
            return
        self.outputs.append({"output_type": output_type, "data": plain})
        self.room -= size

    def error(self, kind: str, message: str, traceback: list[str]) -> None:
        """Append the traceback of the exception that ended the cell."""
        self.outputs.append(
            {
                "output_type": "error",
                "ename": kind,
                "evalue": message[:2000],
                "traceback": [line[:4000] for line in traceback[:100]],
            }
        )


class Printer(io.TextIOBase):
    """Stand in for sys.stdout or sys.stderr."""

    def __init__(self, recorder: Recorder, name: str) -> None:
        self.recorder, self.name = recorder, name

    def writable(self) -> bool:
        """Say that this stream can be written to."""
        return True

    def write(self, text: str) -> int:
        """Record the text."""
        self.recorder.stream(self.name, text)
        return len(text)


def through_pipe(command: str) -> int:
    """Run a command, show what it prints, and return its exit code: there is no terminal."""
    pipes: Any = {"stdin": DEVNULL, "stdout": PIPE, "stderr": STDOUT}
    with Popen(command, shell=True, text=True, errors="replace", **pipes) as process:
        for line in process.stdout or ():
            sys.stdout.write(line)
    return process.returncode


def is_plain(cell: str) -> bool:
    r"""Tell whether a cell means to IPython what it means to Python.

    IPython's own syntax never is Python's, but for a single line such as ``ls``.

    Examples
    --------
    >>> is_plain("x = 1\nx"), is_plain("x = 1\n%time x"), is_plain("ls")
    (True, False, False)
    """
    if cell[:1].isspace() or len(cell.splitlines()) < 2:
        return False
    try:
        with warnings.catch_warnings():  # they are given once, when the cell runs
            warnings.simplefilter("ignore")
            ast.parse(cell)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def make_shell(recorder: Recorder) -> Any:
    """Return an IPython shell whose outputs go to the recorder.

    A full shell rather than ``exec``: students use magics, ``await``, ``display`` and
    rely on the last line of a cell being shown.
    """
    from traitlets.config import Config

    sys.stdout, sys.stderr = Printer(recorder, "stdout"), Printer(recorder, "stderr")
    config = Config(HistoryManager={"enabled": False})
    shell = _kind_of_shell(recorder).instance(colors="nocolor", config=config)
    shell.display_formatter.active_types = ["text/plain", *PICTURES]
    return shell


def _kind_of_shell(recorder: Recorder) -> Any:
    from IPython.core.interactiveshell import InteractiveShell

    class Shell(InteractiveShell):
        displayhook_class, display_pub_class = _outlets(recorder)

        def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
            error = StudentError.from_exception(evalue)
            recorder.error(etype.__name__, error.message, list(stb))

        def transform_cell(self, raw_cell: str) -> str:
            """Return the cell as Python; what is Python already needs no search for magics."""
            if is_plain(raw_cell):
                return raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"
            told: str = super().transform_cell(raw_cell)  # type: ignore[no-untyped-call]
            return told

        def should_run_async(self, raw_cell: str, **known: Any) -> bool:
            """Tell whether the cell waits for something; without the word it can't."""
            named = "async" in raw_cell or "await" in raw_cell
            return named and bool(super().should_run_async(raw_cell, **known))

        def enable_gui(self, gui: str | None = None) -> None:
            """Do nothing: ``%matplotlib inline`` asks, and there are no windows."""

        def ask_exit(self) -> None:
            """Go on: `exit` in a cell must not end the grading of the others."""

        def system(self, cmd: str) -> None:
            """Run a line that begins with ``!``."""
            command = self.var_expand(cmd, depth=1)  # type: ignore[no-untyped-call]
            self.user_ns["_exit_code"] = through_pipe(command)

    return Shell


def _outlets(recorder: Recorder) -> tuple[Any, Any]:
    """Return what shows a cell's last value, and what shows all that is displayed."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher

    class Hook(DisplayHook):
        @staticmethod
        def semicolon_at_end_of_expression(expression: str) -> bool:
            """Tell whether the last value is not to be shown."""
            told = DisplayHook.semicolon_at_end_of_expression
            return ";" in expression and bool(told(expression))  # type: ignore[no-untyped-call]

        def write_output_prompt(self) -> None:
            """Write no prompt: there is no terminal."""

        def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:  # noqa: ARG002
            recorder.bundle("execute_result", format_dict)

    class Publisher(DisplayPublisher):
        def publish(self, data: Any, *_: Any, **__: Any) -> None:
            recorder.bundle("display_data", data)

        def clear_output(self, wait: bool = False) -> None:  # noqa: ARG002
            recorder.start()

    return Hook, Publisher
