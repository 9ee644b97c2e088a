"""Pages that are odd in ways that real ones are, each with what a person sees in it."""

from __future__ import annotations

from typing import Any

import pytest

from eventkit import Event, Severity, codes, parse
from eventkit.model import Place, VirtualLocation

AT = "2027-03-10T18:00:00+01:00"
_HEAD = '<!doctype html><html lang="fr"><head><title>Programme</title>'
_LD = '<script type="application/ld+json">'


def _page(*scripts: str, body: str = "", head: str = "") -> str:
    written = "\n".join(f"{_LD}{script}</script>" for script in scripts)
    return f"{_HEAD}{head}{written}</head><body>{body}</body></html>"


def _seen(event: Event) -> dict[str, Any]:
    """Return what a person sees of an event: title, start, places, people, and more if told."""
    seen: dict[str, Any] = {"name": event.name, "start": event.slot.start.isoformat()}
    if event.slot.end:
        seen["end"] = event.slot.end.isoformat()
    places = [
        f"{at.name}, {at.address}" if isinstance(at, Place) and at.address else at.name
        for at in event.locations
        if isinstance(at, Place)
    ]
    online = [at.url for at in event.locations if isinstance(at, VirtualLocation)]
    people = [
        " / ".join([one.name, *(f"{a.title} @ {a.organization.name}" for a in one.affiliations)])
        + ("" if one.role.value == "speaker" else f" ({one.role.value})")
        for one in event.speakers
    ]
    more = {
        "places": places,
        "online": online,
        "people": people,
        "organizer": event.organizer.name if event.organizer else None,
        "url": event.url,
        "series": event.series.name if event.series else None,
        "status": event.status.value if event.status.value != "scheduled" else None,
        "prices": [f"{one.price} {one.currency}" for one in event.offers if one.price is not None],
        "images": [one.url for one in event.images],
        "rule": event.recurrence.rule if event.recurrence else None,
        "sessions": [one.name for one in event.sub_events],
    }
    return seen | {key: value for key, value in more.items() if value}


