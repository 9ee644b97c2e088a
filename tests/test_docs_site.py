"""The documentation as a site: built without a warning, complete, every link within it good."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

import eventkit

pytest.importorskip("sphinx", reason="the extra docs")
ROOT = Path(__file__).parent.parent
API = ROOT / "docs/reference/api"
pytestmark = pytest.mark.skipif("CI" not in os.environ, reason="takes ten seconds")

_MODULE = re.compile(r"^\.\. automodule:: (\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it as ``make docs`` does."""
    folder = tmp_path_factory.mktemp("docs")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "docs", str(folder)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def _pages(site: Path) -> Iterator[tuple[Path, str]]:
    for page in sorted(site.rglob("*.html")):
        yield page, page.read_text("utf-8")


def _targets(text: str) -> Iterator[tuple[str, str]]:
    """Return what a page leads to and what it asks for, by attribute."""
    for node in html5lib.parse(text, namespaceHTMLElements=False).iter():
        for name in ("href", "src"):
            if value := node.get(name):
                yield node.tag, value


def _anchors(text: str) -> set[str]:
    nodes = html5lib.parse(text, namespaceHTMLElements=False).iter()
    return {node.get("id") for node in nodes if node.get("id")}


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    """To a file that is there, and to a place in it; nothing is loaded from elsewhere."""
    known = {page: _anchors(text) for page, text in _pages(site)}
    assert len(known) > 50
    for page, text in _pages(site):
        for tag, link in _targets(text):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                assert tag == "a" or parts.scheme == "data", (page, link)
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file(), (page, link)
            if parts.fragment and target.suffix == ".html":
                assert unquote(parts.fragment) in known[target], (page, link)


def test_every_public_name_has_its_docstring_in_the_site(site: Path) -> None:
    """Of the package, and of all modules that the reference is made of."""
    modules = [name for page in API.glob("*.md") for name in _MODULE.findall(page.read_text())]
    assert len(modules) == len(set(modules))
    anchors = {
        anchor
        for page, text in _pages(site)
        if page.parent.name == "api"
        for anchor in _anchors(text)
    }
    assert {f"module-{name}" for name in modules} <= anchors
    named = {anchor.rpartition(".")[2] for anchor in anchors}
    assert set(eventkit.__all__) - {"errors", "lifecycle", "timezones"} <= named
