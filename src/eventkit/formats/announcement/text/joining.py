"""
The way in for the invited, which pasted announcements often carry: it goes to ``joining`` only.

What is found here stands in no public field, no finding and no evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.text.labels import LABELS, label_of
from eventkit.formats.announcement.text.lines import Builder, Line, Span, replaced
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.text.words import alternatives, fold, word_set
from eventkit.joinlinks import URL, find_url, is_join_link, links_in, trimmed
from eventkit.model import JoinDetails

__all__ = ["URL", "Secrets", "find_url", "is_join_link", "trimmed", "without_secrets"]

_TAP = re.compile(r"\+?\d[\d ()-]{5,40}(?:,+\*?\d+#?)+(?:,*\*?\d+#?)*")
_LINE_MAX = 500  # characters of a line that may be a passcode and nothing else
_CODE = re.compile(r"[\d ]{4,20}|\S{1,64}")
_FILL = word_set(
    "join the meeting webinar zoom teams here link via at click to on in and on microsoft online"
    " qui con il al per partecipare hier zum der die das beitreten rejoindre la le reunion using"
    " or o ou oder e unser notre our il lo questo this link unirse unete acceder al clic clique"
    " aqui entre participe deelnemen klik hier acces accesso zugang beitreten join deltag at por para"
)


def _digits(number: str) -> str:
    return re.sub(r"[ -]", "", number)


_BESIDE_LINK = ("code", "codice", "codigo", "kode")


@attrs.define
class Secrets:
    """What was found, as the platform gave it."""

    urls: list[str] = attrs.field(factory=list)
    passcode: str | None = None
    meeting_id: str | None = None
    phone: str | None = None
    more: list[str] = attrs.field(factory=list)
    spans: list[Span] = attrs.field(factory=list)  # in the source

    @property
    def at(self) -> int | None:
        """Where the first of it stands in the source."""
        return min(self.spans)[0] if self.spans else None

    def hide(self, line: Line, cuts: list[Span]) -> None:
        """Keep the places of parts of a line, which nothing may show."""
        self.spans += [line.span(*cut) for cut in cuts]

    def take_passcode(self, code: str) -> None:
        """Keep a passcode, a second one among what else there is."""
        self.passcode = self.passcode or code
        if self.passcode != code:
            self.more.append(f"Passcode: {code}")

    def take_number(self, number: str) -> None:
        """Keep the number of a meeting, a second one among what else there is."""
        self.meeting_id = self.meeting_id or number
        if _digits(self.meeting_id) != _digits(number):
            self.more.append(f"Meeting ID: {number}")

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

    colon = r"[:=\uff1a]|\s\|\s"
    told = rf"(?:{colon}|\s(?:is|est|e|ist|lautet|es|luidt)(?=\s)|(?=\s?[\"\u201c\u201e\u00ab]))"
    passcode = (
        rf"(?P<passcode>{words('passcode')})(?:\s*\([^)]{{0,30}}\))?(?:\s+[^\W\d_]+){{0,3}}?"
        rf"\s{{0,9}}{told}\s{{0,9}}"
        r"(?:[\"\u201c\u201e\u00ab]\s?(?P<quoted>[^\"\u201c\u201d\u00bb]{1,64}?)\s?[\"\u201c\u201d\u00bb]"
        r"|(?P<code>\S+))"
    )
    number = (
        rf"(?P<id>{words('meeting_id')})\s{{0,9}}(?:(?:{colon})\s{{0,9}})?"
        r"(?P<number>\d[\d -]{4,}\d|(?<=[:=] )\S+)"
    )
    return re.compile(rf"(?<!\w)(?<!palabras )(?<!palabra )(?:{passcode}|{number})")


def without_secrets(lines: list[Line]) -> tuple[list[Line | None], Secrets]:
    """
    Take the way in out of the lines.

    Returns:
        The lines, with None where a whole one is secret, and what was found.
    """
    secrets = Secrets()
    if not any(_suspicious(line) for line in lines):
        return list(lines), secrets
    invites = any(_joins(line) for line in lines)
    public = [_public(line, secrets, invites) for line in lines]
    if secrets.urls:
        public = [_below_label(public, n, secrets) for n in range(len(public))]
        public = [_dial_in(line, secrets) for line in public]
        public = [line and _echo(line, secrets) for line in public]
    return public, secrets


def _suspicious(line: Line) -> bool:
    texts = [line.text] if line.prose is None else [line.text, line.prose.text]
    return any(
        any(links_in(text)) or _phrase().search(fold(text)) or _TAP.search(text) for text in texts
    )


def _links(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the join links of a text, with where they stand and the brackets around them."""
    for match in links_in(text):
        written = match.group().rstrip(".,;:!)]}'\u201d\u00bb>*_`")
        url = written if "://" in written or written[:4] != "zoom" else f"https://{written}"
        if not re.match(r"\w+:", url):
            url = f"https://{url}"
        if is_join_link(url):
            start, end = match.start(), match.start() + len(written)
            enclosed = text[start - 1 : start] == "<" and text[end : end + 1] == ">"
            yield (start - 1, end + 1, url) if enclosed else (start, end, url)


