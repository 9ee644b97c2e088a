"""HTML of a description as plain text; enough for what calendar programs write."""

from __future__ import annotations

import html
import re

__all__ = ["is_html", "plain"]

_SIZE_MAX = 200_000
_HIDDEN = re.compile(r"<(script|style|head|title)\b", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|hr)\b[^<>]{0,1000}>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|ul|ol|table|tr|h[1-6]|blockquote|section)\b[^<>]{0,1000}>", re.IGNORECASE
)
_ITEM = re.compile(r"<li\b[^<>]{0,1000}>", re.IGNORECASE)
_LINK = re.compile(
    r"<a\b[^<>]{0,500}?\bhref\s{0,5}=\s{0,5}[\"']?([^\"'<>\s]{1,2000})[^<>]{0,500}>([^<>]{0,500})</a>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,5000}>")
_LOOKS = re.compile(r"</(?:p|div|a|b|i|span|ul|li|html|body|strong|em|u)>|<br ?/?>", re.IGNORECASE)


def is_html(text: str) -> bool:
    """Whether a text that should be plain is HTML."""
    return "<" in text and bool(_LOOKS.search(text[:_SIZE_MAX]))


def plain(text: str) -> str:
    """Return the words of a piece of HTML, its links behind the words they stand on."""
    text = _without_hidden(text[:_SIZE_MAX])
    text = re.sub(r"\s+", " ", text) if _BLOCK.search(text) or _BREAK.search(text) else text
    text = _LINK.sub(_linked, text)
    text = _BREAK.sub("\n", text)
    text = _ITEM.sub("\n- ", text)
    text = _BLOCK.sub("\n\n", text)
    text = html.unescape(_TAG.sub("", text)).replace("\u00a0", " ")
    text = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _linked(found: re.Match[str]) -> str:
    address, words = html.unescape(found[1]), found[2].strip()
    if not words or html.unescape(words) == address:
        return address
    return f"{words} ({address})" if address.startswith(("http:", "https:")) else words


def _without_hidden(text: str) -> str:
    """Cut what is never shown, up to the tag that closes it."""
    kept, at, lowered = [], 0, text.lower()
    for found in _HIDDEN.finditer(text):
        if found.start() < at:
            continue
        end = lowered.find(f"</{found[1].lower()}", found.end())
        if end < 0:
            break
        kept.append(text[at : found.start()])
        at = text.find(">", end) + 1 or len(text)
    return "".join([*kept, text[at:]])
