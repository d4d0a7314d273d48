"""Ask how many mistakes in the course's numbers its tests would notice.

::

    python -m tools.mutation course_utils/activations
    python -m tools.mutation course_utils/losses --tests tests/test_losses.py --sample 50

Each mutant (`autograder.mutants`) is loaded in the place of its module in a forked child, and
the module's tests and doctests run there until one fails: those first that reach the mutant's
statement, the quick ones before the slow ones.  A mutant that survives them faces the others.
Hypothesis tries fewer examples than usual, always the same.

Needs ``os.fork``: Linux or macOS.  No file of the course is written.
"""
