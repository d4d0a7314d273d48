"""What assignment a4_dynamics asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .chosen_learning_rate import chosen_learning_rate
from .dead_fraction import dead_fraction
from .dead_units import dead_units
from .revivals import revivals
from .same_sign_share import same_sign_share
from .steps_to import steps_to
from .zigzag_ratio import zigzag_ratio

EXERCISES = [
    same_sign_share,
    zigzag_ratio,
    dead_units,
    dead_fraction,
    revivals,
    steps_to,
    chosen_learning_rate,
]
