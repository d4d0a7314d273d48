"""What assignment a7_capacity asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .choose_weight_decay import choose_weight_decay
from .convert_weight_decay import convert_weight_decay
from .count_regions import count_regions
from .l2_penalty import l2_penalty
from .overfit_gap import overfit_gap
from .paired_difference import paired_difference

EXERCISES = [
    l2_penalty,
    choose_weight_decay,
    paired_difference,
    count_regions,
    convert_weight_decay,
    overfit_gap,
]
