"""The text of an entry: what other properties cannot carry stands here in words."""

from __future__ import annotations

from eventkit.model import Affiliation, Event, JoinDetails, Speaker

__all__ = ["description"]


def description(event: Event, *, invited: bool) -> str:
    """Return the description, the speakers with their titles, and the way in if *invited*."""
    blocks = [event.alternate_name or "", event.description or ""]
    blocks += [_speaker(speaker) for speaker in event.speakers]
    if invited and event.joining:
        blocks.append(_joining(event.joining))
    return "\n\n".join(block for block in blocks if block)


def _speaker(speaker: Speaker) -> str:
    name = (
        f"{speaker.honorific_prefix} {speaker.name}" if speaker.honorific_prefix else speaker.name
    )
    titles = [_affiliation(affiliation) for affiliation in speaker.affiliations]
    head = f"{speaker.role.value.capitalize()}: {name}"
    return "\n".join([head, *titles, *([speaker.bio] if speaker.bio else [])])


def _affiliation(affiliation: Affiliation) -> str:
    organization = affiliation.organization
    parts = (affiliation.title, organization.name, organization.country)
    return ", ".join(part for part in parts if part)


def _joining(joining: JoinDetails) -> str:
    lines = [f"Join: {joining.url}"]
    for label, value in (
        ("Meeting ID", joining.meeting_id),
        ("Passcode", joining.passcode),
        ("Phone", joining.phone),
    ):
        if value:
            lines.append(f"{label}: {value}")
    if joining.instructions:
        lines.append(joining.instructions)
    return "\n".join(lines)
