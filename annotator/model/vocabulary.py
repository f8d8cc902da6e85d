"""The closed lists of the JSON contract (`annotator schema` prints it)."""

from __future__ import annotations

from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of body publishes."""

    GOVERNMENT = "government"
    MILITARY = "military"
    INTERGOVERNMENTAL = "intergovernmental"
    WIRE_AGENCY = "wire_agency"
    PUBLIC_BROADCASTER = "public_broadcaster"
    STATE_MEDIA = "state_media"
    COMMERCIAL_PRESS = "commercial_press"
    TRADE_PRESS = "trade_press"
    ADVOCACY = "advocacy"
    PARTY = "party"
    NGO = "ngo"
    ACADEMIC = "academic"
    COMPANY = "company"
    AGGREGATOR = "aggregator"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


class GenreType(StrEnum):
    """What sort of text a document is."""

    OFFICIAL = "official"
    PRESS_RELEASE = "press_release"
    REPORTAGE = "reportage"
    WIRE = "wire"
    ANALYSIS = "analysis"
    OPINION = "opinion"
    INTERVIEW = "interview"
    BACKGROUND = "background"
    ADVERTORIAL = "advertorial"
    SATIRE = "satire"
    UNKNOWN = "unknown"


class HeadRole(StrEnum):
    HEADLINE = "headline"
    STANDFIRST = "standfirst"


class PublishedBasis(StrEnum):
    STATED = "stated"
    INFERRED = "inferred"


class Voice(StrEnum):
    """Who asserts a claim: the document itself (for an official text its issuer), or somebody it reports."""

    OUTLET = "outlet"
    ATTRIBUTED = "attributed"


class FlagVoice(StrEnum):
    """Whose words a flag is about."""

    OUTLET = "outlet"
    SPEAKER = "speaker"


class SourceRole(StrEnum):
    PERSON = "person"
    OFFICIAL = "official"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    AUTHOR = "author"


class Stance(StrEnum):
    """What a cue does to the content it introduces."""

    NEUTRAL = "neutral"
    ASSERTIVE = "assertive"
    DISTANCING = "distancing"
    CONCESSIVE = "concessive"
    DIRECTIVE = "directive"
    COMMISSIVE = "commissive"
    EMOTIVE = "emotive"
    EVALUATIVE = "evaluative"
    UNKNOWN = "unknown"


class Directness(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attitude(StrEnum):
    """The source's attitude to the content (PARC 3.0, simplified)."""

    ASSERTS = "asserts"
    DENIES = "denies"
    BELIEVES = "believes"
    INTENDS = "intends"
    ASKS = "asks"
    ORDERS = "orders"
    OTHER = "other"


class FactKind(StrEnum):
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    NAME = "name"
    TITLE = "title"
    PLACE = "place"
    EVENT_STATUS = "event_status"


class Comparator(StrEnum):
    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    RANGE = "range"


class FlagKind(StrEnum):
    LOADED_LANGUAGE = "loaded_language"
    OPINION_IN_OWN_VOICE = "opinion_in_own_voice"
    NORMATIVE = "normative"
    GENERALISATION = "generalisation"
    INSINUATION = "insinuation"
    INTENSIFIER = "intensifier"
    FIRST_PERSON = "first_person"
    SPECULATION = "speculation"
    UNATTRIBUTED_JUDGEMENT = "unattributed_judgement"
    RHETORICAL_QUESTION = "rhetorical_question"
    PROMOTIONAL = "promotional"
    HEDGE = "hedge"
    SCARE_QUOTES = "scare_quotes"
    EDITORIAL_CUE = "editorial_cue"


class DisagreementKind(StrEnum):
    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"
    PLACE = "place"
    ACTOR = "actor"
    NAMING = "naming"
    TENSE_MODALITY = "tense_modality"
    NEGATION = "negation"
    QUOTE_WORDING = "quote_wording"
    ATTRIBUTION = "attribution"
    OTHER = "other"


class Severity(StrEnum):
    CONFLICT = "conflict"
    """As written both cannot hold."""
    TENSION = "tension"
    """Materially different; both hold only under an assumption."""
    IMPRECISION = "imprecision"
    """Granularity, rounding, label or wording drift."""


class Level(StrEnum):
    OUTLET = "outlet"
    SPEAKER = "speaker"


class CopyKind(StrEnum):
    VERBATIM = "verbatim"
    NEAR_VERBATIM = "near_verbatim"
    TRANSLATION = "translation"
    CITES = "cites"


class Status(StrEnum):
    """Where an object stands: the engine suggested it, or a person decided."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    ADDED = "added"


class Settlement(StrEnum):
    """How a person settled a disagreement."""

    SIDE_STANDS = "side_stands"
    BOTH_TRUE = "both_true"
    DIFFERENT_THINGS = "different_things"
    NOT_A_DISAGREEMENT = "not_a_disagreement"
    OPEN = "open"


class Hue(StrEnum):
    """Colours of labels, in the order in which new ones take them; a theme says how each looks."""

    BLUE = "blue"
    GREEN = "green"
    GOLD = "gold"
    PINK = "pink"
    TEAL = "teal"
    ORANGE = "orange"
    VIOLET = "violet"
    RED = "red"
