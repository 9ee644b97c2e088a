"""eventkit inside the frameworks themselves: served or built, then read back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import attrs
import html5lib
import icalendar
import pytest

from eventkit.contrib.filters import local_time, time_element
from eventkit.contrib.jinja import install
from eventkit.formats.document import to_yaml
from eventkit.model import Event, JoinDetails, Speaker, TimeSlot, VirtualLocation
from eventkit.registry import parse
from eventkit.testing import SECRET

ROOT = Path(__file__).parent.parent
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
EVENT = Event(
    'Scaling "Postgres" </script><!-- <script>',
    SLOT,
    url="https://example.org/postgres",
    description="How it **scales**. <img src=x onerror=alert(1)>",
    speakers=[Speaker("Alain Tubiana")],
    locations=[VirtualLocation("https://example.org/live")],
    joining=JoinDetails(f"https://meet.example/{SECRET}", passcode=SECRET),
    published=datetime(2019, 3, 1, 9, tzinfo=UTC),
    keywords=["SME"],
)
PRIVATE = Event("Private matters", SLOT, visibility="private")
FRENCH = "mercredi 17 avril 2019, 13:00\u201314:00 (CEST, UTC+02:00)"

_TEMPLATE = """<!doctype html><title>{{ event.name }}</title>
{{ event|jsonld }}
<h1>{{ event.name }}</h1>
<p id="when">{{ event.slot|local_time("fr") }}</p>
{{ event|time_element("en", "America/New_York") }}
<a href="{{ event|ical_link }}" download>ics</a>
<a href="{{ (event|calendar_links).google }}">Google</a>
<div>{{ event.description|safe_markdown }}</div>
"""


def _check(page: str) -> None:
    """The page is as it should be, whoever made it."""
    assert SECRET not in page
    (event,) = parse(page, "html").or_raise().events
    assert (event.name, event.uid) == (EVENT.name, EVENT.uid)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert [node.get("type") for node in tree.iter("script")] == ["application/ld+json"]
    (heading,) = tree.iter("h1")
    assert heading.text == EVENT.name
    assert FRENCH in page
    assert "<strong>scales</strong>" in page
    assert not list(tree.iter("img"))
    assert '<time datetime="2019-04-17T11:00:00Z">Wednesday, 17 April 2019, 07:00' in page
    links = [node.get("href") for node in tree.iter("a")]
    assert links[0].startswith("data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR")
    assert links[1].startswith("https://calendar.google.com/")


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def _get(url: str, **headers: str) -> tuple[str, Any]:
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode("utf-8"), answer.headers


def _served(app: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_times_are_told_in_words() -> None:
    """In any of many languages and zones, whole days without either."""
    assert local_time(SLOT, "fr") == FRENCH
    assert local_time(EVENT, "en", "Asia/Tokyo") == (
        "Wednesday, 17 April 2019, 20:00\u201321:00 (JST, UTC+09:00)"
    )
    days = TimeSlot(SLOT.start.date(), None)  # type: ignore[union-attr]
    assert local_time(days, "it", "Asia/Tokyo") == "mercoled\u00ec 17 aprile 2019"
    assert 'datetime="2019-04-17"' in time_element(days)


def test_jinja_has_the_filters() -> None:
    """In an environment that escapes."""
    jinja2 = pytest.importorskip("jinja2")
    environment = jinja2.Environment(autoescape=True)
    install(environment)
    _check(environment.from_string(_TEMPLATE).render(event=EVENT))
    session = attrs.evolve(EVENT, sub_events=[PRIVATE])
    page = environment.from_string("{{ event|jsonld }}{{ event|ical_link }}").render(event=session)
    assert "Private" not in page


def test_flask_serves_the_page() -> None:
    """Over HTTP, from a template of the app."""
    flask = pytest.importorskip("flask")
    app = flask.Flask(__name__)
    install(app.jinja_env)
    app.add_url_rule("/", "page", lambda: flask.render_template_string(_TEMPLATE, event=EVENT))
    for url in _served(app):
        _check(_get(url)[0])


def test_fastapi_serves_the_page(tmp_path: Path) -> None:
    """From a folder of templates."""
    fastapi = pytest.importorskip("fastapi")
    templating = pytest.importorskip("fastapi.templating")
    testclient = pytest.importorskip("fastapi.testclient")
    (tmp_path / "event.html").write_text(_TEMPLATE, "utf-8")
    templates = templating.Jinja2Templates(directory=str(tmp_path))
    install(templates.env)
    app = fastapi.FastAPI()

    def page(request: Any) -> Any:
        return templates.TemplateResponse(request, "event.html", {"event": EVENT})

    page.__annotations__ = {"request": fastapi.Request}
    app.get("/")(page)
    _check(testclient.TestClient(app).get("/").text)


_DJANGO = """
import sys
from datetime import UTC, datetime
from wsgiref.simple_server import make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.template import engines
from django.urls import path

sys.path.insert(0, {tests!r})
settings.configure(
    DEBUG=True, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="x",
    USE_TZ=True, TIME_ZONE="Asia/Tokyo",
    INSTALLED_APPS=["eventkit.contrib.django"],
    TEMPLATES=[{{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}}],
)
django.setup()

from eventkit.contrib.django.views import EventFeed, calendar
from test_contrib import DJANGO_TEMPLATE, EVENT, PRIVATE


class News(EventFeed):
    title = "Ours"
    link = "/"

    def events(self):
        return [EVENT, PRIVATE]


def page(request):
    template = engines["django"].from_string(DJANGO_TEMPLATE)
    return HttpResponse(template.render({{"event": EVENT}}, request))


