"""Pages, images, recordings and materials as links. Source: RFC 8984 §1.4.11, §4.2.7."""

from __future__ import annotations

import re
from typing import Any

from eventkit.foreign import Fields
from eventkit.model import Event

__all__ = ["in_order", "link", "links", "read_links"]

_NUMBERED = re.compile(r"[a-z]+-(\d{1,5})")
_PAGES = frozenset({"describedby", "alternate", "canonical", "self"})


def link(
    href: str,
    rel: str,
    *,
    title: str | None = None,
    display: str | None = None,
    content_type: str | None = None,
) -> dict[str, Any]:
    """Return a Link."""
    out = {"@type": "Link", "href": href, "rel": rel}
    given = {"title": title, "display": display, "contentType": content_type}
    return {**out, **{key: value for key, value in given.items() if value}}


def links(event: Event) -> dict[str, Any]:
    """Return everything that the event points to by its id."""
    out: dict[str, Any] = {}
    if event.url:
        out["page"] = link(event.url, "describedby")
    for number, image in enumerate(event.images, 1):
        out[f"image-{number}"] = link(image.url, "icon", title=image.name, display="badge")
    for number, work in enumerate(event.materials, 1):
        out[f"material-{number}"] = link(
            work.url, "enclosure", title=work.name, content_type=work.encoding_format
        )
    for number, video in enumerate(event.recordings, 1):
        out[f"recording-{number}"] = link(video.url, "related", title=video.name)
    for number, offer in enumerate(event.offers, 1):
        if offer.url:
            out[f"offer-{number}"] = link(offer.url, "payment", title=offer.name)
    return out


def in_order(found: dict[str, Fields]) -> list[Fields]:
    """Return members of a map in the order of their numbers where all ids are numbered alike."""
    numbers = [_NUMBERED.fullmatch(name) for name in found]
    kinds = {name.partition("-")[0] for name in found}
    if all(numbers) and len(kinds) == 1:
        return [found[name] for name in sorted(found, key=lambda name: int(name.split("-")[1]))]
    return list(found.values())


def read_links(event: Fields, plain: dict[str, Any]) -> None:
    """Fill in what the links are of."""
    lists: dict[str, list[dict[str, Any]]] = {
        "images": [], "materials": [], "recordings": [], "offers": [],
    }  # fmt: skip
    for name, found in event.named("links").items():
        found.known("@type", "display")
        href, rel, title = found.text("href"), found.line("rel"), found.line("title")
        kind = found.line("contentType")
        if href is None:
            continue
        one = {key: value for key, value in (("url", href), ("name", title)) if value}
        if name.startswith("recording-") or (kind or "").startswith("video/"):
            lists["recordings"].append(one)
        elif rel == "icon":
            lists["images"].append(one)
        elif rel == "enclosure":
            lists["materials"].append({**one, **({"encoding_format": kind} if kind else {})})
        elif rel == "payment":
            lists["offers"].append(one)
        elif (rel is None or rel in _PAGES) and not plain.get("url"):
            plain["url"] = href
        else:
            found.leave("href")
    plain.update(lists)
