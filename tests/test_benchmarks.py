"""The benchmarks' own arithmetic; what they measure is for `python -m benchmarks` to say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from benchmarks import convnetjs, ensembles, forward, imports, machine, peers, training
from benchmarks.__main__ import summary
from benchmarks._report import Row, compared, duration
from benchmarks._timing import Spread, Timings, interleaved
from course_utils.datasets import make_circles, make_convnetjs
from course_utils.network import MLP


class FakeClock:
    """A clock that only moves when a subject is called."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    def taking(self, seconds: float) -> Callable[[], None]:
        def call() -> None:
            self.now += seconds

        return call


def spread(median: float) -> Spread:
    return Spread(median, 0.9 * median, 1.1 * median)


def test_interleaved_gives_the_seconds_of_one_unit() -> None:
    clock = FakeClock()
    subjects = {"one": clock.taking(0.25), "ten": clock.taking(2.5)}

    timings = interleaved(subjects, n_units={"ten": 10}, n_rounds=4, block=1, clock=clock)

    assert timings.seconds["one"].tolist() == timings.seconds["ten"].tolist() == [0.25] * 4


def test_each_subject_begins_a_round_in_its_turn() -> None:
    order: list[str] = []
    calls = {name: (lambda name=name: order.append(name)) for name in "abc"}

    interleaved(calls, n_rounds=3, block=0, clock=count().__next__)

    assert "".join(order) == "abc" + "bca" + "cab"


def test_a_short_call_is_repeated_until_the_block_is_full() -> None:
    clock, calls = FakeClock(), []
    tick = clock.taking(0.3)

    def call() -> None:
        calls.append(1)
        tick()

    interleaved({"a": call}, n_rounds=1, block=1, clock=clock)

    assert len(calls) == 1 + (1 + 2 + 4) + 4  # to warm up, to count, to measure


def test_ratio_is_taken_round_by_round() -> None:
    timings = Timings({"ours": np.array([1.0, 2.0, 4.0]), "peer": np.array([3.0, 4.0, 4.0])})

    assert timings.ratio("peer", "ours") == Spread(median=2.0, low=1.5, high=2.5)


def test_row_shows_both_durations() -> None:
    timings = Timings({"ours": np.full(3, 2e-6), "torch": np.full(3, 6e-6)})

    row = compared("forward", timings, "torch", 2.0)

    assert (row.ours, row.peer, row.ratio) == ("2 us", "6 us torch", Spread(3, 3, 3))


@pytest.mark.parametrize(
    ("ratio", "target", "slack", "verdict"),
    [
        (1.0, 1.0, 1.0, "reached"),
        (0.99, 1.0, 1.0, "missed"),
        (0.67, 1.0, 1.5, "missed, within slack"),
        (0.66, 1.0, 1.5, "missed"),
        (0.1, None, 1.0, "-"),
        (None, 1.0, 1.0, "could not run"),
    ],
)
def test_verdicts(
    ratio: float | None, target: float | None, slack: float, verdict: str
) -> None:
    row = Row("forward", "torch", ratio=None if ratio is None else spread(ratio), target=target)

    assert row.verdict(slack) == verdict
    assert row.line(slack).endswith(verdict)


@pytest.mark.parametrize(
    ("rows", "options", "expected"),
    [
        ([(2.0, 1.0)], (1.0, True), ("1 of 1 targets reached", True)),
        ([(2.0, 1.0), (2.0, None)], (1.0, True), ("1 of 1 targets reached", True)),
        ([(0.5, 1.0)], (1.0, True), ("0 of 1 targets reached", False)),
        ([(0.5, 1.0)], (2.0, True), ("0 of 1 targets reached, 1 with a slack of 2", True)),
        ([(None, 1.0)], (1.0, False), ("0 of 1 targets reached; 1 could not run", True)),
        ([(None, 1.0)], (1.0, True), ("0 of 1 targets reached; 1 could not run", False)),
    ],
)
def test_summary_counts_targets_and_misses(
    rows: list[tuple[float | None, float | None]],
    options: tuple[float, bool],
    expected: tuple[str, bool],
) -> None:
    made = [Row("", "", ratio=None if r is None else spread(r), target=t) for r, t in rows]

    assert summary(made, *options) == expected


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(1e-6, "1 us"), (1.234e-4, "123 us"), (0.0012, "1.2 ms"), (0.9999, "1 s"), (61, "61 s")],
)
def test_durations_have_three_digits(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_machine_is_named() -> None:
    facts = machine.description()

    assert facts["numpy"] == np.__version__
    assert all(facts[name] for name in ("processor", "system", "python", "blas"))


def test_a_peer_that_is_not_installed_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "benchmarks.peers.pytorch", raising=False)

    assert peers.load("pytorch") is None


def test_a_missing_peer_has_a_row_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(peers, "load", lambda _: None)

    rows = list(training.rows())

    assert [row.verdict() for row in rows] == ["could not run"] * 3
    assert rows[0].peer == "PyTorch: make peers installs it"


