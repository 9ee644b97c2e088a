"""Chromium for the tests of pages, where it is installed."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

__all__ = ["chromium", "needs_chromium"]

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_DRIVER = shutil.which("chromedriver")

needs_chromium = pytest.mark.skipif(
    not (_CHROMIUM and _DRIVER), reason="apt-get install chromium chromium-driver"
)


@contextlib.contextmanager
def chromium(**capabilities: Any) -> Iterator[Any]:
    """Start a browser without a window, with further capabilities, and end it."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="the extra dev has selenium")
    options = webdriver.ChromeOptions()
    options.binary_location = _CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    for name, value in capabilities.items():
        options.set_capability(name, value)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(_DRIVER))
    try:
        yield driver
    finally:
        driver.quit()
