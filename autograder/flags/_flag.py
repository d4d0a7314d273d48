"""What a flag is: a fact, its evidence, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """Something in a submission that a person may want to look at; it changes no mark.

    Attributes
    ----------
    kind : str
        One of the keys of `MEANING`.
    where : str
        The cell, by its id or its place.
    evidence : str
        What was found: lines of the submission.
    """

    kind: str
    where: str
    evidence: str

    def __str__(self) -> str:
        first = self.evidence.strip().partition("\n")[0]
        return f"{MEANING[self.kind]} ({self.where}): {first[:120]}"


MEANING = {
    "edited": "a locked cell was edited",
    "tags": "a cell carries tags",
    "ipython": "it reaches into IPython or the interpreter",
    "grader": "it names the grader's own parts",
    "import": "it imports a module that no exercise needs",
    "files": "it reads or names files outside its folder",
    "text as code": "it runs text as code",
    "shell": "it starts a program",
    "long": "a cell is too long to be searched",
    "similar": "near-identical to another student's answer",
}
HARMLESS = {
    "edited": "A slip of the keyboard, an added print, another editor's line endings.",
    "tags": "Slides, collapsed cells and Jupyter extensions set tags as well.",
    "ipython": "Magics and display settings are ordinary use.",
    "grader": "A text that was copied with a traceback, or curiosity.",
    "import": "Code copied from another course; timing or debugging.",
    "files": "Saving a figure, or a path left over from the student's own machine.",
    "text as code": "A short eval of a number or formula is clumsy and no attack.",
    "shell": "Installing a package or looking at a folder.",
    "long": "A table of data that was pasted into a cell.",
    "similar": "Students who worked together, a sketch from a tutorial, a textbook's answer.",
}
