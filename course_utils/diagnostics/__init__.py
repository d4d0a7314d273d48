"""Instruments that show how a network is doing: its units, its gradients, its decisions."""

from __future__ import annotations

from course_utils.diagnostics._gradients import same_sign_share, zigzag_ratio
from course_utils.diagnostics._layers import (
    GradientStatistics,
    LayerStatistics,
    gradient_statistics,
    layer_statistics,
)
from course_utils.diagnostics._regions import (
    Regions,
    boundary_length,
    count_regions,
    decision_regions,
)
from course_utils.diagnostics._units import (
    dead_fraction,
    dead_units,
    revivals,
    saturated_fraction,
)

__all__ = [
    "GradientStatistics",
    "LayerStatistics",
    "Regions",
    "boundary_length",
    "count_regions",
    "dead_fraction",
    "dead_units",
    "decision_regions",
    "gradient_statistics",
    "layer_statistics",
    "revivals",
    "same_sign_share",
    "saturated_fraction",
    "zigzag_ratio",
]
