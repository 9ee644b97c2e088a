"""Everybody with a part in it, as participants. Source: RFC 8984 §4.4.6."""

from __future__ import annotations

import re
from typing import Any

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign import Fields
from eventkit.formats.jscalendar.links import in_order, link
from eventkit.formats.jscalendar.values import VENDOR
from eventkit.model import Event, Organization, Person, Role

__all__ = ["participants", "read_participants"]

_SPONSOR = f"{VENDOR}sponsor"
_ROLES = {f"{VENDOR}{role.value}": role.value for role in Role}
_CHAIR = (Role.MODERATOR, Role.HOST)
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{2,30}")


def participants(event: Event) -> dict[str, Any]:
    """Return organizers, speakers, sponsors and the contact by their ids."""
    out: dict[str, Any] = {}
    owners = [*((event.organizer,) if event.organizer else ()), *event.co_organizers]
    for number, owner in enumerate(owners, 1):
        out[f"organizer-{number}"] = _body(owner, {"owner": True})
    for number, speaker in enumerate(event.speakers, 1):
        usual = "chair" if speaker.role in _CHAIR else "attendee"
        roles = {usual: True, f"{VENDOR}{speaker.role.value}": True}
        out[f"speaker-{number}"] = _body(speaker, roles)
    for number, sponsor in enumerate(event.sponsors, 1):
        out[f"sponsor-{number}"] = _body(sponsor, {"informational": True, _SPONSOR: True})
    if contact := event.contact:
        found: dict[str, Any] = {"@type": "Participant", "roles": {"contact": True}}
        if contact.name:
            found["name"] = contact.name
        if contact.email:
            found["email"] = contact.email
        if contact.url:
            found["links"] = {"page": link(contact.url, "describedby")}
        if contact.telephone:
            found["description"] = contact.telephone
        out["contact"] = found
    return out


def _body(body: Organization | Person, roles: dict[str, bool]) -> dict[str, Any]:
    out: dict[str, Any] = {"@type": "Participant", "name": body.name}
    links: dict[str, Any] = {}
    if isinstance(body, Person):
        out["kind"] = "individual"
        if body.honorific_prefix:
            out["name"] = f"{body.honorific_prefix} {body.name}"
        if words := _about(body):
            out["description"] = words
        if body.image:
            links["image"] = link(body.image.url, "icon", title=body.image.name, display="badge")
    else:
        out["kind"] = "org"
    if body.email:
        out["email"] = body.email
    if body.url:
        links["page"] = link(body.url, "describedby")
    if links:
        out["links"] = links
    out["roles"] = roles
    return out


def _about(person: Person) -> str:
    """Return the titles in words, then the biography."""
    titles = []
    for held in person.affiliations:
        organization = held.organization
        parts = (held.title, organization.name, organization.country)
        titles.append(", ".join(part for part in parts if part))
    return "\n\n".join(part for part in ("\n".join(titles), person.bio) if part)


def read_participants(event: Fields, plain: dict[str, Any]) -> None:
    """Fill in who is who; guests are counted and left out, they are nobody's business."""
    owners, speakers, sponsors = [], [], []
    guests = 0
    for fields in in_order(event.named("participants")):
        fields.known("@type")
        roles = fields.inner("roles")
        given = [name for name in roles.data if roles.take(name) is True]
        role = next((_ROLES[name] for name in given if name in _ROLES), None)
        if role is None and "chair" in given:
            role = Role.HOST.value
        if role:
            speakers.append({**_person(fields), "role": role})
        elif _SPONSOR in given:
            sponsors.append(_owner(fields))
        elif "owner" in given:
            owners.append(_owner(fields))
        elif "contact" in given:
            plain.setdefault("contact", _contact(fields))
        else:
            guests += 1
            for key in fields.data:
                fields.take(str(key))
    if guests:
        event.notes.add(
            codes.NOT_CARRIED,
            Severity.INFO,
            f"{guests} participants without a part in the program are not carried over",
            path=event.at("participants"),
        )
    plain["speakers"] = [one for one in speakers if one.get("name")]
    plain["sponsors"] = [one for one in sponsors if one.get("name")]
    named = [one for one in owners if one.get("name")]
    plain["organizer"], plain["co_organizers"] = (named[0] if named else None), named[1:]


def _person(fields: Fields) -> dict[str, Any]:
    out: dict[str, Any] = {"name": fields.line("name"), "email": fields.line("email")}
    out["bio"] = fields.text("description")
    fields.known("kind")
    _read_links(fields, out)
    if "image" in out:
        out["image"] = {key: value for key, value in out["image"].items() if value}
    return {key: value for key, value in out.items() if value}


def _owner(fields: Fields) -> dict[str, Any]:
    if fields.line("kind") == "individual":
        return {"type": "Person", **_person(fields)}
    out: dict[str, Any] = {"name": fields.line("name"), "email": fields.line("email")}
    _read_links(fields, out)
    if "image" in out:
        del out["image"]
        fields.leave("links")
    return {key: value for key, value in out.items() if value}


def _contact(fields: Fields) -> dict[str, Any]:
    out: dict[str, Any] = {"name": fields.line("name"), "email": fields.line("email")}
    fields.known("kind")
    if _PHONE.fullmatch(str(fields.data.get("description"))):
        out["telephone"] = fields.line("description")
    _read_links(fields, out)
    out.pop("image", None)
    return {key: value for key, value in out.items() if value}


def _read_links(fields: Fields, out: dict[str, Any]) -> None:
    for found in fields.named("links").values():
        found.known("@type", "display")
        rel, href = found.line("rel"), found.text("href")
        if rel == "icon" and "image" not in out:
            out["image"] = {"url": href, "name": found.line("title")}
        elif rel in ("describedby", "alternate", None) and "url" not in out:
            out["url"] = href
        else:
            found.leave("href")