@pytest.mark.parametrize(
    ("layer_sizes", "batch", "least"),
    [
        ((3, 4, 4, 1), 1, (None, 2.0, 1.0)),
        ((3, 4, 4, 1), 1000, (None, 5.0, 1.0)),
        ((3072, 100, 10), 1, (None, 2.0, 1.0)),
        ((3072, 100, 10), 64, (0.95, 1.0, 1.0)),
        ((784, 512, 512, 10), 1024, (0.99, 1.0, 1.0)),
    ],
)
def test_targets_of_the_forward_pass(
    layer_sizes: tuple[int, ...], batch: int, least: tuple[float | None, ...]
) -> None:
    names = (forward.RAW, *forward.PEERS)

    assert tuple(forward.target(layer_sizes, batch, name) for name in names) == least


@pytest.mark.parametrize("layout", ["rows", "columns"])
def test_raw_chain_computes_the_products_of_the_network(layout: str) -> None:
    network, X = MLP((3, 4, 2), "identity", seed=1), np.eye(3)
    W1, W2 = (network.parameters()[name] for name in ("W1", "W2"))

    chain = getattr(forward, f"products_in_{layout}")(network, X)

    assert chain() == pytest.approx(X @ W1.T @ W2.T if layout == "rows" else W2 @ W1 @ X.T)


def test_limit_is_the_better_layout() -> None:
    timings = Timings({"rows": np.array([2.0]), "columns": np.array([1.0])})

    assert forward.with_the_better(timings).median(forward.RAW) == 1.0


def test_package_loads_nothing_heavy_but_what_is_asked_for() -> None:
    assert imports.loaded_by("import course_utils, scipy") == ["scipy"]


def test_extra_seconds_are_those_of_each_round_and_never_none() -> None:
    timings = Timings({"a": np.array([3.0, 5.0]), "b": np.array([1.0, 5.5])})

    assert imports.extra_seconds(timings, "a", "b").tolist() == [2.0, 1e-4]


def test_limit_takes_as_long_in_every_round() -> None:
    timings = Timings({"ours": np.array([1.0, 2.0, 4.0])}).with_limit(6.0)

    assert timings.ratio("limit", "ours") == Spread(median=3.0, low=2.25, high=4.5)


def test_our_net_fits_the_circle_of_the_demo() -> None:
    fits = convnetjs.our_fits(*make_convnetjs("circle"), n_starts=3)

    assert str(fits) == "0 of 3 fail"
    assert 0 < fits.median < 1


def test_a_start_that_is_given_up_has_failed() -> None:
    X, y = np.zeros((4, 2)), np.array([0, 1, 0, 1])

    assert str(convnetjs.our_fits(X, y, n_starts=2, n_steps=10)) == "2 of 2 fail"


@pytest.mark.parametrize(("n_failed", "verdict"), [(0, "reached"), (1, "missed")])
def test_no_start_of_ours_may_fail(n_failed: int, verdict: str) -> None:
    ours = convnetjs.Fits(np.array([1.0, 2.0, 3.0]), n_failed)
    theirs = convnetjs.Fits(np.array([40.0, 50.0, 60.0]), 1)

    speed, starts = convnetjs.compare("circle", ours, theirs)

    assert speed.ratio == Spread(25.0, 45 / 2.5, 55 / 1.5)
    assert speed.peer == "50 s ConvNetJS, 1 of 3 fail"
    assert starts.verdict() == verdict


def test_every_way_to_train_an_ensemble_agrees() -> None:
    points, y = make_circles(50, seed=1)

    ensembles.check_agreement(ensembles.networks_of(4, 3), points.astype(np.float32), y, None)


def test_clear_loop_and_trainer_agree() -> None:
    X, y = make_circles(50, seed=1)
    network, recipe = MLP((2, 4, 1), "tanh"), replace(ensembles.RECIPE, n_steps=5)

    clear = ensembles.clear_training(network, X, y, recipe).parameters()
    fast = ensembles.fast_training(network, X, y, recipe).parameters()

    assert all(value == pytest.approx(fast[name]) for name, value in clear.items())
    assert clear["W1"] == pytest.approx(ensembles.plain_training(network, X, y, recipe)["W1"])


def test_experiment_has_a_loss_for_each_size_and_seed() -> None:
    losses = ensembles.loss_of_all_sizes(*make_circles(20, seed=0), n_seeds=2, n_steps=3)

    assert {n: loss.shape for n, loss in losses.items()} == dict.fromkeys(
        [1, 2, 3, 4, 6, 10, 20], (2,)
    )


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["no-such-program"], "ConvNetJS: install Node.js with no-such-program"),
        ([sys.executable, "-c", "raise SystemExit('no access')"], "failed: no access"),
    ],
)
def test_a_program_that_cannot_run_is_said(command: list[str], message: str) -> None:
    with pytest.raises(convnetjs.CannotRun, match=message):
        convnetjs.run(command)


@pytest.mark.slow
def test_command_prints_the_table_and_writes_the_figures(tmp_path: Path, root: Path) -> None:
    options = ["--only", "imports", "--slack", "100", "--json", str(tmp_path / "figures.json")]
    command = [sys.executable, "-m", "benchmarks", *options]

    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)

    figures = json.loads((tmp_path / "figures.json").read_text())
    assert "2 with a slack of 100" in done.stdout
    assert figures["machine"]["python"] in done.stdout
    assert figures["rows"][0]["target"] == 1.0
