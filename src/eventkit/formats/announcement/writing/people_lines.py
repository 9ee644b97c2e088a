"""The lines about a person: the first shape that is read back is taken."""

from __future__ import annotations

from collections.abc import Iterator

from eventkit.formats.announcement.page.reader import read_lines
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.person import Named
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.paragraphs import ESCAPE, written
from eventkit.formats.announcement.text.preparing import prepared
from eventkit.formats.announcement.text.source import Notes, Source
from eventkit.formats.announcement.writing.facts import Style, name_of, person_quoted, with_country
from eventkit.formats.announcement.writing.plain import is_plain
from eventkit.model import Affiliation, Speaker

__all__ = ["speaker_blocks"]


def speaker_blocks(speaker: Speaker, others: tuple[Speaker, ...], style: Style) -> list[str]:
    """Return the blocks of lines about one person, with the biography last."""
    strict = style.label(speaker.role.value, person_quoted(speaker))
    if style.is_strict("speakers"):
        blocks = [strict]
    else:
        shapes = (shape for shape in _shapes(speaker, style) if _is_read_back(shape, speaker))
        blocks = next(shapes, [strict])
    if not speaker.bio:
        return blocks
    bio = written(speaker.bio, is_plain)
    if not style.is_strict("speakers") and _is_known_biography(bio, speaker, others):
        return [*blocks, bio]
    return [*blocks, f"{style.label('bio', '').rstrip()}\n{bio}"]


def _shapes(speaker: Speaker, style: Style) -> Iterator[list[str]]:
    head = style.label(speaker.role.value, name_of(speaker))
    for address in (speaker.url, *speaker.same_as, speaker.email):
        head += f" <{address}>" if address else ""
    held = speaker.affiliations
    if not held:
        yield [head]
        return
    plain = [_affiliation(one, ", ") for one in held]
    strict = [_affiliation(one, " @ ") for one in held]
    yield [head, " & ".join(plain)]
    yield [head, "; ".join(plain)]
    if len(held) == 1 and held[0].title is None:
        yield [f"{head} ({plain[0]})"]
    yield [f"{head}, {'; '.join(plain)}"]
    yield [head, "; ".join(strict)]
    yield [f"{head}, {'; '.join(strict)}"]


def _affiliation(held: Affiliation, joiner: str) -> str:
    body = with_country(held.organization.name, held.organization.country)
    return f"{held.title}{joiner}{body}" if held.title else body


def _is_read_back(blocks: list[str], speaker: Speaker) -> bool:
    notes = Notes(Source("x\n\n" + "\n\n".join(blocks)))
    people = read_lines(prepared(notes).lines, notes).people
    if len(people) != 1:
        return False
    return _essence(people[0].speaker(notes, "")) == _essence(speaker) and not notes.found


def _essence(speaker: Speaker | None) -> object:
    """Return what the line shapes carry of a person."""
    if speaker is None:
        return None
    held = [
        (one.title, one.organization.name, one.organization.country) for one in speaker.affiliations
    ]
    return (
        speaker.name,
        speaker.honorific_prefix,
        speaker.role,
        speaker.url,
        speaker.email,
        speaker.same_as,
        held,
    )


def _is_known_biography(bio: str, speaker: Speaker, others: tuple[Speaker, ...]) -> bool:
    """Whether every paragraph names this person and no other, so that it needs no label."""
    drafts = [Draft(Named(one.name), "speaker", Line("", 0)) for one in others]
    names = [draft for draft in drafts if draft.named.name == speaker.name]
    for block in bio.split("\n\n"):
        first = block.split("\n", 1)[0]
        named = [draft for draft in drafts if draft.is_named_in(first)]
        if len(first) <= 40 or len(names) != 1 or named != names or first.startswith(ESCAPE):
            return False
    return True
