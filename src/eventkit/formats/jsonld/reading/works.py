"""Offers, recordings and material out of markup."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, plain, word
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.moments import length
from eventkit.formats.jsonld.reading.slots import instant, instants
from eventkit.model import Availability, Material, Offer, Recording

__all__ = ["dates_of_telling", "materials", "offers", "recording", "recordings"]

_AVAILABILITY = {one.value.replace("_", ""): one for one in Availability}
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₪": "ILS", "₩": "KRW", "zł": "PLN", "Kč": "CZK"}
_PRICE = re.compile(
    r"(?P<before>[A-Z]{3}|[^\w\s.,-]{1,3})?\s*(?P<number>\d[\d.,'\u2019 \u00a0\u202f]*)"
    r"\s*(?P<after>[A-Z]{3}|[^\w\s.,-]{1,3}|zł|Kč)?"
)
_FREE = re.compile(r"free|gratis|kostenlos|gratuit|gratuito|0", re.IGNORECASE)
_DEPTH_MAX = 2  # offers inside of offers
_PRICES = ("price", "lowPrice", "highPrice")


def offers(desk: Desk, item: Item) -> list[Offer]:
    """Return prices and places to register."""
    found: list[Offer] = []
    for value, name in desk.things(item, "offers"):
        if isinstance(value, Item) and (value.props or not value.id):
            made = _offers(desk, value)
        else:
            text = value.id if isinstance(value, Item) else plain(value)
            url = text and desk.address(text, item, name)
            made = [desk.make(Offer, item, url=url)] if url else []
        found += [one for one in made if one is not None]
    told = {plain(one) for one in desk.values(item, "isAccessibleForFree")}
    free = {(text or "").strip().rpartition("/")[2].lower() for text in told}
    if "true" in free and any(one.price for one in found):
        message = "isAccessibleForFree says that it is free, offers have a price"
        desk.say(
            codes.CONFLICT, Severity.WARNING, message, "correct one", item, "isAccessibleForFree"
        )
    elif "true" in free and not any(one.price == 0 for one in found):
        found.append(Offer(0))
    return found


def _offers(desk: Desk, item: Item, depth: int = 0) -> list[Offer | None]:
    """Return one offer; of an AggregateOffer those inside, or its lowest and highest price."""
    inner = [value for value, _ in desk.things(item, "offers") if isinstance(value, Item)]
    if inner and depth < _DEPTH_MAX:
        desk.values(item, "lowPrice", "highPrice", "priceCurrency", "offerCount", "url")
        return [one for offer in inner for one in _offers(desk, offer, depth + 1)]
    holder = item
    if not any(desk.has(item, name) for name in _PRICES):
        for value, _ in desk.things(item, "priceSpecification"):
            if isinstance(value, Item):
                holder = value
                break
    prices = [found for name in _PRICES if (found := _price(desk, holder, item, name))]
    prices = list(dict.fromkeys(prices)) or [(None, None)]
    return [_offer(desk, item, *price) for price in prices]


def _offer(desk: Desk, item: Item, price: Decimal | None, currency: str | None) -> Offer | None:
    fields = {
        "name": desk.line(item, "name"),
        "url": desk.url(item, "url"),
        "availability": _availability(desk, item),
        "valid_from": instant(desk, item, "validFrom"),
        "valid_until": instant(desk, item, "validThrough"),
    }
    if fields["url"] is None and item.id and not item.id.startswith("_:"):
        fields["url"] = desk.address(item.id, item, "@id")
    if price is None and not any(fields.values()):
        return None
    desk.values(item, "priceCurrency")
    return desk.make(Offer, item, price=price, currency=currency, **fields)


def _availability(desk: Desk, item: Item) -> Availability | None:
    for value in desk.values(item, "availability"):
        name = (word(value) or "").strip()
        found = _AVAILABILITY.get(re.sub(r"[\s_-]", "", name).lower())
        exact = found and "".join(p.capitalize() for p in found.value.split("_")) == name
        if not exact:
            taken = f"; it is read as {found.value}" if found else ""
            desk.say(
                codes.UNKNOWN_MEMBER,
                Severity.WARNING,
                f"availability {name[:40]!r} is not known{taken}",
                "write 'https://schema.org/InStock', SoldOut or PreOrder",
                item,
                "availability",
            )
        if found:
            return found
    return None


def _price(
    desk: Desk, item: Item, offer: Item, name: str
) -> tuple[Decimal | None, str | None] | None:
    values = desk.values(item, name)
    currency = desk.line(item, "priceCurrency") or desk.line(offer, "priceCurrency")
    currency = currency.upper() if currency else None
    if not values:
        return None
    text = " ".join((plain(values[0]) or "").split())
    if not text:
        return None
    number: Decimal | None = None
    sign: str | None = None
    if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text):
        number = Decimal(text)
    else:
        number, sign = _told(text)
        read = "it is left out" if number is None else f"it is read as {number}"
        shown = f" {sign or currency}" if number is not None and (sign or currency) else ""
        desk.say(
            codes.PRICE_UNCLEAR,
            Severity.WARNING,
            f"{name} {text[:40]!r} is not a number; {read}{shown}",
            'write "price": "10.00", "priceCurrency": "EUR"',
            item,
            name,
        )
    if number is None:
        return None
    currency = currency or sign
    if number and (currency is None or not re.fullmatch("[A-Z]{3}", currency)):
        message = f"{name} {text[:40]} has no currency code; it is left out"
        desk.say(
            codes.PRICE_UNCLEAR, Severity.WARNING, message, 'add "priceCurrency": "EUR"', item, name
        )
        return None
    return number, currency if currency and re.fullmatch("[A-Z]{3}", currency) else None


def _told(text: str) -> tuple[Decimal | None, str | None]:
    """Return the number and the currency in ``10,00 €`` or ``EUR 10``, where they are clear."""
    if _FREE.fullmatch(text):
        return Decimal(0), None
    found = _PRICE.fullmatch(text)
    if found is None:
        return None, None
    digits = re.sub(r"[ '\u2019\u00a0\u202f]", "", found["number"])
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", digits) and (
        "." in digits or digits.count(",") > 1
    ):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", digits) and (
        "," in digits or digits.count(".") > 1
    ):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,2})?", digits):
        return None, None
    sign = found["before"] or found["after"]
    return Decimal(digits), _SIGNS.get(
        sign, sign if sign and sign.isalpha() else None
    ) if sign else None


def recordings(desk: Desk, item: Item) -> list[Recording]:
    """Return the videos of an event."""
    found = []
    for value, name in desk.things(item, "recordedIn", "video", "subjectOf"):
        kind = "MediaObject" if name == "recordedIn" else "VideoObject"
        if not isinstance(value, Item) or not value.is_a(kind):
            continue
        one = recording(desk, value)
        if one is not None and (name == "recordedIn" or one not in found):
            found.append(one)
    return found


def recording(desk: Desk, item: Item) -> Recording | None:
    """Return a video, with whether it is live."""
    live = False
    for value, _ in desk.things(item, "publication"):
        if isinstance(value, Item):
            told = [plain(one) for one in desk.values(value, "isLiveBroadcast")]
            live = live or any(
                (text or "").strip().rpartition("/")[2].lower() == "true" for text in told
            )
            desk.values(value, "startDate", "endDate", "name")
    embed, content = desk.url(item, "embedUrl"), desk.url(item, "contentUrl")
    url = desk.url(item, "url") or content or embed
    if url is None:
        message = "the video has no address; it is left out"
        desk.say(codes.NOT_CARRIED, Severity.WARNING, message, "add its url", item)
        return None
    uploaded = instants(desk, item, "uploadDate")
    texts = [found for one in desk.values(item, "duration") if (found := plain(one))]
    return desk.make(
        Recording,
        item,
        url=url,
        name=desk.line(item, "name"),
        description=desk.text(item, "description"),
        upload_date=uploaded[0] if uploaded else None,
        duration=length(texts[0]) or None if texts else None,
        thumbnail_url=desk.url(item, "thumbnailUrl", "thumbnail"),
        embed_url=embed,
        is_live_broadcast=live,
    )


def materials(desk: Desk, item: Item) -> list[Material]:
    """Return slides and other files."""
    found = []
    for value, name in desk.things(item, "workFeatured"):
        if isinstance(value, Item):
            url = desk.url(value, "url", "contentUrl") or (
                value.id and desk.address(value.id, item, name)
            )
            if not url:
                continue
            one = desk.make(
                Material,
                value,
                url=url,
                name=desk.line(value, "name", "headline"),
                encoding_format=desk.line(value, "encodingFormat"),
                license=desk.url(value, "license"),
            )
            if one is not None:
                found.append(one)
    return found


def dates_of_telling(desk: Desk, item: Item) -> dict[str, datetime]:
    """Return when the telling of an event was made, changed and published."""
    found: dict[str, datetime] = {}
    names = {"dateCreated": "created", "dateModified": "updated", "datePublished": "published"}
    for value, _ in desk.things(item, "subjectOf"):
        if isinstance(value, Item) and not value.is_a("MediaObject"):
            for name, field in names.items():
                if desk.has(value, name) and (when := instant(desk, value, name)):
                    found.setdefault(field, when)
    return found