def _joins(line: Line) -> bool:
    return next(_links(line.text), None) is not None or bool(_TAP.search(line.text))


def _public(line: Line, secrets: Secrets, invites: bool) -> Line | None:
    """Return what of the line anybody may read."""
    if line.prose is not None and _suspicious(line):
        line = attrs.evolve(line, prose=None)
    cuts: list[Span] = []
    for start, end, url in _links(line.text):
        if url not in secrets.urls:
            secrets.urls.append(url)
        cuts.append((start, end))
    cuts += _phrases(line.text, secrets, invites)
    if invites:
        cuts += _bare_codes(
            line.text, secrets, beside_link=next(_links(line.text), None) is not None
        )
    if invites and not cuts:
        cuts += _short_label(line.text, secrets)
    for match in _TAP.finditer(line.text):
        secrets.more.append(match.group())
        cuts.append(match.span())
    if not cuts:
        return line
    secrets.hide(line, cuts)
    rest = _without(line, cuts)
    label = label_of(rest.text)
    told = label[2] if label and label[0] not in ("title", "when", "speaker") else rest.text
    words = [word for word in re.findall(r"[^\W_]+", fold(told)) if word not in _FILL]
    if len(words) <= 1 and not (label and label[0] == "where" and words):
        secrets.hide(line, [(0, len(line.text))])
        return None
    return rest


def _without(line: Line, cuts: list[Span]) -> Line:
    """Return a line without parts of it, and with one blank where several are left."""
    builder, at = Builder(line), 0
    for start, end in sorted(cuts):
        if start >= at:
            builder.keep(at, start)
        at = max(at, end)
    builder.keep(at, len(line.text))
    kept = builder.line()
    blanks = [(m.start(), m.end(), " ") for m in re.finditer(r"[ \t]{2,}", kept.text)]
    return replaced(kept, blanks).stripped()


def _phrases(text: str, secrets: Secrets, invites: bool) -> list[Span]:
    """Find ``Passcode: x`` and ``Meeting ID: x`` in a line."""
    folded, found = fold(text), []
    for match in _phrase().finditer(folded):
        alone = invites or secrets.meeting_id or _nothing_else(folded, match)
        if match["passcode"] and not alone:
            continue
        if match["quoted"]:
            found.append(match.span())
            secrets.take_passcode(text[slice(*match.span("quoted"))])
        elif match["passcode"]:
            code = text[slice(*match.span("code"))].rstrip(",;).")
            found.append((match.start(), match.start("code") + len(code)))
            secrets.take_passcode(code)
        else:
            found.append(match.span())
            secrets.take_number(text[slice(*match.span("number"))].strip())
    return found


