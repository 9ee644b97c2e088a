"""Documents with a fault: the code, the line and words of the hint; and some without any."""

from __future__ import annotations

__all__ = ["FAULTS", "GOOD", "GOOGLE_FAULTS"]

_HEAD = """\
name: Clusters and SMEs
slot: {start: 2019-04-17T13:00, end: 2019-04-17T14:00, timezone: Europe/Paris}
url: https://academy.alt/clusters
"""
_PLACE = "locations: [{type: Place, name: Town hall, address: Strasbourg}]\n"
_NAMED = _HEAD.partition("\n")[2]
_AT = "name: Clusters and SMEs\nslot: "
_VIDEO = _HEAD + _PLACE + "recordings:\n- url: https://academy.alt/video\n"


def _slot(text: str) -> str:
    return f"name: Clusters and SMEs\nslot: {{{text}}}\n"


def _name(text: str) -> str:
    return f"name: {text}\n{_NAMED}"


# code, line, words of the hint, document
FAULTS: tuple[tuple[str, int, str, str], ...] = (
    ("EK001", 1, "put texts with ': '", "name: a: b\n"),
    ("EK001", 4, "check", _HEAD.replace("url: https", "url: [https")[:-1] + "\nslot: {}"),
    ("EK002", 4, "remove one", _HEAD + "name: B\n"),
    ("EK003", 4, "'description'", _HEAD + "descripton: A\n"),
    ("EK003", 4, "write it into slot", _HEAD + "duration: one hour\n"),
    ("EK003", 4, "'organizer'", _HEAD + "host: gnomon\n"),
    ("EK003", 4, "'name' or 'description'", _HEAD + "summary: A\n"),
    ("EK003", 4, "use start, end", _AT + "\n  start: 2019-04-17\n  ende: 2019-04-18\n"),
    ("EK004", 1, "add name", "slot: {start: 2019-04-17}\n"),
    ("EK004", 1, "add slot", "name: A\n"),
    ("EK004", 5, "type: VirtualLocation", _HEAD + "locations:\n- {url: 'https://academy.alt/'}\n"),
    ("EK005", 4, "without quotes", _HEAD + "capacity: 'many'\n"),
    ("EK005", 4, "put it in a list", _HEAD + "keywords: one\n"),
    ("EK006", 4, "did you mean 'cancelled'", _HEAD + "status: canceled\n"),
    ("EK006", 4, "EUR", _HEAD + "offers: [{price: 10}]\n"),
    ("EK006", 4, "apart", _HEAD + "offers: [{price: EUR 10}]\n"),
    ("EK006", 4, "ISO 4217", _HEAD + "offers: [{price: 10, currency: eur}]\n"),
    ("EK006", 3, "https://", _HEAD.replace("https://academy.alt", "")),
    ("EK006", 3, "https://", _HEAD.replace("https://academy.alt", "academy.alt")),
    ("EK006", 4, "'en' or", _HEAD + "in_language: english language\n"),
    ("EK006", 2, "write e.g.", _slot("start: 2019-04-31T13:00, timezone: Europe/Paris")),
    ("EK006", 4, "write GB", _HEAD + "organizer: {name: A, country: UK}\n"),
    ("EK101", 2, "-08:00", _slot("start: 2022-11-07T12:00-07:00, timezone: America/Los_Angeles")),
    ("EK101", 2, "correct the offset", _slot("start: 2019-04-17T13:00Z, timezone: Europe/Paris")),
    ("EK102", 4, "CEST", _HEAD + "description: 'On 17 April 2019 at 13:00 CET, online'\n"),
    ("EK102", 4, "EDT", _HEAD + "description: 'July 1, 2026 9:00 am - 10 am (EST)'\n"),
    ("EK103", 4, "weekday", _HEAD + "description: 'Join us on Thursday, 17 April 2019.'\n"),
    ("EK103", 4, "weekday", _HEAD + "description: 'Le mercredi 18 avril 2019 \u00e0 13h00'\n"),
    ("EK103", 4, "weekday", _HEAD + "description: 'Am Freitag, den 17. April 2019'\n"),
    ("EK104", 2, "03:30", _slot("start: 2019-03-31T02:30, timezone: Europe/Berlin")),
    ("EK105", 2, "offset", _slot("start: 2019-11-03T01:30, timezone: America/New_York")),
    ("EK113", 2, "timezone", _slot("start: 2019-04-17T13:00")),
    ("EK115", 2, "'Europe/Berlin'", _slot("start: 2019-04-17T13:00, timezone: Europe/Berln")),
    ("EK115", 2, "'Europe/Vienna'", _slot("start: 2019-04-17T13:00, timezone: Europe/Wien")),
    ("EK115", 2, "'Europe/Vienna'", _slot("start: 2019-04-17T13:00, timezone: Vienna")),
    ("EK115", 2, "such as 'Europe/Berlin'", _slot("start: 2019-04-17T13:00, timezone: CEST")),
    ("EK115", 2, "'America/New_York'", _slot("start: 2019-04-17T13:00, timezone: ET")),
    ("EK115", 2, "", _slot("start: 2019-04-17T13:00, timezone: Nowhere")),
    ("EK312", 2, "start: 2019-04-17, without", _slot("start: 2019-04-17T00:00Z")),
    (
        "EK312",
        2,
        "date alone",
        _slot("start: 2019-04-17T00:00, end: 2019-04-18T00:00, timezone: Europe/Paris"),
    ),
    (
        "EK312",
        2,
        "date alone",
        _slot("start: 2019-04-17T00:00, end: 2019-04-17T23:59, timezone: Europe/Paris"),
    ),
    ("EK315", 3, "joining", _HEAD.replace("academy.alt/clusters", "zoom.us/j/99?pwd=abc")),
    ("EK315", 3, "joining", _HEAD.replace("academy.alt/clusters", "us02web.zoom.us/w/123")),
    ("EK315", 3, "joining", _HEAD.replace("academy.alt/clusters", "meet.google.com/abc-defg-hij")),
    (
        "EK315",
        3,
        "joining",
        _HEAD.replace("academy.alt/clusters", "teams.microsoft.com/l/meetup-join/19%3ax/0"),
    ),
    (
        "EK315",
        5,
        "joining",
        _HEAD
        + "locations:\n- {type: VirtualLocation, url: 'https://gnomon.webex.com/meet/anna'}\n",
    ),
    ("EK315", 4, "joining", _HEAD + "offers: [{url: 'https://meet.jit.si/clusters'}]\n"),
    ("EK315", 3, "joining", _HEAD.replace("academy.alt/clusters", "bbb.uni.eu/b/ann-abc-def")),
    ("EK316", 4, "Markdown", _HEAD + "description: 'See <a href=\"/x\">here</a>'\n"),
    ("EK316", 4, "Markdown", _HEAD + "description: One<br/>two\n"),
    ("EK316", 1, "Markdown", _name("'<b>Clusters</b>'")),
    (
        "EK401",
        4,
        "uid of its own",
        (
            "- name: A\n  uid: x\n  slot: {start: 2019-04-17}\n"
            "- name: B\n  uid: x\n  slot: {start: 2019-04-18}\n"
        ),
    ),
    (
        "EK401",
        3,
        "uid of its own",
        "- name: A\n  slot: {start: 2019-04-17}\n- name: A\n  slot: {start: 2019-04-18}\n",
    ),
    (
        "EK402",
        3,
        "remove one",
        "- name: A b\n  slot: {start: 2019-04-17}\n- name: A b\n  slot: {start: 2019-04-17}\n",
    ),
    (
        "EK402",
        4,
        "remove one",
        (
            "- name: A b\n  uid: x\n  slot: {start: 2019-04-17}\n"
            "- name: a-B\n  uid: y\n  slot: {start: 2019-04-17}\n"
        ),
    ),
    ("EK403", 4, "stays when", _HEAD + "uid: 2019-04-17T13:00:00+02:00@academy.alt\n"),
    ("EK404", 1, "add uid: 2feb3f15-", "name: Clusters\nslot: {start: 2019-04-17}\n"),
    ("EK404", 2, "add uid: ", "organizer: gnomon\nname: Clusters\nslot: {start: 2019-04-17}\n"),
    ("EK501", 4, "joining", _HEAD + "description: 'Passcode: 7712'\n"),
    ("EK501", 4, "joining", _HEAD + "description: The password is Clu5ter\n"),
    ("EK501", 4, "joining", _HEAD + "description: 'Kennwort: geheim'\n"),
    ("EK501", 4, "joining", _HEAD + "description: 'Mot de passe : 4711'\n"),
    ("EK501", 4, "joining", _HEAD + "description: Come to https://zoom.us/j/123.\n"),
    ("EK501", 4, "joining", _HEAD + "description: 'Meeting ID: 912 3456 7890'\n"),
    (
        "EK501",
        5,
        "joining",
        _HEAD + "speakers:\n- {name: Anna, bio: 'https://meet.google.com/abc-defg-hij'}\n",
    ),
    ("EK502", 3, "https", _HEAD.replace("https", "http")),
    ("EK502", 4, "https", _HEAD + "images: ['http://academy.alt/a.png']\n"),
    ("EK503", 3, "public address", _HEAD.replace("academy.alt", "192.168.1.4")),
    ("EK503", 3, "public address", _HEAD.replace("academy.alt", "localhost:8000")),
    ("EK503", 3, "public address", _HEAD.replace("academy.alt", "wiki.gnomon.local")),
    ("EK503", 3, "public address", _HEAD.replace("academy.alt", "[::1]")),
    ("EK504", 3, "before the @", _HEAD.replace("academy.alt", "anna:x@academy.alt")),
    (
        "EK701",
        2,
        "later date",
        _slot("start: 2019-04-17T13:00, end: 2019-04-17T13:00, timezone: Europe/Paris"),
    ),
    ("EK701", 2, "swap", _slot("start: 2019-04-18, end: 2019-04-17")),
    (
        "EK701",
        4,
        "swap",
        _AT + "\n  start: 2019-04-17T13:00\n  end: 2019-04-17T01:00\n  timezone: Europe/Paris\n",
    ),
    (
        "EK702",
        2,
        "correct the end",
        _slot("start: 2019-04-17T13:00, end: 2019-04-18T02:00, timezone: Europe/Paris"),
    ),
    ("EK702", 2, "recurrence", _slot("start: 2019-04-17, end: 2019-12-31")),
    (
        "EK703",
        2,
        "leave it out",
        _slot("start: 2019-04-17T13:00, end: 2019-04-17T13:00:01, timezone: Europe/Paris"),
    ),
    (
        "EK705",
        3,
        "tell the participants",
        _slot("start: 2026-01-06T10:00, timezone: America/New_York")
        + "recurrence: {rule: FREQ=WEEKLY}\n",
    ),
    (
        "EK705",
        3,
        "exclude",
        _slot("start: 2026-01-12T10:00, timezone: Europe/Berlin")
        + "recurrence: {rule: FREQ=MONTHLY;BYDAY=2MO}\n",
    ),
    ("EK706", 2, "-05:00", _slot("start: 2019-04-17T13:00, timezone: Etc/GMT+5")),
    ("EK706", 2, "Europe/Vienna", _slot("start: 2019-04-17T13:00, timezone: CET")),
    ("EK706", 2, "America/Panama", _slot("start: 2019-04-17T13:00, timezone: EST")),
    ("EK706", 2, "America/New_York", _slot("start: 2019-01-17T13:00, timezone: EST")),
    ("EK707", 2, "zone of the city", _slot("start: 2019-04-17T13:00+02:00")),
    ("EK711", 4, "status_reason", _HEAD + "status: cancelled\n"),
    (
        "EK711",
        4,
        "stays scheduled",
        _HEAD + "status: cancelled\nupdated: 2019-04-20T10:00Z\nstatus_reason: Over.\n",
    ),
    ("EK712", 4, "previous_starts", _HEAD + "status: rescheduled\n"),
    ("EK713", 4, "rescheduled", _HEAD + "previous_starts: ['2019-04-01']\n"),
    (
        "EK714",
        5,
        "correct slot",
        _HEAD + "status: rescheduled\nprevious_starts: ['2019-04-17T11:00Z']\n",
    ),
    ("EK715", 3, "cancelled", _slot("start: 2018-04-17") + "status: postponed\n"),
    ("EK716", 3, "VirtualLocation", _slot("start: 2019-04-17") + "status: moved_online\n"),
    ("EK717", 4, "valid_until", _HEAD + "offers: [{price: 0, availability: pre_sale}]\n"),
    ("EK717", 4, "valid_from", _HEAD + "offers: [{price: 0, valid_from: 2019-04-17T15:00Z}]\n"),
    ("EK717", 4, "valid_until", _HEAD + "offers: [{price: 0, valid_until: 2019-06-17T15:00Z}]\n"),
    ("EK718", 5, "capacity", _HEAD + "capacity: 5\nremaining_capacity: 6\n"),
    (
        "EK718",
        4,
        "availability",
        _HEAD + "remaining_capacity: 6\noffers: [{price: 0, availability: sold_out}]\n",
    ),
    ("EK722", 2, "add end", _slot("start: 2019-04-17T13:00, timezone: Europe/Paris")),
    ("EK727", 1, "add url", _slot("start: 2019-04-17") + "joining: {url: 'https://zoom.us/j/1'}\n"),
    ("EK731", 1, "write the title", _name("TBA")),
    ("EK731", 1, "leave it out", _name("Keynote by TBC")),
    ("EK731", 5, "leave the member", _HEAD + "speakers:\n- {name: to be announced}\n"),
    ("EK731", 5, "leave the member", _HEAD + "speakers:\n- {name: N.N.}\n"),
    ("EK731", 5, "leave the member", _HEAD + "speakers:\n- {name: Speaker to be confirmed}\n"),
    ("EK731", 4, "leave description out", _HEAD + "description: 'Speakers: TBA'\n"),
    ("EK731", 4, "leave description out", _HEAD + "description: Lorem ipsum dolor sit amet.\n"),
    ("EK731", 4, "write the text", _HEAD + "description: 'Hello {{ site.title }}'\n"),
    ("EK731", 4, "write the text", _HEAD + "description: '[insert abstract here]'\n"),
    ("EK732", 3, "true address", _HEAD.replace("academy.alt", "www.example.com")),
    ("EK732", 3, "true address", _HEAD.replace("academy.alt", "webinars.test")),
    ("EK732", 3, "true address", _HEAD.replace("/clusters", "/live/TBD")),
    ("EK742", 1, "the character", _name("Q&amp;A")),
    ("EK742", 4, "the character", _HEAD + "description: one&nbsp;two &#8211; three\n"),
    ("EK743", 4, "UTF-8", _HEAD + "description: donâ€™t\n"),
    ("EK743", 1, "UTF-8", _name("Caf\ufffd")),
    ("EK751", 1, "correct one", _name("Clusters on May 17, 2019")),
    ("EK751", 1, "leave the date", _name("Clusters (17.04.2019)")),
    ("EK751", 1, "leave the date", _name("Grappes, le 17 avril")),
    ("EK752", 1, "locations", _name("Clusters (online)")),
    ("EK752", 1, "locations", _name("Clusters at Town hall") + _PLACE),
    ("EK753", 1, "offers", _name("Register now! Clusters")),
    ("EK753", 1, "offers", _name("Clusters, 50% off")),
    ("EK753", 1, "offers", _name("'Clusters: tickets from €10'")),
    ("EK754", 1, "status", _name("'[POSTPONED] Clusters'")),
    ("EK754", 1, "sold_out", _name("Clusters - SOLD OUT")),
    ("EK761", 5, "affiliations", _HEAD + "speakers:\n- name: Anna\n"),
    (
        "EK762",
        8,
        "remove one",
        _HEAD + "speakers:\n- name: Anna\n  affiliations:\n"
        "  - organization: gnomon\n  - organization: Gnomon\n",
    ),
    ("EK763", 6, "join the two", _HEAD + "speakers:\n- name: Anna Bell\n- name: anna bell\n"),
    ("EK764", 5, "entry of its own", _HEAD + "speakers:\n- name: Anna Bell & Ben Carr\n"),
    ("EK764", 5, "entry of its own", _HEAD + "speakers:\n- name: Anna Bell; Ben Carr\n"),
    ("EK765", 5, "honorific_prefix: Prof. Dr.", _HEAD + "speakers:\n- name: Prof. Dr. Anna Bell\n"),
    ("EK771", 4, "EUR", _HEAD + "offers: [{price: 10, currency: DEM}]\n"),
    ("EK771", 4, "its code", _HEAD + "offers: [{price: 10, currency: XYZ}]\n"),
    ("EK772", 4, "price: 0", _HEAD + "offers: [{url: 'https://academy.alt/r'}]\n"),
    ("EK773", 4, "price: 0", _HEAD + "description: Die Teilnahme ist kostenlos.\n"),
    ("EK774", 6, "remove one", _HEAD + "offers:\n- {price: 0}\n- {price: 0}\n"),
    ("EK775", 4, "0 digits", _HEAD + "offers: [{price: 10.5, currency: JPY}]\n"),
    ("EK781", 5, "720", _HEAD + "images:\n- {url: 'https://academy.alt/a.png', width: 100}\n"),
    ("EK783", 5, ".png", _HEAD + "images:\n- https://academy.alt/a.SVG\n"),
)

