"""Scales of initial weights against PyTorch's gains."""

from __future__ import annotations

import pytest

from course_utils.activations import get_activation
from course_utils.initialization import init_scale, xavier

torch = pytest.importorskip("torch")


@pytest.mark.parametrize("name", ["relu", "leaky_relu"])
def test_scale_of_relu_and_leaky_relu_is_pytorch_s_gain(name: str) -> None:
    gain = torch.nn.init.calculate_gain(name)

    assert init_scale(name, 64) == pytest.approx(gain / 8, rel=1e-12)


@pytest.mark.parametrize("alpha", [0.0, 0.01, 0.2, 1.0])
def test_scale_of_leaky_relu_goes_by_its_alpha(alpha: float) -> None:
    gain = torch.nn.init.calculate_gain("leaky_relu", alpha)

    ours = init_scale(get_activation("leaky_relu", alpha=alpha), 64)

    assert ours == pytest.approx(gain / 8, rel=1e-12)


def test_xavier_is_as_wide_as_pytorch_s() -> None:
    theirs = torch.nn.init.xavier_normal_(
        torch.empty(300, 500), generator=torch.Generator().manual_seed(0)
    )

    assert xavier(300, 500).std() == pytest.approx(theirs.std().item(), rel=0.01)
