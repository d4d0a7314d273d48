"""Grade a class at once: jobs of plain data, many workers, one writer, a journal.

::

    handed in -> Job -> worker: intake, plan, run, judge -> Result -> writer -> gradebook
                                                                   -> page   -> feedback

`plan`
    what an assignment is, read from the gradebook once.
`job`
    the pure functions that a worker runs: a submission in, a graded notebook out.
`crew`, `cluster`
    who runs them: this process, processes of this machine, or a Dask cluster.
`record`, `journal`, `products`
    the one writer: scores and commit marker in one transaction, files by renaming.
`run`
    the loop that brings them together.
"""
