"""
The way in, wherever clients hide it: it goes to ``joining`` and stands in no public field.

Teams, Zoom, Webex, Meet and others write a block into the description; what of it lets somebody
in is taken out, and the phrases around it with it. Nothing found here stands in a finding.
"""

from __future__ import annotations

import re
import unicodedata

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.notes import Notes
from eventkit.joinlinks import (
    MEETING_ID_WORDS,
    PASSCODE_WORDS,
    PHONE_WORDS,
    URL,
    is_join_link,
    links_in,
    trimmed,
)
from eventkit.model import JoinDetails

__all__ = ["WayIn"]

_TEXT_MAX = 100_000
_LINE_MAX = 4_000
_MORE_MAX = 50


def _words(listed: str) -> str:
    words = sorted({word.strip() for word in listed.split(",")}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)


_EDGE = r"[\s*_>|\u2022\u00b7-]{0,20}"
_CODE = rf"(?:(?:zoom|teams|webex|meeting|webinar|video)\s)?(?:{_words(PASSCODE_WORDS)})"
_PASSCODE = re.compile(rf"{_EDGE}(?:{_CODE})\s?(?:\([^()]{{0,40}}\))?\s?[:=]\s?[*_]{{0,2}}(\S.*)")
_MEETING_ID = re.compile(
    rf"{_EDGE}(?:(?:phone|video)\s)?(?:{_words(MEETING_ID_WORDS)})\s?(?:\([^()]{{0,40}}\))?"
    r"\s?[:=]\s?[*_]{0,2}(\S.*)"
)
_PHONE = re.compile(rf"{_EDGE}(?:{_words(PHONE_WORDS)})\s?[:=]\s?(\S.*)")
_NUMBER = re.compile(r"\+?\(?\d[\d ().,#*/-]{6,60}(?:[^\W\d][\w ,()&.'-]{0,60})?")
_TAP = re.compile(r"\+?\d[\d ()-]{5,40},[,*#\d ]{2,60}")
_DIALLED = re.compile(r"(?<!\d)\d{8,20}(?:\.\w{2,20})?@[a-z]")  # a meeting ID at a video system
_LABEL = re.compile(r"[\w -]{1,30}:\s?")
_INLINE = re.compile(
    rf"(?<!\w)(?:(?P<code>{_CODE})|(?:{_words(MEETING_ID_WORDS)}))\s?[:=]\s?"
    r"(?P<value>[\d][\d ]{5,18}\d|[^\s,;)]+)"
)
_HINTS = (
    "code",
    "pass",
    "pin",
    "meeting",
    " id",
    "-id",
    "id ",
    "senha",
    "clave",
    "wort",
    "password",
)
_RULE = re.compile(r"\s*[_\-\u2013\u2014\u2500=*~:.]{3,}\s*")
_PHRASE = re.compile(
    r"[\s*<\[(>\u2022-]*(?:"
    r"(?:click (?:here )?to )?join (?:the |a |this )?(?:meeting|call|webinar|conference|session)\b"
    r"|join (?:zoom|teams|webex|with google|on your|by |via |from |using |in |online)"
    r"|join:?\s?$|one.?tap mobile|dial (?:by|in)|or (?:call|dial)\b"
    r"|(?:find|more) (?:your |a |phone )?(?:local )?numbers?|microsoft teams|zoom meeting"
    r"|(?:.{0,60} is )?inviting you to|learn more|meeting options|need help|reset (?:dial-in )?pin|global call.?in"
    r"|(?:dem |der )?\S{0,20}\s?(?:meeting|besprechung|webinar) beitreten|rejoindre la r|unirse a"
    r"|partecipa alla riunione|join by meeting number"
    r"|download teams|join on the web|video call link|phone conference id|for organizers"
    r"|please do not edit this section|tap to|dial into|join from|"
    r"system reference|tenant key|video id|if you are a host|meeting link"
    r")"
)
_COMPANION = re.compile(
    r"https?://(?:aka\.ms/|dialin\.teams\.|(?:www\.)?microsoft\.com/.{0,20}microsoft-teams"
    r"|teams\.microsoft\.com/meetingoptions|(?:[\w-]+\.)?zoom\.us/u/|tel\.meet/"
    r"|(?:[\w-]+\.)?pin\.|support\.google\.com/|help\.webex\.com|[\w.-]+/globalcallin)",
    re.IGNORECASE,
)
_GOES_ALONG = "\0"  # a line that is left out only beside the way in
_OURS = re.compile(r"(?:\A|\n\n)Join: (?P<url>\S+)(?:\n|\Z)")


