"""The leaky integrate-and-fire cell, its rate curve, and spike timing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.spiking import (
    LeakyIntegrateAndFire,
    coincidences,
    firing_rate,
    matched,
)

CELL = LeakyIntegrateAndFire()
currents = st.floats(1.05, 50)


def euler_spike_count(current: float, duration: float, dt: float = 1e-5) -> int:
    """Count spikes with the crudest method there is, which knows no exponential."""
    voltage, rest, spikes = 0.0, 0, 0
    for _ in range(round(duration / dt)):
        if rest:
            rest -= 1
            continue
        voltage += dt / 0.01 * (current - voltage)
        if voltage >= 1:
            voltage, rest, spikes = 0.0, round(0.01 / dt), spikes + 1
    return spikes


def test_rate_of_the_ledger() -> None:  # row 8: 1 / (10 ms + 10 ms * ln 3)
    assert CELL.rate(1.5) == pytest.approx(47.65, abs=0.005)


def test_simulation_agrees_with_the_formula() -> None:  # row 8: within 1 %
    train = CELL.simulate(1.5, duration=10.0)
    assert firing_rate(train.spike_times, 10.0) == pytest.approx(CELL.rate(1.5), rel=0.01)


@pytest.mark.parametrize("current", [1.1, 1.5, 4.0])
def test_simulation_agrees_with_euler_steps(current: float) -> None:
    n_spikes = CELL.simulate(current, duration=0.5).spike_times.size
    assert abs(n_spikes - euler_spike_count(current, 0.5)) <= 1


@given(currents)
def test_gap_between_spikes_is_the_inverse_of_the_rate(current: float) -> None:
    gaps = np.diff(CELL.simulate(current, duration=1.0).spike_times)
    assert gaps == pytest.approx(1 / CELL.rate(current), abs=1.1e-5)


@pytest.mark.parametrize("current", [-5.0, 0.0, 0.999, 1.0])
def test_cell_is_silent_up_to_the_threshold(current: float) -> None:
    assert CELL.rate(current) == 0
    assert CELL.simulate(current, duration=0.5).spike_times.size == 0


@given(st.floats(0, 1e12))
def test_rest_bounds_the_rate(current: float) -> None:
    assert 0 <= CELL.rate(current) < 100


@given(currents, st.floats(1.01, 2))
def test_more_current_means_more_spikes(current: float, factor: float) -> None:
    assert CELL.rate(factor * current) > CELL.rate(current)


def test_rate_keeps_shape_precision_and_nan() -> None:
    rate = CELL.rate(np.array([[0.5, 1.5, np.nan]], np.float32))

    assert rate.shape == (1, 3)
    assert rate.dtype == np.float32
    assert np.isnan(rate[0]).tolist() == [False, False, True]


def test_without_rest_the_rate_has_no_ceiling() -> None:
    cell = LeakyIntegrateAndFire(refractory=0)

    assert cell.maximum_rate == np.inf
    assert cell.rate(1e6) > 1e6
    assert cell.simulate(1.5, 0.1).spike_times.size == 9  # every 10.986 ms


def test_voltage_solves_the_equation_between_spikes() -> None:
    train = CELL.simulate(1.5, duration=0.010, dt=1e-5)
    slope = np.diff(train.voltage) / 1e-5
    middle = (train.voltage[1:] + train.voltage[:-1]) / 2

    assert slope == pytest.approx((1.5 - middle) / 0.01, rel=1e-4)


def test_voltage_rests_at_0_after_a_spike() -> None:
    train = CELL.simulate(1.5, duration=0.05)
    after = train.times - train.spike_times[0]

    assert (train.voltage[(after >= 0) & (after < 0.00999)] == 0).all()
    assert train.voltage.max() < 1


def test_times_run_from_0_to_the_end() -> None:
    train = CELL.simulate(2.0, duration=0.1, dt=1e-3)
    assert train.times == pytest.approx(np.arange(101) / 1000)
    assert train.voltage.shape == (101,)


@pytest.mark.parametrize(
    ("parameters", "error", "words"),
    [
        ({"tau": 0}, ValueError, "tau must be a finite number, above 0; got 0"),
        ({"refractory": -0.1}, ValueError, "refractory must be .* 0 or more; got -0.1"),
        ({"threshold": np.inf}, ValueError, "threshold must be .* got inf"),
        ({"tau": "long"}, TypeError, "tau must hold real numbers"),
    ],
)
def test_impossible_cells(parameters: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        LeakyIntegrateAndFire(**parameters)


@pytest.mark.parametrize(
    ("duration", "dt", "words"),
    [
        (0.0, 1e-5, "duration must be a finite number, above 0"),
        (1.0, -1.0, "dt must be a finite number, above 0; got -1"),
        (0.001, 0.1, "dt is 0.1 s, longer than the 0.001 s to simulate; try less"),
    ],
)
def test_impossible_times(duration: float, dt: float, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        CELL.simulate(1.5, duration, dt)


def test_simulation_wants_one_current() -> None:
    with pytest.raises(TypeError, match=r"current must be one number, got .* \(2,\)"):
        CELL.simulate([1.0, 2.0], 0.1)  # type: ignore[arg-type]


def test_timing_tells_apart_what_the_rate_cannot() -> None:  # ledger row 9
    regular = np.arange(1, 20) / 20
    shifted = regular + 0.02

    assert firing_rate(regular, 1.0) == firing_rate(shifted, 1.0) == 19
    assert coincidences(regular, regular, window=0.005) == 19
    assert coincidences(regular, shifted, window=0.005) == 0


@given(st.lists(st.floats(0, 1), max_size=20))
def test_every_spike_is_its_own_partner(spikes: list[float]) -> None:
    assert coincidences(spikes, spikes, window=1e-3) == len(spikes)


def test_partners_are_not_counted_twice() -> None:
    assert coincidences([0.5], [0.4999, 0.5, 0.5001], window=0.01) == 1


def test_silence_has_no_partners() -> None:
    assert coincidences([], [0.1], window=1.0) == coincidences([0.1], [], window=1.0) == 0


@pytest.mark.parametrize("call", [firing_rate, lambda s, d: coincidences([0.1], s, d)])
def test_spike_times_are_one_row(call: Any) -> None:
    with pytest.raises(ValueError, match=r"one row of times.* got shape \(1, 2\)"):
        call([[0.1, 0.2]], 1.0)


def test_a_rate_needs_time() -> None:
    with pytest.raises(ValueError, match="duration must be a finite number, above 0; got 0"):
        firing_rate([0.1], 0)


MEETING = 1 / (1 - np.exp(-1))  # where a cell with rest = tau fires at half its maximum


@pytest.mark.parametrize("name", ["relu", "sigmoid"])
def test_scaled_activations_meet_the_rate_curve(name: str) -> None:
    assert CELL.rate(MEETING) == pytest.approx(50)
    assert matched(CELL, name, MEETING) == pytest.approx(50)


def test_scaled_sigmoid_has_the_slope_of_the_cell() -> None:
    around = MEETING + np.array([-1e-4, 1e-4])
    slopes = np.diff(matched(CELL, "sigmoid", around)), np.diff(CELL.rate(around))
    assert slopes[0] == pytest.approx(slopes[1], rel=1e-5)


def test_scaled_relu_starts_at_the_threshold() -> None:
    assert matched(CELL, "relu", [0.0, 1.0]) == pytest.approx([0, 0], abs=1e-12)


def test_only_two_activations_can_be_scaled() -> None:
    with pytest.raises(ValueError, match="must be 'relu' or 'sigmoid', got 'tanh'"):
        matched(CELL, "tanh", 1.0)
