"""Texts and addresses, nasty ones among them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

__all__ = ["SECRET", "lines", "texts", "urls"]

SECRET = "5ecret"  # stands in everything secret that `events` makes, and nowhere else

_NASTY = (
    "</script><!-- <script>",
    "a;b,c:d\\n\\e",
    "\"quoted\" 'single' & &amp; <b>",
    "BEGIN:VEVENT",
    "- yes: no # 13:00",
    "=1+1",
    "\u05e9\u05dc\u05d5\u05dd \u202eabc",
    "\U0001f469\u200d\U0001f469\u200d\U0001f466 family",
    "~",
    "null",
    "2019-04-17",
    "1e3",
)


def _sound(text: str) -> bool:
    return bool(text) and text == text.strip() and SECRET not in text


def _characters(extra: str = "") -> st.SearchStrategy[str]:
    return st.characters(
        exclude_categories=("Cc", "Cs"),
        exclude_characters="\u2028\u2029\ufffe\uffff",
        include_characters=extra,
    )


@cache
def lines() -> st.SearchStrategy[str]:
    """Texts of one line, in all scripts, with every separator."""
    free = st.text(_characters(), min_size=1, max_size=40)
    return st.one_of(free, st.sampled_from(_NASTY)).filter(_sound)


@cache
def texts() -> st.SearchStrategy[str]:
    """Texts with paragraphs."""
    free = st.text(_characters("\n\t"), min_size=1, max_size=200)
    return st.one_of(free, st.lists(lines(), min_size=1, max_size=4).map("\n\n".join)).filter(
        _sound
    )


@cache
def urls() -> st.SearchStrategy[str]:
    """Public http and https addresses."""
    path = st.text("abcXYZ019-_.~/%20,;:@!$&'()*+=", max_size=30)
    hosts = st.sampled_from(
        ["example.org", "m\u00fcller.example", "192.0.2.1:8080", "[2001:db8::1]"]
    )
    return st.builds("{}://{}/{}".format, st.sampled_from(["http", "https"]), hosts, path)
