"""
The way in for the invited, which pasted announcements often carry: it goes to ``joining`` only.

What is found here stands in no public field, no finding and no evidence.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.labels import LABELS, label_of
from eventkit.formats.announcement.source import Line, Notes
from eventkit.formats.announcement.words import alternatives, fold, word_set
from eventkit.joinlinks import ANY_LINK, URL, find_url, is_join_link, trimmed
from eventkit.model import JoinDetails

__all__ = ["URL", "Secrets", "find_url", "is_join_link", "trimmed", "without_secrets"]

_TAP = re.compile(r"\+?\d[\d ()-]{5,40}(?:,+\*?\d+#?)+(?:,*\*?\d+#?)*")
_FILL = word_set(
    "join the meeting webinar zoom teams here link via at click to on in and on microsoft online"
    " qui con il al per partecipare hier zum der die das beitreten rejoindre la le reunion using"
    " or o ou oder e"
)


@attrs.define
class Secrets:
    """What was found, as the platform gave it."""

    urls: list[str] = attrs.field(factory=list)
    passcode: str | None = None
    meeting_id: str | None = None
    phone: str | None = None
    more: list[str] = attrs.field(factory=list)
    at: int | None = None

    def details(self, notes: Notes) -> JoinDetails | None:
        """Return the join details; without a link there are none, which is said."""
        if not self.urls:
            if self.at is not None:
                notes.add(
                    codes.NOT_CARRIED,
                    Severity.WARNING,
                    "details to join without a join link are not carried",
                    "add the join link on a line of its own",
                    at=self.at,
                    path="joining",
                )
            return None
        more = "\n".join([*self.urls[1:], *self.more]) or None
        try:
            return JoinDetails(
                self.urls[0],
                passcode=self.passcode,
                meeting_id=self.meeting_id,
                phone=self.phone,
                instructions=more,
            )
        except EventkitError:
            notes.add(
                codes.INVALID_VALUE,
                Severity.ERROR,
                "the join details are not valid",
                "check the join link, its passcode and meeting ID",
                at=self.at,
                path="joining",
            )
            return None


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    def words(kind: str) -> str:
        return alternatives(word for word, of in LABELS.items() if of == kind)

    passcode = rf"(?P<passcode>{words('passcode')})(?:\s*\([^)]{{0,30}}\))?\s*[:=]\s*(?P<code>\S+)"
    number = rf"(?P<id>{words('meeting_id')})\s{{0,9}}[:=]?\s{{0,9}}(?P<number>\d[\d -]{{4,}}\d|(?<=[:=] )\S+)"
    return re.compile(rf"(?<!\w)(?:{passcode}|{number})")


def without_secrets(lines: list[Line]) -> tuple[list[Line | None], Secrets]:
    """
    Take the way in out of the lines.

    Returns:
        The lines, with None where a whole one is secret, and what was found.
    """
    secrets = Secrets()
    if not any(_suspicious(line.text) for line in lines):
        return list(lines), secrets
    public = [_public(line, secrets) for line in lines]
    if secrets.urls:
        public = [_dial_in(line, secrets) for line in public]
    return public, secrets


def _suspicious(text: str) -> bool:
    return bool(ANY_LINK.search(text) or _phrase().search(fold(text)) or _TAP.search(text))


def _public(line: Line, secrets: Secrets) -> Line | None:
    """Return what of the line anybody may read."""
    text = line.text
    for match in list(ANY_LINK.finditer(text)):
        written = match.group().rstrip(".,;:!)]}'\u201d\u00bb>")
        url = written if "://" in written or written[:4] != "zoom" else f"https://{written}"
        if not re.match(r"\w+:", url):
            url = f"https://{url}"
        if is_join_link(url):
            if url not in secrets.urls:
                secrets.urls.append(url)
            text = text.replace(written, " ")
    text = _cut_phrases(text, secrets)
    for tap in _TAP.findall(text):
        secrets.more.append(tap)
        text = text.replace(tap, " ")
    if text == line.text:
        return line
    secrets.at = line.at if secrets.at is None else secrets.at
    label = label_of(text)
    rest = label[2] if label and label[0] not in ("title", "when", "speaker") else text
    words = [word for word in re.findall(r"[^\W_]+", fold(rest)) if word not in _FILL]
    if len(words) <= 1 and not (label and label[0] == "where" and words):
        return None
    return Line(re.sub(r"[ \t]{2,}", " ", text).strip(), line.at)


def _cut_phrases(text: str, secrets: Secrets) -> str:
    """Take ``Passcode: x`` and ``Meeting ID: x`` out of a line."""
    folded = fold(text)
    out, at = [], 0
    for match in _phrase().finditer(folded):
        alone = secrets.urls or secrets.meeting_id or _nothing_else(folded, match)
        if match["passcode"] and not alone:
            continue
        out.append(text[at : match.start()])
        at = match.end()
        if match["passcode"]:
            code = text[slice(*match.span("code"))].rstrip(",;)")
            secrets.passcode = secrets.passcode or code
            if secrets.passcode != code:
                secrets.more.append(f"Passcode: {code}")
        else:
            number = text[slice(*match.span("number"))].strip()
            secrets.meeting_id = secrets.meeting_id or number
            if secrets.meeting_id != number:
                secrets.more.append(f"Meeting ID: {number}")
    return "".join([*out, text[at:]])


def _nothing_else(folded: str, match: re.Match[str]) -> bool:
    """Whether a passcode is all that stands in a line, so that it is no heading."""
    outside = folded[: match.start()] + folded[match.end() :]
    return len(re.findall(r"\w+", outside)) <= 3 or bool(_phrase().search(outside))


def _dial_in(line: Line | None, secrets: Secrets) -> Line | None:
    """Take a dial-in number beside a join link."""
    label = label_of(line.text) if line else None
    if line is None or label is None or label[0] != "phone":
        return line
    if label[2] and secrets.phone is None:
        secrets.phone = label[2]
    elif label[2]:
        secrets.more.append(line.text.strip())
    return None
