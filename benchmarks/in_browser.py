"""How fast the demos answer in a real browser: ``python -m benchmarks.in_browser``.

JupyterLab and Chromium run on this machine, as a student's do.  The demo of one neuron takes
turns, key by key, with the pattern that most notebooks use: `ipywidgets.interact` around
``plt.show()``, drawing the same picture.  The clock is the browser's own: from the key event
to the animation frame in which the new picture stands on the page.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from playwright.sync_api import Page

from benchmarks._report import HEADINGS, Row, duration, line
from benchmarks._timing import Spread
from benchmarks.convnetjs import CannotRun, install
from course_utils.datasets import make_convnetjs
from course_utils.demos import DEMOS
from tests.browser.classroom import ROOT, demo_cells
from tests.browser.pages import Demo, open_in_lab, run_all
from tests.browser.server import chromium_window, new_page, serve
from tests.conftest import find_chromium
from tools.percent import HEADER, to_notebook

KEYS = 40
SECONDS = 6
NAIVE = """
# %%
import matplotlib.pyplot as plt
import numpy as np
from ipywidgets import FloatSlider, interact

x = np.linspace(-5, 5, 201)

def show(weight=1.0):
    fig, (left, right) = plt.subplots(1, 2, figsize=(8.4, 3.3))
    z = weight * x
    left.plot(x, z)
    left.plot(2, 2 * weight, "o")
    left.set(title=f"Sum: z = {2 * weight:.2f}", xlabel="x, input", ylabel="z, weighted sum")
    left.set(xlim=(-5, 5), ylim=(-10, 10))
    right.plot(x, 1 / (1 + np.exp(-z)))
    right.plot(2, 1 / (1 + np.exp(-2 * weight)), "o")
    right.set(title="Output", xlabel="x, input", ylabel="a, activation", ylim=(-0.1, 1.1))
    plt.show()

interact(show, weight=FloatSlider(-4.0, min=-4, max=4, step=0.1));
"""
PLAYGROUND = """
# %%
from course_utils.demos import playground_demo

playground_demo(
    data="circle", layers="20 tanh", optimizer="sgd", batch="all", learning_rate=0.03
)
"""
SMALL = """
# %%
from course_utils.demos import playground_demo

playground_demo(data="spiral", layers="20 tanh", batch="10", speed=1000)
"""
SCRIPT = Path(__file__).parent / "peers" / "in_browser.js"


def main() -> int:
    """Measure and print; return 1 if a target was missed."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"load {load}, {os.cpu_count()} cores\n\n{line(*HEADINGS)}")
    reached = True
    for row in rows():
        print(row.line(), flush=True)
        reached &= row.reached()
    return int(not reached)


def rows() -> Iterator[Row]:
    """Yield what was measured in the browser, one row for each promise.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    with (
        tempfile.TemporaryDirectory() as folder,
        _laboratory(Path(folder)) as (page, open_notebook),
    ):
        open_notebook("answers", demo_cells("neuron") + NAIVE)
        yield from answers(page)
        open_notebook("training", PLAYGROUND)
        yield from training(page)
        open_notebook("small", SMALL)
        yield from steps(page)


def answers(page: Page) -> Iterator[Row]:
    """Press arrow keys, in turn on the demo and on the naive slider.

    Parameters
    ----------
    page : Page
        With the notebook that was run.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    ours, naive = [], []
    Demo(page, "neuron").press("weight", "Home")
    for _ in range(KEYS):
        ours.append(_key(page, ".nn-control[data-name=weight]", "watchCanvas()"))
        naive.append(_key(page, ".widget-interact .noUi-handle", "watchImage()"))
    fast, slow = _p95(ours), _p95(naive)
    peer = f"{duration(slow)} interact + plt.show, p95"
    yield Row("key to picture, p95", peer, duration(fast), _single(slow / fast), 2.5)
    yield _limit("key to picture, p95, below 100 ms", fast, 0.1)
    medians = float(np.median(naive) / np.median(ours))
    peer = f"{duration(float(np.median(naive)))} interact + plt.show"
    mine = duration(float(np.median(ours)))
    yield Row("key to picture, median", peer, mine, _single(medians), None)


