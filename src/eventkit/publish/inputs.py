"""
What the files of a site are made of, as digests: what has the same inputs need not be made again.

A digest is public, as it is kept in the folder of the site, so that none is made of the way in:
a passcode of six digits could be found by trying all.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import attrs

from eventkit.model import Event
from eventkit.page import Pages
from eventkit.page.public import without_way_in
from eventkit.plain import to_dict
from eventkit.timezones import tzdata_version

__all__ = ["Recipe", "card_inputs", "digest", "drawn_by", "event_digest", "tools"]

_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "nh3", "resvg-py")


@attrs.frozen
class Recipe:
    """
    How a file is made; calling it makes it.

    Args:
        make: Returns the content.
        inputs: All that the content follows from, beside what the whole site does.
        draw: Makes the content of the text that *make* returns, which takes long and may be done
            in another process. The content follows from the text and from *by* alone.
        by: What draws, and its release.
    """

    make: Callable[[], str | bytes]
    inputs: tuple[str, ...] = ()
    draw: Callable[[str], bytes] | None = None
    by: str = ""

    def __call__(self) -> str | bytes:
        """Return the content."""
        made = self.make()
        return self.draw(made) if self.draw and isinstance(made, str) else made


def digest(*parts: str | bytes) -> str:
    """Return 24 hexadecimal digits of all parts, in order."""
    found = hashlib.blake2b(digest_size=12)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


def event_digest(event: Event) -> str:
    """Return the digest of all that is public of *event*, and that there is a way in."""
    plain = json.dumps(to_dict(without_way_in(event)), ensure_ascii=True)
    return digest(plain, *_ways(event))


def _ways(event: Event) -> list[str]:
    ways = [event.attendance_mode.value if event.attendance_mode else ""]
    return [*ways, *(way for one in event.sub_events for way in _ways(one))]


def card_inputs(event: Event) -> tuple[str, ...]:
    """Return what stands on the card of an event: drawing is slow, and most changes are others."""
    organizer = event.organizer.name if event.organizer else ""
    series = event.series.name if event.series else ""
    said = (event.name, repr(event.slot), event.status.value, series, organizer)
    return (*said, *event.in_language, "", *(one.name for one in event.speakers))


def drawn_by() -> str:
    """Return what draws pictures."""
    return f"resvg-py {_version('resvg-py')}"


def tools(pages: Pages, *parts: str) -> str | None:
    """
    Return the digest of what every file follows from: this package, the libraries, the time
    zones, the templates, the options; None when the release of the time zones is not known.
    """
    if (zones := tzdata_version()) == "unknown":
        return None
    options = (pages.language or "", *pages.zones, _folder(pages.templates))
    return digest(_package(), zones, unicodedata.unidata_version, *options, "", *parts)


@cache
def _package() -> str:
    """Return the digest of the code and its libraries."""
    return digest(_folder(str(Path(__file__).parent.parent)), *map(_version, _LIBRARIES))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _folder(folder: str | None) -> str:
    """Return the digest of all files below *folder*, or nothing."""
    if folder is None:
        return ""
    return digest(*_contents(Path(folder)))


def _contents(folder: Path) -> Iterable[str | bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes()