@lru_cache(maxsize=2)
def _bare(*, beside_link: bool) -> re.Pattern[str]:
    labels = [word for word, of in LABELS.items() if of == "passcode"]
    words = alternatives([*labels, *_BESIDE_LINK] if beside_link else labels)
    return re.compile(rf"(?<!\w)(?:{words})\s+(?P<code>(?=\S{{0,40}}\d)[^\s,;:()\"]{{4,40}})")


def _bare_codes(text: str, secrets: Secrets, *, beside_link: bool) -> list[Span]:
    """
    Find ``passcode x1`` in a text with a join link: without a colon a code has a digit.

    Beside the link itself any ``code`` is one.
    """
    found: list[Span] = []
    for match in _bare(beside_link=beside_link).finditer(fold(text)):
        code = text[slice(*match.span("code"))].rstrip(".")
        found.append((match.start(), match.start("code") + len(code)))
        secrets.take_passcode(code)
    return found


_SHORT = re.compile(
    r"\W*(?:(?:codice|code|codigo|codi|pwd|pw|key|kode|\U0001f511)(?P<key>)|(?:id|\U0001f194))"
    r"\s{0,9}[:|]?\s{0,9}(?P<value>\d[\d -]{4,20}\d|\S{4,40})\s*"
)


def _short_label(text: str, secrets: Secrets) -> list[Span]:
    """Find a passcode or a number beside a join link, below a label that is common elsewhere."""
    match = _SHORT.fullmatch(fold(text)) if len(text) < 80 else None
    if match is None or not re.search(r"\d|\U0001f511", text):
        return []
    value = text[slice(*match.span("value"))].strip()
    if len(re.sub(r"\D", "", value)) >= 9 or match["key"] is None:
        secrets.take_number(value)
    else:
        secrets.take_passcode(value)
    return [(0, len(text))]


def _echo(line: Line, secrets: Secrets) -> Line | None:
    """Take what was found out of a line that repeats it: the number in a link, a passcode."""
    code = secrets.passcode or ""
    told = [re.escape(code)] if len(code) > 3 else []
    for url in secrets.urls:
        told += ["[ -]?".join(n[0]) for n in re.finditer(r"(?<!\d)\d{9,13}(?!\d)", url)]
    cuts: list[Span] = []
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(told)})(?!\w)", line.text) if told else ():
        cuts.append(match.span())
        if match.group() != secrets.passcode:
            secrets.take_number(match.group())
    if not cuts:
        return line
    secrets.hide(line, cuts)
    rest = _without(line, cuts)
    return rest if re.search(r"\w", rest.text) else None


def _nothing_else(folded: str, match: re.Match[str]) -> bool:
    """Whether a passcode is all that stands in a line, so that it is no heading."""
    if len(folded) > _LINE_MAX:
        return False
    outside = folded[: match.start()] + folded[match.end() :]
    return len(re.findall(r"\w+", outside)) <= 3 or bool(_phrase().search(outside))


def _below_label(lines: list[Line | None], at: int, secrets: Secrets) -> Line | None:
    """Take a passcode or a number that stands on the line below its label."""
    line, before = lines[at], lines[at - 1] if at else None
    if line is None or before is None:
        return line
    kind, value = LABELS.get(fold(before.text).strip(" :*_")), line.text.strip()
    if kind not in ("passcode", "meeting_id") or not _CODE.fullmatch(value):
        return line
    secrets.hide(line, [(0, len(line.text))])
    if kind == "passcode":
        secrets.take_passcode(value)
    else:
        secrets.take_number(value)
    return None


def _dial_in(line: Line | None, secrets: Secrets) -> Line | None:
    """Take a dial-in number beside a join link."""
    label = label_of(line.text) if line else None
    if line is None or label is None or label[0] != "phone":
        return line
    if label[2] and secrets.phone is None:
        secrets.phone = label[2]
    elif label[2]:
        secrets.more.append(line.text.strip())
    secrets.hide(line, [(0, len(line.text))])
    return None
