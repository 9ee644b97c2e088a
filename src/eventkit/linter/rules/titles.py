"""Rules about the title: it names the event, and nothing that stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from eventkit import codes
from eventkit.formats.announcement.text.words import alternatives, fold, word_set
from eventkit.formats.announcement.times.names import months
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import Place

__all__: list[str] = []

_GOOGLE = "Google, Event: name without venue, price or promotion"
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_NUMERIC = re.compile(r"\d-\d\d-|\d[./]\d")
_PROMOTION = re.compile(
    r"\bfree (?:online )?(?:webinar|event|workshop|course|training|seminar|ticket)s?\b|\bfree\s?!"
    r"|\bfor free\b|^free\b\s*[:|–-]|\bregist(?:er|ration) (?:now|today|open)\b|\bsign up (?:now|today)\b"
    r"|\bjoin (?:us )?(?:now|today)\b|\bdon['’]?t miss\b|\blast chance\b|\bbook (?:now|today)\b"
    r"|\blimited (?:seats|places|spots|time|tickets)\b|\d{1,3} ?% ?(?:off|discount|rabatt)\b"
    r"|\bearly[- ]bird\b|\bspecial offer\b|[€$£]\s?\d|\b\d+(?:[.,]\d\d)?\s?(?:€|eur\b|usd\b|gbp\b|chf\b)"
    r"|!!|\bkostenlos(?:e[sr]?)?\b|\bjetzt anmelden\b|\bgratuit\b|\binscrivez-vous\b|\bgratis\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"^\W{0,3}(?:(?:was )?cancell?ed|postponed|rescheduled|sold out|moved online|new date|abgesagt"
    r"|verschoben|ausverkauft|annulée?|reportée?|complet|cancelado|aplazado|annullato|rinviato)"
    r"\W{0,3}(?:[:|–—-]|\]|\)|!|\s)|[\[(–—|:-]\s?(?:cancell?ed|postponed|rescheduled|sold out|abgesagt"
    r"|verschoben|ausverkauft|annulée?|reportée?)\s?[\])!]?$",
    re.IGNORECASE,
)
_PROMOTION_WORDS = word_set(
    "free register registration sign join miss chance book limited discount rabatt early special"
    " kostenlos kostenlose kostenloser kostenloses jetzt gratuit inscrivez gratis eur usd gbp chf off"
)
_PROMOTION_SIGNS = re.compile(r"[€$£%]|!!")
_STATUS_WORDS = word_set(
    "cancelled canceled postponed rescheduled sold moved new abgesagt verschoben"
    " ausverkauft annulé annulée reporté reportée complet cancelado aplazado annullato rinviato"
)
_ONLINE_WORDS = word_set("online virtual zoom teams webex meet live")
_ONLINE = re.compile(
    r"[\[(|–—-]\s?(?:online|virtual|zoom|teams|webex|via zoom|on zoom|live on \w{3,12})\s?[\])]?$"
    r"|\b(?:via|on) (?:zoom|microsoft teams|ms teams|teams|webex|google meet)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _dates() -> re.Pattern[str]:
    month = rf"(?:{alternatives(word for word in months() if len(word) > 2)})\.?"
    return re.compile(
        rf"(?<![\d.-])(?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<dotted>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:de\s|of\s)?(?P<m1>{month})\b(?:,?\s(?:de\s)?(?P<y1>\d{{4}}))?"
        rf"|\b(?P<m2>{month})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<y2>\d{{4}}))?)"
    )


@rule(codes.DATE_IN_TITLE, INFO, "Google, Event: the date belongs into startDate")
def date_in_title(subject: Subject) -> Iterator[Fault]:
    """It is shown beside the title anyway, and forgotten when the event is moved."""
    if not _DIGIT.search(subject.event.name):
        return
    name = fold(subject.event.name)
    if _NUMERIC.search(name) is None and months().keys().isdisjoint(_WORD.findall(name)):
        return
    found = _dates().search(name)
    if found is None:
        return
    start = subject.event.slot.start
    day = start.date() if isinstance(start, datetime) else start
    said = _day(found, day.year)
    hint = "leave the date to slot"
    if said is None or said == day or subject.event.previous_starts:
        yield Fault("the title tells the date", hint, ("name",))
    elif not (day <= said <= (subject.over_at.date())):
        yield Fault(
            f"the title tells another date than slot, {day.isoformat()}",
            f"correct one of the two, and {hint}",
            ("name",),
            WARNING,
        )
    else:
        yield Fault("the title tells the date", hint, ("name",))


def _day(found: re.Match[str], year: int) -> date | None:
    """Return the date that a title tells, when it can be only one."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["dotted"]:
            first, second, third = (int(part) for part in re.split(r"[./]", found["dotted"]))
            if "/" in found["dotted"] and first != second and first <= 12 and second <= 12:
                return None
            if first <= 12 < second:
                first, second = second, first
            return date(third, second, first)
        number = "1" if found["m1"] else "2"
        month = months()[re.sub(r"\.$", "", found[f"m{number}"])]
        return date(int(found[f"y{number}"] or year), month, int(found[f"d{number}"]))
    except (ValueError, KeyError):
        return None


@rule(codes.VENUE_IN_TITLE, INFO, _GOOGLE)
def venue_in_title(subject: Subject) -> Iterator[Fault]:
    """Where it is stands in its locations."""
    event = subject.event
    name = event.name.casefold()
    for at in event.locations:
        if isinstance(at, Place) and len(at.name) > 3 and at.name.casefold() in name:
            yield Fault("the title names the venue", "leave it to locations", ("name",))
            return
    if not _ONLINE_WORDS.isdisjoint(subject.title_words) and _ONLINE.search(event.name):
        yield Fault("the title says that it is online", "leave it to locations", ("name",))


@rule(codes.PROMOTION_IN_TITLE, WARNING, _GOOGLE)
def promotion_in_title(subject: Subject) -> Iterator[Fault]:
    """A title that advertises is against Google's rules and looks like spam everywhere."""
    name = subject.event.name
    if _PROMOTION_WORDS.isdisjoint(subject.title_words) and not _PROMOTION_SIGNS.search(name):
        return
    if found := _PROMOTION.search(name):
        yield Fault(
            f"the title advertises: {found.group().strip()!r}",
            "leave prices to offers, and the call to the description",
            ("name",),
        )


@rule(codes.STATUS_IN_TITLE, WARNING, "https://schema.org/eventStatus")
def status_in_title(subject: Subject) -> Iterator[Fault]:
    """Machines read the status, people see it beside the title."""
    if _STATUS_WORDS.isdisjoint(subject.title_words):
        return
    if found := _STATUS.search(subject.event.name):
        word = found.group().strip(" []()!:|–—-").lower()
        key = (
            "availability: sold_out" if word in ("sold out", "ausverkauft", "complet") else "status"
        )
        yield Fault(
            f"the title tells the status: {word!r}",
            f"write {key}, and leave the title as it was",
            ("name",),
        )
