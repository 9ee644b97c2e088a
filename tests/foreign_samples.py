"""What people get from other services: one event of each, with most of its fields."""

from __future__ import annotations

from typing import Any

ZOOM: dict[str, Any] = {
    "topic": "Quarterly results",
    "uuid": "aDYlohsHRtCd4ii1uC2+hA==",
    "id": 81234567890,
    "start_time": "2026-03-09T15:00:00Z",
    "duration": 61,
    "timezone": "America/New_York",
    "agenda": "What went well.",
    "created_at": "2026-02-01T10:00:00Z",
    "registration_url": "https://events.zoom.example/register/WN_1",
    "join_url": "https://zoom.us/j/81234567890",
    "password": "x7y8z9",
    "settings": {"contact_name": "Eva Rossi", "contact_email": "eva@example.org"},
    "panelists": [{"name": "Ann Lee"}, {"name": "Bob Ray"}],
    "occurrences": [
        {"occurrence_id": "1", "start_time": "2026-03-09T15:00:00Z", "duration": 61},
        {"occurrence_id": "2", "start_time": "2026-03-16T15:00:00Z", "duration": 47},
    ],
    "recurrence": {"type": 2, "repeat_interval": 1, "weekly_days": "2", "end_times": 2},
}
EVENTBRITE: dict[str, Any] = {
    "id": "77001",
    "name": {"text": "Clusters and firms"},
    "description": {"text": "How they help."},
    "summary": "In brief",
    "url": "https://www.eventbrite.example/e/77001",
    "start": {
        "timezone": "Europe/Rome",
        "local": "2026-10-25T02:30:00",
        "utc": "2026-10-25T01:30:00Z",
    },
    "end": {
        "timezone": "Europe/Rome",
        "local": "2026-10-25T04:10:00",
        "utc": "2026-10-25T03:10:00Z",
    },
    "created": "2026-02-01T10:00:00Z",
    "changed": "2026-02-02T10:00:00Z",
    "published": "2026-02-03T10:00:00Z",
    "status": "canceled",
    "online_event": True,
    "locale": "it_IT",
    "capacity": 321,
    "category": {"name": "Economy"},
    "organizer": {"name": "Gnomon Ltd", "website": "https://gnomon.example/"},
    "logo": {"original": {"url": "https://img.example/1.png", "width": 1201, "height": 629}},
    "venue": {
        "name": "Town Hall",
        "address": {
            "localized_address_display": "Via Roma 17, Torino",
            "country": "IT",
            "latitude": "45.0703",
            "longitude": "7.6869",
        },
    },
    "ticket_classes": [
        {
            "name": "Early bird",
            "cost": {"major_value": "12.50", "currency": "EUR"},
            "on_sale_status": "SOLD_OUT",
            "sales_start": "2026-03-01T10:00:00Z",
            "sales_end": "2026-04-01T10:00:00Z",
        }
    ],
}
SESSIONIZE: dict[str, Any] = {
    "sessions": [
        {
            "id": "12001",
            "title": "Clusters and firms",
            "description": "How they help.",
            "startsAt": "2026-03-30T10:00:00",
            "endsAt": "2026-03-30T11:10:00",
            "isServiceSession": False,
            "speakers": ["a-1"],
            "categoryItems": [90001],
            "roomId": 70001,
            "liveUrl": "https://conf.example/live",
            "recordingUrl": "https://conf.example/film",
        }
    ],
    "speakers": [
        {
            "id": "a-1",
            "fullName": "Ann Lee",
            "tagLine": "Chair of Gnomon",
            "bio": "She leads.",
            "profilePicture": "https://img.example/ann.png",
            "links": [{"title": "Blog", "url": "https://ann.example/", "linkType": "Blog"}],
        }
    ],
    "rooms": [{"id": 70001, "name": "Main hall"}],
    "categories": [{"id": 1, "title": "Track", "items": [{"id": 90001, "name": "Economy"}]}],
}
_TALK: dict[str, Any] = {
    "guid": "88c8c801-289e-5220-bd39-f9fe68f15fc7",
    "id": 11,
    "slug": "clusters-11",
    "title": "Clusters and firms",
    "subtitle": "In brief",
    "language": "en",
    "abstract": "Short words.",
    "description": "Long words.",
    "url": "https://conf.example/clusters",
    "links": [{"url": "https://conf.example/paper", "title": "The paper"}],
    "attachments": [{"url": "https://conf.example/film", "title": "The film", "type": "media"}],
}
FRAB1: dict[str, Any] = {
    "schedule": {
        "version": "1",
        "base_url": "https://conf.example/s/",
        "conference": {
            "title": "Great conference",
            "acronym": "great",
            "url": "https://conf.example/",
            "time_zone_name": "Europe/Paris",
            "rooms": [{"name": "Blue room", "guid": "r-1", "url": "https://conf.example/blue"}],
            "days": [
                {
                    "index": 1,
                    "date": "2019-04-17",
                    "rooms": {
                        "Blue room": [
                            {
                                **_TALK,
                                "date": "2019-04-17T13:00:00+02:00",
                                "start": "13:00",
                                "duration": "01:10",
                                "room": "Blue room",
                                "track": "Economy",
                                "logo": "/logos/1.png",
                                "persons": [
                                    {"id": 3, "public_name": "Ann Lee", "biography": "She leads."}
                                ],
                            }
                        ]
                    },
                }
            ],
        },
    }
}
FRAB2: dict[str, Any] = {
    "schedule": {
        "version": "2",
        "conference": {
            "title": "Great conference",
            "time_zone_name": "Europe/Paris",
            "tracks": [{"slug": "eco", "name": "Economy"}],
            "rooms": [{"name": "Blue room", "guid": "r-1"}],
            "days": [{"index": 1, "date": "2019-04-17"}],
        },
        "events": [
            {
                **_TALK,
                "start": "2019-04-17T13:00:00+02:00",
                "end": "2019-04-17T12:10:00Z",
                "room": {"guid": "r-1"},
                "track": {"slug": "eco"},
                "logo": {"url": "https://conf.example/1.png"},
                "participants": [{"guid": "p-1", "name": "Ann Lee", "role": "MODERATOR"}],
                "state": "CONFIRMED",
            }
        ],
        "persons": [
            {
                "guid": "p-1",
                "name": "Ann Lee",
                "biography": "She leads.",
                "avatar": {"url": "https://conf.example/ann.png"},
                "links": [{"url": "https://ann.example/"}],
            }
        ],
    }
}
CSV: list[dict[str, str]] = [
    {
        "name": "Clusters and firms",
        "start": "2019-04-17T13:00",
        "end": "2019-04-17T14:10",
        "timezone": "Europe/Paris",
        "uid": "clusters-1",
        "description": "How they help.",
        "speakers": "Ann Lee;Bob Ray",
        "place": "Town Hall",
        "price": "12.50",
        "currency": "EUR",
        "keywords": "Economy",
        "created": "2019-02-01T10:00:00Z",
        "join_url": "https://zoom.us/j/81234567890",
        "passcode": "x7y8z9",
    },
    {"name": "All day", "start": "2019-05-17", "status": "cancelled", "capacity": "321"},
]
