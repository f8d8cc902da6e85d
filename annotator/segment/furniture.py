"""What a line alone gives away: byline, date stamp, credit, caption, navigation, call to action, and so on.

Every rule names a habit of newsrooms, press offices and web pages. A line of prose is left alone unless it opens with
an order to the reader. Whether a line stands before, within or after the article is judged in `roles`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from annotator.segment.stamps import Stamp, read_stamp

MAX_FURNITURE = 700  # characters; nothing longer is a caption, notice or bar
MAX_BAR_WORDS = 4  # words in each piece of a navigation bar
MIN_BAR_PIECES = 3


class LineKind(StrEnum):
    """What a line is for that is no part of the article; the values are the reasons that people read."""

    BYLINE = "byline"
    DATE = "date stamp"
    CREDIT = "credit"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    SHARE = "share bar"
    CALL = "call to action"
    READ_ON = "link to the full text"
    RELATED = "related stories"
    COMMENTS = "comments"
    COPYRIGHT = "copyright"
    RELEASE = "release mark"
    CONTACT = "contact"
    END = "end mark"
    NOTES = "notes to editors"
    LABEL = "label"
    DESK = "desk note"
    RULE = "rule"
    PRIVACY = "privacy notice"


def kind_of(line: str) -> LineKind | None:
    """What a line is for (a whole paragraph, marks of lists and headings taken off); None if it gives nothing away."""
    if len(line) > MAX_FURNITURE:
        return None
    bare = " ".join(_LINK.sub(r"\1", line).split())
    if not any(c.isalnum() for c in bare):
        return LineKind.END if _END.fullmatch(bare) else LineKind.RULE
    for kind, pattern in _ANYWHERE:
        if pattern.search(bare):
            return kind
    if is_prose(bare) and not _ENDS_IN_CLOCK.search(bare):
        return None
    for kind, pattern in _NOT_PROSE:
        if pattern.search(bare):
            return kind
    if stamp := read_stamp(bare):
        return {Stamp.BYLINE: LineKind.BYLINE, Stamp.DATE: LineKind.DATE, Stamp.DESK: LineKind.DESK}[stamp.kind]
    return LineKind.NAVIGATION if _is_bar(line) else None


def is_prose(line: str) -> bool:
    """Whether a line reads like a sentence: it ends like one and is long enough."""
    words = line.split()
    return len(words) >= 5 and bool(_SENTENCE_END.search(line[-6:]))


def _is_bar(line: str) -> bool:
    pieces = [p for p in _BAR.split(line.strip()) if p.strip()]
    return (
        len(pieces) >= MIN_BAR_PIECES
        and not line.lstrip().startswith("|")
        and all(len(p.split()) <= MAX_BAR_WORDS for p in pieces)
    )


_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]*_]*$")
_ENDS_IN_CLOCK = re.compile(r"\d\s?[ap]\.m\.$", re.I)
_BAR = re.compile(r"\s[|•·›»>/]\s|[|•›»]|\s{3,}|\t")
_END = re.compile(r"#\s?#\s?#(?:\s?#)*|[-–—*#\s]*30[-–—*#\s]*")

_AGENCY = (
    r"(?:REUTERS|Reuters|AP Photo|AP|AFP|EPA|EFE|UPI|ANSA|dpa|TASS|Xinhua|Bloomberg|Getty(?: Images)?|Shutterstock"
    r"|Alamy|iStock|Unsplash|Pexels|Flickr|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|ZUMA(?: Press)?|Sipa|PA(?: Wire)?"
    r"|[A-Z][\w ]{1,20} Images|[A-Z][\w ]{1,24} Photos?|Pool|Handout)"
)
_PICTURE = r"(?:photo(?:graph)?|image|picture|pic|illustration|graphic|cartoon|video|map|chart|screenshot|photo illustration)s?"
_RELATED_THINGS = (
    r"(?:stor(?:y|ies)|articles?|content|coverage|posts?|news|links?|reading|topics?|items?|videos?|headlines?|for you"
    r"|reads|now|today|this week|picks?|podcasts?|galler(?:y|ies)|materials?|documents?)"
)

_ANYWHERE: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    (LineKind.CAPTION, re.compile(
        rf"^\W*(?:(?:top|lead|cover|file|main|featured?|above|below|header|hero|thumbnail)\s+)?{_PICTURE}"
        r"(?:\s+(?:credits?|courtesy|source|caption))?(?:\s*[:|/]|\s+(?:by|courtesy of)\s+[^a-z])"
        r"|^\W*(?:photo|image|picture|video)\s+(?:credits?|courtesy)\b|^caption\s*:|^(?:file|handout|stock)\s+(?:photo|image|picture)s?\b.{0,200}$"
        r"|^\W*(?:credit|courtesy|pictured|image source)s?\s*:", re.I)),
    (LineKind.CAPTION, re.compile(
        rf"{_AGENCY}\s?/{{1,2}}\s?[A-Z][^.!?]{{2,80}}\)?\.?$"
        rf"|[A-Z][\w.'’-]+\s?/\s?{_AGENCY}(?:\s+(?:via|for)\s+[A-Z][\w ]{{1,30}})?[)\]]?\.?$"
        r"|\((?:AP|AFP|Reuters|REUTERS|EPA|Getty|Photos?|Image|Picture|File|Courtesy|Credit|Handout|Screenshot)\b[^()]{0,90}\)\.?$"
        r"|Credit(?:\.{3}|…|:)?\s?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,4}\s?(?:/|for\s|via\s|,\s)[^.!?]{2,60}$"
        rf"|\bvia\s{_AGENCY}\)?\.?$")),
    (LineKind.CREDIT, re.compile(
        r"^\W*(?:additional\s+|with\s+(?:additional\s+)?)?(?:reporting|editing|writing|research|production|compiled|edited|translated|files?)"
        r"\s+(?:by|from)\b.{1,300}$"
        r"|^.{2,160}\bcontributed\s+(?:\w+\s+)?(?:to\s+(?:this|the)\s+(?:report|story|article|post|piece|dispatch)|reporting)\b.{0,60}$"
        r"|^\W*with\s+(?:files|material|reporting|reports|information|inputs?)\s+(?:from|by)\b.{1,120}$"
        r"|^\W*(?:source|sources|via)\s*:\s.{1,60}$", re.I)),
    (LineKind.COPYRIGHT, re.compile(
        r"^\W*(?:©|\(c\)\s|copyright\b\W{0,3}(?:©|\(c\)|\d{4}))|\ball\s+rights\s+reserved\b"
        r"|^(?:this|the)\s+(?:material|article|story|content|report)\s+(?:may\s+not\s+be\s+(?:published|reproduced|copied)"
        r"|was\s+(?:first|originally)\s+(?:published|produced)|(?:first|originally)\s+appeared|is\s+republished)\b", re.I)),
    (LineKind.PRIVACY, re.compile(
        r"\bwe\s+(?:value|respect|care\s+about)\s+your\s+privacy\b|\buses?\s+cookies\b|\baccept\s+(?:all\s+)?cookies\b"
        r"|\baccept\s+all\b.{0,40}\b(?:manage|reject|settings)\b|^(?:manage|cookie)\s+(?:consent|preferences|settings|policy)\b"
        r"|\b(?:enable|turn\s+on)\s+javascript\b|\byour\s+browser\s+(?:does\s+not|doesn['’]t|is\s+out)\b"
        r"|\bby\s+(?:signing\s+up|subscribing|continuing|clicking)\b.{0,80}\b(?:agree|accept|consent)\b", re.I)),
    (LineKind.CALL, re.compile(
        r"\bclick(?:ing)?\s+(?:here|on\s+(?:the|this)\s+link)\W*$|^click\s+(?:here|on|to|for)\b"
        r"|^(?:please\s+)?(?:sign\s+up|subscribe|donate)(?:\s+(?:now|today|here|to|for|and|with)\b|\s*[:!.]|$)"
        r"|\b(?:sign\s+up|subscribe|register)\b.{0,60}\b(?:newsletters?|briefing|alerts?|inbox|e-?mails?|podcast|channel|weekly|daily)\b"
        r"|\bsubscribe\s+(?:now|today|for\s+(?:only\s+|just\s+)?[$£€]|from\s+[$£€])"
        r"|^(?:get|have|receive)\s+(?:the|our|your|all)\b.{0,80}\b(?:newsletters?|inbox|delivered|straight\s+to|app)\b"
        r"|^(?:follow|find|join|like|connect\s+with|message|contact|e-?mail)\s+(?:us|our\s+(?:page|channel|whatsapp|telegram|team))\b"
        r"|^follow\s+(?:@?[\w.]+(?:\s+[\w.]+){0,4})\s+on\s+(?:twitter|facebook|x|instagram|linkedin|telegram|whatsapp|youtube|social|google)\b"
        r"|^support\s+(?:our|us|local|independent|quality|free|the)\s+(?:\w+\s+)?(?:news|journalism|media|reporting|work|newsroom)\b"
        r"|^(?:read|see|watch|listen|hear|learn|view|discover|find\s+out)\s*(?:more|also|next|too|now|here)?\s*(?:[:»]|>>?)\s*\S"
        r"|^(?:(?:also|must)\s+(?:read|see|watch)|(?:read|see|watch|listen)\s+(?:more|also|next))\s*[:»>|–—-]"
        r"|^(?:don['’]t|never)\s+miss\b.{0,80}$|^(?:already\s+a|not\s+a|become\s+a)\s+(?:subscriber|member)\b"
        r"|^(?:have|got)\s+(?:a\s+)?(?:news\s+)?(?:tip|story)\b.{0,80}\?|^have\s+your\s+say\b|^stay\s+(?:up\s+to\s+date|informed|connected|tuned)\b"
        r"|^(?:download|install)\s+(?:the|our)\b.{0,40}\bapp\b|^this\s+(?:article|content|story)\s+is\s+(?:for|only|exclusive)\b.{0,40}\b(?:subscribers|members)\b",
        re.I)),
    (LineKind.RELATED, re.compile(
        rf"^(?:related|recommended|more|also|tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|posted\s+in|trending|most\s+(?:read|popular)|further\s+reading|in\s+this\s+series)"
        rf"(?:\s+{_RELATED_THINGS})?\s*[:»|]\s*\S", re.I)),
    (LineKind.NOTES, re.compile(
        r"^\W*notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|newsrooms?|media|press|journalists?|correspondents?)\b", re.I)),
    (LineKind.RELEASE, re.compile(
        r"^\W*(?:for\s+(?:immediate|general)\s+(?:release|distribution)|for\s+release\s+(?:at|on|after|upon)"
        r"|embargoed?\s+(?:until|till|for|to)|under\s+embargo|strictly\s+embargoed|not\s+for\s+(?:publication|release|distribution))\b", re.I)),
    (LineKind.DESK, re.compile(
        r"^\W*(?:editor['’]?s?['’]?\s+note|eds|a\s+note\s+from\s+the\s+editors?|correction|clarification|corrections\s+and\s+clarifications)\s*[:—–-]"
        r"|^\W*(?:this|the)\s+(?:story|article|post|report|page|headline|piece|version)\s+(?:has\s+been|was|is\s+being|will\s+be)\s+"
        r"(?:last\s+)?(?:updated|corrected|amended|edited|clarified|modified)\b.{0,300}$", re.I)),
    (LineKind.CONTACT, re.compile(
        r"^\W*(?:(?:media|press|news|public|general|investor|for\s+(?:more|further))\s+)*(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|(?:press\s+)?office|desk|relations|information)"
        r"(?:\s+(?:details|person|information|for\s+(?:media|press|journalists)))?\s*:.{0,200}$"
        r"|^\W*(?:e-?mail|tel|telephone|phone|fax|mobile|cell|web|website)\s*[:.]\s*\S.{0,80}$"
        r"|^[^\s@]{1,64}@[^\s@]{1,190}$|^(?:https?://|www\.)\S{1,400}$|^\+?\(?\d[\d ()./-]{6,20}$", re.I)),
)  # fmt: skip

_NOT_PROSE: tuple[tuple[LineKind, re.Pattern[str]], ...] = (
    (LineKind.END, re.compile(r"^\W*(?:ENDS?|-\s?ends?\s?-|ends?\s+of\s+(?:release|statement|text|transcript))\W*$")),
    (LineKind.READ_ON, re.compile(
        r"^\W*(?:keep\s+reading|continue\s+reading|read\s+(?:more|on|full\s+\w+|the\s+(?:full\s+|whole\s+)?\w+)|show\s+(?:less|more)"
        r"|full\s+(?:story|article|text)|view\s+(?:more|article|story|post)|learn\s+more|see\s+more|more)\W{0,4}(?:show\s+(?:less|more))?$", re.I)),
    (LineKind.SHARE, re.compile(
        r"^(?:[\W\d]*\b(?:share|tweet|e-?mail|print|save|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy"
        r"|links?|bookmark|comments?|likes?|post|flipboard|messenger|threads|bluesky|instagram|youtube|mastodon|url|gift|pin|sms"
        r"|this|article|story|page|on|via|by|to|with|a|friend|us|follow|social|media|more|options|pdf|listen|views?|shares?|and)\b[\W\d]*){1,16}$", re.I)),
    (LineKind.COMMENTS, re.compile(
        r"^\W*\d{1,6}\s+(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)\b(?:\s+(?:to|on)\b.*)?$"
        r"|^\W*(?:comments?|leave\s+a\s+(?:reply|comment)|post\s+(?:a\s+)?(?:comment|reply)|add\s+(?:a|your)\s+comment|(?:view|show|hide|read)\s+(?:all\s+)?comments"
        r"|join\s+the\s+(?:conversation|discussion|debate)|(?:reader|user)\s+comments|comments\s+are\s+closed|no\s+comments(?:\s+yet)?)(?:\s*\(\d+\))?\W*$", re.I)),
    (LineKind.RELATED, re.compile(
        rf"^\W*(?:(?:the\s+)?(?:most|top|latest|recent|related|recommended|popular|trending|featured|similar|other|suggested|editors?['’]?s?['’]?|must|breaking|up)"
        rf"(?:\s+(?:read|viewed|popular|shared|watched|commented|next))?(?:\s+{_RELATED_THINGS})*(?:\s+(?:in|on|from)\s+.{{1,40}})?"
        rf"|read\s+(?:more|also|next)|see\s+also|also\s+(?:read|see|in|on)\b.{{0,30}}|more\s+(?:from|in|on|about|by|like)\s+.{{1,50}}|more\s+{_RELATED_THINGS}|more\s+to\s+(?:explore|read)"
        r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested|enjoy|have\s+missed).{0,20}|what\s+to\s+read\s+next|further\s+reading|don['’]t\s+miss"
        r"|in\s+(?:this\s+(?:section|article|story|series)|other\s+news|case\s+you\s+missed\s+it)|elsewhere(?:\s+on\b.{0,30})?|(?:from\s+)?around\s+the\s+web|from\s+the\s+archives?"
        r"|newsletters?|tags|topics|subscribe|watch\s+(?:now|live|next)|sponsored\s+links|promoted\s+(?:stories|links)|ad(?:vertisement)?s?\s+by\s+\w+)\s*[:»>]*\s*$", re.I)),
    (LineKind.NAVIGATION, re.compile(
        r"^\W*(?:(?:skip|jump|back|go|return)\s+to|to)\s+(?:the\s+)?(?:main|content|top|home|news|all|overview|list|archive|press|article|navigation|search|footer|menu|blog|stories|media)\b.{0,40}$"
        r"|^\W*(?:home|menu|search|close|next|previous|prev|loading|login|log\s?in|sign\s?in|register|my\s+account|navigation|sections?|toggle\s+\w+"
        r"|advertisement|advert|ad|(?:article|story)\s+continues\b.{0,40}|(?:scroll|swipe)\s+(?:down|up|for|to)\b.{0,40}|load\s+more.{0,20}|view\s+all.{0,20}|see\s+all.{0,20}"
        r"|terms\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions)|privacy\s+(?:policy|notice)|contact\s+us|about\s+us|site\s*map|accessibility|careers|faqs?|rss)\W*$", re.I)),
    (LineKind.CALL, re.compile(
        r"^(?:listen|watch|play|view|hear)(?:\s+(?:to|now|live|this|the|our|in))*(?:\s+(?:article|story|audio|video|episode|podcast|gallery|slideshow|app|more|live))?(?:\s*[·|(]?\s*\d+.{0,10})?\W*$"
        r"|^(?:register|log\s+in|sign\s+in|download|install|join|become\s+a\s+(?:member|subscriber|patron))\b.{0,80}$|^(?:read|see)\s+(?:the\s+)?(?:full|whole|entire)\b.{0,40}$", re.I)),
    (LineKind.CAPTION, re.compile(
        r"^(?=(?:\S+\s+){6}).*(?:\((?:left|right|cent(?:er|re)|top|bottom|front|back|second|third|far|from\s+left|l|r|c|pictured|above|below|seated|standing)\b[^()]{0,30}\)"
        r"|,\s(?:far\s+|second\s+from\s+)?(?:left|right|cent(?:er|re)),)", re.I)),
)  # fmt: skip
