"""What a sentence says somebody is: ``Ann Lee is Head of Unit at the Example Institute.``"""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.people.kinds import Kind, is_legal_form, kind_of
from eventkit.formats.announcement.people.peoplelists import is_only_name
from eventkit.formats.announcement.text.pieces import Piece

__all__ = ["Sentence", "is_running_on", "sentence_of"]

_LONG = 120  # characters of a name with its honorifics
_IS = re.compile(
    r"\s+(?:is|\u00e8|[eE]['\u2019]|est|ist|es|\u00e9|(?:works|serves|acts|lavora|travaille"
    r"|exerce|arbeitet|trabaja|ejerce|trabalha|atua|actua|werkt)\s+(?:as|come|comme|als|como))\s+"
    r"(?:(?:currently|presently|today|now|also|attualmente|oggi|actuellement|aujourd'hui|derzeit|heute"
    r"|aktuell|actualmente|hoy|atualmente|hoje|momenteel|nu)\s+)?"
    r"(?:(?:the|an?|il|lo|la|uno?|una|le|une|der|die|das|eine?|el|os?|uma?|de|het|een|our|onze)\s+"
    r"|l['\u2019])?(?=\S)"
)
_END = re.compile(
    r"(?<=[\w)\u201d\u00bb\"'])[.!](?:\s+(?=[^\W\d_a-z\u00df-\u00ff]|\d|[\u201c\"'(])|\s*$)"
)
_SHORT = re.compile(
    r"(?:^|[\s(.])(?:[^\W\d_]|(?:dr|prof|st|ste|dept|dpt|dott|ing|sr|sra|mr|mrs|ms|jr|univ|nr|avv"
    r"|arch|gen|col|lt|rev|bros|corp|assoc|dipl|bzw|ca|inkl|cf|eng|phil|hist|nat|int|nac|naz))\.$",
    re.IGNORECASE,
)
# Where a sentence goes on with something else than what somebody is.
_ON = re.compile(
    r"(?:,\s+|\s+)(?:who|which|whose|where|dove|che|il\s+quale|la\s+quale|qui|o\u00f9|dont|wo|wobei"
    r"|donde|quien|que|onde|quem|waar|waarin|waarbij|since|seit|desde|depuis|sinds|dal\s+\d{4}"
    r"|with\s+(?:over|more)|con\s+(?:pi\u00f9|oltre|m\u00e1s)|mit\s+(?:\u00fcber|mehr)|avec\s+plus"
    r"|com\s+mais|met\s+(?:meer|ruim))\s"
    r"|,\s+(?:die|der|das|dat|an?|eine?|un[aeo]?|uma?|een)\s+(?=[a-z\u00df-\u00ff])"
    r"|,?\s+(?:and|e|et|und|y|en)\s+(?:(?:has|is|was|leads?|teaches|works|ha|\u00e8|insegna|lavora|dirige"
    r"|si|a|est|enseigne|travaille|hat|ist|lehrt|leitet|arbeitet|tiene|es|tem|\u00e9|trabaja|trabalha"
    r"|heeft|is|werkt|geeft)\s)"
)
# What no name of an organisation has: a sentence that goes on in a way not known.
_RUNNING = re.compile(
    r"\s(?:and|e|et|und|y|en|&)\s+[a-z\u00df-\u00ff]|,\s+[a-z\u00df-\u00ff]"
    r"|\s(?:who|which|where|dove|che|qui|o\u00f9|wo|donde|que|onde|waar|with|has|is|was|ha|ist|hat"
    r"|heeft)\s"
)


@attrs.frozen
class Sentence:
    """
    A sentence that says what somebody is.

    Args:
        name: Who, with honorifics.
        told: What they are.
        more: What else is said of them; all of it where the sentence goes on.
    """

    name: Piece
    told: Piece
    more: Piece | None = None


def sentence_of(said: Piece) -> Sentence | None:
    """Return what a text says of somebody whom it names at its beginning, or None."""
    match = _IS.search(said.raw[: 2 * _LONG])
    if match is None or match.start() > _LONG:
        return None
    name = said.cut(0, match.start())
    if not is_only_name(name.text):
        return None
    end, after = _end_of(said.raw, match.end())
    told, more = said.cut(match.end(), end), said.cut(after)
    if on := _ON.search(told.raw):
        told, more = told.cut(0, on.start()), said
    if kind_of(told.raw) not in (Kind.TITLE, Kind.BOTH):
        return None
    return Sentence(name, told.stripped(","), more or None)


def _end_of(raw: str, start: int) -> tuple[int, int]:
    """Return where the first sentence ends, without its full stop, and where the next begins."""
    for match in _END.finditer(raw, start):
        head = raw[: match.start() + 1]
        last = head.rsplit(" ", 1)[-1]
        if is_legal_form(last.rstrip(",")) and "." in last[:-1]:
            return match.start() + 1, match.end()
        if match.end() == len(raw) or not _SHORT.search(head):
            return match.start(), match.end()
    return len(raw), len(raw)


def is_running_on(body: str) -> bool:
    """Whether the name of an organisation in a sentence may be more than that."""
    return bool(_RUNNING.search(body))
