"""Rules about texts: placeholders, markup, entities, broken characters, secrets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from eventkit import codes
from eventkit.linter.rule import ERROR, WARNING, Fault, rule
from eventkit.linter.secrets import has_join_link, may_give_away, tells_passcode
from eventkit.linter.subject import Subject
from eventkit.model.showing import HINT

__all__ = ["ENTITY", "is_placeholder", "without_code"]

_WHOLE = re.compile(
    r"n\. ?n\.?|nn|(?:(?:speakers?|presenters?|hosts?|guests?|moderators?|details|title|topic|date|time|place"
    r"|location|venue|agenda|programme|program) ?[:,-]? ?(?:is |are |still )?)?"
    r"(?:to be (?:announced|confirmed|determined|defined|decided)|t\.?b\.?[acd]\.?)"
    r"|n\.?/?a\.?|none|null|nil|undefined|\[object object\]|unknown|x{3,}|todo|fixme|placeholder|test(?: ?event)?"
    r"|foo|bar|foobar|asdf+|qwerty|\?+|-+|\.{2,}|…|untitled|no (?:title|name|description)"
    r"|(?:event|speaker|webinar|your) ?(?:name|title|\d)?|(?:new|my) event|title|name|description"
    r"|lorem ipsum.{0,2000}|sample(?: event)?|coming soon|noch offen|wird noch bekannt ?gegeben"
    r"|folgt|à (?:confirmer|définir|venir)|por (?:confirmar|definir|anunciar)|da definire",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = re.compile(
    r"\b(?i:lorem ipsum)\b|\b(?:TODO|FIXME)\b|\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{0,200}%\}"
    r"|<%[^%\n]{0,200}%>|\$\{[^{}\n]{1,100}\}|\[(?i:insert|your|add|todo)\b[^\[\]\n]{0,100}\](?!\()"
)
_MAYBE_INSIDE = ("lorem ipsum", "todo", "fixme", "{{", "{%", "<%", "${", "[")
_INSIDE_NAME = re.compile(r"\b(?:TBA|TBC|TBD|XXX+)\b")
_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|img|table|tbody|tr|td|th|font|script"
    r"|style|iframe|hr|blockquote|pre|code|sup|sub|small|center|section|article)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CODE = re.compile(r"```.{0,100000}?```|`[^`\n]{0,1000}`", re.DOTALL)
# UTF-8 that was read as Latin-1 or Windows-1252, and the sign for a character that was lost.
_BROKEN = re.compile(
    "[ÃÂ][\u0080-\u00bf\u0152\u0178\u2013-\u2122]|â(?:€[\u0080-\uffff]|\u0080)|\ufffd"
)


def is_placeholder(text: str) -> bool:
    """Whether a text stands for one that is not known yet."""
    return len(text) < 2000 and _WHOLE.fullmatch(text) is not None


def without_code(text: str) -> str:
    """Return Markdown with its code as blanks, since it is shown as it stands."""
    if "`" not in text:
        return text
    return _CODE.sub(lambda match: " " * len(match.group()), text)


@rule(codes.PLACEHOLDER, WARNING, "Google, Event: describe the event, not the gap")
def placeholder(subject: Subject) -> Iterator[Fault]:
    """What is not known is left out; a placeholder gets published."""
    maybe_inside = any(mark in subject.lowered for mark in _MAYBE_INSIDE)
    for path, text, _, is_name in subject.texts:
        if is_placeholder(text):
            yield Fault(
                f"{text[:40]!r} is a placeholder",
                f"leave {path[-1]} out until it is known" if path[-1] != "name" else _hint(path),
                path,
            )
        elif (is_name and _INSIDE_NAME.search(text)) or (
            maybe_inside and _INSIDE.search(without_code(text))
        ):
            yield Fault("a placeholder stands in the text", "write the text, or leave it out", path)


def _hint(path: tuple[str | int, ...]) -> str:
    if len(path) == 1:
        return "write the title"
    return f"leave the member of {path[0]} out until it is known"


@rule(codes.HTML_IN_TEXT, WARNING, "https://schema.org/description (Text)")
def html_in_text(subject: Subject) -> Iterator[Fault]:
    """Texts are plain or Markdown; calendars and search results show tags as they stand."""
    if "<" not in subject.lowered:
        return
    for path, text, is_long, _ in subject.texts:
        if found := _TAG.search(without_code(text) if is_long else text):
            yield Fault(
                f"HTML stands in a plain text: {found.group()[:20]}",
                "write it as Markdown or without the tags",
                path,
            )


@rule(codes.ENTITY_IN_TEXT, WARNING, "Google, structured data: entities are decoded once")
def entity_in_text(subject: Subject) -> Iterator[Fault]:
    """An entity is for HTML, which is written later and escapes by itself."""
    if "&" not in subject.lowered:
        return
    for path, text, is_long, _ in subject.texts:
        for found in ENTITY.finditer(without_code(text) if is_long else text):
            word = found.group()
            if word[1] == "#" or word[1:] in html5:
                yield Fault(
                    f"the HTML entity {word} stands in a plain text",
                    "write the character itself",
                    path,
                )
                break


@rule(codes.MOJIBAKE, WARNING, "RFC 3629 (UTF-8)")
def mojibake(subject: Subject) -> Iterator[Fault]:
    """Text that was once read in the wrong encoding."""
    if subject.lowered.isascii():
        return
    for path, text, _, _ in subject.texts:
        if _BROKEN.search(text):
            yield Fault(
                "characters are broken: UTF-8 that was read in another encoding",
                "write the letter that is meant, and save the file as UTF-8",
                path,
            )


@rule(codes.SECRET_IN_TEXT, ERROR, "eventkit: public and invited are two audiences")
def secret_in_text(subject: Subject) -> Iterator[Fault]:
    """Texts are public: a join link or a passcode in them is published everywhere."""
    for path in subject.shown:
        yield Fault("it is public, and shows the way in that joining holds", HINT, path)
    if not may_give_away(subject.lowered):
        return
    for path, text, _, _ in subject.texts:
        if path in subject.shown:
            continue
        if has_join_link(text):
            yield Fault(
                "a link that opens the meeting stands in a public text",
                "move it into joining: {url: ...}",
                path,
            )
        elif told := tells_passcode(text):
            yield Fault(
                f"{told} stands in a public text",
                "move it into joining: {url: ..., passcode: ..., meeting_id: ...}",
                path,
                WARNING if told == "a meeting ID" else None,
            )
