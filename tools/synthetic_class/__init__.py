"""Make a class of students who do not exist, with the marks that each must get.

Their answers come from the bank of the assignment, so the marks follow from the points that
its author gave each answer; nothing of the grader takes part.  The same seed gives the same
files again.

``python -m tools.synthetic_class a3_activations --students 1000 --seed 0 --output FOLDER``
writes the class and, beside the folder, ``expected.json``.
"""

from tools.synthetic_class._deeds import Deed
from tools.synthetic_class._files import write_class
from tools.synthetic_class._students import SHARES, Habits, Student, make_class

__all__ = ["SHARES", "Deed", "Habits", "Student", "make_class", "write_class"]
