"""From an announcement to events of the model, with findings and evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.joining import find_url
from eventkit.formats.announcement.paragraphs import joined
from eventkit.formats.announcement.people import evidence_of
from eventkit.formats.announcement.reader import STATUSES, Announcement, read_lines
from eventkit.formats.announcement.source import Line, Notes, lines_of, opened
from eventkit.formats.announcement.statement import Statement, read_statement
from eventkit.formats.announcement.words import fold, word_set
from eventkit.model import Event, Offer, Organization, Place, Speaker, TimeSlot, VirtualLocation

__all__ = ["parse", "read_slot"]

Evidence = dict[str, tuple[int, int, str]]

_SEPARATOR = re.compile(r"\s*-{4,}\s*")
_ONLINE = word_set(
    "online virtual zoom webex teams youtube web internet webinar en linea en ligne microsoft"
    " google meet live streaming via only event im su on linha"
)
_LANGUAGES = {
    "en": "english inglese anglais englisch ingles engels",
    "it": "italian italiano italien italienisch italiaans",
    "fr": "french francese francais franzosisch frances frans",
    "de": "german tedesco allemand deutsch aleman alemao duits",
    "es": "spanish spagnolo espagnol spanisch espanol espanhol spaans castellano",
    "pt": "portuguese portoghese portugais portugiesisch portugues portugees",
    "nl": "dutch olandese neerlandais niederlandisch neerlandes holandes nederlands",
}
_TONGUES = {word: code for code, words in _LANGUAGES.items() for word in words.split()}


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """
    Read an announcement as people paste it.

    Args:
        source: Plain text, or its bytes in UTF-8. Several announcements are parted by a line
            of dashes after a blank line.
        file: Name of the source for the findings.

    Returns:
        The events, what was assumed, unclear or contradicted, and the evidence: field path to
        place and text in the source. An announcement without a certain time gives no event.
    """
    text = opened(source, file)
    if isinstance(text, Finding):
        return Reading(findings=(text,))
    notes = Notes(text, file)
    sections = _sections(text.lines)
    events: list[Event] = []
    evidence: Evidence = {}
    for number, lines in enumerate(sections):
        notes.prefix = f"[{number}]." if len(sections) > 1 else ""
        builder = _Builder(read_lines(lines, notes), notes)
        event = builder.event()
        if event is not None:
            events.append(event)
        evidence |= {f"{notes.prefix}{path}": place for path, place in builder.evidence.items()}
    return Reading(events, notes.found, evidence=evidence)


def _sections(lines: list[Line]) -> list[list[Line]]:
    """Part the lines at lines of dashes; one right under a text underlines it."""
    found: list[list[Line]] = [[]]
    blank = True
    for line in lines:
        if blank and _SEPARATOR.fullmatch(line.text):
            found.append([])
            continue
        blank = not line.text.strip()
        found[-1].append(line)
    sections = [part for part in found if any(line.text.strip() for line in part)]
    return sections or [lines]


class _Builder:
    """Builds the fields of one event, each guarded."""

    def __init__(self, said: Announcement, notes: Notes) -> None:
        self.said = said
        self.notes = notes
        self.evidence: Evidence = {}

    def event(self) -> Event | None:
        people = self._people()
        organizers = self._organizers()
        locations, places = self._locations()
        fields: dict[str, Any] = {
            "description": self._description(),
            "url": self._url(),
            "speakers": people,
            "organizer": organizers[0] if organizers else None,
            "co_organizers": organizers[1:],
            "locations": locations,
            "in_language": self._languages(),
            "offers": self._offers(),
            "status": STATUSES[_status_word(self.said.status)],
            "joining": self.said.secrets.details(self.notes),
        }
        slot = self._slot(_countries(places, people, organizers))
        name = self._name()
        if slot is None or name is None:
            return None
        for key in ("description", "url"):
            if fields[key] and not self._fits(key, fields[key], slot):
                del fields[key]
        return self.notes.guard("name", name.at, lambda: Event(name.text, slot, **fields))

    def _fits(self, key: str, value: Any, slot: TimeSlot) -> bool:
        line = self.evidence.get(key, (None,))[0]
        made = self.notes.guard(key, line, lambda: Event("x", slot, **{key: value}))
        return made is not None

    def _show(self, path: str, lines: list[Line]) -> None:
        """Keep the place of a field, up to the first line that is not public."""
        if not lines:
            return
        start, end = lines[0].at, lines[0].end
        hidden = sorted(line.at for line in self.said.hidden)
        if any(line.at <= start < line.end for line in self.said.hidden):
            return
        stop = next((at for at in hidden if at >= start), None)
        for line in lines[1:]:
            if stop is None or line.end <= stop:
                end = max(end, line.end)
        self.evidence[path] = (start, end, self.notes.source.text[start:end])

    def _name(self) -> Line | None:
        line = self.said.name
        if line is None:
            self.notes.add(
                codes.NO_TITLE, Severity.ERROR, "there is no title",
                "write it on the first line", path="name",
            )  # fmt: skip
            return None
        self._show("name", [line])
        return Line(line.text.replace("\t", " "), line.at)

    def _description(self) -> str | None:
        self._show("description", self.said.description_lines)
        return joined(self.said.description).strip(" \t\n") or None

    def _people(self) -> list[Speaker]:
        found: list[Speaker] = []
        for draft in self.said.people:
            path = f"speakers[{len(found)}]"
            speaker = draft.speaker(self.notes, path)
            if speaker is None:
                continue
            self.evidence |= evidence_of(draft, path, self.notes.source.text)
            self._show(f"{path}.bio", draft.bio_lines)
            found.append(speaker)
        return found

    def _organizers(self) -> list[Organization]:
        found: list[Organization] = []
        for line in self.said.organizers:
            url, rest = find_url(line.text)
            text = rest.strip(" ()<>,-\u2013|")
            name, comma, last = text.rpartition(", ")
            code = country_code(last) if comma else None
            path = "organizer" if not found else f"co_organizers[{len(found) - 1}]"
            made = self.notes.guard(
                path,
                line.at,
                lambda name=name if code else text, code=code, url=url: Organization(  # type: ignore[misc]
                    name, country=code, url=url
                ),
            )
            if made is not None:
                self._show(path, [line])
                found.append(made)
        return found

    def _locations(self) -> tuple[list[VirtualLocation | Place], list[str]]:
        found: list[VirtualLocation | Place] = []
        countries: list[str] = []
        for line in self.said.places:
            path = f"locations[{len(found)}]"
            url, rest = find_url(line.text)
            made: VirtualLocation | Place | None
            if url is not None:
                name = rest.strip(" ()<>,-\u2013\u2014|:") or None
                made = self.notes.guard(path, line.at, _virtual(url, name))
            elif all(word in _ONLINE for word in re.findall(r"\w+", fold(line.text))):
                self.notes.add(
                    codes.NOT_CARRIED, Severity.INFO,
                    f"{line.text!r:.60} is no address, so it is not carried",
                    "write the address of the public page", at=line.at, path="locations",
                )  # fmt: skip
                continue
            else:
                made = self.notes.guard(path, line.at, partial(_place, line.text))
            if made is None:
                continue
            self._show(path, [line])
            if isinstance(made, Place) and made.country:
                countries.append(made.country)
            found.append(made)
        return found, countries

    def _url(self) -> str | None:
        found = [url for line in self.said.urls if (url := find_url(line.text)[0])]
        if found:
            self._show("url", self.said.urls[:1])
        for line, url in zip(self.said.urls[1:], found[1:], strict=True):
            if url != found[0]:
                self.notes.add(
                    codes.NOT_CARRIED, Severity.INFO, "a second link is kept in the description",
                    "the first is taken for the page of the event", at=line.at, path="url",
                )  # fmt: skip
                self.said.description.append([url])
        return found[0] if found else None

    def _offers(self) -> list[Offer]:
        found: list[Offer] = []
        for line in self.said.registrations:
            url, path = find_url(line.text)[0], f"offers[{len(found)}].url"
            if url is None:
                continue
            made = self.notes.guard(path, line.at, partial(Offer, url=url))
            if made is not None:
                self._show(path, [line])
                found.append(made)
        return found

    def _languages(self) -> list[str]:
        found: list[str] = []
        for line in self.said.languages:
            for word in re.split(r"\s*[,;/&]\s*|\s+(?:and|e|et|und|y|en)\s+", line.text):
                code = _TONGUES.get(fold(word.strip()))
                if code is None and re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", word.strip()):
                    code = word.strip()
                if code is None:
                    self.notes.add(
                        codes.NOT_CARRIED, Severity.INFO, f"{word!r:.40} is no language known here",
                        "write its tag, e.g. 'en'", at=line.at, path="in_language",
                    )  # fmt: skip
                elif code not in found:
                    found.append(code)
            self._show("in_language", [line])
        return found

    def _slot(self, hints: tuple[str, ...]) -> TimeSlot | None:
        if not self.said.when:
            self.notes.add(
                codes.NO_TIME,
                Severity.ERROR,
                "no date and time were found",
                "write a line such as 'Date: 17 April 2019, 13:00-14:00 CEST'",
                path="slot",
            )
            return None
        statement = read_statement("\n".join(line.text for line in self.said.when), hints)
        _note(statement, self.said.when, self.notes)
        self._show("slot", self.said.when)
        return statement.slot


def _status_word(line: Line | None) -> str:
    word = fold(line.text).replace(" ", "_") if line else "scheduled"
    return word.replace("canceled", "cancelled")


def _place(text: str) -> Place:
    name, comma, rest = text.partition(", ")
    address, parted, last = rest.rpartition(", ")
    code = country_code(last)
    if comma and code:
        return Place(name, address=(address if parted else None) or None, country=code)
    return Place(name, address=rest or None)


def _virtual(url: str, name: str | None) -> Callable[[], VirtualLocation]:
    return partial(VirtualLocation, url, name=name)


def _countries(
    places: list[str], people: list[Speaker], organizers: list[Organization]
) -> tuple[str, ...]:
    """Return the country that all agree on who are named with one."""
    found = [*places]
    found += [
        a.organization.country for p in people for a in p.affiliations if a.organization.country
    ]
    found += [body.country for body in organizers if body.country]
    return tuple(dict.fromkeys(found)) if len(set(found)) == 1 else tuple(dict.fromkeys(places))


def _note(statement: Statement, lines: list[Line], notes: Notes) -> None:
    """Note the problems of a statement at their places in the source."""
    starts: list[tuple[int, Line]] = []
    at = 0
    for line in lines:
        starts.append((at, line))
        at += len(line.text) + 1
    for problem in statement.problems:
        start, line = max((s for s in starts if s[0] <= problem.at), key=lambda s: s[0])
        notes.add(
            problem.code,
            problem.severity,
            problem.message,
            problem.hint,
            at=line.at + min(problem.at - start, len(line.text)),
            path="slot.start",
        )


def read_slot(text: str, *, country: str | None = None) -> Reading:
    """
    Read a date-and-time statement alone.

    Args:
        text: One or more lines that together say when.
        country: Code or name of the country it is about, which chooses among the zones of an
            abbreviation.

    Returns:
        A reading with at most one member in ``slots``; a statement that does not determine
        the time gives none, and a finding that says why.
    """
    source = opened(text, None)
    if isinstance(source, Finding):
        return Reading(findings=(source,))
    notes = Notes(source)
    code = (country_code(country) or country.upper()) if country else None
    lines = [line for line in lines_of(source.text) if line.text.strip("\ufeff \t")]
    statement = read_statement("\n".join(line.text for line in lines), (code,) if code else ())
    _note(statement, lines, notes)
    slots = [statement.slot] if statement.slot is not None else []
    evidence: Evidence = {}
    if lines:
        start, end = lines[0].at, lines[-1].end
        evidence["slot"] = (start, end, source.text[start:end])
    return Reading((), notes.found, slots=slots, evidence=evidence)
