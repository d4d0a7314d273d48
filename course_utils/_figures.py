"""How figures of the course look and how they reach the page."""

from __future__ import annotations

import base64
import html
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from IPython.display import display
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["STYLE", "in_course_style", "png", "show", "use_course_style"]

STYLE = Path(__file__).with_name("course.mplstyle")

P = ParamSpec("P")
T = TypeVar("T")


def in_course_style(function: Callable[P, T]) -> Callable[P, T]:
    """Make a function draw in the style of the course, whatever the user's settings.

    Parameters
    ----------
    function : callable
        What draws.

    Returns
    -------
    callable
        The same function, with Matplotlib's settings changed while it runs.

    Examples
    --------
    >>> in_course_style(Figure)().get_size_inches()
    array([6.  , 3.75])
    """

    @wraps(function)
    def styled(*args: P.args, **kwargs: P.kwargs) -> T:
        with style.context(STYLE):
            return function(*args, **kwargs)

    return styled


def use_course_style() -> None:
    """Give all figures that follow the look of the course.

    Examples
    --------
    >>> use_course_style()
    """
    style.use(STYLE)


@in_course_style
def png(figure: Figure) -> bytes:
    """Return a figure as the bytes of a PNG file.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.

    Returns
    -------
    bytes
        The file; the same figure always gives the same bytes.

    Examples
    --------
    >>> png(Figure())[1:4]
    b'PNG'
    """
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def show(figure: Figure | Axes, alt: str) -> None:
    """Display a figure once, with its description below it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure or matplotlib.axes.Axes
        What to display; of axes, the whole figure.
    alt : str
        What the figure shows, in full sentences, for a reader who does not see it.

    Raises
    ------
    TypeError
        If `figure` is neither a figure nor axes.
    ValueError
        If `alt` says nothing.

    Examples
    --------
    >>> show(Figure(), alt="An empty figure.")
    <Figure>
    An empty figure.
    """
    figure = _whole_figure(figure)
    if not alt.strip():
        msg = "alt is empty; say in a sentence what the figure shows"
        raise ValueError(msg)
    # A figure that pyplot made is also in pyplot's list, which a notebook shows once more.
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(figure)
    display(_Image(figure, alt))  # type: ignore[no-untyped-call]
    display(_Caption(alt))  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class _Image:
    figure: Figure
    alt: str

    def _repr_mimebundle_(self, **_options: object) -> tuple[dict[str, str], dict[str, object]]:
        image = base64.b64encode(png(self.figure)).decode("ascii")
        width = round(self.figure.get_figwidth() * 96)
        look = {"alt": self.alt, "needs_background": "light", "width": width}
        return {"image/png": image, "text/plain": repr(self)}, {"image/png": look}

    def __repr__(self) -> str:
        return "<Figure>"


@dataclass(frozen=True)
class _Caption:
    # Not every front end hands the alt text to a screen reader, so it is also on the page.
    alt: str

    def _repr_html_(self) -> str:
        look = "max-width: 46em; font-size: 0.9em; color: var(--jp-ui-font-color2, #616161)"
        return f'<p class="nn-alt" style="{look}">{html.escape(self.alt)}</p>'

    def __repr__(self) -> str:
        return self.alt


def _whole_figure(figure: Figure | Axes) -> Figure:
    whole = figure.figure if isinstance(figure, Axes) else figure
    if isinstance(whole, Figure):
        return whole
    msg = f"show() displays a matplotlib figure or axes, got {type(figure).__name__}"
    raise TypeError(msg)