@attrs.define(repr=False)
class WayIn:
    """What one event says about getting in; filled by all its properties."""

    urls: list[str] = attrs.field(factory=list)
    passcode: str | None = None
    meeting_id: str | None = None
    phone: str | None = None
    more: list[str] = attrs.field(factory=list)
    exact: JoinDetails | None = None

    def link(self, url: str) -> None:
        """Add a link."""
        if url not in self.urls:
            self.urls.append(url)

    def label(self, text: str) -> None:
        """Take a passcode or meeting ID out of the label of a link."""
        self._line(text)

    def public(self, text: str) -> str:
        """Return a text without the way in."""
        if len(text) > _TEXT_MAX:
            text = text[:_TEXT_MAX]
        linked = "://" in text or "zoom.us" in text
        folded = _fold(text)
        if not any(hint in folded for hint in _HINTS) and not (linked and self._links(text)):
            return text
        if not (linked and self._links(text)) and not self.urls and not _INLINE.search(folded):
            return text
        lines = text.split("\n")
        kept = self._kept(lines)
        return text if kept == lines else _tidied(kept)

    def _kept(self, lines: list[str]) -> list[str]:
        """Leave out what lets somebody in, and of the lines beside it those that go with it."""
        kept: list[str] = []
        block: list[str] = []  # phrases, numbers and blanks since the last line of another kind
        is_way_in = False
        for line in lines:
            rest = self._line(line)
            if rest is _GOES_ALONG:
                block.append(line)
                continue
            self._close(block, kept, is_way_in or rest != line)
            block, is_way_in = [], rest != line
            if rest is not None:
                kept.append(rest)
        self._close(block, kept, is_way_in)
        return kept

    def _close(self, block: list[str], kept: list[str], is_way_in: bool) -> None:
        for line in block:
            if not is_way_in or not line.strip():
                kept.append(line)
            elif match := _PHONE.fullmatch(_fold(line)):
                self._keep("phone", line[match.start(1) :].strip())
            elif _NUMBER.fullmatch(_fold(line).strip(" *\u2022-")):
                self._keep("phone", line.strip(" *\u2022-"))

    def _links(self, text: str) -> bool:
        return any(is_join_link(_address(match)) for match in links_in(text))

    def _line(self, line: str) -> str | None:
        """Return what of a line is public, None for nothing, or that it goes with its block."""
        if not line.strip():
            return _GOES_ALONG
        if len(line) > _LINE_MAX:
            return self._cut_links(line)
        folded = _fold(line)
        if match := _PASSCODE.fullmatch(folded):
            self._keep("passcode", line[match.start(1) :].strip(" *_"))
            return None
        if match := _MEETING_ID.fullmatch(folded):
            self._keep("meeting_id", line[match.start(1) :].strip(" *_"))
            return None
        if _TAP.search(folded) or _DIALLED.search(folded):
            self._add(line)
            return None
        if _PHONE.fullmatch(folded) or _NUMBER.fullmatch(folded.strip(" *\u2022-")):
            return _GOES_ALONG
        rest = self._cut_inline(self._cut_links(line))
        if rest == line:
            companions = URL.sub(lambda found: "" if _COMPANION.match(found[0]) else found[0], line)
            goes_along = _PHRASE.match(folded) and not URL.search(companions)
            return _GOES_ALONG if goes_along or _RULE.fullmatch(line) else line
        rest = rest.strip()
        if _PHRASE.match(_fold(rest)) or _LABEL.fullmatch(rest) or not re.search(r"\w{2}", rest):
            return None
        return rest

    def _cut_links(self, line: str) -> str:
        cut = line
        for match in links_in(line):
            url = _address(match)
            if is_join_link(url):
                self.link(url)
                cut = cut.replace(trimmed(match.group()), " ")
        return cut if cut == line else re.sub(r"[ \t]{2,}|<\s?>|\(\s?\)|\[\s?\]", " ", cut)

    def _cut_inline(self, line: str) -> str:
        """Take ``Passcode: x`` and ``Meeting ID: x`` out of a sentence."""
        out, at = [], 0
        for match in _INLINE.finditer(_fold(line)):
            value = line[slice(*match.span("value"))].strip(" .")
            self._keep("passcode" if match["code"] else "meeting_id", value)
            out.append(line[at : match.start()])
            at = match.end()
        return "".join([*out, line[at:]]) if out else line

    def _keep(self, name: str, value: str) -> None:
        known = getattr(self, name)
        if known is None:
            setattr(self, name, value)
        elif known != value:
            self._add(f"{name.replace('_', ' ').capitalize()}: {value}")

    def _add(self, line: str) -> None:
        if line.strip() not in self.more and len(self.more) < _MORE_MAX:
            self.more.append(line.strip())

    def ours(self, text: str) -> str:
        """Return a text of eventkit's without its last block, which is the way in."""
        match = _OURS.search(text)
        if match is None:
            return text
        given: dict[str, str] = {}
        lines = text[match.end() :].split("\n") if match.end() < len(text) else []
        for label in ("Meeting ID", "Passcode", "Phone"):
            if lines and lines[0].startswith(f"{label}: "):
                given[label.lower().replace(" ", "_")] = lines.pop(0)[len(label) + 2 :]
        rest = "\n".join(lines)
        try:
            self.exact = JoinDetails(match["url"], instructions=rest or None, **given)
        except EventkitError:
            return text
        return text[: match.start()]

    def details(self, notes: Notes, at: int) -> JoinDetails | None:
        """Return the join details; without a link there are none, which is said."""
        if self.exact is not None:
            return self.exact
        if not self.urls:
            if self.passcode or self.meeting_id or self.more:
                notes.once(
                    codes.NOT_CARRIED,
                    Severity.WARNING,
                    "details to join without a join link are not carried",
                    "add the join link",
                    at=at,
                )
            return None
        more = "\n".join([*self.urls[1 : 1 + _MORE_MAX], *self.more])[:_TEXT_MAX] or None
        try:
            return JoinDetails(
                self.urls[0],
                passcode=(self.passcode or "")[:1000] or None,
                meeting_id=(self.meeting_id or "")[:1000] or None,
                phone=(self.phone or "")[:1000] or None,
                instructions=more,
            )
        except EventkitError:
            notes.add(
                codes.INVALID_VALUE,
                Severity.WARNING,
                "the details to join are not valid and are left out",
                "check the join link, its passcode and meeting ID",
                at=at,
                path="joining",
            )
            return None


def _address(match: re.Match[str]) -> str:
    url = trimmed(match.group()).rstrip("}")
    return url if re.match(r"\w+:", url) else f"https://{url}"


def _fold(text: str) -> str:
    """Return *text* in lower case without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(
        char.lower()[:1] if char.isascii() else unicodedata.normalize("NFKD", char)[:1].lower()[:1]
        for char in text
    )


def _tidied(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n \t")
