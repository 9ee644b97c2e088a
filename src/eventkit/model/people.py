"""Who speaks, for whom, and who organises."""

from __future__ import annotations

from datetime import date

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    as_tuple,
    is_a,
    is_country,
    is_email,
    is_line,
    is_text,
    is_url,
    many,
    optional,
    stripped,
    stripped_or_none,
)
from eventkit.model.given import Given, when_given
from eventkit.model.media import Image, as_image
from eventkit.model.words import Word

__all__ = ["Affiliation", "ContactPoint", "Organization", "Person", "Role", "Speaker"]


class Role(Word):
    """What a person does at the event."""

    SPEAKER = "speaker"
    MODERATOR = "moderator"
    HOST = "host"
    PANELIST = "panelist"


@attrs.frozen
class Organization:
    """
    A company, university, association or other body.

    Args:
        name: As it calls itself.
        url: Its home page, http or https.
        country: ISO 3166-1 alpha-2 code.
        email: Public address.
        same_as: Pages elsewhere that are about the same organisation.

    Raises:
        InvalidValueError: A value of the wrong kind.

    Source: https://schema.org/Organization
    """

    name: str = attrs.field(converter=stripped, validator=is_line)
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_url))
    country: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_country))
    email: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_email))
    same_as: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_url)
    )


def _as_organization(value: str | Organization) -> Organization:
    return Organization(value) if isinstance(value, str) else value


@attrs.frozen
class Affiliation:
    """
    A title at an organisation; one person may have several.

    Args:
        organization: The organisation, or its name.
        title: What the person is there.
        since: First day, when known.
        until: Last day, when known; not before *since*.

    Source: https://schema.org/OrganizationRole
    """

    organization: Organization = attrs.field(
        converter=_as_organization, validator=is_a(Organization)
    )
    title: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    since: date | None = attrs.field(default=None, kw_only=True, validator=optional(is_a(date)))
    until: date | None = attrs.field(default=None, kw_only=True, validator=optional(is_a(date)))

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise InvalidValueError(f"until {self.until} is before since {self.since}", "swap them")


@attrs.frozen(field_transformer=when_given)
class Person(Given):
    """
    A person.

    Args:
        name: Without titles before it.
        honorific_prefix: ``Mr.``, ``Prof. Dr.``.
        affiliations: The titles held, each at its organisation.
        bio: A few paragraphs, plain text or Markdown.
        email: Public address.
        url: The person's page.
        image: A photo, or its address.
        same_as: Pages elsewhere about the same person.

    Source: https://schema.org/Person
    """

    name: str = attrs.field(converter=stripped, validator=is_line)
    honorific_prefix: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    affiliations: tuple[Affiliation, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(Affiliation))
    )
    bio: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    email: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_email))
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_url))
    image: Image | None = attrs.field(
        default=None, kw_only=True, converter=as_image, validator=optional(is_a(Image))
    )
    same_as: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_url)
    )


@attrs.frozen(field_transformer=when_given)
class Speaker(Person):
    """
    A person with a part in the event.

    Args:
        role: ``speaker``, ``moderator``, ``host`` or ``panelist``.

    Source: https://schema.org/performer
    """

    role: Role = attrs.field(default=Role.SPEAKER, kw_only=True, converter=Role)


@attrs.frozen(kw_only=True)
class ContactPoint:
    """
    Whom to ask about the event; at least one field is given.

    Source: https://schema.org/ContactPoint; RFC 5545 §3.8.4.2 (``CONTACT``).
    """

    name: str | None = attrs.field(
        default=None, converter=stripped_or_none, validator=optional(is_line)
    )
    email: str | None = attrs.field(default=None, validator=optional(is_email))
    telephone: str | None = attrs.field(
        default=None, converter=stripped_or_none, validator=optional(is_line)
    )
    url: str | None = attrs.field(default=None, validator=optional(is_url))

    def __attrs_post_init__(self) -> None:
        if not (self.name or self.email or self.telephone or self.url):
            raise InvalidValueError("a contact without any detail", "give its email or name")
