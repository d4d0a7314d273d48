"""Figures: what is drawn, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils import _figures, plotting
from course_utils.activations import ACTIVATIONS
from course_utils.neuron import Neuron
from course_utils.plotting import (
    plot_activation,
    plot_neuron,
    plot_rate_curve,
    plot_spikes,
    png,
    show,
    use_course_style,
)
from course_utils.spiking import LeakyIntegrateAndFire

CELL = LeakyIntegrateAndFire()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect what would be displayed."""
    collected: list[Any] = []
    monkeypatch.setattr(_figures, "display", collected.append)
    return collected


@pytest.fixture
def own_settings() -> Iterator[None]:
    with mpl.rc_context():
        yield


def curve(ax: Axes, colour: str) -> tuple[np.ndarray, np.ndarray]:
    (line,) = [line for line in ax.lines if line.get_color() == plotting.COLOURS[colour]]
    return np.asarray(line.get_xdata()), np.asarray(line.get_ydata())


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
def test_activation_is_drawn_with_its_slope(name: str) -> None:
    ax = plot_activation(name, with_derivative=True)

    z, a = curve(ax, "blue")
    _, slope = curve(ax, "vermilion")
    smooth = abs(z[1:-1]) > 0.05  # ReLU has no slope at its kink
    assert np.gradient(a, z)[1:-1][smooth] == pytest.approx(slope[1:-1][smooth], abs=0.01)


def test_activation_alone_needs_no_legend() -> None:
    assert plot_activation("tanh").get_legend() is None


def test_neuron_is_drawn_over_its_input() -> None:
    x, a = curve(plot_neuron(Neuron([2.0], -1.0, "identity")), "blue")
    assert a == pytest.approx(2 * x - 1)


def test_only_neurons_with_one_weight_can_be_drawn() -> None:
    with pytest.raises(ValueError, match="neurons with one weight, got 2 weights"):
        plot_neuron(Neuron([1.0, 2.0]))


def test_each_spike_gets_a_stroke() -> None:
    ax = plot_spikes(CELL.simulate(1.5, duration=0.1))

    (strokes,) = ax.collections
    assert len(strokes.get_paths()) == 5
    assert ax.get_title("left") == "5 spikes in 100 ms"


def test_one_spike_is_singular() -> None:
    assert plot_spikes(CELL.simulate(1.5, 0.02)).get_title("left") == "1 spike in 20 ms"


def test_rate_curve_starts_at_the_threshold() -> None:
    current, rate = curve(plot_rate_curve(CELL), "blue")
    assert current[rate > 0].min() == pytest.approx(1.0, abs=0.01)


def test_rate_curve_without_rest_has_no_ceiling_line() -> None:
    assert len(plot_rate_curve(LeakyIntegrateAndFire(refractory=0)).lines) == 1


def test_axes_can_be_given() -> None:
    ax = Figure().add_subplot()
    assert plot_neuron(Neuron([1.0]), ax=ax) is ax


def test_new_figures_have_the_course_size_whatever_the_settings() -> None:
    with mpl.rc_context({"figure.figsize": (1, 1)}):
        figure = plot_activation("relu").get_figure(root=True)
    assert figure is not None
    assert figure.get_size_inches().tolist() == [6, 3.75]


def test_style_gives_large_text_and_no_box(own_settings: None) -> None:  # noqa: ARG001
    use_course_style()

    assert mpl.rcParams["font.size"] == 11
    assert not mpl.rcParams["axes.spines.top"]


def test_colours_of_the_cycle_also_differ_in_line_style() -> None:
    settings = mpl.rc_params_from_file(_figures.STYLE, use_default_template=False)
    styles = settings["axes.prop_cycle"].by_key()["linestyle"]
    assert len(set(styles[:4])) == 4


def test_show_displays_the_figure_once_and_says_what_it_shows(shown: list[Any]) -> None:
    show(plot_activation("relu"), alt="ReLU has a kink <at 0>.")

    image, caption = shown
    data, metadata = image._repr_mimebundle_()
    assert metadata["image/png"]["alt"] == "ReLU has a kink <at 0>."
    assert set(data) == {"image/png", "text/plain"}
    assert "a kink &lt;at 0&gt;.</p>" in caption._repr_html_()


def test_show_takes_the_figure_from_pyplot(shown: list[Any]) -> None:
    from matplotlib import pyplot as plt

    figure, _ = plt.subplots()
    show(figure, alt="Empty axes.")

    assert plt.get_fignums() == []
    assert len(shown) == 2


def test_show_asks_for_a_description(shown: list[Any]) -> None:
    with pytest.raises(ValueError, match="alt is empty; say in a sentence"):
        show(Figure(), alt=" ")
    assert shown == []


def test_show_asks_for_a_figure() -> None:
    with pytest.raises(TypeError, match="a matplotlib figure or axes, got list"):
        show([1, 2], alt="Numbers.")  # type: ignore[arg-type]


def test_same_figure_gives_the_same_bytes() -> None:
    assert png(plot_rate_curve(CELL).figure) == png(plot_rate_curve(CELL).figure)  # type: ignore[arg-type]
