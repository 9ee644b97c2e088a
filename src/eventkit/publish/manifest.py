"""What a site was made of, kept in it so that the next time only what has changed is made."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

import attrs

from eventkit.errors import WriteError
from eventkit.publish.inputs import digest

__all__ = ["MANIFEST", "Manifest", "is_safe", "source_digest"]

MANIFEST = ".eventkit-site.json"
_HASHED = "sha256:"
_SAFE = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^\0\\/]+(?:/[^\0\\/]+)*")


@attrs.frozen
class Manifest:
    """
    The files of a site.

    Args:
        files: Path → digests of what the file was made of, of its content, and of the text that
            a picture was drawn of.
        slugs: Slugs of events by uid.
        redirects: Older slugs, and the uids they lead to.
        sources: Folder of an event → digest of it and the name of the file with the event.
        news: Listed events that do not say when they were published, by uid, and what is kept of
            that; see `eventkit.publish.news`.

    The folder is public, so unlisted events are not in it by name: their files stand as hashes.
    """

    files: dict[str, str] = attrs.field(factory=dict)
    slugs: dict[str, str] = attrs.field(factory=dict)
    redirects: dict[str, str] = attrs.field(factory=dict)
    sources: dict[str, str] = attrs.field(factory=dict)
    news: dict[str, str] = attrs.field(factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """
        Return the manifest of a site, or None when there is none.

        Raises:
            WriteError: It is not one of ours.
        """
        try:
            text = (folder / MANIFEST).read_text("utf-8")
        except FileNotFoundError:
            return None
        try:
            found = json.loads(text)
            known = {name: found[name] for name in ("files", "slugs", "redirects")}
            known |= {name: found.get(name, {}) for name in ("sources", "news")}
        except (ValueError, LookupError, TypeError, RecursionError):
            raise _damaged(folder) from None
        if not all(map(_is_texts, known.values())) or not all(map(is_safe, known["files"])):
            raise _damaged(folder)
        return cls(**{**known, "files": dict(_resolved(folder, known["files"]))})

    def source_of(self, folder: str) -> str | None:
        """Return the digest of the source of the event in *folder*, if it is known."""
        return self.sources.get(folder) or self.sources.get(_hash(folder))

    def text(self, unlisted: Container[str] = ()) -> str:
        """Return what is kept, with the paths that are *unlisted* as hashes, and no digests."""
        files = {
            _hash(path) if path in unlisted else path: "" if path in unlisted else made
            for path, made in self.files.items()
        }
        sources = {
            _hash(folder) if f"{folder}index.html" in unlisted else folder: told
            for folder, told in self.sources.items()
        }
        fields = {"version": 2, **attrs.asdict(self), "files": files, "sources": sources}
        return json.dumps(fields, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def is_safe(path: str) -> bool:
    """Whether a path stays below its folder."""
    return len(path) < 1000 and _SAFE.fullmatch(path) is not None


def source_digest(folder: str, name: str) -> str:
    """Return the digest of the folder of an event and the name of the file it is from."""
    return digest(folder, name)


def _hash(path: str) -> str:
    return f"{_HASHED}{hashlib.sha256(path.encode('utf-8')).hexdigest()}"


def _resolved(folder: Path, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Return the paths, those that stand as hashes by looking for them in the folder."""
    hashed = {name for name in files if name.startswith(_HASHED)}
    yield from ((name, made) for name, made in files.items() if name not in hashed)
    for path in sorted((folder / "events").glob("*/*")) if hashed else ():
        name = path.relative_to(folder).as_posix()
        if _hash(name) in hashed:
            yield name, ""


def _is_texts(mapping: Any) -> bool:
    return isinstance(mapping, dict) and all(isinstance(one, str) for one in mapping.values())


def _damaged(folder: Path) -> WriteError:
    return WriteError(
        f"{folder / MANIFEST} is damaged", "remove the folder, or publish into a new one"
    )
