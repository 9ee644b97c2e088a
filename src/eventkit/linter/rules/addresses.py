"""Rules about addresses: secrets, https, hosts that nobody else reaches."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from eventkit import codes
from eventkit.joinlinks import is_join_link
from eventkit.linter.rule import ERROR, INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_RESERVED = re.compile(r"(?:.*\.)?example\.(?:com|net|org|edu)|.*\.(?:example|test|invalid)")
_TO_COME = re.compile(r"/(?:tb[acd]|placeholder)/?", re.IGNORECASE)
_INTERNAL = re.compile(
    r"localhost|.*\.(?:local|localhost|internal|intranet|lan|home|corp|home\.arpa)|[^.]+"
)


@lru_cache(maxsize=8192)
def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").rstrip(".")


@lru_cache(maxsize=4096)
def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return _INTERNAL.fullmatch(host) is not None


@rule(codes.PLACEHOLDER_ADDRESS, WARNING, "RFC 2606; RFC 6761")
def placeholder_address(subject: Subject) -> Iterator[Fault]:
    """Nobody has a page at example.com, nor at the address that is still to come."""
    for path, url, _ in subject.urls:
        host = _host(url)
        last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
        if _TO_COME.fullmatch(f"/{last}"):
            yield Fault(
                f"/{last[:20]} is no page yet", f"write the true address of {path[0]}", path
            )
        if _RESERVED.fullmatch(host):
            yield Fault(
                f"{host} is reserved for examples", f"write the true address of {path[0]}", path
            )


@rule(codes.SECRET_IN_PUBLIC, ERROR, "eventkit: public and invited are two audiences")
def secret_in_address(subject: Subject) -> Iterator[Fault]:
    """A link that opens the meeting is for the invited; robots find public ones."""
    for path, url, own in subject.urls:
        if (
            own and path not in subject.shown and is_join_link(url) and not _has_credentials(url)
        ):  # which has its own rule
            yield Fault(
                "a public address opens the meeting",
                "put the join link into joining: {url: ...}, and the public page here",
                path,
            )


@rule(codes.NOT_HTTPS, INFO, "https://schema.org/url; browsers mark http as not secure")
def not_https(subject: Subject) -> Iterator[Fault]:
    """Pages and images over http are blocked inside pages over https."""
    for path, url, own in subject.urls:
        if url[:5].lower() == "http:":
            yield Fault(
                "the address is not https",
                "write https:// if the site has it, as nearly all have",
                path,
                WARNING if own else None,
            )


@rule(codes.PRIVATE_HOST, ERROR, "RFC 1918; RFC 6762; RFC 8375")
def private_host(subject: Subject) -> Iterator[Fault]:
    """Only people on the same network reach it."""
    if subject.is_private:
        return
    for path, url, _ in subject.urls:
        if _is_private(_host(url)):
            yield Fault(
                "the address leads to a private network",
                "write the public address",
                path,
            )


def _has_credentials(url: str) -> bool:
    return "@" in url and "@" in urlsplit(url).netloc


@rule(codes.CREDENTIALS_IN_ADDRESS, ERROR, "RFC 3986 §3.2.1, §7.5")
def credentials_in_address(subject: Subject) -> Iterator[Fault]:
    """A name and a password before the host are published with it."""
    for path, url, _ in subject.urls:
        if _has_credentials(url):
            yield Fault(
                "the address holds a user name or password",
                "remove what stands before the @",
                path,
            )