GOOGLE_FAULTS: tuple[tuple[str, int, str, str], ...] = (
    (
        "EK601",
        4,
        "never invent a Place",
        _HEAD + "locations: [{type: VirtualLocation, url: 'https://academy.alt/clusters'}]\n",
    ),
    ("EK601", 1, "VideoObject", _HEAD + "joining: {url: 'https://zoom.us/j/1'}\n"),
    ("EK602", 1, "Place with its address", _HEAD),
    ("EK603", 5, "street", _HEAD + "locations:\n- {type: Place, name: Town hall}\n"),
    ("EK605", 4, "visibility: public", _HEAD + "visibility: confidential\n" + _PLACE),
    ("EK621", 6, "thumbnail_url", _VIDEO),
    ("EK622", 6, "upload_date", _VIDEO),
    ("EK623", 7, "the time, too", _VIDEO + "  upload_date: 2019-04-18\n"),
    ("EK624", 6, "embed_url", _VIDEO),
    ("EK625", 6, "duration", _VIDEO),
    ("EK627", 7, "recording", _VIDEO + "  is_live_broadcast: true\n"),
    ("EK721", 1, "add description", _HEAD + _PLACE),
    (
        "EK781",
        4,
        "720",
        _HEAD + "images: [{url: 'https://academy.alt/a.png', width: 300, height: 300}]\n",
    ),
)

