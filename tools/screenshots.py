"""Take the pictures of docs/images: the site of examples/events, as visitors see it in Chromium."""

from __future__ import annotations

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
from selenium import webdriver

from eventkit.publish import publish, read_events

EVENTS = Path(__file__).parent.parent / "examples/events"
NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
EVENT = "events/clusters-and-smes-a-way-to-face-globalisation/"


@attrs.frozen
class Shot:
    """
    One picture.

    Args:
        name: Of the file, without its ending.
        path: Of the page in the site.
        width: Of the window, in CSS pixels.
        height: The same.
        zone: Where the visitor is.
        scheme: ``light`` or ``dark``, which the visitor prefers.
        media: ``print`` for the page on paper.
        opened: Selector of what is opened by a click.
        full: Whether the whole page is taken rather than what the window shows.
    """

    name: str
    path: str
    width: int
    height: int
    zone: str = "Europe/Paris"
    scheme: str = "light"
    media: str = ""
    opened: str = ""
    full: bool = False


SHOTS = (
    Shot("page", EVENT, 1100, 900, "America/New_York"),
    Shot("page-phone-dark", EVENT, 390, 844, "Asia/Kolkata", "dark", opened=".menu summary"),
    Shot("index", "", 1100, 800),
)


@contextmanager
def chromium() -> Iterator[Any]:
    """Start Chromium without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield driver
    finally:
        driver.quit()


def take(driver: Any, site: Path, shot: Shot) -> bytes:
    """Return one picture as WebP."""
    do = driver.execute_cdp_cmd
    do("Emulation.setTimezoneOverride", {"timezoneId": shot.zone})
    scheme = [{"name": "prefers-color-scheme", "value": shot.scheme}]
    do("Emulation.setEmulatedMedia", {"media": shot.media, "features": scheme})
    size = {"width": shot.width, "height": shot.height, "deviceScaleFactor": 1}
    do("Emulation.setDeviceMetricsOverride", {**size, "mobile": shot.width < 600})
    source = f"Date.now = () => {int(NOW.timestamp() * 1000)}"
    added = do("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    driver.get((site / shot.path / "index.html").as_uri())
    do("Page.removeScriptToEvaluateOnNewDocument", added)
    if shot.opened:
        driver.execute_script("document.querySelector(arguments[0]).click()", shot.opened)
    options = {"format": "webp", "quality": 80, "captureBeyondViewport": shot.full}
    return base64.b64decode(do("Page.captureScreenshot", options)["data"])


def main() -> None:
    """Write the pictures into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as driver:
        events = read_events([str(EVENTS)]).or_raise().events
        publish(events, name, base_url="https://academy.alt/webinars/", title="Management on air")
        for shot in SHOTS:
            path = folder / f"{shot.name}.webp"
            path.write_bytes(take(driver, Path(name), shot))
            print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