ITEMREF = _page(
    body="""
<h1 id="title" itemprop="name">Nuit des grappes</h1>
<article itemscope itemtype="https://schema.org/Event" itemref="title hall people">
 <time itemprop="startDate" datetime="2027-03-10T18:00+01:00">mercredi</time>
</article>
<footer>
 <div id="hall"><p itemprop="location" itemscope itemtype="https://schema.org/Place">
  <b itemprop="name">Salle Rouge</b>,
  <span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
   <span itemprop="postalCode">67000</span> <span itemprop="addressLocality">Strasbourg</span>
   <meta itemprop="addressCountry" content="FR"></span></p></div>
 <ul id="people"><li itemprop="performer organizer" itemscope itemtype="https://schema.org/Person">
  <a itemprop="url" href="https://gnomon.alt/tubiana"><span itemprop="name">Alain Tubiana</span></a></li></ul>
</footer>"""
)
CHAIN = _page(
    body="""
<div prefix="s: https://schema.org/" typeof="s:EducationEvent" about="#talk">
 <h2 property="s:name">Grappes et PME</h2>
 <span property="s:startDate" content="2027-03-10T18:00:00+01:00">ce soir</span>
 <div rel="s:location"><div typeof="s:Place"><span property="s:name">Salle Rouge</span>
  <div property="s:address" typeof="s:PostalAddress"><span property="s:addressLocality">Strasbourg</span></div>
 </div></div>
 <div property="s:performer" typeof="s:Person" resource="#anna"><span property="s:name">Anna Bell</span>
  <div property="s:affiliation" typeof="s:OrganizationRole"><i property="s:roleName">Doyenne</i>
   <div property="s:affiliation" typeof="s:CollegeOrUniversity"><b property="s:name">Universit\u00e9</b></div></div>
 </div>
</div>
<p prefix="s: http://schema.org/" about="#talk"><a property="s:url" href="https://academy.alt/t">plus</a></p>"""
)
CYCLES = _page(
    """{"@context": "https://schema.org", "@graph": [
 {"@id": "#series", "@type": "EventSeries", "name": "Jeudis", "subEvent": [{"@id": "#a"}, {"@id": "#b"}]},
 {"@id": "#a", "@type": "Event", "name": "Un", "startDate": "2027-03-10T18:00:00+01:00",
  "superEvent": {"@id": "#series"}, "performer": {"@id": "#anna"}, "organizer": {"@id": "#gnomon"}},
 {"@id": "#b", "@type": "Event", "name": "Deux", "startDate": "2027-03-11T18:00:00+01:00",
  "superEvent": {"@id": "#series"}, "performer": {"@id": "#anna"}},
 {"@id": "#anna", "@type": "Person", "name": "Anna Bell", "performerIn": [{"@id": "#a"}, {"@id": "#b"}],
  "worksFor": {"@id": "#gnomon"}, "jobTitle": "Chef"},
 {"@id": "#gnomon", "@type": "Organization", "name": "gnomon", "employee": {"@id": "#anna"}}]}"""
)
LANGUAGES = _page(
    """{"@context": ["https://schema.org", {"name": {"@id": "schema:name", "@container": "@language"}}],
 "@type": "Event", "name": {"en": "Night of clusters", "fr": "Nuit des grappes", "de": "Clusternacht"},
 "startDate": "2027-03-10T18:00:00+01:00",
 "location": {"@type": "Place", "name": [{"@language": "en", "@value": "Red hall"},
                                          {"@language": "fr", "@value": "Salle Rouge"}]}}"""
)
ROLES = _page(
    """{"@context": "https://schema.org", "@type": "Event", "name": "Table ronde",
 "startDate": "2027-03-10T18:00:00+01:00",
 "performer": [
  {"@type": "PerformanceRole", "roleName": "moderator", "performer": {"@type": "Person", "name": "Anna Bell",
   "affiliation": [{"@type": "OrganizationRole", "roleName": "Dean", "startDate": "2020",
                    "affiliation": {"@type": "CollegeOrUniversity", "name": "Strasbourg University"}},
                   {"@type": "Role", "roleName": ["Chair"], "affiliation": {"@type": "Organization", "name": "gnomon"}}]}},
  {"@type": "Role", "performer": {"@type": "Person", "name": "Bo Dahl"}}],
 "organizer": {"@type": "Role", "roleName": "host", "organizer": {"@type": "Organization", "name": "gnomon"}}}"""
)
BROKEN = _page(
    '{"@context": "https://schema.org", "@type": "Event", "name": "Un", "startDate": "' + AT + '"}',
    '{"@context": "https://schema.org", "@type": "Event", "name": "Deux", "startDate": {{ date }}}',
    '<!--\n{"@context": "https://schema.org", "@type": "Event", "name": "Trois", "startDate": "'
    + AT
    + '",}\n-->',
    '//<![CDATA[\n{"@context": "https://schema.org", "@type": "Event", "name": "Quatre", "startDate": "'
    + AT
    + '"};\n//]]>',
    "{&quot;@context&quot;: &quot;https://schema.org&quot;, &quot;@type&quot;: &quot;Event&quot;,"
    " &quot;name&quot;: &quot;Cinq&quot;, &quot;startDate&quot;: &quot;" + AT + "&quot;}",
)
COMMENTS = _page(
    """{
 /* made by hand <!-- and <b>kept</b> */ "@context": "https://schema.org",
 "@type": "Event", // the kind, {not} a [list]
 <!-- the title, "quoted" -->
 "name": "Un // deux /* trois */ <!-- quatre -->",
 "startDate": "2027-03-10T18:00:00+01:00" }"""
)
PREFIXES = _page(
    """[{"@context": {"s": "http://schema.org/", "title": "s:name", "when": {"@id": "s:startDate"}},
  "@type": "s:EducationEvent", "title": "Un", "when": "2027-03-10T18:00:00+01:00",
  "s:eventStatus": {"@id": "s:EventPostponed"}},
 {"@type": ["https://schema.org/Event/"], "http://schema.org/name": [{"@value": "Deux"}],
  "https://schema.org/startDate": {"@value": "2027-03-11", "@type": "https://schema.org/Date"}},
 {"@context": {"@vocab": "http://www.schema.org"}, "@type": "Event", "name": "Trois",
  "startDate": "2027-03-12T18:00+01:00", "eventStatus": "http://schema.org/EventCancelled"}]"""
)
COURSE = _page(
    """{"@context": "https://schema.org", "@type": "Course", "name": "Grappes, pas \u00e0 pas",
 "provider": {"@type": "Organization", "name": "gnomon"},
 "hasCourseInstance": [{"@type": "CourseInstance", "courseMode": "Online", "url": "https://academy.alt/c",
  "courseSchedule": {"@type": "Schedule", "startDate": "2027-03-10", "startTime": "18:00:00",
   "endTime": "19:00:00", "scheduleTimezone": "Europe/Paris", "repeatFrequency": "Weekly", "repeatCount": 4},
  "instructor": {"@type": "Person", "name": "Anna Bell"}}]}"""
)
SERIES = _page(
    """{"@context": "https://schema.org", "@type": "EventSeries", "name": "Jeudis",
 "url": "https://academy.alt/j", "location": {"@type": "Place", "name": "Salle Rouge"},
 "subEvent": [{"@type": "Event", "name": "Un", "startDate": "2027-03-10T18:00:00+01:00"},
              {"@type": "Event", "name": "Deux", "startDate": "2027-03-11T18:00:00+01:00",
               "eventStatus": "https://schema.org/EventCancelled"}]}"""
)
LIST = _page(
    """{"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
 {"@type": "ListItem", "position": 1, "item": {"@type": "Event", "name": "Un",
  "startDate": "2027-03-10T18:00:00+01:00", "url": "/un"}},
 {"@type": "ListItem", "position": 2, "url": "https://academy.alt/deux", "name": "Deux"},
 {"@type": "Event", "name": "Trois", "startDate": "2027-03-12T18:00:00+01:00", "@id": "/trois"}]}""",
    head='<base href="https://academy.alt/programme/">',
)
ONLINE = _page(
    """[{"@context": "https://schema.org", "@type": "Event", "name": "Un",
  "startDate": "2027-03-10T18:00:00+01:00", "location": "https://academy.alt/live"},
 {"@context": "https://schema.org", "@type": "Event", "name": "Deux", "url": "https://academy.alt/deux",
  "startDate": "2027-03-11T18:00:00+01:00", "location": "Online"},
 {"@context": "https://schema.org", "@type": "Event", "name": "Trois",
  "startDate": "2027-03-12T18:00:00+01:00", "location": ["Salle Rouge, Strasbourg",
   {"@type": "VirtualLocation", "url": "https://academy.alt/live"}]}]"""
)
PARTS = _page(
    """{"@context": "https://schema.org", "@type": "Event", "@id": "#e", "name": "Un"}""",
    """{"@context": "https://schema.org", "@type": "WebPage", "mainEntity": {"@id": "#e"}}""",
    """{"@context": "https://schema.org", "@id": "#e", "startDate": "2027-03-10T18:00:00+01:00",
 "image": {"@type": "ImageObject", "contentUrl": "img/a.png"}, "offers": {"@type": "AggregateOffer",
  "priceCurrency": "EUR", "lowPrice": 10, "highPrice": "25.00",
  "offers": [{"@type": "Offer", "price": 10, "priceCurrency": "EUR"},
             {"@type": "Offer", "price": "25.00", "priceCurrency": "EUR"}]}}""",
    head='<link rel="canonical" href="https://academy.alt/un/">',
)
REVERSED = _page(
    """{"@context": "https://schema.org", "@type": "Person", "name": "Anna Bell",
 "@reverse": {"performer": {"@type": "Event", "name": "Un", "startDate": "2027-03-10T18:00:00+01:00"}}}""",
    """{"@context": "https://schema.org", "@type": "Organization", "name": "gnomon",
 "event": [{"name": "Deux", "startDate": "2027-03-11T18:00:00+01:00",
  "performer": {"@list": [{"@type": "Person", "name": "B"}, {"@type": "Person", "name": "A"}]}}]}""",
)
VALUES = _page(
    body="""
<div itemscope itemtype="http://schema.org/BusinessEvent http://schema.org/EducationEvent">
 <h2 itemprop="name">Un&nbsp;soir <em>rouge</em></h2>
 <meta itemprop="startDate" content="2027-03-10T18:00:00+01:00"><data itemprop="endDate" value="2027-03-10T19:00:00+01:00">19 h</data>
 <link itemprop="eventStatus" href="https://schema.org/EventRescheduled">
 <meta itemprop="previousStartDate" content="2027-03-03T18:00:00+01:00">
 <a itemprop="url" href="https://academy.alt/un">plus</a> <img itemprop="image" src="https://academy.alt/a.png" alt="">
 <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="12.50">12,50 \u20ac</span>
  <meta itemprop="priceCurrency" content="EUR"></div>
</div>"""
)
TYPES = (
    '<script TYPE="Application/LD+JSON; charset=utf-8" id=x>\ufeff'
    '{"@context":"http:\\/\\/schema.org","@type":"Event","name":"Un \\u003cb\\u003e & \\u0026",'
    f'"startDate":"{AT}"}}</script>'
    '<script type="text/javascript">var x = {"@type": "Event", "name": "no"};</script>'
    '<template><script type="application/ld+json">{"@type":"Event"}</script></template>'
)
SESSIONS = _page(
    """{"@context": "https://schema.org", "@type": "ConferenceEvent", "name": "Journ\u00e9e",
 "startDate": "2027-03-10T09:00:00+01:00", "endDate": "2027-03-10T17:00:00+01:00",
 "subEvent": [{"@type": "Event", "name": "Un", "startDate": "2027-03-10T09:00:00+01:00",
   "subEvent": {"@type": "Event", "name": "Questions", "startDate": "2027-03-10T09:45:00+01:00"}},
  {"@type": "Event", "name": "Deux", "startDate": "2027-03-10T11:00:00+01:00"},
  {"@type": "Event", "name": "Sans date"}]}"""
)
TWO_AT_ONCE = _page(
    """[{"@context": "https://schema.org", "@type": "Event", "name": "Atelier", "url": "https://academy.alt/a",
  "startDate": "2027-03-10T18:00:00+01:00"},
 {"@context": "https://schema.org", "@type": "Event", "name": "Atelier", "url": "https://academy.alt/b",
  "startDate": "2027-03-10T18:00:00+01:00"},
 {"@context": "https://schema.org", "@type": "Event", "name": "Atelier", "url": "https://academy.alt/a",
  "startDate": "2027-03-10T17:00:00Z"}]"""
)

