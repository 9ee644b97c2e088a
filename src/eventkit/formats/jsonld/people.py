"""People and organisations as JSON-LD nodes."""

from __future__ import annotations

from eventkit.formats.jsonld.values import Node, moment, one_or_many, put
from eventkit.model import Affiliation, ContactPoint, Image, Organization, Person, Role, Speaker

__all__ = ["body", "contact_point", "image", "performer"]


def image(picture: Image) -> str | Node:
    """
    Return the bare address, or an ImageObject where more is known.

    A width is text with its unit. Source: https://schema.org/Distance
    """
    if picture.name is None and picture.width is None and picture.height is None:
        return picture.url
    node: Node = {"@type": "ImageObject", "url": picture.url}
    put(node, "name", picture.name)
    if picture.width is not None:
        node["width"] = f"{picture.width} px"
    if picture.height is not None:
        node["height"] = f"{picture.height} px"
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


def contact_point(contact: ContactPoint) -> Node:
    """Return whom to ask. Source: https://schema.org/ContactPoint"""
    node: Node = {"@type": "ContactPoint"}
    put(node, "name", contact.name)
    put(node, "email", contact.email)
    put(node, "telephone", contact.telephone)
    put(node, "url", contact.url)
    return node


def _organization(organization: Organization) -> Node:
    node: Node = {"@type": "Organization", "name": organization.name}
    put(node, "url", organization.url)
    put(node, "email", organization.email)
    if organization.same_as:
        node["sameAs"] = one_or_many(organization.same_as)
    if organization.country:
        node["address"] = {"@type": "PostalAddress", "addressCountry": organization.country}
    return node


def _person(person: Person) -> Node:
    node: Node = {"@type": "Person", "name": person.name}
    put(node, "honorificPrefix", person.honorific_prefix)
    if person.affiliations:
        _positions(node, person.affiliations)
    put(node, "description", person.bio)
    put(node, "email", person.email)
    put(node, "url", person.url)
    if person.image:
        node["image"] = image(person.image)
    if person.same_as:
        node["sameAs"] = one_or_many(person.same_as)
    return node


def _positions(node: Node, affiliations: tuple[Affiliation, ...]) -> None:
    """Write flat lists for simple readers, and the pairs of title and organisation."""
    if titles := [at.title for at in affiliations if at.title]:
        node["jobTitle"] = one_or_many(titles)
    node["affiliation"] = one_or_many(_organization(at.organization) for at in affiliations)
    held = [at for at in affiliations if at.title or at.since or at.until]
    if held and len({at.organization.name for at in affiliations}) < len(affiliations):
        held = list(affiliations)  # else it would not be told which of the two has the title
    if held:
        node["memberOf"] = one_or_many(_membership(at) for at in held)


def _membership(affiliation: Affiliation) -> Node:
    """
    Return a title together with its organisation.

    ``jobTitle`` and ``affiliation`` side by side do not say which title is held where.
    Source: https://schema.org/OrganizationRole
    """
    node: Node = {"@type": "OrganizationRole"}
    put(node, "roleName", affiliation.title)
    if affiliation.since:
        node["startDate"] = moment(affiliation.since)
    if affiliation.until:
        node["endDate"] = moment(affiliation.until)
    node["memberOf"] = _organization(affiliation.organization)
    return node
