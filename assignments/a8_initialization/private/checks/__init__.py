"""What assignment a8_initialization asks for, and the inputs that tell right from wrong.

Each check yields argument tuples; the judge compares the student's function with the
reference on every one of them.  Inputs are drawn fresh for each student, so a case that
must tell two mistakes apart says so by construction and never relies on luck.
"""

from .center import center
from .init_scale import init_scale
from .is_symmetric import is_symmetric
from .layer_stds import layer_stds
from .mean_image import mean_image
from .standardise import standardise
from .whiten import whiten

EXERCISES = [standardise, whiten, mean_image, center, init_scale, layer_stds, is_symmetric]
