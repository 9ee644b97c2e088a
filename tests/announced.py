"""Holding what was read of an announcement against the answers of who wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from eventkit.findings import Reading
from eventkit.formats.announcement import parse
from eventkit.formats.announcement.text.countries import country_code
from eventkit.model import Event

FOLDER = Path(__file__).parent / "data" / "announcements"
ROLES = {"chair": "moderator"}


def answers() -> list[Path]:
    """Return the files with answers."""
    return sorted(FOLDER.glob("*.json"))


def read_answer(path: Path) -> tuple[dict[str, Any], Reading]:
    """Return the answers of a file, and what is read of its announcement."""
    answer = json.loads(path.read_text("utf-8"))
    return answer, parse((FOLDER / answer["file"]).read_bytes(), file=answer["file"])


def told(event: Event) -> dict[str, Any]:
    """Return the facts of an event in the shape of the answers."""
    start, end = event.slot.start, event.slot.end
    joining = event.joining
    prices = {(o.price, o.currency) for o in event.offers if o.price is not None}
    return {
        "name": event.name,
        "start_local": _local(start),
        "end_local": _local(end),
        "start_utc": _utc(start),
        "end_utc": _utc(end),
        "speakers": [_speaker(one) for one in event.speakers],
        "organizer": event.organizer.name if event.organizer else None,
        "registration_url": next((o.url for o in event.offers if o.url), None),
        "join_url": joining.url if joining else None,
        "passcode": joining.passcode if joining else None,
        "meeting_id": joining.meeting_id if joining else None,
        "price": _price(prices),
        "languages": list(event.in_language),
        "agenda": [
            (_local(sub.slot.start), _local(sub.slot.end), sub.name,
             [one.name for one in sub.speakers])
            for sub in event.sub_events
        ],
        "contact": event.contact and (event.contact.email or event.contact.name),
        "description": " ".join((event.description or "").split()),
    }  # fmt: skip


def _local(when: date | None) -> str | None:
    if when is None:
        return None
    return when.strftime("%Y-%m-%dT%H:%M" if isinstance(when, datetime) else "%Y-%m-%d")


def _utc(when: date | None) -> str | None:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if isinstance(when, datetime) else None


def _price(prices: set[tuple[Decimal | None, str | None]]) -> object:
    if prices == {(Decimal(0), None)}:
        return "free"
    return sorted((str(amount), currency) for amount, currency in prices) or None


def _speaker(one: Any) -> tuple[Any, ...]:
    held = [(a.title, a.organization.name, a.organization.country) for a in one.affiliations]
    return one.name, one.honorific_prefix, one.role.value, held


def wanted(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the answers in the shape of `told`."""
    facts = {key: answer.get(key) for key in told_keys() if key in answer}
    facts["speakers"] = [
        (
            one["name"], one.get("honorific"), ROLES.get(one["role"], one["role"] or "speaker"),
            [
                (held["title"], held["organization"],
                 country_code(held["country"]) if held["country"] else None)
                for held in one["roles"]
            ],
        )
        for one in answer["speakers"]
    ]  # fmt: skip
    facts["agenda"] = [
        (start, end, title, people) for start, end, title, people in answer["agenda"]
    ]
    price = answer["price"]
    if isinstance(price, dict):
        facts["price"] = [(str(Decimal(price["amount"])), price["currency"])]
    return facts


def told_keys() -> list[str]:
    """Return the names of the facts."""
    return [
        "name", "start_local", "end_local", "start_utc", "end_utc", "organizer",
        "registration_url", "join_url", "passcode", "meeting_id", "price", "languages", "contact",
    ]  # fmt: skip


def differences(answer: dict[str, Any], event: Event) -> Iterator[tuple[str, Any, Any]]:
    """Yield each fact that is not as the answers have it: its name, what came, what is right."""
    facts = told(event)
    for key, right in wanted(answer).items():
        if facts[key] != right:
            yield key, facts[key], right
    for phrase in answer["description_contains"]:
        if phrase not in facts["description"]:
            yield "description", facts["description"], phrase
