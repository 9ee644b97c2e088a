"""The documentation: every example does what it shows, every table is complete."""

from __future__ import annotations

import contextlib
import inspect
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

import eventkit
from eventkit import (
    Affiliation,
    Event,
    EventSeries,
    JoinDetails,
    Offer,
    Organization,
    Place,
    Recording,
    Speaker,
    TimeSlot,
    VirtualLocation,
    codes,
    errors,
    model,
    testing,
    timezones,
    to_ical,
    to_jsonld,
)
from eventkit.cli.app import COMMANDS
from eventkit.model import ContactPoint, Image, Material, OccurrenceChange, Recurrence
from eventkit.registry import FORMATS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
STAMP = datetime(2019, 3, 1, 9, tzinfo=UTC)

_FENCE = re.compile(r"^```(\S*)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]+))?\)")
_CODE = re.compile(r"`([^`]+)`")


class Block(NamedTuple):
    """A fenced block: its language, the file that it is the content of, and the content."""

    kind: str
    file: str | None
    body: str


def _blocks(page: Path) -> list[Block]:
    found = _FENCE.findall(page.read_text("utf-8"))
    return [Block(kind, file or None, body) for kind, file, body in found]


def _prose(page: Path) -> str:
    """Return the page without its fenced blocks."""
    return _FENCE.sub("", page.read_text("utf-8"))


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _plain(text: str) -> str:
    """Return text without what cannot be seen on a page: CR, and blanks that end a line."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip("\n")


def _shows(expected: str, actual: str) -> bool:
    """Whether a page shows *actual*; three dots on the page stand for anything."""
    pattern = ".*?".join(re.escape(part) for part in _plain(expected).split("..."))
    return re.fullmatch(pattern, _plain(actual), re.DOTALL) is not None


def _outputs(page: Path, shell: dict[str, str]) -> Iterator[tuple[str, str]]:
    """
    Run the blocks of a page in the current folder, and yield what it shows and what came.

    A Python block with a text block after it prints that, one without prints nothing. A block
    that names a file is its content.
    """
    namespace: dict[str, Any] = {"__name__": "docs"}
    printed = ""
    for block in _blocks(page):
        if block.file:
            path = Path(block.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, "utf-8")
        elif block.kind == "text":
            yield block.body, printed
            printed = ""
        elif block.kind == "python":
            yield "", printed
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(block.body, _name(page), "exec", dont_inherit=True), namespace)  # noqa: S102
            printed = out.getvalue()
        elif block.kind == "console":
            yield from _console(block.body, shell)
    yield "", printed


def _console(body: str, shell: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Run the lines that begin with ``$``, in one shell, and yield what follows each."""
    mark = "--- next command ---"
    first, *parts = re.split(r"^\$ ", body, flags=re.MULTILINE)
    assert first == ""
    commands = [part.partition("\n") for part in parts]
    script = "".join(f"echo '{mark}'\n(exit $status)\n{one[0]}\nstatus=$?\n" for one in commands)
    done = subprocess.run(
        ["sh"],
        input=f"status=0\n{script}",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=shell,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    actual = done.stdout.split(f"{mark}\n")[1:]
    assert len(actual) == len(commands)
    for (command, _, expected), output in zip(commands, actual, strict=True):
        yield f"$ {command}\n{expected}", f"$ {command}\n{output}"


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of the commands: this Python, and ``eventkit`` run by it."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name, arguments in {"python": "", "eventkit": "-m eventkit "}.items():
        script = commands / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n', "utf-8")
        script.chmod(0o755)
    other = ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "CI")  # with which some output differs
    kept = {name: value for name, value in os.environ.items() if name not in other}
    path = os.pathsep.join([str(commands), os.environ.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "COLUMNS": "80", "PYTHONUTF8": "1"}


@pytest.mark.skipif(shutil.which("sh") is None, reason="the examples need a shell")
@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_examples_of_a_page_do_what_it_shows(
    page: Path, shell: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every block runs, in order, in a folder with a copy of the examples."""
    folder = tmp_path / "page"
    folder.mkdir()
    shutil.copytree(ROOT / "examples", folder / "examples")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for expected, actual in _outputs(page, shell):
        assert _shows(expected, actual), f"shown:\n{expected}\nwhat came:\n{actual}"


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    """The target is there, and so is the heading that the link names."""
    for target, heading in _LINK.findall(_prose(page)):
        path = page.parent / target if target else page
        assert path.exists(), target
        if heading:
            assert heading in _anchors(path), f"{target}#{heading}"


def _anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", _prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_index_names_every_page() -> None:
    """No page is without its line in docs/index.md."""
    index = DOCS / "index.md"
    named = {(DOCS / target).resolve() for target, _ in _LINK.findall(index.read_text("utf-8"))}
    missing = {_name(page) for page in PAGES[1:] if page != index and page.resolve() not in named}
    assert missing == set()


def _tables(page: Path) -> dict[str, list[list[str]]]:
    """Return the rows of the table under each heading, without its head."""
    found: dict[str, list[list[str]]] = {}
    for section in re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        rows = [line for line in section.splitlines() if line.startswith("|")]
        cells = [re.split(r"(?<!\\)\|", row.strip("|")) for row in rows[2:]]
        found[section.partition("\n")[0]] = [
            [cell.strip().replace("\\|", "|") for cell in row] for row in cells
        ]
    return found


def _classes() -> list[Any]:
    return [value for value in vars(model).values() if attrs.has(value)]


def _words() -> list[type[Enum]]:
    public = [getattr(model, name) for name in model.__all__]
    return [value for value in public if issubclass(value, Enum)]


def _annotation(cls: type, name: str) -> str:
    """Return the type of a field as it stands in the source."""
    own = [inspect.get_annotations(base) for base in cls.__mro__]
    return str(next(annotations[name] for annotations in own if name in annotations))


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)
def test_the_table_of_terms_has_every_field(cls: type) -> None:
    """Each field of each class has its row, with its type, and there are no other rows."""
    rows = _tables(REFERENCE / "terms.md")[cls.__name__]
    fields = [field.name for field in attrs.fields(cls)]
    assert [row[0] for row in rows] == [f"`{name}`" for name in fields]
    assert [row[1] for row in rows] == [f"`{_annotation(cls, name)}`" for name in fields]


@pytest.mark.parametrize("cls", _words(), ids=lambda cls: cls.__name__)
def test_the_table_of_terms_has_every_word(cls: type[Enum]) -> None:
    """Each word of each enumeration has its row."""
    rows = _tables(REFERENCE / "terms.md")[cls.__name__]
    assert [row[0] for row in rows] == [f"`{member.value}`" for member in cls]


def test_the_table_of_terms_has_all_classes_and_no_others() -> None:
    """Every public class of the model has its table."""
    wanted = {cls.__name__ for cls in [*_classes(), *_words()]}
    assert wanted == set(model.__all__) == set(_tables(REFERENCE / "terms.md"))


def _terms(column: int) -> set[str]:
    """Return the names in a column of all tables: ``CN`` of ``ORGANIZER;CN`` among them."""
    rows = [row for rows in _tables(REFERENCE / "terms.md").values() for row in rows]
    cells = [cell for row in rows for cell in _CODE.findall(row[column])]
    return {part for cell in cells for part in re.split(r"[;:=.]", cell)}


def _full_event() -> Event:
    """An event with every field, so that every term is written."""
    organization = Organization(
        "gnomon sas",
        url="https://example.org/gnomon",
        country="FR",
        email="info@example.org",
        same_as=["https://example.net/gnomon"],
    )
    picture = Image("https://example.org/a.png", name="A map", width=1200, height=675)
    held = Affiliation(
        organization, title="Chairman", since=date(2010, 1, 1), until=date(2020, 1, 1)
    )
    speaker = Speaker(
        "Alain Tubiana",
        honorific_prefix="Mr.",
        affiliations=[held],
        bio="He advises clusters.",
        email="a@example.org",
        url="https://example.org/at",
        image=picture,
        same_as=["https://example.net/at"],
        role="moderator",
    )
    slot = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
    series = Recurrence(
        "FREQ=MONTHLY;BYDAY=3WE;BYMONTH=4,5,6;UNTIL=20200630",
        excluded=[datetime(2019, 5, 15, 13)],
        included=[datetime(2019, 7, 1, 13)],
        changes=[
            OccurrenceChange(
                datetime(2019, 6, 19, 13),
                slot=TimeSlot.local("2019-06-20 13:00", "14:00", "Europe/Paris"),
                name="On another day",
                description="A day later.",
                url="https://example.org/june",
                status="rescheduled",
            )
        ],
    )
    return Event(
        "Clusters and SMEs",
        slot,
        uid="88c8c801-289e-5220-bd39-f9fe68f15fc7",
        alternate_name="A way to face globalisation?",
        description="How clusters help.",
        url="https://example.org/clusters",
        event_type="EducationEvent",
        speakers=[speaker],
        organizer=organization,
        co_organizers=["Another"],
        sponsors=["A third"],
        contact=ContactPoint(
            name="Desk", email="d@example.org", telephone="+33 1", url="https://example.org/desk"
        ),
        locations=[
            VirtualLocation("https://example.org/live", name="Player"),
            Place(
                "Hall",
                address="1 Street",
                country="FR",
                latitude=48.5,
                longitude=7.7,
                url="https://example.org/hall",
            ),
        ],
        joining=JoinDetails("https://meet.example/1", passcode="s", meeting_id="1", phone="+33"),
        status="rescheduled",
        status_reason="The speaker was ill.",
        previous_starts=[datetime(2019, 4, 10, 11, tzinfo=UTC)],
        sequence=1,
        created=STAMP,
        updated=STAMP,
        published=STAMP,
        in_language="en",
        keywords=["clusters"],
        images=[picture],
        offers=[
            Offer(
                "10",
                "EUR",
                name="Ticket",
                url="https://example.org/buy",
                availability="in_stock",
                valid_from=STAMP,
                valid_until=STAMP,
            )
        ],
        recordings=[
            Recording(
                "https://example.org/video",
                name="Video",
                description="All of it.",
                upload_date=STAMP,
                duration=timedelta(hours=1),
                thumbnail_url="https://example.org/t.png",
                embed_url="https://example.org/player",
                is_live_broadcast=True,
            )
        ],
        materials=[
            Material(
                "https://example.org/a.pdf",
                name="Slides",
                encoding_format="application/pdf",
                license="https://example.org/cc",
            )
        ],
        series=EventSeries("Mondays", url="https://example.org/s", uid="s-1"),
        position=1,
        recurrence=series,
        sub_events=[Event("A session", slot)],
        reminders=[timedelta(minutes=15)],
        visibility="public",
        audience="Managers",
        capacity=100,
        remaining_capacity=10,
    )


def _variants() -> list[Event]:
    """The full event, and what it cannot be at the same time."""
    event = _full_event()
    online = [VirtualLocation("https://example.org/live")]
    return [
        event,
        attrs.evolve(event, locations=online, organizer=None, co_organizers=(), recurrence=None),
        attrs.evolve(event, recurrence=Recurrence("FREQ=MONTHLY;BYMONTHDAY=17;COUNT=4")),
    ]


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set()


def test_the_table_of_terms_says_what_json_ld_has() -> None:
    """The properties in the table are those that are written for an event with every field."""
    written = _keys(to_jsonld(_variants())) - {"@context", "@graph"}
    named = {term for term in _terms(2) if term[0].islower() or term[0] == "@"}
    assert named == written


def test_the_table_of_terms_says_what_icalendar_has() -> None:
    """The properties in the table are written, and all that are written stand in it."""
    lines = to_ical(_variants(), invited=True, name="Events").replace("\r\n ", "").splitlines()
    written = {re.split("[;:]", line)[0] for line in lines}
    parameters = {found for line in lines for found in re.findall(r";([A-Z-]+)=", line)}
    named = {term for term in _terms(3) if re.fullmatch(r"[A-Z-]+", term)}
    calendar = {"BEGIN", "END", "VERSION", "PRODID", "METHOD", "NAME", "X-WR-CALNAME", "TRANSP"}
    zones = {"TZOFFSETFROM", "TZOFFSETTO", "TZNAME"}
    assert written - calendar - zones <= named
    values = {"PARENT", "DISPLAY", "DATE"} | {word.upper() for word in _status_words()}
    components = {line.partition(":")[2] for line in lines if line.startswith("BEGIN:")}
    assert named <= written | parameters | values | components


def _status_words() -> set[str]:
    return {"confirmed", "tentative", "cancelled", "public", "private", "confidential"}


def test_every_finding_is_explained() -> None:
    """docs/reference/findings.md has every code with its name, in order, and no other."""
    rows = [row for rows in _tables(REFERENCE / "findings.md").values() for row in rows]
    listed = [(row[0].strip("`"), row[1].strip("`")) for row in rows if row[0].startswith("`EK")]
    known = {name: value for name, value in vars(codes).items() if name.isupper()}
    assert listed == sorted((value, name) for name, value in known.items())
    for row in rows:
        assert all(row), row


def test_every_public_name_is_in_the_reference() -> None:
    """Each name that users import stands in a page of docs/reference."""
    pages = "\n".join(_prose(page) for page in sorted(REFERENCE.glob("*.md")))
    named = {word for code in _CODE.findall(pages) for word in re.findall(r"\w+", code)}
    public = {*eventkit.__all__, *model.__all__, *errors.__all__, *timezones.__all__}
    assert public | set(testing.__all__) <= named


def test_every_format_and_its_options_are_in_the_reference() -> None:
    """The table of formats has each with whether it is read and written, and its endings."""
    rows = _tables(REFERENCE / "commands.md")["Formats"]
    assert [row[0] for row in rows] == [f"`{name}`" for name in FORMATS]
    for row, found in zip(rows, FORMATS.values(), strict=True):
        assert row[2:4] == ["yes" if found.reader else "no", "yes" if found.writer else "no"]
        assert _CODE.findall(row[4]) == list(found.suffixes)


def test_the_help_of_every_command_names_no_undocumented_option(shell: dict[str, str]) -> None:
    """Each option of each command stands in docs/reference/commands.md."""
    page = (REFERENCE / "commands.md").read_text("utf-8")
    for command in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "eventkit", command, "--help"],
            capture_output=True,
            encoding="utf-8",
            env=shell,
            check=True,
        )
        options = set(re.findall(r"--[a-z-]+", done.stdout))
        assert all(f"`{option}" in page or f" {option}" in page for option in options)
