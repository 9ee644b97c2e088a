"""``{% load eventkit %}``: the filters of `eventkit.contrib.filters`, and tags for more options."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import mark_safe

from eventkit.contrib import filters
from eventkit.model import Event, TimeSlot

__all__ = ["register"]

register = template.Library()


def _safe(markup: Any) -> Any:
    return mark_safe(str(markup))


@register.filter
def jsonld(events: Any) -> Any:
    """``{{ event|jsonld }}``: the script element."""
    return _safe(filters.jsonld(events))


@register.filter
def ical_link(event: Event) -> str:
    """``{{ event|ical_link }}``: the calendar entry as a data URL."""
    return filters.ical_link(event)


@register.filter(name="local_time")
def local_time_filter(when: TimeSlot | Event, language: str = "en") -> str:
    """``{{ event.slot|local_time:"fr" }}``: day, time and zone in words."""
    return filters.local_time(when, language)


@register.filter
def safe_markdown(text: str | None) -> Any:
    """``{{ event.description|safe_markdown }}``: HTML without scripts."""
    return _safe(filters.safe_markdown(text))


@register.simple_tag
def local_time(when: TimeSlot | Event, language: str = "en", zone: str | None = None) -> str:
    """``{% local_time event "fr" "Asia/Tokyo" %}``: by the clocks of another zone."""
    return filters.local_time(when, language, zone)


@register.simple_tag
def time_element(when: TimeSlot | Event, language: str = "en", zone: str | None = None) -> Any:
    """``{% time_element event "fr" %}``: the same in a ``<time>`` element."""
    return _safe(filters.time_element(when, language, zone))


@register.simple_tag
def calendar_links(event: Event) -> dict[str, str]:
    """``{% calendar_links event as links %}``: by service."""
    return filters.calendar_links(event)
