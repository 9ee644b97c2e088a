"""Finding the label that a line of an announcement begins with."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.text.label_words import ALONE_NEVER, BY, HEADINGS, ICONS, LABELS
from eventkit.formats.announcement.text.rolewords import ROLE_LABELS
from eventkit.formats.announcement.text.words import alternatives, fold, word_set

__all__ = ["LABELS", "Label", "by_label", "icon_of", "label_of"]

_HEAD = 120  # characters within which a label ends
_ASKED = frozenset(["when", "time", "where", "speaker", "price", "contact"])
_DASHED = frozenset(["when", "time", "where", *ROLE_LABELS])
Label = tuple[str, str, str, int]  # kind, label as written (folded), rest, where the rest begins

_LEAD = re.compile(
    r"[\s*_#>\u2022\u00b7\u25cf\u25aa\u25ba\u2713\u2714\u27a4\u279c\U0001f300-\U0001faff"
    r"\u2600-\u26ff\u2700-\u27bf\ufe0f\u200d\u231a\u231b\u23e9-\u23fa\u25b6-]*"
)
_END = re.compile(
    r"(?P<colon>[:\uff1a])(?![a-z])|\s(?P<bar>\|)\s|\s(?P<dash>-)\s|\t\s*|(?P<asks>\?)\s(?!\s?:)"
)
_REST = re.compile(r"[\s*_]*")
_AFTER = re.compile(r"\s*(?:\([^()]{0,60}\)|\d{1,2}|[?!.*_])\s*\Z")
_ARTICLES = word_set(
    "the our meet your il lo la i gli le l' un una nos notre les der die das unsere unser ihre"
    " el los las nuestros nuestras o a os as nossos nossas de het onze ons"
)
_FORMS = re.compile(r"(?:[\u00b7.(-]e[\u00b7.)-]?(?P<s>s?)|/\S+)\Z")  # intervenant\u00b7e\u00b7s
_FIRST = re.compile(r"(?:[^\W\d_]+'|[^\W\d_]+)\s*")


def label_of(line: str) -> Label | None:
    """
    Return the label that *line* begins with.

    ``Date: 17 April``, ``**Date:** 17 April``, ``Date | 17 April``, or ``Speakers`` alone.
    """
    kind, label, at = _leading(line[:_HEAD], len(line) <= _HEAD)
    return (kind, label, line[at:].strip(), at) if kind else None


@lru_cache(maxsize=256)  # as several parts of the reader ask about each line
def _leading(head: str, whole: bool) -> tuple[str, str, int]:
    """Return the kind of the label that the head of a line begins with, the label, and its end."""
    folded = fold(head)
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    for number, end in enumerate(_END.finditer(folded, start)):
        kind, label = _kind(folded[start : end.start()])
        sure = not (end["dash"] or end["asks"]) or kind in (_DASHED if end["dash"] else _ASKED)
        if kind and sure:
            rest = _REST.match(folded, end.end())
            at = rest.end() if rest else end.end()
            return kind, label, at
        if number == 2:
            break
    if whole:
        kind, label = _kind(folded[start:].strip().strip("*_#:").strip())
        if kind in HEADINGS and label not in ALONE_NEVER:
            return kind, label, len(head)
    return "", "", 0


def _kind(text: str) -> tuple[str, str]:
    """Return what a label means, with ``The`` before it or ``(CEST)`` after it, and the label."""
    if len(text) > 60:
        return "", ""
    label = re.sub(r"\s+", " ", text.strip().strip("*_").strip())
    for _ in range(3):
        if label in LABELS:
            return LABELS[label], label
        bare = _FORMS.sub(r"\g<s>", _AFTER.sub("", label))
        if bare == label:
            break
        label = bare
    for _ in range(2):
        first = _FIRST.match(label)
        if not first or first.group().strip() not in _ARTICLES:
            break
        label = label[first.end() :]
        if label in LABELS:
            return LABELS[label], label
    return "", ""


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    kinds = "|".join(
        rf"(?P<{kind}>{alternatives(words.split(', '))})"
        for kind, words in ((kind, re.sub(r",\s+", ", ", words)) for kind, words in BY.items())
    )
    return re.compile(rf"(?:{kinds})(?!\w)\s*")


def by_label(line: str) -> Label | None:
    """Return the label without a colon that *line* begins with: ``Moderated by Ann Lee``."""
    folded = fold(line[:_HEAD])
    lead = _LEAD.match(folded)
    match = _by().match(folded, lead.end() if lead else 0)
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup, match.group().strip(), line[match.end() :].strip(), match.end()


def icon_of(line: str) -> Label | None:
    """Return the label that a picture at the beginning of *line* stands for."""
    first = line.lstrip(" \t*_-\u2022")[:1]
    for kind, icons in ICONS.items():
        if first and first in icons:
            lead = _LEAD.match(line)
            at = lead.end() if lead else 0
            return kind, first, line[at:].strip(), at
    return None
