"""Prove an assignment's checks: against its bank, against mutants, over many students.

``python -m autograder selftest`` prints what comes out, and says with 1 that something is
not as it must be.
"""

from autograder.validity._bank import Verdicts, all_verdicts
from autograder.validity._mutants import Survivor, survivors
from autograder.validity._report import as_data, as_page, as_text
from autograder.validity._seeds import rng_of
from autograder.validity._validity import Validity, prove_all, validity

__all__ = [
    "Survivor",
    "Validity",
    "Verdicts",
    "all_verdicts",
    "as_data",
    "as_page",
    "as_text",
    "prove_all",
    "rng_of",
    "survivors",
    "validity",
]
