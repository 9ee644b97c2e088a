"""
The stable code of every kind of finding, in ranges by subject.

A code never changes its meaning and is never given to another kind.
"""

from __future__ import annotations

# EK0xx: the text or document itself
SYNTAX = "EK001"  # the text is not well-formed in its format
DUPLICATE_KEY = "EK002"  # a key stands twice in one object
UNKNOWN_KEY = "EK003"  # a key that the model does not have
MISSING_KEY = "EK004"  # a required key is absent
WRONG_TYPE = "EK005"  # a value of another type than the field's
INVALID_VALUE = "EK006"  # a value that the model refuses
TOO_LARGE = "EK007"  # input over the bounds of size, depth or number
ENCODING = "EK008"  # bytes that are not the text they should be
EMPTY = "EK009"  # nothing in the input
UNKNOWN_FORMAT = "EK010"  # the format of the input was not recognised
NOT_CARRIED = "EK011"  # something in the source has no place in the model
REPAIRED = "EK012"  # broken input that was read all the same
UNREADABLE = "EK013"  # a file that cannot be opened

# EK1xx: times
OFFSET_CONTRADICTS_ZONE = "EK101"
ABBREVIATION_NOT_IN_FORCE = "EK102"
WEEKDAY_CONTRADICTS_DATE = "EK103"
NONEXISTENT_TIME = "EK104"
AMBIGUOUS_TIME = "EK105"
ZONES_DISAGREE = "EK106"
AMBIGUOUS_ZONE = "EK107"
ZONE_CHOSEN = "EK108"  # which zone an abbreviation or offset was taken for, and why
NO_ZONE = "EK109"
NO_YEAR = "EK110"
AMBIGUOUS_DATE = "EK111"
UNREADABLE_TIME = "EK112"
NAIVE_TIME = "EK113"
YEAR_CHOSEN = "EK114"
UNKNOWN_ZONE = "EK115"
RULES_CHANGED = "EK116"  # the offset is that of another release of tzdata
MOVED_SILENTLY = "EK117"  # a published event has another time and the old sequence

# EK2xx: announcements
NO_TITLE = "EK201"
NO_TIME = "EK202"
UNCLEAR_SPEAKER = "EK203"  # title or organisation? kept whole
LINE_NOT_UNDERSTOOD = "EK204"
TIME_IN_SENTENCE = "EK205"

# EK3xx: markup, and the vocabulary of schema.org
UNKNOWN_TYPE = "EK301"  # a type that schema.org does not have
UNKNOWN_PROPERTY = "EK302"  # a property that schema.org does not have
UNEXPECTED_PROPERTY = "EK303"  # a property of other types than the node's
WRONG_VALUE_TYPE = "EK304"  # a value of another type than the property's
UNKNOWN_MEMBER = "EK305"  # a word that is no member of its enumeration
SUPERSEDED = "EK306"  # a term that another has taken the place of
FOREIGN_CONTEXT = "EK307"  # a context that is not schema.org's
RELATIVE_URL = "EK308"  # an address that cannot be resolved
SAME_TWICE = "EK309"  # the same event told more than once
CONFLICT = "EK310"  # two tellings of one thing that contradict each other
NOT_PAIRED = "EK311"  # titles and organisations whose pairs are not told
MIDNIGHT = "EK312"  # a time of 00:00:00, which may stand for an unknown one
END_UNCLEAR = "EK313"  # an end that does not go with its start
PRICE_UNCLEAR = "EK314"  # a price that is not a number and a currency
SECRET_IN_PUBLIC = "EK315"  # a passcode in a public address
HTML_IN_TEXT = "EK316"  # markup where plain text is meant

# EK4xx: identity and duplicates, also across files
SAME_UID = "EK401"
SAME_EVENT = "EK402"
UID_FROM_DATE = "EK403"
UID_FROM_TITLE = "EK404"  # it follows from the title, and changes with it

# EK5xx: addresses and secrets
SECRET_IN_TEXT = "EK501"
NOT_HTTPS = "EK502"
PRIVATE_HOST = "EK503"
CREDENTIALS_IN_ADDRESS = "EK504"

# EK6xx: what Google's search asks for, with the profile google
GOOGLE_ONLINE_ONLY = "EK601"
GOOGLE_NO_LOCATION = "EK602"
GOOGLE_NO_ADDRESS = "EK603"
GOOGLE_SEVERAL_PLACES = "EK604"
GOOGLE_NOT_PUBLIC = "EK605"
GOOGLE_RECOMMENDED = "EK606"
GOOGLE_STATUS = "EK607"
GOOGLE_SERIES = "EK608"
GOOGLE_SAME_PAGE = "EK609"
GOOGLE_OFFER = "EK610"
GOOGLE_REQUIRED = "EK611"
GOOGLE_INVALID = "EK612"
GOOGLE_LOCATION_TYPE = "EK613"
GOOGLE_NO_PLACE = "EK614"
GOOGLE_LIST_PAGE = "EK615"
VIDEO_NO_THUMBNAIL = "EK621"
VIDEO_NO_UPLOAD_DATE = "EK622"
VIDEO_UPLOAD_DATE_ZONE = "EK623"
VIDEO_NO_PLAYER = "EK624"
VIDEO_RECOMMENDED = "EK625"
VIDEO_LIVE_END = "EK626"
VIDEO_LIVE_OVER = "EK627"
VIDEO_NO_NAME = "EK628"
VIDEO_CLIP = "EK629"

# EK7xx: content, by eventkit.linter
END_NOT_AFTER_START = "EK701"
VERY_LONG = "EK702"
VERY_SHORT = "EK703"
CLOCK_GAP_WEEK = "EK705"
POSIX_ZONE = "EK706"
OFFSET_ALONE = "EK707"
CANCELLED_BUT_HELD = "EK711"
NO_PREVIOUS_START = "EK712"
PREVIOUS_START_UNUSED = "EK713"
PREVIOUS_START_SAME = "EK714"
POSTPONED_LONG_AGO = "EK715"
MOVED_ONLINE_WHERE = "EK716"
REGISTRATION_PAST = "EK717"
CAPACITY_CONTRADICTS = "EK718"
NO_DESCRIPTION = "EK721"
NO_END = "EK722"
NO_IMAGE = "EK723"
NO_ORGANIZER = "EK724"
NO_LANGUAGE = "EK725"
NO_LOCATION = "EK726"
NO_PUBLIC_ADDRESS = "EK727"
PLACEHOLDER = "EK731"
PLACEHOLDER_ADDRESS = "EK732"
ENTITY_IN_TEXT = "EK742"
MOJIBAKE = "EK743"
DATE_IN_TITLE = "EK751"
VENUE_IN_TITLE = "EK752"
PROMOTION_IN_TITLE = "EK753"
STATUS_IN_TITLE = "EK754"
NO_AFFILIATION = "EK761"
AFFILIATION_TWICE = "EK762"
SPEAKER_TWICE = "EK763"
SEVERAL_IN_ONE_NAME = "EK764"
PREFIX_IN_NAME = "EK765"
UNKNOWN_CURRENCY = "EK771"
NO_PRICE = "EK772"
FREE_IN_TEXT_ONLY = "EK773"
OFFER_TWICE = "EK774"
PRICE_DIGITS = "EK775"
IMAGE_SMALL = "EK781"
IMAGE_RATIO = "EK782"
IMAGE_KIND = "EK783"
