"""
A site of webinars with Flask: a list, a page for each, a calendar to subscribe to, a feed.

    python examples/flask_page.py examples/events 5000
"""

from __future__ import annotations

import sys

import flask

from eventkit import render, to_ical
from eventkit.contrib.jinja import install
from eventkit.publish import read_events

LIST = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Webinars</title>
<link rel="alternate" type="application/atom+xml" href="{{ url_for("news") }}">
{{ events|jsonld }}
<h1>Webinars</h1>
<ul>
{% for event in events %}
<li>{{ event.slot|time_element("en") }}:
<a href="{{ url_for("show", uid=event.uid) }}">{{ event.name }}</a>
{% endfor %}
</ul>
<p><a href="{{ url_for("calendar") }}">Calendar</a>
"""


def application(folder: str) -> flask.Flask:
    """Return the application for the events of a folder; those that are not public are left out."""
    app = flask.Flask(__name__)
    install(app.jinja_env)
    found = read_events([folder]).or_raise().events
    public = [event for event in found if event.visibility == "public"]
    events = sorted(public, key=lambda event: event.slot.start.isoformat())
    by_uid = {event.uid: event for event in events}

    @app.get("/")
    def index() -> str:
        return flask.render_template_string(LIST, events=events)

    @app.get("/webinars/<path:uid>/")
    def show(uid: str) -> str:
        return render(by_uid[uid], "html") if uid in by_uid else flask.abort(404)

    @app.get("/webinars.ics")
    def calendar() -> flask.Response:
        text = to_ical(events, utc=True, name="Webinars")
        answer = flask.Response(text, content_type="text/calendar; charset=utf-8")
        answer.add_etag()
        return answer.make_conditional(flask.request)

    @app.get("/news.xml")
    def news() -> flask.Response:
        home = flask.request.host_url
        text = render(events, "atom", title="Webinars", home=home, feed=f"{home}news.xml")
        return flask.Response(text, content_type="application/atom+xml; charset=utf-8")

    return app


if __name__ == "__main__":
    application(sys.argv[1]).run(port=int(sys.argv[2]))