SCRIPT_CODE = _page(
    """var data = {"@context": "https://schema.org", "@type": "Event", name: "Un, deux: trois",
 startDate: "2027-03-10T18:00:00+01:00"};""",
    """window.more = {"@context": "https://schema.org", "@type": "Event", "name": "The \"big\", now: big",
 "startDate": "2027-03-11T18:00:00+01:00"}""".replace('\\"', '"'),
)
CAPITALS = _page(
    """{"@context": "https://schema.org", "@type": "event", "Name": "Un",
 "startdate": "2027-03-10T18:00:00+01:00", "location": {"@type": "virtuallocation", "URL": "https://academy.alt/l"}}""",
    body='<p itemscope itemtype="https://schema.org/Educationevent"><b itemprop="Name">Deux</b>'
    '<time itemprop="startDate" datetime="2027-03-11T18:00:00+01:00">jeudi</time></p>',
)

# The page, what a person sees in it, and what is to be said of it beyond infos.
PAGES: dict[str, tuple[str, list[dict[str, Any]], set[str]]] = {
    "itemref": (
        ITEMREF,
        [
            {
                "name": "Nuit des grappes",
                "start": AT,
                "places": ["Salle Rouge, 67000 Strasbourg"],
                "people": ["Alain Tubiana"],
                "organizer": "Alain Tubiana",
            }
        ],
        set(),
    ),
    "RDFa chain": (
        CHAIN,
        [
            {
                "name": "Grappes et PME",
                "start": AT,
                "places": ["Salle Rouge, Strasbourg"],
                "people": ["Anna Bell / Doyenne @ Universit\u00e9"],
                "url": "https://academy.alt/t",
            }
        ],
        set(),
    ),
    "cycles": (
        CYCLES,
        [
            {
                "name": "Un",
                "start": AT,
                "people": ["Anna Bell / Chef @ gnomon"],
                "organizer": "gnomon",
                "series": "Jeudis",
            },
            {
                "name": "Deux",
                "start": AT.replace("10T", "11T"),
                "people": ["Anna Bell / Chef @ gnomon"],
                "series": "Jeudis",
            },
        ],
        set(),
    ),
    "languages": (
        LANGUAGES,
        [{"name": "Nuit des grappes", "start": AT, "places": ["Salle Rouge"]}],
        set(),
    ),
    "roles": (
        ROLES,
        [
            {
                "name": "Table ronde",
                "start": AT,
                "people": [
                    "Anna Bell / Dean @ Strasbourg University / Chair @ gnomon (moderator)",
                    "Bo Dahl",
                ],
                "organizer": "gnomon",
            }
        ],
        set(),
    ),
    "one broken script": (
        BROKEN,
        [{"name": name, "start": AT} for name in ("Un", "Trois", "Quatre", "Cinq")],
        {codes.SYNTAX, codes.REPAIRED},
    ),
    "comments": (
        COMMENTS,
        [{"name": "Un // deux /* trois */ <!-- quatre -->", "start": AT}],
        {codes.REPAIRED},
    ),
    "prefixes": (
        PREFIXES,
        [
            {"name": "Un", "start": AT, "status": "postponed"},
            {"name": "Deux", "start": "2027-03-11"},
            {"name": "Trois", "start": AT.replace("10T", "12T"), "status": "cancelled"},
        ],
        set(),
    ),
    "course": (
        COURSE,
        [
            {
                "name": "Grappes, pas \u00e0 pas",
                "start": AT,
                "end": AT.replace("18:", "19:"),
                "online": ["https://academy.alt/c"],
                "people": ["Anna Bell"],
                "url": "https://academy.alt/c",
                "rule": "FREQ=WEEKLY;COUNT=4",
            }
        ],
        set(),
    ),
    "series": (
        SERIES,
        [
            {"name": "Un", "start": AT, "series": "Jeudis"},
            {
                "name": "Deux",
                "start": AT.replace("10T", "11T"),
                "series": "Jeudis",
                "status": "cancelled",
            },
        ],
        set(),
    ),
    "list": (
        LIST,
        [
            {"name": "Un", "start": AT, "url": "https://academy.alt/un"},
            {"name": "Trois", "start": AT.replace("10T", "12T")},
        ],
        set(),
    ),
    "online": (
        ONLINE,
        [
            {"name": "Un", "start": AT, "online": ["https://academy.alt/live"]},
            {
                "name": "Deux",
                "start": AT.replace("10T", "11T"),
                "online": ["https://academy.alt/deux"],
                "url": "https://academy.alt/deux",
            },
            {
                "name": "Trois",
                "start": AT.replace("10T", "12T"),
                "places": ["Salle Rouge, Strasbourg"],
                "online": ["https://academy.alt/live"],
            },
        ],
        set(),
    ),
    "told in parts": (
        PARTS,
        [
            {
                "name": "Un",
                "start": AT,
                "prices": ["10 EUR", "25.00 EUR"],
                "images": ["https://academy.alt/un/img/a.png"],
            }
        ],
        set(),
    ),
    "the other way round": (
        REVERSED,
        [
            {"name": "Un", "start": AT, "people": ["Anna Bell"]},
            {"name": "Deux", "start": AT.replace("10T", "11T"), "people": ["B", "A"]},
        ],
        set(),
    ),
    "values of elements": (
        VALUES,
        [
            {
                "name": "Un soir rouge",
                "start": AT,
                "end": AT.replace("18:", "19:"),
                "url": "https://academy.alt/un",
                "status": "rescheduled",
                "prices": ["12.50 EUR"],
                "images": ["https://academy.alt/a.png"],
            }
        ],
        set(),
    ),
    "types of scripts": (TYPES, [{"name": "Un <b> & &", "start": AT}], {codes.REPAIRED}),
    "sessions": (
        SESSIONS,
        [
            {
                "name": "Journ\u00e9e",
                "start": AT.replace("18:", "09:"),
                "end": AT.replace("18:", "17:"),
                "sessions": ["Un", "Deux"],
            }
        ],
        {codes.NO_TIME},
    ),
    "code of a script": (
        SCRIPT_CODE,
        [
            {"name": "Un, deux: trois", "start": AT},
            {"name": 'The "big", now: big', "start": AT.replace("10T", "11T")},
        ],
        {codes.REPAIRED},
    ),
    "other capitals": (
        CAPITALS,
        [
            {"name": "Un", "start": AT, "online": ["https://academy.alt/l"]},
            {"name": "Deux", "start": AT.replace("10T", "11T")},
        ],
        {codes.UNKNOWN_TYPE, codes.UNKNOWN_PROPERTY},
    ),
    "two at once": (
        TWO_AT_ONCE,
        [
            {"name": "Atelier", "start": AT, "url": "https://academy.alt/a"},
            {"name": "Atelier", "start": AT, "url": "https://academy.alt/b"},
        ],
        set(),
    ),
}


@pytest.mark.parametrize(("source", "seen", "said"), PAGES.values(), ids=PAGES)
def test_a_page_gives_what_a_person_sees(
    source: str, seen: list[dict[str, Any]], said: set[str]
) -> None:
    """All of it, nothing else, and a finding for what is broken."""
    reading = parse(source, "html")
    assert [_seen(event) for event in reading.events] == seen
    loud = {one.code for one in reading.findings if one.severity is not Severity.INFO}
    assert loud == said, [str(one) for one in reading.findings]
