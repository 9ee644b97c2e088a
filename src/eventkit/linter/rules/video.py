"""
Whether Google takes the recordings as videos, in its rules and Search Console's words.

Source: Google Search Central, Video (VideoObject, BroadcastEvent) structured data, as of
September 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from eventkit import codes
from eventkit.linter.rule import ERROR, GOOGLE, INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_VIDEO = "Google, Video structured data"


@rule(codes.VIDEO_NO_THUMBNAIL, ERROR, _VIDEO, profile=GOOGLE, needs="recordings")
def video_no_thumbnail(subject: Subject) -> Iterator[Fault]:
    """Required."""
    for number, video in enumerate(subject.event.recordings):
        if not video.thumbnail_url:
            yield Fault(
                'Missing field "thumbnailUrl" (in "VideoObject")',
                "add thumbnail_url: a still image that Google may fetch",
                ("recordings", number),
            )


@rule(codes.VIDEO_NO_UPLOAD_DATE, ERROR, _VIDEO, profile=GOOGLE, needs="recordings")
def video_no_upload_date(subject: Subject) -> Iterator[Fault]:
    """Required."""
    for number, video in enumerate(subject.event.recordings):
        if video.upload_date is None:
            yield Fault(
                'Missing field "uploadDate" (in "VideoObject")',
                "add upload_date with its offset, e.g. 2019-04-18T09:00:00+02:00",
                ("recordings", number),
            )


@rule(codes.VIDEO_UPLOAD_DATE_ZONE, WARNING, _VIDEO, profile=GOOGLE, needs="recordings")
def video_upload_date_zone(subject: Subject) -> Iterator[Fault]:
    """A date alone is of no zone."""
    for number, video in enumerate(subject.event.recordings):
        if video.upload_date is not None and not isinstance(video.upload_date, datetime):
            yield Fault(
                'Datetime property "uploadDate" is missing a timezone',
                f"write the time, too, e.g. {video.upload_date.isoformat()}T09:00:00+02:00",
                ("recordings", number, "upload_date"),
            )


@rule(codes.VIDEO_NO_PLAYER, INFO, _VIDEO, profile=GOOGLE, needs="recordings")
def video_no_player(subject: Subject) -> Iterator[Fault]:
    """Google recommends one of contentUrl and embedUrl."""
    for number, video in enumerate(subject.event.recordings):
        if not video.embed_url:
            yield Fault(
                'Either "contentUrl" or "embedUrl" should be specified (in "VideoObject")',
                "add embed_url: the address of the player",
                ("recordings", number),
            )


@rule(codes.VIDEO_RECOMMENDED, INFO, _VIDEO, profile=GOOGLE, needs="recordings")
def video_recommended(subject: Subject) -> Iterator[Fault]:
    """Description and length."""
    for number, video in enumerate(subject.event.recordings):
        path = ("recordings", number)
        if not video.description:
            yield Fault('Missing field "description" (in "VideoObject")', "add description", path)
        if not video.duration and not video.is_live_broadcast:
            yield Fault(
                'Missing field "duration" (in "VideoObject")', "add duration, e.g. PT1H", path
            )


@rule(codes.VIDEO_LIVE_END, WARNING, _VIDEO, profile=GOOGLE, needs="recordings")
def video_live_end(subject: Subject) -> Iterator[Fault]:
    """The LIVE badge needs the hour at which it ends, once it has ended."""
    event = subject.event
    for number, video in enumerate(event.recordings):
        if not video.is_live_broadcast:
            continue
        if event.slot.is_all_day:
            yield Fault(
                'Invalid datetime value for "startDate" (in "publication")',
                "give slot its times: a broadcast starts at an hour",
                ("recordings", number),
                ERROR,
            )
        elif event.slot.end is None:
            yield Fault(
                'Missing field "endDate" (in "publication")',
                "add end to slot; Google wants it at the latest when the broadcast is over",
                ("recordings", number),
                ERROR if subject.is_over else None,
            )


@rule(codes.VIDEO_LIVE_OVER, WARNING, _VIDEO, profile=GOOGLE, needs="recordings")
def video_live_over(subject: Subject) -> Iterator[Fault]:
    """A broadcast that is over is a recording."""
    for number, video in enumerate(subject.event.recordings):
        if video.is_live_broadcast and subject.is_over:
            yield Fault(
                "the broadcast is over, but is marked as live",
                "give the recording: its url and duration, without is_live_broadcast",
                ("recordings", number, "is_live_broadcast"),
            )