_REST = (
    "",
    "description: |\n  ## What\n  Use `<div>` & co, see [here](https://academy.alt/a?x=1&y=2).\n",
    "description: The password will be sent to you after registration.\n",
    "description: 'Password: will be e-mailed to all who registered.'\n",
    "description: A passcode is required; you get it by mail.\n",
    "description: 5 < 6 and a <- b; R&D costs 10 % less; AT&T;\n",
    "description: We read <https://academy.alt/> together.\n",
    "description: |\n  ```html\n  <p>&amp;</p>\n  ```\n",
    "description: Room number 301, floor 2.\n",
    "description: 'On Wednesday, 17 April 2019 at 13:00 CEST; registration ends on 10 April 2019.'\n",
    "description: 'Mittwoch, den 17. April 2019, 13 Uhr; mercoled\u00ec 17 aprile 2019 alle 13:00'\n",
    "description: 'La r\u00e9union du 17 juillet 2019 \u00e0 13h00 est ouverte.'\n",
    "description: 'Sunday lunch, 17 April 2019 was a Wednesday; in May 2019 EST is spoken of'\n",
    "status: postponed\n",
    "status: cancelled\nstatus_reason: The speaker is ill.\n",
    "status: rescheduled\nprevious_starts: ['2019-04-10T11:00Z']\n",
    "joining: {url: 'https://zoom.us/j/1?pwd=x', passcode: x1}\n",
    "locations: [{type: VirtualLocation, url: 'https://academy.alt/live'}]\n",
    "locations: [{type: Place, name: Hall, address: Strasbourg, country: FR}]\n",
    "url: https://academy.alt/clusters\n",
    "url: https://zoom.us/webinar/register/WN_abc\n",
    "url: https://events.teams.microsoft.com/event/abc@def\n",
    "offers: [{price: 0, currency: EUR, availability: sold_out}]\nremaining_capacity: 0\n",
    "offers: [{price: 0}, {price: 10.50, currency: CHF, name: With lunch}]\n",
    "offers: [{price: 1200, currency: JPY, valid_until: 2019-04-17T11:00Z}]\n",
    "speakers: [{name: Anna Bell, affiliations: [{title: CEO, organization: A}, {title: Dean, organization: A}]}]\n",
    "speakers: [{name: José Ortega y Gasset}, {name: Mary-Ann O'Neill}]\n",
    "organizer: {type: Person, name: Anna Bell}\n",
    "keywords: [clusters, SMEs]\n",
    "images: [{url: 'https://academy.alt/a.webp', width: 1200, height: 675}]\n",
    "sub_events: [{name: Break, slot: {start: 2019-04-17T13:30+02:00}}]\n",
    "uid: clusters-2019@academy.alt\n",
    "in_language: [fr, en]\n",
    "visibility: private\nurl: https://intranet/clusters\n",
    "recordings: [{url: 'https://academy.alt/v', upload_date: 2019-04-18}]\n",
)
_TITLES = (
    "COVID-19 and clusters",
    "Free software for SMEs",
    "The 2030 agenda",
    "C++ in 2019",
    "How to cancel a meeting",
    "TBATS models explained",
    "Meeting people online",
    "Zoom in on data",
    "'10 years of clusters: 100 lessons'",
    "Marketing & sales",
    "A may-fly in March",
    "Testing the placeholder effect",
)
_SLOTS = (
    "start: 2019-04-17",
    "start: 2019-04-17, end: 2019-04-19",
    "start: 2019-04-17T00:30, end: 2019-04-17T02:00, timezone: Asia/Tokyo",
    "start: 2019-04-17T23:00, end: 2019-04-18T00:30, timezone: Europe/Paris",
    "start: 2019-10-27T02:30+01:00, end: 2019-10-27T03:30, timezone: Europe/Paris",
    "start: 2019-04-17T13:00, end: 2019-04-17T14:00, timezone: UTC",
)


def _good(rest: str) -> str:
    own = any(line.startswith("url:") for line in rest.splitlines())
    return ("\n".join(_HEAD.splitlines()[:2]) + "\n" if own else _HEAD) + rest


GOOD: tuple[str, ...] = (
    *map(_good, _REST),
    *map(_name, _TITLES),
    *map(_slot, _SLOTS),
)
