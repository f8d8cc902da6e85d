"""The dateline of a text: place, day and agency before its first sentence, in the orders that newsrooms use.

"WEXLEY, March 5 (Agency) - ", "Wexley, England (Agency) March 5, 2031 — ", "(Agency, 5 March) ", "WEXLEY, March 5.
/AGENCY/. " A place that is not in capitals needs a day or the name of an agency beside it, since any name may stand
before a dash.
"""

from __future__ import annotations

import re

from annotator.segment.printed_dates import MASK, mask_dates, read_printed_dates

MAX_DATELINE = 110  # characters
MAX_PARTS = 5  # places, region, day
MIN_CAPITALS = 4  # letters of a place in capitals that stands alone
MIN_TAGGED_CAPITALS = 3  # the same before an agency in brackets

_START = r"(?=[\"“‘'«]?[A-Z0-9])"
_DASH = re.compile(rf"\s*(?:—|–|--)\s*{_START}|\s+[-_]\s+{_START}")
_CLOSED = re.compile(rf"(?<=[)/])[.:]?\s+{_START}")
_TAG = re.compile(r"\(([^()\n]{2,60})\)|/([A-Z][\w .-]{1,30})/")
_AGENCY = re.compile(
    r"\b(?:Reuters|REUTERS|AP|Associated Press|AFP|Agence France-Presse|UPI|CNN|BBC|NPR|dpa|DPA|TASS|RIA Novosti"
    r"|Interfax|Xinhua|Kyodo(?: News)?|Jiji|Yonhap|PTI|ANI|IANS|EFE|ANSA|Ansa|Bloomberg|KUNA|SPA|WAM|MENA|SANA|IRNA"
    r"|Anadolu|AA|PA|AAP|CP|Canadian Press|Ukrinform|Belga|ANP|TT|NTB|Ritzau|STT|PAP|CTK|MTI|Agerpres|BTA|Tanjug|Hina"
    r"|APA|Lusa|LUSA|VOA|RFE/RL|CNS|PRNewswire|PRNewsWire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE"
    r"|GlobeNewswire|Newsfile Corp\.?|ACCESSWIRE|Accesswire)\b"
)
_NOT_PLACE = re.compile(
    r"(?:UPDATE|BREAKING|CORRECT(?:ION|ED)|NOTE|LIVE|WATCH|READ|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|FACT|RELATED|PHOTOS?"
    r"|VIDEO|SUMMARY|NEWS|ALERT|DEVELOPING|EDITORIAL|REVIEW|On|In|At|By|From|Since|Until|After|Before|As|For|To)\b"
)
_PARTICLE = r"(?:de|la|las|los|le|les|al|el|upon|on|of|the|am|an|der|den|di|do|da|du|sur|and|in)"
_PLACE = re.compile(rf"[^\W\d_a-zß-ÿ][\w.'’-]*(?:[ /]+(?:{_PARTICLE}|[^\W\d_a-zß-ÿ][\w.'’-]*)){{0,4}}")


def find_dateline(paragraph: str) -> str | None:
    """The dateline that a first paragraph opens with, as printed; None if it has none."""
    head = paragraph[: MAX_DATELINE + 8]
    for separator in (_DASH, _CLOSED):
        for match in separator.finditer(head):
            if match.start() > MAX_DATELINE:
                break
            candidate = head[: match.start()].strip()
            if _is_dateline(candidate):
                return candidate
    return None


def _is_dateline(candidate: str) -> bool:
    tags = [a or b for a, b in _TAG.findall(candidate)]
    rest = mask_dates(_TAG.sub(",", candidate)).replace(MASK, ",")
    places = [p for part in rest.split(",") if (p := part.strip(" ."))]
    if len(places) > MAX_PARTS or not all(_PLACE.fullmatch(p) or p.isdigit() for p in places):
        return False
    days = [d.value for d in read_printed_dates(candidate)]
    is_agency = any(_AGENCY.search(t) for t in tags)
    if not places:
        return is_agency or any(len(d) == len("2031-03-05") or (tags and len(d) == len("03-05")) for d in days)
    if _NOT_PLACE.match(places[0]):
        return False
    is_marked = is_agency or any(len(d) >= len("03-05") for d in days)
    return is_marked or _is_shouted(places[0], least=MIN_TAGGED_CAPITALS if tags else MIN_CAPITALS)


def _is_shouted(place: str, *, least: int) -> bool:
    """Whether the first word of a place stands in capitals and the place is no short abbreviation."""
    first = place.split("/")[0].split()[0].strip(".,")
    return first.isupper() and sum(c.isalpha() for c in place) >= least
