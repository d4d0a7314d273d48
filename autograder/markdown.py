"""Turn Markdown that a student wrote into HTML that can run nothing; formulas stay whole."""

from __future__ import annotations

import re
from html import escape

import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

LONGEST, MANY = 20_000, 200  # characters, and openings of links and formulas
BESIDE = re.compile(r"[\w.-]+(/[\w.-]+)*")  # a file in the page's folder or below


def as_html(markdown: str, *, pictures: bool = True) -> str:
    """Return clean HTML: no scripts, no handlers, links to http, https and mailto only.

    nbgrader's formgrader is told to use this instead of its own filter.  A picture from
    elsewhere would tell its owner who reads the page and when, so only its words stay.

    Parameters
    ----------
    markdown : str
        What a student wrote.
    pictures : bool
        Whether pictures beside the page are shown.

    Examples
    --------
    >>> as_html("**bold** <script>alert(1)</script>").strip()
    '<p><strong>bold</strong> </p>'
    >>> as_html("[x](javascript:alert(1)) and [y](https://example.org)").count("href")
    1
    >>> as_html("![a cat](https://example.org/cat.png) ![a dog](dog.png)").count("src")
    1
    """
    if _takes_long(markdown):
        return f"<pre>{escape(markdown)}</pre>\n"
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    html = MarkdownWithMath(renderer=renderer).render(markdown)

    def kept(tag: str, attribute: str, value: str) -> str | None:
        if (tag, attribute) != ("img", "src"):
            return value
        return value if pictures and BESIDE.fullmatch(value) else None

    clean = nh3.clean(str(html), url_schemes={"http", "https", "mailto"}, attribute_filter=kept)
    return clean.replace("<img>", "")  # neither an address nor words are left of it


def _takes_long(markdown: str) -> bool:
    """Tell whether a page may wait for this text: openings without ends take the square."""
    openings = max(markdown.count("["), markdown.count("\\begin"))
    return len(markdown) > LONGEST or openings > MANY
