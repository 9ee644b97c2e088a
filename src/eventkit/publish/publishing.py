"""Read, check, make, write: in this order, so that an error stops before anything is touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from html import escape

import attrs

from eventkit import codes
from eventkit.errors import ReadError
from eventkit.findings import Finding, Severity
from eventkit.model import Event
from eventkit.page import Pages
from eventkit.page.public import is_public
from eventkit.publish.gathering import LeftOut, Progress, quietly
from eventkit.publish.inputs import tools
from eventkit.publish.keeping import Earlier, earlier_pages
from eventkit.publish.manifest import Manifest, source_digest
from eventkit.publish.notices import notices
from eventkit.publish.output import Output
from eventkit.publish.site import Site

__all__ = ["Summary", "publish"]


@attrs.frozen
class Summary:
    """
    What was done.

    Args:
        events: How many events have a page.
        hidden: How many are private or confidential and have none.
        files: How many files the site has.
        written: How many of these were new or changed.
        removed: How many files are no more.
        kept: The folders of pages of an earlier run that stay though their events have an error.
        undated: How many events in the feeds were published at a time that nothing tells.
        findings: What those who follow the site would miss, by what it was before: an event under
            another uid, or at another time with the old sequence.
    """

    events: int
    hidden: int
    files: int
    written: int
    removed: int
    kept: tuple[str, ...] = ()
    undated: int = 0
    findings: tuple[Finding, ...] = ()


def publish(
    events: Iterable[Event],
    output: str | os.PathLike[str],
    *,
    base_url: str | None = None,
    title: str = "",
    pages: Pages | None = None,
    sources: Mapping[str, str] | None = None,
    changed: Mapping[str, datetime] | None = None,
    left_out: LeftOut | None = None,
    processes: int = 1,
    progress: Progress = quietly,
) -> Summary:
    """
    Write the site of *events* into the folder *output*; what has not changed stays untouched.

    Args:
        events: The events, with different uids.
        output: The folder; it is made if need be.
        base_url: Where the site will be.
        title: What it is called.
        pages: How pages are made: language, time zones, templates.
        sources: uid -> name of the file of an event, which is kept as a digest, so that pages
            can be told that come from a file that cannot be read another time.
        changed: uid -> when the file of an event was last changed, aware. The feeds have it of an
            event that does not say when it was published, and the folder keeps it.
        left_out: What is not among the events for errors; earlier pages of it stay as they are.
        processes: How many draw cards as PNG at the same time. With more than one, a program that
            calls this must be guarded by ``if __name__ == "__main__"``.
        progress: Wraps what takes long; gets the items, their number and a word.

    Raises:
        PublicSecretError: A text of an event shows its way in.
        ReadError: A page would tell a way in otherwise, as by a template of one's own.
        WriteError: The folder is not a site of ours.
        OSError: A file cannot be written.
    """
    found = tuple(events)
    with Output(output) as target:
        before = target.before or Manifest()
        known = {event.uid for event in found}
        earlier = earlier_pages(target.folder, before, known, left_out) if left_out else []
        site = Site(
            (*found, *(one.event for one in earlier if one.event)),
            base_url,
            title,
            pages or Pages(),
            before,
            {one.uid: one.slug for one in earlier},
            changed or {},
        )
        files = [*site.files(), *(file for one in earlier for file in one.recipes(target.folder))]
        all_files = progress(files, len(files), "Publishing")
        target.prepare(
            all_files, tools(site.pages, site.name, base_url or ""), _guard(site), processes
        )
        made = _manifest(site, earlier, before, target.files, sources or {})
        told = tuple(_notices(target, site, before, known, sources or {}))
        folders = tuple(_unlisted(site, earlier, made))
        unlisted = {path for path in target.files if folders and path.startswith(folders)}
        written, removed = target.commit(made, unlisted)
    return Summary(
        len(site.shown) + sum(one.event is None for one in earlier),
        sum(not is_public(event) for event in found),
        len(target.files),
        written,
        removed,
        tuple(one.folder for one in earlier),
        site.undated,
        told,
    )


def _notices(
    target: Output, site: Site, before: Manifest, known: set[str], sources: Mapping[str, str]
) -> Iterable[Finding]:
    """Return what is to be said of events that are other than in the run before."""
    read = (one for one in site.listed if one.uid not in site.kept)
    gone = before.slugs.keys() - known - site.kept.keys()
    return notices(target.folder, before, target.files, read, gone, sources)


def _manifest(
    site: Site,
    earlier: list[Earlier],
    before: Manifest,
    files: dict[str, str],
    sources: Mapping[str, str],
) -> Manifest:
    listed = {event.uid for event in site.listed} | (site.kept.keys() & before.slugs.keys())
    told = {}
    for event in site.shown:
        if (name := sources.get(event.uid)) and event.uid not in site.kept:
            folder = site.page(event)
            told[folder] = source_digest(folder, name)
    for one in earlier:
        if known := before.source_of(one.folder):
            told[one.folder] = known
    return Manifest(
        files,
        {uid: slug for uid, slug in site.slugs.items() if uid in listed},
        {slug: uid for slug, uid in site.redirects.items() if uid in listed},
        told,
        {uid: seen.text() for uid, seen in site.seen.items()},
    )


def _unlisted(site: Site, earlier: list[Earlier], made: Manifest) -> Iterator[str]:
    """Yield the folders of pages that are in no list, and whose names are not to be kept."""
    yield from (site.page(event) for event in site.shown if event.uid not in made.slugs)
    yield from (one.folder for one in earlier if one.uid not in made.slugs)


def _guard(site: Site) -> Callable[[str, bytes], None]:
    """Return what checks that a page tells no address by which the invited come in."""
    secrets = {
        f"{site.page(event)}index.html": event.joining.url
        for event in site.events
        if event.joining is not None and is_public(event)
    }

    def check(path: str, data: bytes) -> None:
        secret = secrets.get(path)
        if secret and any(text.encode("utf-8") in data for text in (secret, escape(secret))):
            finding = Finding(
                codes.SECRET_IN_TEXT,
                Severity.ERROR,
                f"{path}: the page would tell how to join",
                "take the link or passcode out of the text; joining is the place for it",
            )
            raise ReadError(finding.message, finding.hint, (finding,))

    return check
