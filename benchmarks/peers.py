"""The event as pydantic has it: every field of the model, unknown keys refused."""

from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal

__all__ = ["pydantic_model"]


@lru_cache(maxsize=1)
def pydantic_model() -> Any:
    """Return the class, or None where pydantic is not installed."""
    try:
        import pydantic
    except ImportError:
        return None

    Line = Annotated[str, pydantic.StringConstraints(min_length=1, max_length=1000)]
    Long = Annotated[str, pydantic.StringConstraints(min_length=1, max_length=100_000)]
    Url = pydantic.HttpUrl

    class Model(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(extra="forbid", frozen=True)

    class Slot(Model):
        start: pydantic.AwareDatetime
        end: pydantic.AwareDatetime | None = None
        timezone: str | None = None

    class Organization(Model):
        name: Line
        url: Url | None = None
        country: Line | None = None
        email: Line | None = None
        same_as: tuple[Url, ...] = ()

    class Affiliation(Model):
        organization: Line | Organization
        title: Line | None = None
        since: str | None = None
        until: str | None = None

    class Person(Model):
        name: Line
        honorific_prefix: Line | None = None
        affiliations: tuple[Affiliation, ...] = ()
        bio: Long | None = None
        email: Line | None = None
        url: Url | None = None
        image: Line | None = None
        same_as: tuple[Url, ...] = ()

    class Speaker(Person):
        role: Literal["speaker", "moderator", "host", "panelist"] = "speaker"

    class Virtual(Model):
        type: Literal["VirtualLocation"]
        url: Url
        name: Line | None = None

    class Place(Model):
        type: Literal["Place"]
        name: Line
        address: Long | None = None
        country: Line | None = None
        latitude: float | None = None
        longitude: float | None = None
        url: Url | None = None

    class Offer(Model):
        price: Decimal | None = None
        currency: Line | None = None
        name: Line | None = None
        url: Url | None = None

    AnyLocation = Annotated[Virtual | Place, pydantic.Field(discriminator="type")]

    class Peer(Model):
        name: Line
        slot: Slot
        uid: Line = ""
        alternate_name: Line | None = None
        description: Long | None = None
        url: Url | None = None
        event_type: Line = "Event"
        speakers: tuple[Speaker, ...] = ()
        organizer: Line | Organization | Person | None = None
        co_organizers: tuple[Line | Organization | Person, ...] = ()
        sponsors: tuple[Line | Organization | Person, ...] = ()
        contact: dict[str, str] | None = None
        locations: tuple[AnyLocation, ...] = ()
        joining: dict[str, str] | None = None
        status: Literal["scheduled", "cancelled", "postponed", "rescheduled", "moved_online"] = (
            "scheduled"
        )
        status_reason: Long | None = None
        previous_starts: tuple[datetime, ...] = ()
        sequence: pydantic.NonNegativeInt = 0
        created: pydantic.AwareDatetime | None = None
        updated: pydantic.AwareDatetime | None = None
        published: pydantic.AwareDatetime | None = None
        in_language: tuple[Line, ...] = ()
        keywords: tuple[Line, ...] = ()
        images: tuple[Line, ...] = ()
        offers: tuple[Offer, ...] = ()
        recordings: tuple[dict[str, str], ...] = ()
        materials: tuple[dict[str, str], ...] = ()
        series: dict[str, str] | None = None
        position: pydantic.NonNegativeInt | None = None
        sub_events: tuple["Peer", ...] = ()
        recurrence: dict[str, str] | None = None
        reminders: tuple[str, ...] = ()
        visibility: Literal["public", "unlisted", "private", "confidential"] = "public"
        audience: Line | None = None
        capacity: pydantic.NonNegativeInt | None = None
        remaining_capacity: pydantic.NonNegativeInt | None = None

    Peer.model_rebuild(_types_namespace=locals())
    return Peer
