"""How Sphinx sets the book; ``python -m tools.book`` gathers what it reads."""

import course_utils

project = "Neurons to Networks"
author = "The Neurons to Networks authors"
copyright = "the Neurons to Networks authors; code BSD-3-Clause, text CC BY 4.0"
version = release = course_utils.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.mathjax",
    "numpydoc",
]
exclude_patterns = ["extra"]
default_role = "py:obj"
python_use_unqualified_type_names = True
autodoc_typehints = "none"  # the docstrings give types, with shapes and units
autodoc_member_order = "bysource"
numpydoc_show_class_members = False

nb_execution_mode = "off"  # the builder ran them, or took them from somebody who did
nb_merge_streams = True
myst_enable_extensions = ["amsmath", "dollarmath"]
myst_heading_anchors = 3

# Formulas, fonts and search lie in the site itself: a reader may have no network.
mathjax_path = "../mathjax/tex-svg.js"

html_theme = "furo"
pygments_style = "a11y-high-contrast-light"  # made for contrast; they come with the theme
pygments_dark_style = "a11y-high-contrast-dark"
html_title = "Neurons to Networks"
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["book.css"]
html_js_files = ["book.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
