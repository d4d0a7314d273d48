"""How fast the course's numbers are, beside those who do the same.

::

    python -m benchmarks
    python -m benchmarks --only forward training --json figures.json

**Method.**  What is compared runs in one process, round by round in turn, so that a busy
machine slows all of them.  The unit is CPU seconds on one core, the process stays on it, and
nobody has a second thread.  A figure is the median over the rounds; a ratio is the median of
the rounds' own ratios, with the quartiles beside it.  Ratios are the thing to trust: they
repeat within a few per cent, while seconds change with the machine.  Before anything is
timed, both sides must have computed the same.

**Slack.**  A target is missed when the ratio, times the slack, is below it.  Without slack
a row at 98 % of a limit of 99 % is a miss, which is what you want to know when you work on
the code.  On a machine that others use, and with another BLAS, ratios near a limit move by
some per cent and seconds by half; there ``--slack 1.5`` only lets a real loss fail.
"""
