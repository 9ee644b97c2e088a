"""
MkDocs: the site of a folder of events beside the pages, and filters for its templates.

In ``mkdocs.yml``::

    plugins:
      - eventkit: {events: events, path: webinars}

A line ``[[events]]`` in a page becomes the list of the public events.
"""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.utils import get_relative_url

from eventkit.contrib.filters import local_time
from eventkit.contrib.jinja import install
from eventkit.errors import EventkitError
from eventkit.page import Pages
from eventkit.publish import Site, gather, publish

__all__ = ["EventkitPlugin"]

_PLACE = re.compile(r"^\[\[events\]\][ \t]*$", re.MULTILINE)


class EventkitConfig(Config):
    """The options of the plugin."""

    events = config_options.Type(str, default="events")
    path = config_options.Type(str, default="events")
    title = config_options.Type(str, default="")
    language = config_options.Optional(config_options.Type(str))


class EventkitPlugin(BasePlugin[EventkitConfig]):
    """Reads the events when the configuration is known, and writes their site at the end."""

    site: Site

    def on_config(self, config: Any) -> Any:
        """Read the events; an error among them ends the build."""
        folder = self._folder(config)
        found = gather([os.fspath(folder)])
        if not found.reading.ok:
            raise PluginError("\n".join(str(finding) for finding in found.reading.errors))
        self.base = None
        if config.site_url:
            self.base = f"{config.site_url.rstrip('/')}/{self.config.path.strip('/')}/"
        try:
            pages = Pages(self.config.language)
            self.site = Site(
                found.events, self.base, self.config.title, pages, changed=found.changed
            )
        except EventkitError as exc:
            raise PluginError(str(exc)) from exc
        return config

    def _folder(self, config: Any) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.events

    def on_env(self, env: Any, /, **_: Any) -> Any:
        """Give filters and events to the templates of the theme."""
        install(env)
        env.globals["events"] = self.site.listed
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Any, **_: Any) -> str:
        """Put the list of events in its place."""
        return _PLACE.sub(lambda _: self._list(page.url), markdown)

    def _list(self, where: str) -> str:
        """Return HTML, since no two kinds of Markdown escape alike."""
        rows = []
        for event in self.site.listed:
            link = get_relative_url(f"{self.config.path}/{self.site.page(event)}", where)
            when = local_time(event, self.config.language or "en")
            name = f'<a href="{escape(quote(link))}">{escape(event.name)}</a>'
            rows.append(f"<li>{name} \u2013 {escape(when)}</li>")
        return f'<ul class="events">{"".join(rows)}</ul>'

    def on_post_build(self, *, config: Any) -> None:
        """Write the site of the events."""
        try:
            publish(
                self.site.events,
                Path(config.site_dir) / self.config.path,
                base_url=self.base,
                title=self.config.title,
                pages=self.site.pages,
                changed=self.site.changed,
            )
        except EventkitError as exc:
            raise PluginError(str(exc)) from exc

    def on_serve(self, server: Any, /, *, config: Any, **_: Any) -> Any:
        """Build again when an event changes."""
        server.watch(os.fspath(self._folder(config)))
        return server
