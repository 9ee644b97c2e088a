"""People whom only sentences name: they are pointed out, and not taken for speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.desk import Desk
from eventkit.formats.announcement.people.kinds import is_title_word
from eventkit.formats.announcement.text.words import fold
from eventkit.model import Speaker

__all__ = ["mentioned", "note_mentions"]

_LONG = 2_000  # characters of a line that are looked through
_MOST = 5  # names that are told
_TALL = r"[^\W\d_a-z\u00df-\u00ff][\w'\u2019-]{1,30}"
_NAME = rf"{_TALL}(?:\s(?:(?:van|von|de|del|della|di|da|dos|du|der|den|ter|bin|al|la|le|el)\s){{0,2}}{_TALL}){{1,3}}"
_TITLED = re.compile(
    r"(?<![\w.-])(?:(?:(?:Dr|Prof|Drs|Ing|Dott|Dra|Dre|Avv|Arch|Lic|Eng|Mag|Mevr|Dipl\.-Ing|Sr|Sra|Rev)"
    r"(?:\.\s?|(?:\.?(?:ssa|in|\u00aa|\u00ba|a))\.?\s|\s)|(?:Mme|Mrs?|Ms|Frau|Herrn?|Pr|Me|Sir|Dame|Dhr|dhr|ir|mr)\.?\s|M\.\s"
    r"|(?:[Pp]rofess|[Dd]ocent|[Dd]oktor|[Dd]octor|Rechtsanw)\w{0,8}\s){1,4})" + _NAME
)
_APPOSED = re.compile(
    rf"(?<![\w.-])(?P<name>{_NAME})\s?[,(]\s?(?:(?:the|an?|il|la|le|der|die|el|o|a|de)\s)?(?P<word>[^\W\d_][\w-]{{2,40}})"
)
# What may begin a sentence before a name.
_OPENING = re.compile(
    r"(?:With|And|Mit|Und|Con|Com|Avec|Et|Puis|Met|En|Dann|Danach|Then|Poi|Luego|Daarna)\s(?=\S+\s\S)"
)


def mentioned(text: str) -> Iterator[tuple[int, str]]:
    """Yield whom a line of prose names with an honorific or a title, and where."""
    cut = text[:_LONG]
    found = [(match.start(), match[0], match.end()) for match in _TITLED.finditer(cut)]
    for match in _APPOSED.finditer(cut):
        start, stop = match.span("name")
        start += len(opening[0]) if (opening := _OPENING.match(match["name"])) else 0
        apart = not any(a < stop and start < b for a, _, b in found)
        if apart and is_title_word(fold(match["word"])):
            found.append((start, cut[start:stop], stop))
    for start, name, _ in sorted(found):
        yield start, " ".join(name.split())


def note_mentions(desk: Desk, speakers: Sequence[Speaker]) -> None:
    """Say whom the prose names, of whom the announcement tells in no line of their own."""
    known = {fold(speaker.name).split()[-1] for speaker in speakers}
    named: dict[str, int] = {}
    for line in desk.said.description_lines:
        for start, name in mentioned(line.text):
            if fold(name).split()[-1] not in known:
                named.setdefault(name, line.span(start)[0])
    if not named:
        return
    shown = ", ".join(repr(name)[:60] for name in list(named)[:_MOST])
    more = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
    desk.notes.add(
        codes.UNCLEAR_SPEAKER, Severity.INFO,
        f"{shown}{more}: named in a sentence and kept in the description",
        "write who speaks on a line such as 'Speaker: Name, Title, Organisation'",
        at=next(iter(named.values())), path="speakers",
    )  # fmt: skip
