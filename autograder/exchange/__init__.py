"""What comes in, and a record of it that nobody but us writes.

nbgrader's exchange believes what a student's folder says: its time, its owner, its links.
The classes here take its place through nbgrader's own settings:

`collect.Collect`
    copies regular files only, believes the file system's clock and the folder's owner.
`archives.CheckedExtractor`, `archives.CheckedCollector`
    unpack the archives of ``nbgrader zip_collect`` within limits.
`ledger.Ledger`
    keeps every version that ever came in, whatever replaced it later.
`arrivals.before_grading`, `arrivals.include_all`
    see to it that nothing under ``submitted`` is passed over.
"""
