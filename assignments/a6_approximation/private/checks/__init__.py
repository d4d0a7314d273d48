"""What assignment a6_approximation asks for, and the inputs that tell right from wrong.

Edges, knots and points lie on grids of fractions of two: they are exact in float32 too, so
"on the edge" means on the edge.  Inputs are drawn fresh for each student, and a case that
must tell two mistakes apart does so by construction.
"""

from .bump import bump
from .bump_heights import bump_heights
from .bump_sum import bump_sum
from .error_slope import error_slope
from .n_linear_pieces import n_linear_pieces
from .relu_interpolant import relu_interpolant
from .sup_error import sup_error
from .tent import tent

EXERCISES = [
    bump,
    bump_heights,
    bump_sum,
    relu_interpolant,
    sup_error,
    error_slope,
    tent,
    n_linear_pieces,
]