def training(page: Page) -> Iterator[Row]:
    """Train 20 hidden units live, move a control meanwhile, pause.

    Parameters
    ----------
    page : Page
        With the notebook that was run.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    demo = Demo(page, "playground")
    demo.button("play").click()
    frames, n_steps = _rates(demo)
    yield _at_least("frames a second while training", frames, 20)
    yield _at_least("full-batch steps a frame, 20 units", n_steps / frames, 20)
    (control,) = (c for c in DEMOS["playground"].controls if c.name == "weight_decay")
    reactions = []
    for _ in range(KEYS // 4):
        for key, value in zip(("Home", "End"), control.ends, strict=True):
            page.evaluate("word => watchCode(word)", f"weight_decay={value!r}")
            demo.control("weight_decay").press(key)
            reactions.append(page.evaluate("measured") / 1000)
    yield _limit("a control while training, p95, below 150 ms", _p95(reactions), 0.15)
    lag = page.evaluate("pauseAndWatch()") / 1000
    yield _limit("from pause to the last frame, below 200 ms", lag, 0.2)


def steps(page: Page) -> Iterator[Row]:
    """Count optimisation steps a second, ours while drawing, ConvNetJS's flat out.

    Parameters
    ----------
    page : Page
        With the notebook that was run.

    Yields
    ------
    Row
        As soon as it is measured.
    """
    demo = Demo(page, "playground")
    taken = demo.page.evaluate("runToTheEnd()") / 1000
    ours = _step(demo) / taken
    figure = "minibatch steps a second, while drawing"
    try:
        page.add_script_tag(path=install() / "convnetjs" / "build" / "convnet.js")
    except CannotRun as reason:
        yield Row(figure, str(reason), f"{ours:,.0f}", None, 1.0)
        return
    X, y = make_convnetjs("spiral")
    task = {"points": X.tolist(), "labels": y.tolist(), "seconds": 2}
    theirs = float(page.evaluate("task => flatOut(task)", task))
    yield Row(
        figure, f"{theirs:,.0f} ConvNetJS flat out", f"{ours:,.0f}", _single(ours / theirs), 1.0
    )


def _rates(demo: Demo) -> tuple[float, float]:
    """Return frames and optimisation steps a second."""
    demo.page.wait_for_timeout(500)
    frame, step, start = demo.frame(), _step(demo), time.perf_counter()
    demo.page.wait_for_timeout(1000 * SECONDS)
    seconds = time.perf_counter() - start
    return (demo.frame() - frame) / seconds, (_step(demo) - step) / seconds


def _step(demo: Demo) -> int:
    """Read the number of steps off the status line."""
    words = demo.status.inner_text().replace(",", "")
    return int(
        next(word for word in words.split() if word.rstrip(":.;").isdigit()).rstrip(":.;")
    )


def _key(page: Page, control: str, watch: str) -> float:
    """Press an arrow key on a control; return the seconds until the picture changed."""
    page.locator(control).focus()
    page.wait_for_timeout(120)
    page.evaluate(watch)
    page.keyboard.press("ArrowRight")
    return float(page.evaluate("measured")) / 1000


def _p95(seconds: list[float]) -> float:
    return float(np.percentile(seconds, 95))


def _single(ratio: float) -> Spread:
    return Spread(ratio, ratio, ratio)


def _limit(figure: str, seconds: float, most: float) -> Row:
    return Row(
        figure, f"at most {duration(most)}", duration(seconds), _single(most / seconds), 1.0
    )


def _at_least(figure: str, value: float, least: float) -> Row:
    return Row(figure, f"at least {least:g}", f"{value:.1f}", _single(value / least), 1.0)


@contextmanager
def _laboratory(folder: Path) -> Iterator[tuple[Page, Callable[[str, str], None]]]:
    """Give a page of JupyterLab, and a function that writes a notebook and runs it there."""
    course, executable = folder / "course", find_chromium()
    course.mkdir()
    (course / "course_utils").symlink_to(ROOT / "course_utils")
    if executable is None:
        raise CannotRun("the demos need Chromium; .ci/run installs it on Debian")
    with (
        serve(course, folder / "home") as lab,
        chromium_window(executable) as window,
        new_page(window) as visit,
    ):

        def open_notebook(name: str, cells: str) -> None:
            text = cells if cells.startswith(HEADER) else HEADER + cells
            (course / f"{name}.ipynb").write_text(to_notebook(text, name), encoding="utf-8")
            open_in_lab(visit.page, lab.url, f"{name}.ipynb")
            run_all(visit.page)
            visit.page.add_script_tag(path=SCRIPT)

        yield visit.page, open_notebook


if __name__ == "__main__":
    raise SystemExit(main())
