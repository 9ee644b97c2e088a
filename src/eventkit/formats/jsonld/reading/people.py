"""People and organisations out of markup, each title at its organisation."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, cleaned, plain
from eventkit.formats.jsonld.reading.items import Item, Value
from eventkit.formats.jsonld.reading.places import country
from eventkit.formats.jsonld.reading.slots import day
from eventkit.model import Affiliation, ContactPoint, Image, Organization, Person, Role, Speaker
from eventkit.vocabulary.table import is_type

__all__ = ["as_pixels", "bodies", "contact", "images", "say_groups", "speakers"]

_PARTS = {
    "moderator": Role.MODERATOR,
    "chair": Role.MODERATOR,
    "facilitator": Role.MODERATOR,
    "host": Role.HOST,
    "panelist": Role.PANELIST,
    "panellist": Role.PANELIST,
    "speaker": Role.SPEAKER,
    "keynote speaker": Role.SPEAKER,
    "presenter": Role.SPEAKER,
    "instructor": Role.SPEAKER,
}
_POSITIONS = ("affiliation", "worksFor", "memberOf")
_HELD = frozenset({*_POSITIONS, "jobTitle"})
_PIXELS = re.compile(r"(\d{1,6})(?:\.0+)?\s*(?:px)?", re.IGNORECASE)


def speakers(desk: Desk, item: Item, *names: str) -> list[Speaker]:
    """Return everybody with a part in an event; who is told in two syntaxes is one."""
    found: list[Speaker] = []
    syntaxes: list[str] = []
    groups: list[str] = []
    for value, name in desk.things(item, *names):
        part = Role.SPEAKER
        if isinstance(value, Item) and value.is_a("Role"):
            part = _part(desk, value)
            value = _carried(desk, value, name)
        one = _person(desk, value, item, name, Speaker, role=part)
        if isinstance(one, Speaker):
            _add(found, one, syntaxes, (value if isinstance(value, Item) else item).block.syntax)
            if isinstance(value, Item) and value.types and not value.is_a("Person"):
                groups.append(one.name)
    say_groups(desk, item, groups)
    return found


def _add(found: list[Speaker], one: Speaker, syntaxes: list[str], syntax: str) -> None:
    """Add a speaker, or what is new about one whom another syntax tells by the same name."""
    for number, other in enumerate(found):
        alike = other.name == one.name and syntaxes[number] != syntax
        if alike and (joined := _joined(other, one)) is not None:
            found[number] = joined
            return
    found.append(one)
    syntaxes.append(syntax)


def _joined(one: Speaker, other: Speaker) -> Speaker | None:
    """Return what two tell together, or None where they contradict each other."""
    told = {}
    for field in attrs.fields(Speaker):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if mine in (None, ()):
            told[field.name] = theirs
        elif theirs not in (None, (), mine):
            return None
    return attrs.evolve(one, **told)


def say_groups(desk: Desk, item: Item, groups: Sequence[str]) -> None:
    """Say which of the speakers are no persons."""
    if groups:
        shown = ", ".join(groups[:5]) + (", ..." if len(groups) > 5 else "")
        message = f"no persons, but read as speakers by their names: {shown:.300}"
        desk.say(codes.NOT_CARRIED, Severity.INFO, message, None, item, "performer")


def _part(desk: Desk, role: Item) -> Role:
    word = desk.line(role, "roleName", "name")
    part = _PARTS.get(word.lower()) if word else Role.SPEAKER
    if part is None:
        message = f"the part {word!r:.60} is read as speaker"
        hint = "use one of: " + ", ".join(one.value for one in Role)
        desk.say(codes.NOT_CARRIED, Severity.INFO, message, hint, role, "roleName")
    return part or Role.SPEAKER


def _carried(desk: Desk, role: Item, name: str) -> Value:
    """Return what a Role stands around: the property is repeated inside of it."""
    for value, _ in desk.things(role, name):
        return value
    return ""


def bodies(desk: Desk, item: Item, *names: str) -> list[Organization | Person]:
    """Return organisations and persons."""
    found = []
    for value, name in desk.things(item, *names):
        if isinstance(value, Item) and value.is_a("Role"):
            value = _carried(desk, value, name)
        if isinstance(value, Item) and value.is_a("Person"):
            one: Any = _person(desk, value, item, name, Person)
        else:
            one = _organization(desk, value, item, name)
        if one is not None:
            found.append(one)
    return found


def _name(desk: Desk, value: Value, item: Item, name: str) -> str | None:
    """Return what somebody is called, or None with a finding."""
    if isinstance(value, Item):
        called = desk.line(value, "name", "legalName") or _full_name(desk, value)
        if called:
            return called
        if value.props or value.id:
            message = f"{name} has no name; it is left out"
            desk.say(codes.NOT_CARRIED, Severity.WARNING, message, "add its name", item, name)
        return None
    text = " ".join((plain(value) or "").split())
    if not text:
        return None
    if is_type(text):
        message = f"{name} is {text!r}, the name of a type and of nobody; it is left out"
        desk.say(codes.NOT_CARRIED, Severity.WARNING, message, "name who it is", item, name)
        return None
    if re.match(r"https?://", text):
        message = (
            f"{name} is the address {text[:60].partition('?')[0]!r} without a name; it is left out"
        )
        desk.say(codes.NOT_CARRIED, Severity.WARNING, message, "add its name", item, name)
        return None
    called = json.dumps(text[:40], ensure_ascii=False)
    hint = f'write {{"@type": "Person", "name": {called}}}' if name == "performer" else None
    message = f"{name} is the text {text[:60]!r}; it is read as the name"
    desk.say(
        codes.WRONG_VALUE_TYPE, Severity.INFO, message, hint or "write an Organization", item, name
    )
    return text


def _full_name(desk: Desk, value: Item) -> str | None:
    parts = [desk.line(value, name) for name in ("givenName", "additionalName", "familyName")]
    return " ".join(part for part in parts if part) or None


def _person(
    desk: Desk, value: Value, item: Item, name: str, cls: type[Person], **more: Any
) -> Person | None:
    called = _name(desk, value, item, name)
    if called is None:
        return None
    if not isinstance(value, Item):
        return desk.make(cls, item, name=called, **more)
    told = value.props
    fields: dict[str, Any] = {"name": called, **more}
    if "honorificPrefix" in told:
        fields["honorific_prefix"] = desk.line(value, "honorificPrefix")
    if not _HELD.isdisjoint(told):
        fields["affiliations"] = _affiliations(desk, value)
    if "description" in told:
        fields["bio"] = desk.text(value, "description")
    if "email" in told:
        fields["email"] = _email(desk, value)
    if "url" in told or "mainEntityOfPage" in told:
        fields["url"] = desk.url(value, "url", "mainEntityOfPage")
    if "image" in told:
        fields["image"] = next(iter(images(desk, value)), None)
    if "sameAs" in told:
        fields["same_as"] = tuple(desk.urls(value, "sameAs"))
    return desk.make(cls, value, **fields)


def _email(desk: Desk, item: Item) -> str | None:
    text = desk.line(item, "email")
    return text.removeprefix("mailto:") if text else None


def _organization(desk: Desk, value: Value, item: Item, name: str) -> Organization | None:
    called = _name(desk, value, item, name)
    if called is None:
        return None
    if not isinstance(value, Item):
        return desk.make(Organization, item, name=called)
    return desk.make(
        Organization,
        value,
        name=called,
        url=desk.url(value, "url"),
        country=_country(desk, value),
        email=_email(desk, value),
        same_as=tuple(desk.urls(value, "sameAs")),
    )


def _country(desk: Desk, item: Item) -> str | None:
    for value, _ in desk.things(item, "address", "location"):
        if isinstance(value, Item):
            for inner, _ in desk.things(value, "address"):
                if isinstance(inner, Item):
                    return country(desk, inner)
            return country(desk, value)
    return None


def _affiliations(desk: Desk, person: Item) -> tuple[Affiliation, ...]:
    """
    Return titles, each with the organisation it is held at.

    A Role tells the pair. Flat lists beside it say again what the roles say; alone they tell
    the pair only where there is one organisation.
    """
    told: list[Organization | Affiliation] = []
    for value, name in desk.things(person, *_POSITIONS):
        if isinstance(value, Item) and value.is_a("Role"):
            one: Organization | Affiliation | None = _held(desk, value, name)
        else:
            one = _organization(desk, value, person, name)
        if one is not None:
            told.append(one)
    titles = _titles(desk, person)
    held = [one for one in told if isinstance(one, Affiliation)]
    if not held:
        flat = [one for one in told if isinstance(one, Organization)]
        return _paired(flat, titles, desk, person)
    found = _merged(told, held)
    if rest := [title for title in titles if title not in {one.title for one in found}]:
        _without_place(desk, person, rest)
    return found


def _titles(desk: Desk, person: Item) -> list[str]:
    found = []
    for value in desk.values(person, "jobTitle"):
        text = plain(value)
        if text and (line := cleaned(text)):
            found.append(line)
    return found


def _held(desk: Desk, role: Item, name: str) -> Affiliation | None:
    organization = _organization(desk, _carried(desk, role, name), role, name)
    if organization is None:
        return None
    titles = [
        text for one in desk.values(role, "roleName", "namedPosition") if (text := plain(one))
    ]
    return desk.make(
        Affiliation,
        role,
        organization=organization,
        title=", ".join(titles) or None,
        since=day(desk, role, "startDate"),
        until=day(desk, role, "endDate"),
    )


def _merged(
    told: list[Organization | Affiliation], held: list[Affiliation]
) -> tuple[Affiliation, ...]:
    """
    Return pairs, and organisations without a title, in the order of the flat list.

    A flat list says again what the roles say, in the same order; without one, the order is that
    of the roles.
    """
    flat = [one for one in told if isinstance(one, Organization)]
    if not any(_is_same(one.organization, other) for one in held for other in flat):
        return tuple(one if isinstance(one, Affiliation) else Affiliation(one) for one in told)
    found: list[Affiliation] = []
    waiting = list(held)
    for organization in flat:
        if waiting and _is_same(waiting[0].organization, organization):
            found.append(waiting.pop(0))
        elif not any(_is_same(one.organization, organization) for one in (*found, *waiting)):
            found.append(Affiliation(organization))
    return (*found, *waiting)


def _is_same(one: Organization, other: Organization) -> bool:
    """Whether two tellings are of one organisation: one of them may be its name alone."""
    if one == other:
        return True
    return one.name == other.name and Organization(one.name) in (one, other)


def _paired(
    flat: list[Organization], titles: list[str], desk: Desk, person: Item
) -> tuple[Affiliation, ...]:
    flat = list(dict.fromkeys(flat))
    if not flat:
        if titles:
            _without_place(desk, person, titles)
        return ()
    if not titles:
        return tuple(Affiliation(one) for one in flat)
    if len(flat) == 1:
        made = (desk.make(Affiliation, person, organization=flat[0], title=one) for one in titles)
        return tuple(one for one in made if one is not None)
    message = f"{len(titles)} titles and {len(flat)} organisations: not told which is held where"
    hint = "write an OrganizationRole with roleName for each"
    if len(titles) != len(flat):
        desk.say(
            codes.NOT_PAIRED,
            Severity.WARNING,
            f"{message}; the titles are left out",
            hint,
            person,
            "jobTitle",
        )
        return tuple(Affiliation(one) for one in flat)
    message += "; they are paired in their order"
    desk.say(codes.NOT_PAIRED, Severity.WARNING, message, hint, person, "jobTitle")
    pairs = zip(flat, titles, strict=True)
    made = (desk.make(Affiliation, person, organization=at, title=one) for at, one in pairs)
    return tuple(one for one in made if one is not None)


def _without_place(desk: Desk, person: Item, titles: list[str]) -> None:
    message = f"the title {', '.join(titles)!r:.80} is at no organisation; it is left out"
    hint = "write an OrganizationRole with roleName and the organisation"
    desk.say(codes.NOT_CARRIED, Severity.WARNING, message, hint, person, "jobTitle")


def contact(desk: Desk, item: Item) -> ContactPoint | None:
    """Return whom to ask: a ContactPoint of the organiser, or one to communicate with."""
    for value, _ in desk.things(item, "organizer"):
        if isinstance(value, Item):
            for inner, _ in desk.things(value, "contactPoint"):
                if isinstance(inner, Item) and (found := _contact(desk, inner)):
                    return found
    for value, _ in desk.things(item, "potentialAction"):
        if isinstance(value, Item) and value.is_a("CommunicateAction"):
            for inner, _ in desk.things(value, "recipient"):
                if isinstance(inner, Item) and (found := _contact(desk, inner)):
                    return found
    return None


def _contact(desk: Desk, item: Item) -> ContactPoint | None:
    fields = {
        "name": desk.line(item, "name"),
        "email": _email(desk, item),
        "telephone": desk.line(item, "telephone"),
        "url": desk.url(item, "url"),
    }
    return desk.make(ContactPoint, item, **fields) if any(fields.values()) else None


def images(desk: Desk, item: Item) -> list[Image]:
    """Return pictures: addresses, or ImageObjects."""
    found = []
    for value, name in desk.things(item, "image"):
        if isinstance(value, Item) and value.props:
            url = desk.url(value, "url", "contentUrl") or (
                value.id and desk.address(value.id, item, name)
            )
            one = url and desk.make(
                Image,
                value,
                url=url,
                name=desk.line(value, "name", "caption"),
                width=_pixels(desk, value, "width"),
                height=_pixels(desk, value, "height"),
            )
        else:
            text = value.id if isinstance(value, Item) else plain(value)
            url = text and desk.address(text, item, name)
            one = url and desk.make(Image, item, url=url)
        if one:
            found.append(one)
    return found


def _pixels(desk: Desk, item: Item, name: str) -> int | None:
    for value, _ in desk.things(item, name):
        if isinstance(value, Item):
            value = next(iter(desk.values(value, "value")), "")
        if (found := as_pixels(plain(value) or "")) is not None:
            return found
    return None


def as_pixels(text: str) -> int | None:
    """Return a length in pixels, such as ``600`` or ``600px``; None where it is none."""
    match = _PIXELS.fullmatch(text.strip())
    return int(match[1]) if match else None
