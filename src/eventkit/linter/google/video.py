"""
Whether Google takes the recordings as videos, by their markup and in Search Console's words.

Source: Google Search Central, Video (VideoObject, Clip, BroadcastEvent) structured data, as of
September 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.formats.jsonld.reading.moments import length
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.linter.google.judged import Judged, judge
from eventkit.linter.rule import ERROR, INFO, WARNING, Fault

__all__: list[str] = []

_VIDEO = "Google, Video structured data"
_KIND = "VideoObject"
_TIME = "2019-04-18T09:00:00+02:00"
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)"
)


def _missing(name: str, inside: str = _KIND) -> str:
    return f'Missing field "{name}" (in "{inside}")'


@judge(codes.VIDEO_NO_THUMBNAIL, ERROR, _VIDEO, kind=_KIND)
def video_no_thumbnail(judged: Judged) -> Iterator[Fault]:
    """Required."""
    if not judged.node.has("thumbnailUrl", "thumbnail"):
        hint = judged.hint("add thumbnail_url", 'add "thumbnailUrl"')
        yield Fault(_missing("thumbnailUrl"), f"{hint}: a still image that Google may fetch")


@judge(codes.VIDEO_NO_UPLOAD_DATE, ERROR, _VIDEO, kind=_KIND)
def video_no_upload_date(judged: Judged) -> Iterator[Fault]:
    """Required."""
    if not judged.node.has("uploadDate"):
        hint = judged.hint("add upload_date", 'add "uploadDate"')
        yield Fault(_missing("uploadDate"), f"{hint} with its offset, e.g. {_TIME}")


@judge(codes.VIDEO_NO_NAME, ERROR, _VIDEO, kind=_KIND)
def video_no_name(judged: Judged) -> Iterator[Fault]:
    """Required; eventkit writes the title of the event where a video has none."""
    if not judged.node.has("name"):
        yield Fault(_missing("name"), 'add "name": the title of the video')


@judge(codes.VIDEO_UPLOAD_DATE_ZONE, WARNING, _VIDEO, kind=_KIND)
def video_upload_date_zone(judged: Judged) -> Iterator[Fault]:
    """A date alone is of no zone."""
    for text, path in judged.node.texts("uploadDate"):
        if not _MOMENT.fullmatch(text.strip()):
            yield Fault(
                'Datetime property "uploadDate" is missing a timezone',
                f"write the time, too, with its offset, e.g. {_TIME}",
                path,
            )


@judge(codes.VIDEO_NO_PLAYER, INFO, _VIDEO, kind=_KIND)
def video_no_player(judged: Judged) -> Iterator[Fault]:
    """Google recommends one of contentUrl and embedUrl."""
    if not judged.node.has("contentUrl", "embedUrl"):
        hint = judged.hint("add embed_url", 'add "embedUrl"')
        yield Fault(
            f'Either "contentUrl" or "embedUrl" should be specified (in "{_KIND}")',
            f"{hint}: the address of the player",
        )


@judge(codes.VIDEO_RECOMMENDED, INFO, _VIDEO, kind=_KIND)
def video_recommended(judged: Judged) -> Iterator[Fault]:
    """Description and length."""
    node = judged.node
    if not node.has("description"):
        yield Fault(_missing("description"), judged.hint("add description", 'add "description"'))
    told = node.text("duration")
    if told is None and not _live(node):
        hint = judged.hint("add duration, e.g. PT1H", 'add "duration": "PT1H"')
        yield Fault(_missing("duration"), hint)
    elif told is not None and not length(told):
        message = f'Invalid value in field "duration" (in "{_KIND}")'
        yield Fault(message, "write e.g. PT1H30M", ("duration",), WARNING)


def _live(node: Node) -> list[Node]:
    """Return the broadcasts that say that they are live."""
    return [
        one
        for one in node.things("publication")
        if (one.text("isLiveBroadcast") or "").rpartition("/")[2].lower() == "true"
    ]


@judge(codes.VIDEO_LIVE_END, WARNING, _VIDEO, kind=_KIND)
def video_live_end(judged: Judged) -> Iterator[Fault]:
    """The LIVE badge needs the hours at which it starts and ends."""
    for one in _live(judged.node):
        start = one.text("startDate")
        if start is None or not _MOMENT.fullmatch(start.strip()):
            what = 'Invalid datetime value for "startDate" (in "publication")'
            yield Fault(
                _missing("startDate", "publication") if start is None else what,
                judged.hint(
                    "give slot its times: a broadcast starts at an hour",
                    f'write "startDate": "{_TIME}"',
                ),
                one.path,
                ERROR,
            )
        elif not one.has("endDate"):
            hint = judged.hint("add end to slot", 'add "endDate"')
            yield Fault(
                _missing("endDate", "publication"),
                f"{hint}; Google wants it at the latest when the broadcast is over",
                one.path,
                ERROR if judged.is_past(start[:10]) else None,
            )


@judge(codes.VIDEO_LIVE_OVER, WARNING, _VIDEO, kind=_KIND)
def video_live_over(judged: Judged) -> Iterator[Fault]:
    """A broadcast that is over is a recording."""
    for one in _live(judged.node):
        if judged.is_past(one.text("endDate") or (one.text("startDate") or "")[:10]):
            yield Fault(
                "the broadcast is over, but is marked as live",
                judged.hint(
                    "give the recording: its url and duration, without is_live_broadcast",
                    "give the recording: its address and duration, without isLiveBroadcast",
                ),
                (*one.path, "isLiveBroadcast"),
            )


@judge(codes.VIDEO_CLIP, WARNING, _VIDEO, kind=_KIND)
def video_clip(judged: Judged) -> Iterator[Fault]:
    """A key moment has a name, a start of its own and an address."""
    starts: set[str] = set()
    for clip in judged.node.things("hasPart"):
        if not clip.is_a("Clip"):
            continue
        for name in ("name", "startOffset", "url"):
            if not clip.has(name):
                yield Fault(_missing(name, "hasPart"), f'add its "{name}"', clip.path)
        start = clip.text("startOffset")
        if start is not None and start in starts:
            message = f"two clips start at {start[:20]} seconds"
            yield Fault(message, "give each a start of its own", (*clip.path, "startOffset"))
        starts.add(start or "")
