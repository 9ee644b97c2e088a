"""People and organisations as JSON-LD nodes."""

from __future__ import annotations

from eventkit.formats.jsonld.values import Node, moment, one_or_many, put
from eventkit.model import Affiliation, Image, Organization, Person, Role, Speaker

__all__ = ["body", "image", "performer"]


def image(picture: Image) -> str | Node:
    """Return the bare address, or an ImageObject where more is known."""
    if picture.name is None and picture.width is None and picture.height is None:
        return picture.url
    node: Node = {"@type": "ImageObject", "url": picture.url}
    put(node, "name", picture.name)
    put(node, "width", picture.width)
    put(node, "height", picture.height)
    return node


def body(value: Organization | Person) -> Node:
    """Return an organisation or a person."""
    return _organization(value) if isinstance(value, Organization) else _person(value)


def performer(speaker: Speaker) -> Node:
    """
    Return a person, inside a Role where the part is not that of a plain speaker.

    Source: https://schema.org/Role (the property is repeated inside the role).
    """
    if speaker.role is Role.SPEAKER:
        return _person(speaker)
    return {
        "@type": "Role",
        "roleName": speaker.role.value,
        "performer": _person(speaker),
    }


def _organization(organization: Organization) -> Node:
    node: Node = {"@type": "Organization", "name": organization.name}
    put(node, "url", organization.url)
    put(node, "email", organization.email)
    put(node, "sameAs", one_or_many(organization.same_as))
    if organization.country:
        node["address"] = {"@type": "PostalAddress", "addressCountry": organization.country}
    return node


def _person(person: Person) -> Node:
    node: Node = {"@type": "Person", "name": person.name}
    put(node, "honorificPrefix", person.honorific_prefix)
    put(node, "jobTitle", one_or_many(a.title for a in person.affiliations if a.title))
    put(
        node, "affiliation", one_or_many(_organization(a.organization) for a in person.affiliations)
    )
    put(node, "memberOf", one_or_many(_membership(a) for a in person.affiliations if _is_role(a)))
    put(node, "description", person.bio)
    put(node, "email", person.email)
    put(node, "url", person.url)
    put(node, "image", image(person.image) if person.image else None)
    put(node, "sameAs", one_or_many(person.same_as))
    return node


def _is_role(affiliation: Affiliation) -> bool:
    return bool(affiliation.title or affiliation.since or affiliation.until)


def _membership(affiliation: Affiliation) -> Node:
    """
    Return a title together with its organisation.

    ``jobTitle`` and ``affiliation`` side by side do not say which title is held where.
    Source: https://schema.org/OrganizationRole
    """
    node: Node = {"@type": "OrganizationRole"}
    put(node, "roleName", affiliation.title)
    put(node, "startDate", moment(affiliation.since))
    put(node, "endDate", moment(affiliation.until))
    node["memberOf"] = _organization(affiliation.organization)
    return node
