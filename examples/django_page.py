"""
A site of webinars with Django, in one file: a list, a page for each, a calendar, a feed.

    EVENTS=examples/events python examples/django_page.py runserver 8000
"""

from __future__ import annotations

import os
import sys

import django
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

settings.configure(
    SECRET_KEY="only for this example",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    USE_TZ=True,
    INSTALLED_APPS=["eventkit.contrib.django"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
)
django.setup()

from eventkit import render
from eventkit.contrib.django.views import EventFeed, calendar
from eventkit.model import Event
from eventkit.publish import read_events

LIST = """\
{% load eventkit %}<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Webinars</title>
<link rel="alternate" type="application/atom+xml" href="{% url "news" %}">
{{ events|jsonld }}
<h1>Webinars</h1>
<ul>
{% for event in events %}
<li>{% time_element event "en" %}: <a href="{% url "show" event.uid %}">{{ event.name }}</a>
{% endfor %}
</ul>
<p><a href="{% url "calendar" %}">Calendar</a>
"""


def all_events(*_: object) -> list[Event]:
    """Return the public events of the folder."""
    found = read_events([os.environ.get("EVENTS", "events")]).or_raise().events
    public = (event for event in found if event.visibility == "public")
    return sorted(public, key=lambda event: event.slot.start.isoformat())


def index(request: HttpRequest) -> HttpResponse:
    """Show all."""
    template = engines["django"].from_string(LIST)
    return HttpResponse(template.render({"events": all_events()}, request))


def show(request: HttpRequest, uid: str) -> HttpResponse:
    """Show one, on the page that eventkit makes."""
    found = next((event for event in all_events() if event.uid == uid), None)
    if found is None:
        raise Http404("no such event")
    return HttpResponse(render(found, "html"))


class News(EventFeed):
    """What was announced."""

    title = "Webinars"
    link = "/"

    def events(self) -> list[Event]:
        """Return all."""
        return all_events()


urlpatterns = [
    path("", index),
    path("webinars.ics", calendar(all_events, name="Webinars"), name="calendar"),
    path("news.xml", News(), name="news"),
    path("webinars/<path:uid>/", show, name="show"),
]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
