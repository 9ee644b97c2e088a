"""The page in Chromium: local times, the button by the clock, the keyboard, accessibility."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from chromium import chromium, needs_chromium

from eventkit.model import (
    Affiliation,
    Event,
    Offer,
    Place,
    Recording,
    Recurrence,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.page import render

pytestmark = needs_chromium
AXE = Path(__file__).parent / "interop/node_modules/axe-core/axe.min.js"

SLOT = TimeSlot.local("2019-04-17 21:30", "23:00", "Europe/Paris")
BEFORE = datetime(2019, 4, 1, tzinfo=UTC)
EVENT = Event(
    "Clusters & SMEs: <b>a way</b> to face globalisation?",
    SLOT,
    alternate_name="A subtitle",
    url="https://example.org/clusters",
    description="How **clusters** help.\n\n# Head\n\n- one\n- [two](https://example.org/two)\n\n> So.",
    speakers=[
        Speaker(
            "Alain Tubiana",
            honorific_prefix="Mr.",
            affiliations=[Affiliation("gnomon sas", title="Chairman")],
            bio="He *advises*.",
        ),
        Speaker("\u05e9\u05dc\u05d5\u05dd", role="moderator"),
    ],
    locations=[
        VirtualLocation("https://example.org/live", name="Player"),
        Place("Hall", address="1 Street", country="FR"),
    ],
    offers=[
        Offer("0", url="https://example.org/register"),
        Offer("9", "EUR", name="Late", url="https://example.org/late", valid_from=SLOT.start_utc),
    ],
    recordings=[Recording("https://example.org/video")],
    status="rescheduled",
    previous_starts=[datetime(2019, 4, 10, 11, tzinfo=UTC)],
    status_reason="Illness",
    in_language="en",
    keywords=["clusters"],
    organizer="Us",
    sub_events=[Event("Part one", TimeSlot.local("2019-04-17 21:30", "22:00", "Europe/Paris"))],
)


class Browser:
    """Chromium, whose zone and clock are set."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self.scripts: list[str] = []

    def open(self, page: Path, zone: str = "Europe/Paris", now: datetime = BEFORE) -> None:
        """Open *page* as a visitor in *zone* would at *now*."""
        do = self.driver.execute_cdp_cmd
        do("Emulation.setTimezoneOverride", {"timezoneId": zone})
        for old in self.scripts:
            do("Page.removeScriptToEvaluateOnNewDocument", {"identifier": old})
        source = f"Date.now = () => {int(now.timestamp() * 1000)}"
        added = do("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        self.scripts = [added["identifier"]]
        self.driver.get(page.as_uri())

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what *script* returns in the page."""
        return self.driver.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        """Return what is seen of the first element."""
        return str(self.run(f"return document.querySelector({selector!r}).innerText"))

    def buttons(self) -> list[str]:
        """Return the words of the buttons that are seen."""
        found = self.run(
            "return [...document.querySelectorAll('.action')].filter(e => e.offsetParent)"
            ".map(e => e.innerText)"
        )
        return [" ".join(words.split()) for words in found]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this module."""
    with chromium(**{"goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}) as driver:
        yield Browser(driver)


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Any:
    """Write the page of an event and open it."""

    def rendered(event: Event, *arguments: Any, **options: Any) -> Browser:
        zone = options.pop("zone", arguments[0] if arguments else "Europe/Paris")
        now = options.pop("now", BEFORE)
        page = tmp_path / "page.html"
        page.write_text(render(event, **options), "utf-8")
        browser.open(page, zone, now)
        return browser

    return rendered


_TIMES = [
    ("en", "America/New_York", "Wednesday, 17 April 2019, 15:30\u201317:00", "", "GMT-4"),
    ("en", "Asia/Kolkata", "Thursday, 18 April 2019, 01:00\u201302:30", "(+1, next day)", "GMT+5:30"),
    ("it", "Australia/Sydney", "gioved\u00ec 18 aprile 2019, 05:30\u201307:00", "(+1, giorno dopo)", "GMT+10"),
    ("de", "Pacific/Honolulu", "Mittwoch, 17. April 2019, 09:30\u201311:00", "", "GMT-10"),
    ("fr", "Europe/London", "mercredi 17 avril 2019, 20:30\u201322:00", "", "UTC+1"),
    ("en", "Pacific/Kiritimati", "Thursday, 18 April 2019, 09:30\u201311:00", "(+1, next day)", "GMT+14"),
    ("nl", "Asia/Kathmandu", "donderdag 18 april 2019, 01:15\u201302:45", "(+1, volgende dag)", "GMT+5:45"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "zone", "text", "shift", "short"), _TIMES)
def test_the_visitor_sees_local_time(
    show: Any, language: str, zone: str, text: str, shift: str, short: str
) -> None:
    """Labelled, in the words of the page, beside the time of the event."""
    page = show(EVENT, zone, language=language)
    assert page.text("[data-yours]") == text
    assert page.text(".yours .shift") == shift
    assert page.text(".yours .zone") == f"{short} \u00b7 {zone}"
    assert "21:30\u201323:00" in page.text(".own")
    assert "Europe/Paris" in page.text(".own")


def test_a_day_earlier_is_marked_too(show: Any) -> None:
    """Tokyo's morning is yesterday's evening in New York."""
    morning = TimeSlot.local("2019-04-18 08:00", "09:00", "Asia/Tokyo")
    page = show(Event("A", morning), "America/New_York")
    assert page.text("[data-yours]") == "Wednesday, 17 April 2019, 19:00\u201320:00"
    assert page.text(".yours .shift") == "(\u22121, previous day)"


def test_midnight_ends_the_day_before_it(show: Any) -> None:
    """As in the zone of the event, so in the visitor's."""
    late = TimeSlot.local("2019-04-17 22:00", "00:00", "Europe/Paris")
    page = show(Event("A", late), "Europe/Berlin")
    assert page.text("[data-yours]") == "Wednesday, 17 April 2019, 22:00\u201300:00"
    assert page.text(".own time") == "Wednesday, 17 April 2019, 22:00\u201300:00"


def test_the_button_follows_the_clock(show: Any) -> None:
    """Register before, join during, watch after; the state is said in words."""
    start, end = SLOT.start_utc, SLOT.end_utc
    assert start is not None
    assert end is not None
    second = timedelta(seconds=1)
    for now, buttons, state in (
        (start - second, ["Register"], ""),
        (start, ["Join now Player"], "On air now"),
        (end - second, ["Join now Player"], "On air now"),
        (end, ["Watch the recording"], "This event is over."),
        (end + timedelta(days=3000), ["Watch the recording"], "This event is over."),
    ):
        page = show(EVENT, "Asia/Tokyo", now=now)
        assert page.buttons() == buttons, now
        assert page.text(".state") == state
        assert page.run("return document.querySelector('.menu').hidden") is (now >= end)


def test_the_button_changes_while_the_page_is_open(show: Any) -> None:
    """When somebody comes back to it, the clock has gone on."""
    page = show(EVENT)
    assert page.buttons() == ["Register"]
    page.run(f"Date.now = () => {int(SLOT.start.timestamp() * 1000)}")  # type: ignore[union-attr]
    page.run("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.buttons() == ["Join now Player"]


def test_registration_opens_and_closes(show: Any) -> None:
    """An offer is shown only while it can be had, and never after the start."""
    start = SLOT.start_utc
    assert start is not None
    offer = Offer(
        url="https://example.org/r",
        valid_from=start - timedelta(days=10),
        valid_until=start - timedelta(days=1),
    )
    event = Event("A", SLOT, offers=[offer])
    for days, buttons in ((11, []), (9, ["Register"]), (0.5, []), (-1, [])):
        assert show(event, now=start - timedelta(days=days)).buttons() == buttons


def test_a_date_is_over_when_the_visitors_day_is(show: Any) -> None:
    """Without an hour the day of the visitor decides."""
    event = Event("A", TimeSlot(date(2019, 4, 17)), offers=[Offer(url="https://example.org/r")])
    for zone, now, buttons in (
        ("Asia/Tokyo", datetime(2019, 4, 16, 14, tzinfo=UTC), ["Register"]),
        ("Asia/Tokyo", datetime(2019, 4, 16, 16, tzinfo=UTC), []),
        ("America/New_York", datetime(2019, 4, 16, 16, tzinfo=UTC), ["Register"]),
    ):
        page = show(event, zone, now=now)
        assert page.buttons() == buttons
    page = show(event, "America/New_York", now=datetime(2019, 4, 18, 5, tzinfo=UTC))
    assert page.text(".state") == "This event is over."


def test_a_series_goes_on_to_its_next_date(show: Any) -> None:
    """Across the clock change the wall clock stays; after the last date it is over."""
    weekly = Event(
        "A",
        TimeSlot.local("2019-10-20 21:30", "23:00", "Europe/Paris"),
        recurrence=Recurrence("FREQ=WEEKLY;COUNT=3"),
        offers=[Offer(url="https://example.org/r")],
    )
    first = "Sunday, 20 October 2019, 21:30\u201323:00"
    for day, hour, own, yours, buttons in (
        (1, 0, first, "Sunday, 20 October 2019, 15:30\u201317:00", ["Register"]),
        (
            21,
            0,
            first.replace("20", "27", 1),
            "Sunday, 27 October 2019, 16:30\u201318:00",
            ["Register"],
        ),
        (27, 21, first.replace("20", "27", 1), "Sunday, 27 October 2019, 16:30\u201318:00", []),
    ):
        page = show(weekly, "America/New_York", now=datetime(2019, 10, day, hour, tzinfo=UTC))
        assert page.text(".own time") == own
        assert page.text("[data-yours]") == yours
        assert page.buttons() == buttons
    page = show(weekly, "America/New_York", now=datetime(2019, 12, 1, tzinfo=UTC))
    assert page.buttons() == []
    assert page.text(".state") == "This event is over."


def test_an_endless_series_is_never_over(show: Any) -> None:
    """Beyond the dates that the page knows, registration stays."""
    daily = Event("A", SLOT, recurrence=Recurrence("FREQ=DAILY"), offers=EVENT.offers[:1])
    assert show(daily, now=datetime(2030, 1, 1, tzinfo=UTC)).buttons() == ["Register"]


def test_a_cancelled_event_offers_nothing(show: Any) -> None:
    """No button before or during, and no word of being on air."""
    gone = Event("A", SLOT, status="cancelled", offers=EVENT.offers, locations=EVENT.locations)
    assert SLOT.start_utc is not None
    for now in (BEFORE, SLOT.start_utc, SLOT.start_utc + timedelta(days=2)):
        page = show(gone, now=now)
        assert page.buttons() == []
        assert page.run("return document.querySelector('.state') === null")
        assert "Cancelled" in page.text(".banner")


def test_the_calendar_menu_works_by_keyboard(show: Any) -> None:
    """Enter opens it, arrows go round, Escape closes it and gives the focus back."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    page = show(EVENT)
    page.run("document.querySelector('.menu summary').focus()")

    def press(key: str) -> str:
        ActionChains(page.driver).send_keys(key).perform()
        return str(page.run("return document.activeElement.innerText"))

    assert press(Keys.ENTER) == "Add to calendar"
    assert page.run("return document.querySelector('.menu').open")
    assert press(Keys.ARROW_DOWN) == "Google Calendar"
    assert press(Keys.ARROW_UP) == "Other calendars (.ics)"
    assert press(Keys.HOME) == "Google Calendar"
    assert press(Keys.TAB) == "Outlook.com"
    assert press(Keys.ESCAPE) == "Add to calendar"
    assert not page.run("return document.querySelector('.menu').open")
    assert press(Keys.ARROW_DOWN) == "Google Calendar"


_PAGES = {
    "full": EVENT,
    "plain": Event("A", SLOT),
    "date": Event("A", TimeSlot(date(2019, 4, 17)), description="Soon."),
    "cancelled": Event("A", SLOT, status="cancelled", status_reason="Why"),
    "series": Event("A", SLOT, recurrence=Recurrence("FREQ=WEEKLY;COUNT=3")),
    "list": [EVENT, Event("B", SLOT)],
}


@pytest.mark.skipif(not AXE.exists(), reason="npm ci --prefix tests/interop")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", _PAGES)
def test_axe_finds_nothing(show: Any, name: str, scheme: str) -> None:
    """No rule of axe-core is broken: landmarks, names, contrast, headings, languages."""
    page = show(_PAGES[name])
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    page.run("document.querySelectorAll('details').forEach(e => e.open = true)")
    page.run(AXE.read_text("utf-8"))
    found = page.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document).then(r => done(r.violations), done)"
    )
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == []


def test_no_request_leaves_the_page(show: Any) -> None:
    """It loads itself alone, and nothing in it breaks its own policy."""
    import json

    page = show(EVENT)
    with contextlib.suppress(Exception):
        page.driver.get_log("performance")
        page.driver.get_log("browser")
    page = show(EVENT, "Asia/Tokyo")
    asked = {
        entry["params"]["request"]["url"].partition(":")[0]
        for line in page.driver.get_log("performance")
        if (entry := json.loads(line["message"])["message"])["method"]
        == "Network.requestWillBeSent"
    }
    assert asked <= {"file", "data"}
    assert page.driver.get_log("browser") == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_a_phone_and_a_desk(show: Any, width: int) -> None:
    """Nothing sticks out to the side, also with the longest words."""
    long = Event("Donaudampfschifffahrtsgesellschaft" * 3, SLOT, description="x" * 400)
    for event in (EVENT, long):
        page = show(event)
        metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        try:
            page.run("document.querySelectorAll('details').forEach(e => e.open = true)")
            assert page.run("return document.documentElement.scrollWidth") <= width
        finally:
            page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_list_parts_what_is_to_come_from_what_is_past(show: Any) -> None:
    """By the visitor's clock: the next first, and the past the latest first."""
    later = Event("Later", TimeSlot.local("2019-06-01 10:00", "11:00", "Europe/Paris"))
    past = Event("Past", TimeSlot.local("2019-01-01 10:00", "11:00", "Europe/Paris"))
    page = show([later, EVENT, past])
    assert page.run(
        "return [...document.querySelectorAll('.upcoming .title')].map(e => e.innerText)"
    ) == [EVENT.name, "Later"]
    assert page.run(
        "return [...document.querySelectorAll('.past .title')].map(e => e.innerText)"
    ) == ["Past"]
