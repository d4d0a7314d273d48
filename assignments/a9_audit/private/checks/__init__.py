"""What assignment a9_audit asks for, and the inputs that tell right from wrong.

An audit is free in its claim, so two kinds of checks stand here.  What everybody must do in
the same way (statistics, verdicts, the table of a record) is compared with a reference.  What
each student chooses is put into words first, such as "the same again", and the words are
compared.
"""

from .audit import audit
from .experiment import experiment
from .summarise import summarise
from .two_runs import two_runs
from .verdict import verdict

EXERCISES = [summarise, verdict, experiment, audit, two_runs]