urlpatterns = [
    path("", page),
    path("events.ics", calendar(lambda request: [EVENT, PRIVATE], name="Ours")),
    path("feed.xml", News()),
]
server = make_server("127.0.0.1", 0, get_wsgi_application())
print(server.server_port, flush=True)
server.serve_forever()
"""
DJANGO_TEMPLATE = """{% load eventkit %}<!doctype html><title>{{ event.name }}</title>
{{ event|jsonld }}
<h1>{{ event.name }}</h1>
<p id="when">{{ event.slot|local_time:"fr" }}</p>
{% time_element event "en" "America/New_York" %}
<a href="{{ event|ical_link }}" download>ics</a>
{% calendar_links event as links %}<a href="{{ links.google }}">Google</a>
<p>{% local_time event "fr" %}</p>
<div>{{ event.description|safe_markdown }}</div>
"""


def test_django_serves_page_calendar_and_feed(tmp_path: Path) -> None:
    """A project of one module, in a process of its own, whose own zone is another."""
    pytest.importorskip("django")
    feedparser = pytest.importorskip("feedparser")
    script = tmp_path / "project.py"
    script.write_text(_DJANGO.format(tests=str(ROOT / "tests")), "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            _check(_get(url)[0])
            calendar, headers = _get(f"{url}/events.ics")
            assert headers["Content-Type"] == "text/calendar; charset=utf-8"
            (entry,) = icalendar.Calendar.from_ical(calendar).events
            assert entry["SUMMARY"] == EVENT.name
            assert SECRET not in calendar
            with pytest.raises(urllib.error.HTTPError, match="304"):
                _get(f"{url}/events.ics", **{"If-None-Match": headers["ETag"]})
            (item,) = feedparser.parse(_get(f"{url}/feed.xml")[0]).entries
            assert item.title_detail.value.startswith("2019-04-17 13:00 CEST: Scaling")
            assert (item.link, item.published[:10]) == (EVENT.url, "2019-03-01")
        finally:
            server.terminate()


def _write_events(folder: Path) -> None:
    folder.mkdir()
    (folder / "all.yaml").write_text(to_yaml([EVENT, PRIVATE]), "utf-8")


def _run(*arguments: str, cwd: Path, path: Path | None = None) -> None:
    found = [str(path)] if path else []
    found += [part for part in (str(ROOT / "src"), os.environ.get("PYTHONPATH")) if part]
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join(found), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _check_site(folder: Path, base: str) -> None:
    """The site of the events is below that of the framework, and public."""
    slug = "scaling-postgres-script-script"
    page = (folder / f"events/{slug}/index.html").read_text("utf-8")
    assert parse(page, "html").or_raise().events[0].name == EVENT.name
    assert f"{base}events/{slug}/" in (folder / "sitemap.xml").read_text("utf-8")
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".png":
            assert SECRET not in file.read_text("utf-8")
            assert "Private matters" not in file.read_text("utf-8")


def test_mkdocs_builds_the_site_too(tmp_path: Path) -> None:
    """By its own command, with the plugin found by its entry point."""
    pytest.importorskip("mkdocs")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    plugin = project["entry-points"]["mkdocs.plugins"]["eventkit"]
    told = tmp_path / "installed" / "told-1.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: told\nVersion: 1\n", "utf-8")
    (told / "entry_points.txt").write_text(f"[mkdocs.plugins]\neventkit = {plugin}\n", "utf-8")
    _write_events(tmp_path / "events")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\n[[events]]\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Ours\nsite_url: https://example.org/\n"
        "plugins:\n  - eventkit: {path: webinars, title: Ours}\n",
        "utf-8",
    )
    _run("mkdocs", "build", "--strict", cwd=tmp_path, path=told.parent)
    _check_site(tmp_path / "site/webinars", "https://example.org/webinars/")
    tree = html5lib.parse(
        (tmp_path / "site/index.html").read_text("utf-8"), namespaceHTMLElements=False
    )
    (link,) = [node for node in tree.iter("a") if (node.get("href") or "").startswith("webinars/")]
    assert link.text == EVENT.name
    assert (tmp_path / "site" / link.get("href") / "index.html").is_file()


def test_pelican_builds_the_site_too(tmp_path: Path) -> None:
    """By its own command; filters and events are in its templates."""
    pytest.importorskip("pelican")
    _write_events(tmp_path / "events")
    theme = tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    (theme / "static").mkdir()
    for name in ("article", "page", "category", "tag", "author", "archives", "base"):
        (theme / f"templates/{name}.html").write_text("", "utf-8")
    for name in ("categories", "tags", "authors", "period_archives"):
        (theme / f"templates/{name}.html").write_text("", "utf-8")
    listing = _TEMPLATE.replace("event.name", "event.name|e")
    listing = "{% for event in EVENTS %}" + listing + "{% endfor %}"  # which escapes nothing itself
    (theme / "templates/index.html").write_text(listing, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "pelicanconf.py").write_text(
        "PLUGINS = ['eventkit.contrib.pelican']\nSITEURL = 'https://example.org'\n"
        "TIMEZONE = 'UTC'\nTHEME = 'theme'\nEVENTKIT_PATH = 'webinars'\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n",
        "utf-8",
    )
    _run("pelican", "content", "-o", "output", "-s", "pelicanconf.py", cwd=tmp_path)
    _check_site(tmp_path / "output/webinars", "https://example.org/webinars/")
    _check((tmp_path / "output/index.html").read_text("utf-8"))
