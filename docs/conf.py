"""How Sphinx makes the site of these pages: ``make docs``."""

from __future__ import annotations

import re
from importlib.metadata import version as version_of
from typing import Any

from pygments.lexers.special import TextLexer

project = "eventkit"
author = "the eventkit authors"
project_copyright = f"2026, {author}"
version = release = version_of("webinar-eventkit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3

# Docstrings are in Google's style, with literals in single backticks.
default_role = "literal"
napoleon_numpy_docstring = False
napoleon_use_rtype = False
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_mock_imports = ["dask", "django", "mkdocs", "pelican"]
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
add_module_names = False
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = "eventkit"
html_copy_source = False
html_theme_options = {"navigation_with_keys": True}
pygments_style, pygments_dark_style = "friendly", "github-dark"

_NAMED = re.compile(r"^```(\S+) (\S+)$", re.MULTILINE)


def _caption(_: Any, __: str, source: list[str]) -> None:
    """Show the name of the file that a block is the content of, as tests/test_docs.py has it."""
    source[0] = _NAMED.sub(r"```{code-block} \1\n:caption: \2\n", source[0])


def _without_objects(*event: Any) -> tuple[str | None, str | None]:
    """Show dots for a default that is no value one could type."""
    signature, returned = event[-2:]
    return signature and re.sub(r"=(?:NOTHING|<.*?>)", "=...", signature), returned


def setup(app: Any) -> None:
    """See every page and signature first, and show tables as they are."""
    app.connect("source-read", _caption)
    app.connect("autodoc-process-signature", _without_objects)
    app.add_lexer("csv", TextLexer)
