"""Read, check, make, write: in this order, so that an error stops before anything is touched."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import ReadError
from eventkit.files import read
from eventkit.findings import Finding, Reading, Severity
from eventkit.linter import lint
from eventkit.linter.walk import event_files
from eventkit.model import Event
from eventkit.page import Pages
from eventkit.page.public import is_public
from eventkit.publish.inputs import tools
from eventkit.publish.manifest import Manifest
from eventkit.publish.output import Output
from eventkit.publish.site import Site

__all__ = ["Summary", "publish", "read_events"]

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
_SECRETS = (codes.SECRET_IN_TEXT, codes.SECRET_IN_PUBLIC)


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
    """

    events: int
    hidden: int
    files: int
    written: int
    removed: int


def _quietly(items: Iterable[Any], number: int, what: str) -> Iterable[Any]:
    del number, what
    return items


def read_events(paths: Iterable[str], progress: Progress = _quietly) -> Reading:
    """
    Read the events of files and folders, each once, with what is wrong across them.

    An event that stands in two files alike is one; two that differ under one uid are an error.
    """
    files = list(event_files(paths))
    events: dict[str, tuple[Event, str]] = {}
    findings: list[Finding] = []
    for file in progress(files, len(files), "Reading"):
        reading = read(file)
        findings += reading.in_file(file).findings
        for event in reading.events:
            findings += _told(event, file)
            known, where = events.setdefault(event.uid, (event, file))
            if known != event:
                findings.append(_clash(event, file, where))
    return Reading(events=[event for event, _ in events.values()], findings=findings)


def _told(event: Event, file: str) -> Iterator[Finding]:
    """Return what tells a way in where everybody sees it."""
    for finding in lint(event, select=_SECRETS):
        if finding.severity is Severity.ERROR:
            yield attrs.evolve(finding, file=file)


def _clash(event: Event, file: str, where: str) -> Finding:
    return Finding(
        codes.SAME_UID,
        Severity.ERROR,
        f"{event.name!r:.60} has the uid of another event, in {where}",
        "give one of them a uid of its own",
        file=file,
        path="uid",
    )


def publish(
    events: Iterable[Event],
    output: str | os.PathLike[str],
    *,
    base_url: str | None = None,
    title: str = "",
    pages: Pages | None = None,
    progress: Progress = _quietly,
) -> Summary:
    """
    Write the site of *events* into the folder *output*; what has not changed stays untouched.

    Args:
        events: The events, with different uids.
        output: The folder; it is made if need be.
        base_url: Where the site will be.
        title: What it is called.
        pages: How pages are made: language, time zones, templates.
        progress: Wraps what takes long; gets the items, their number and a word.

    Raises:
        ReadError: A page would tell a way in.
        WriteError: The folder is not a site of ours.
        OSError: A file cannot be written.
    """
    found = tuple(events)
    with Output(output) as target:
        before = target.before or Manifest()
        site = Site(found, base_url, title, pages or Pages(), before.slugs, before.redirects)
        files = list(site.files())
        all_files = progress(files, len(files), "Publishing")
        target.prepare(all_files, tools(site.pages, site.name, base_url or ""), _guard(site))
        listed = {event.uid for event in site.listed}
        slugs = {uid: slug for uid, slug in site.slugs.items() if uid in listed}
        redirects = {slug: uid for slug, uid in site.redirects.items() if uid in listed}
        folders = tuple(site.page(event) for event in site.shown if event.uid not in listed)
        unlisted = {path for path in target.files if folders and path.startswith(folders)}
        written, removed = target.commit(Manifest(target.files, slugs, redirects), unlisted)
    hidden = sum(not is_public(event) for event in found)
    return Summary(len(site.shown), hidden, len(target.files), written, removed)


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
