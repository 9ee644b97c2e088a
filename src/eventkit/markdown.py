"""Markdown to HTML that is safe in any page; needs the extra ``html``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import Any

from eventkit.extras import load

__all__ = ["to_html", "to_plain"]

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_TAG = re.compile(r"<[^>]{0,9000}>")


@cache
def _renderer() -> Any:
    parser = load("markdown_it", "html").MarkdownIt(
        "commonmark", {"html": False, "breaks": True, "maxNesting": 20}
    )
    return parser.enable(["table", "strikethrough"]).disable("image")


@cache
def _cleaner() -> Any:
    return load("nh3", "html").Cleaner(
        tags=set(_TAGS),
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )


@lru_cache(maxsize=256)
def to_html(text: str) -> str:
    """
    Return Markdown as HTML without scripts, pictures, styles and raw markup.

    Tags in the text are shown as text. Line breaks stay. Headings begin at the third level,
    below those of a page and its sections.
    """
    parser = _renderer()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"
    html: str = _cleaner().clean(parser.renderer.render(tokens, parser.options, {}))
    return html.strip()


def to_plain(text: str, longest: int) -> str:
    """Return the start of a Markdown text in one line, cut at a word."""
    words = " ".join(unescape(_TAG.sub(" ", to_html(text[: longest * 8]))).split())
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "\u2026"
