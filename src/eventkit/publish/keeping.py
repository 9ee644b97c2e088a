"""
Pages of an earlier run that stay: their events cannot be read now, which is no reason to tell
everybody that they are off.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path

import attrs

from eventkit.model import Event
from eventkit.publish.gathering import LeftOut
from eventkit.publish.inputs import Recipe
from eventkit.publish.manifest import Manifest, source_digest
from eventkit.publish.notices import entry_of

__all__ = ["Earlier", "earlier_pages"]

_CALENDAR = "event.ics"


@attrs.frozen
class Earlier:
    """
    The page of an event as an earlier run has made it.

    Args:
        uid: Of its event; for an event that is not listed, the folder.
        folder: Its path in the site, with a slash at the end.
        files: The paths in it.
        event: As its calendar entry tells it, for the lists; None where it is not to be in them.
    """

    uid: str
    folder: str
    files: tuple[str, ...]
    event: Event | None

    @property
    def slug(self) -> str:
        """The last part of its folder."""
        return self.folder.rstrip("/").rpartition("/")[2]

    def recipes(self, site: Path) -> Iterator[tuple[str, Recipe]]:
        """Return each file, which is made of itself."""
        for path in self.files:
            yield path, Recipe(partial((site / path).read_bytes), ("kept",))


def earlier_pages(
    site: Path, before: Manifest, known: Container[str], left_out: LeftOut
) -> list[Earlier]:
    """
    Return the pages that stay as they are.

    Args:
        site: The folder.
        before: What it was made of.
        known: The uids of all events that are read now, also of those that are not public.
        left_out: What is not read now. A page stays if its uid is among that or its source,
            unless the event is no longer public or the page would tell the way in.
    """
    listed = {f"events/{slug}/": uid for uid, slug in before.slugs.items()}
    found = []
    for folder, files in _pages(site, before.files):
        uid = listed.get(folder)
        if uid in known or not (uid in left_out.uids or _is_of(left_out.sources, folder, before)):
            continue
        event = entry_of(site / folder)
        told = uid or (event.uid if event else "")
        if told in known or told in left_out.hidden:
            continue
        if not _tells(site, files, left_out.ways.get(told)):
            found.append(Earlier(uid or folder, folder, files, event if uid else None))
    return found


def _pages(site: Path, files: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the folders of events that are there, with their files."""
    folders: dict[str, list[str]] = {}
    for path in sorted(files):
        above, _, _ = path.rpartition("/")
        if above.startswith("events/") and (site / path).is_file():
            folders.setdefault(f"{above}/", []).append(path)
    for folder, found in folders.items():
        if f"{folder}{_CALENDAR}" in found:
            yield folder, tuple(found)


def _is_of(sources: Iterable[str], folder: str, before: Manifest) -> bool:
    told = before.source_of(folder)
    return told is not None and any(source_digest(folder, name) == told for name in sources)


def _tells(site: Path, files: Iterable[str], way: str | None) -> bool:
    if not way:
        return False
    texts = [text.encode("utf-8") for text in (way, escape(way))]
    return any(text in (site / path).read_bytes() for path in files for text in texts)
