"""The habits of newsrooms, press offices and web pages, as patterns of single lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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


_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Habit:
    """What lines of one kind look like: how they open, or what stands somewhere in them."""

    kind: LineKind
    opening: re.Pattern[str]
    inside: re.Pattern[str]
    telling: tuple[str, ...]
    """One of these stands in every line that `inside` finds; looked for first, as most lines hold none."""

    def fits(self, line: str, lowered: str) -> bool:
        """Whether a line, given also in lower case, is of this kind."""
        if self.opening.match(line):
            return True
        return any(word in lowered for word in self.telling) and bool(self.inside.search(line))


def _habit(
    kind: LineKind,
    *openings: str,
    inside: tuple[str, ...] = (),
    telling: tuple[str, ...] = (),
    flags: re.RegexFlag = re.I,
) -> Habit:
    opening, within = ("|".join(p) or _NEVER for p in (openings, inside))
    return Habit(kind, re.compile(opening, flags), re.compile(within, flags), telling)


_AGENCY = (
    r"(?:REUTERS|Reuters|AP Photo|AP|AFP|EPA|EFE|UPI|ANSA|dpa|TASS|Xinhua|Bloomberg|Getty(?: Images)?|Shutterstock"
    r"|Alamy|iStock|Unsplash|Pexels|Flickr|Wikimedia(?: Commons)?|Anadolu(?: Agency)?|ZUMA(?: Press)?|Sipa|PA(?: Wire)?"
    r"|[A-Z][\w ]{1,20} Images|[A-Z][\w ]{1,24} Photos?|Pool|Handout)"
)
_NAMES = r"[A-Z][\w.'’-]*(?:[ /]+(?:[A-Z][\w.'’-]*|of|the|via|for|de|van|von|al)){0,9}"
_PERSON = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3}"
_PICTURE = r"(?:photo(?:graph)?|photo illustration|image|picture|pic|illustration|graphic|cartoon|video|map|chart)s?"
_THINGS = (
    r"(?:stor(?:y|ies)|articles?|content|coverage|posts?|news|links?|reading|topics?|items?|videos?|headlines?|for you"
    r"|reads|now|today|this week|picks?|podcasts?|galler(?:y|ies)|materials?|documents?)"
)
_LETTERS = r"(?:newsletters?|briefing|alerts?|inbox|e-?mails?|podcast|channel|weekly|daily)"
_NETWORK = r"(?:twitter|facebook|x|instagram|linkedin|telegram|whatsapp|youtube|social|google)"
_TEXT = r"(?:story|article|post|report|page|headline|piece|version|dispatch)"
_SIDE = (
    r"(?:left|right|cent(?:er|re)|top|bottom|front|back|second|third|far|from\s+left|pictured|above|below|seated"
    r"|standing)"
)

ANYWHERE: tuple[Habit, ...] = (
    _habit(
        LineKind.CAPTION,
        rf"^[*_(\[]*(?:(?:top|lead|cover|file|main|featured?|above|below|header|hero)\s+)?{_PICTURE}"
        r"(?:\s+(?:credits?|courtesy|source|caption))?\s*[:|/]",
        rf"^[*_(\[]*{_PICTURE}\s+(?:credits?|courtesy)\b",
        r"^(?:caption|pictured|credits?|courtesy)\s*:|^image\s+(?:source|caption)\s*[,:]",
        r"^[*_(\[]*(?:file|handout|stock)\s+(?:photo|image|picture)s?\b",
    ),
    _habit(
        LineKind.CAPTION,
        r"^[*_(\[]*(?:Photo|Image|Picture|Illustration|Graphic|Map)s?\s+(?:by|courtesy of)\s+[A-Z][^.!?]{1,80}\.?$",
        r"^FILE\s?[-–—:]\s",
        rf"^{_PERSON}\s?/\s?{_NAMES}$",
        r"^(?:Getty Images|PA Media|Alamy|Shutterstock|iStock|NurPhoto)\s+[A-Z]\w*\s+\w",
        r"^[A-Z][^“”\"?!]{20,300}\b(?:19|20)\d{2}\.?\s\((?:[A-Z][\w.'’&/-]+\s?|(?:of|the|via|and|for)\s){2,8}\)$",
        inside=(
            rf"{_AGENCY}\s?/{{1,2}}\s?{_NAMES}[)\]]?\.?$",
            rf"[A-Z][\w.'’-]+\s?/\s?{_AGENCY}(?:\s+(?:via|for)\s+[A-Z][\w ]{{1,30}})?[)\]]?\.?$",
            r"\((?:(?:AP|AFP|Reuters|REUTERS|EPA|Getty)\b[^()]{2,90}|(?:Photos?|Image|Picture|File|Courtesy|Credit|Handout)\b"
            r"[^()]{0,90})\)\.?$",
            rf"Credit(?:\.{{3}}|…|:)?\s?[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){{0,4}}\s?(?:/|for\s|via\s|,\s){_NAMES}$",
            rf"\bvia\s{_AGENCY}\)?\.?$",
            r"\s\|\s*(?:(?:Photo|Image|Picture|Photograph|Credit|Courtesy)s?\b[^|]{0,80}"
            rf"|{_AGENCY}(?:[ /|]+{_NAMES})?|{_PERSON}\s?/\s?{_NAMES})\.?$",
            rf"[.”\w]\s(?:Image|Photo(?:graph)?|Picture|Illustration|Video|Graphic|Map)s?(?:\s[Cc]redit)?:\s{_NAMES}\.?$",
            r"\b[Pp]icture\s+taken\s+(?:on\s+)?[A-Z0-9][\w, ]{3,24}\.$",
        ),
        telling=("/", "(", "credit", "via", "|", ":", "taken"),
        flags=re.NOFLAG,
    ),
    _habit(
        LineKind.CREDIT,
        r"^\W*(?:additional\s+|with\s+(?:additional\s+)?)?(?:reporting|editing|writing|research|compiled|edited|translated)"
        r"\s+(?:by|from)\b.{1,300}$",
        rf"^.{{2,160}}\bcontributed\s+(?:\w+\s+)?(?:to\s+(?:this|the)\s+{_TEXT}|reporting)\b",
        r"^.{2,120}\bcontributed\W*$",
        r"^\W*with\s+(?:additional\s+)?(?:files|material|reporting|reports|information|inputs?|assistance|help"
        r"|contributions?)\s+(?:from|by)\b.{1,120}$",
        r"^\W*(?:sources?|via)\s*:\s.{1,60}$",
    ),
    _habit(
        LineKind.COPYRIGHT,
        r"^\W*(?:©|\(c\)\s|copyright\b\W{0,3}(?:©|\(c\)|\d{4}))",
        r"^(?:this|the)\s+(?:material|article|story|content|report)\s+(?:may\s+not\s+be\s+(?:published|reproduced|copied)"
        r"|was\s+(?:first|originally)\s+(?:published|produced)|(?:first|originally)\s+appeared|is\s+republished)\b",
        r"^(?:originally|first)\s+published\s+(?:at|by|in|on)\b.{1,100}$",
        r"^our\s+standards\s*:\s",
        inside=(r"\ball\s+rights\s+reserved\b",),
        telling=("rights",),
    ),
    _habit(
        LineKind.PRIVACY,
        r"^(?:we|this\s+(?:web)?site|our\s+(?:web)?site)\s+uses?\s+cookies\b",
        r"^privacy\s+notice\b|^(?:manage|cookie)\s+(?:consent|preferences|settings|policy)\b",
        inside=(
            r"\bwe\s+(?:value|respect|care\s+about)\s+your\s+privacy\b",
            r"\baccept\s+(?:all\s+)?cookies\b|\baccept\s+all\b.{0,40}\b(?:manage|reject|settings)\b",
            r"\b(?:enable|turn\s+on)\s+javascript\b|\byour\s+browser\s+(?:does\s+not|doesn['’]t|is\s+out)\b",
            r"\bby\s+(?:signing\s+up|subscribing|continuing|clicking)\b.{0,80}\b(?:agree|accept|consent)\b",
        ),
        telling=("your privacy", "accept", "javascript", "your browser", "agree", "consent"),
    ),
    _habit(
        LineKind.CALL,
        r"^click\s+(?:here|on|to|for)\b",
        r"^(?:please\s+)?(?:sign\s+up|subscribe|donate)(?:\s+(?:now|today|here|to|for|and|with)\b|\s*[:!.]|$)",
        r"^(?:get|have|receive)\s+(?:the|our|your|all)\b.{0,80}\b(?:newsletters?|inbox|delivered|straight\s+to|app)\b",
        r"^(?:follow|find|join|like|connect\s+with|message|contact|e-?mail)\s+(?:us|our\s+(?:page|channel|team))\b",
        rf"^follow\s+(?:@?[\w.]+(?:\s+[\w.]+){{0,4}})\s+on\s+{_NETWORK}\b",
        r"^support\s+(?:our|us|local|independent|quality|free|the)\s+(?:\w+\s+)?(?:news|journalism|media|reporting|newsroom)\b",
        r"^(?:read|see|watch|listen|hear|learn|view|discover|find\s+out)\s*(?:more|also|next|too|now|here)?\s*(?:[:»]|>>?)\s*\S",
        r"^(?:(?:also|must)\s+(?:read|see|watch)|(?:read|see|watch|listen)\s+(?:more|also|next))\s*[:»>|–—-]\s*\S",
        r"^(?:don['’]t|never)\s+miss\b.{0,80}$|^(?:already\s+a|not\s+a|become\s+a)\s+(?:subscriber|member)\b",
        r"^(?:have|got)\s+(?:a\s+)?(?:news\s+)?(?:tip|story)\b.{0,80}\?|^have\s+your\s+say\b",
        r"^(?:new)?\s*you\s+can\s+now\s+listen\b",
        r"^this\s+audio\s+(?:is|was)\b|^enter\s+your\s+e-?mail\b",
        r"^stay\s+(?:up\s+to\s+date|informed|connected|tuned)\b|^(?:download|install)\s+(?:the|our)\b.{0,40}\bapp\b",
        r"^this\s+(?:article|content|story)\s+is\s+(?:for|only|exclusive)\b.{0,40}\b(?:subscribers|members)\b",
        inside=(
            r"\bclick(?:ing)?\s+(?:here|on\s+(?:the|this)\s+link)\W*$",
            rf"\b(?:sign\s+up|subscribe)\b.{{0,60}}\b{_LETTERS}\b",
            r"\bsubscribe\s+(?:now|today|for\s+(?:only\s+|just\s+)?[$£€])|\|\s*subscribe\W*$",
            r"\bconsider\s+(?:supporting|donating|subscribing|becoming)\b",
        ),
        telling=("click", "sign up", "subscribe", "consider"),
    ),
    _habit(
        LineKind.RELATED,
        r"^(?:related|recommended|more|also|tags?|topics?|keywords?|filed\s+under|categor(?:y|ies)|posted\s+in|trending"
        rf"|most\s+(?:read|popular)|further\s+reading|in\s+this\s+series)(?:\s+{_THINGS})?\s*[:»|]\s*\S",
    ),
    _habit(
        LineKind.NOTES,
        r"^\W*notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|newsrooms?|media|press|journalists?|correspondents?)\b",
    ),
    _habit(
        LineKind.RELEASE,
        r"^\W*(?:for\s+(?:immediate|general)\s+(?:release|distribution)|for\s+release\s+(?:at|on|after|upon)"
        r"|embargoed?\s+(?:until|till|for|to)|under\s+embargo|strictly\s+embargoed|for\s+information\s+media"
        r"|not\s+for\s+(?:publication|release|distribution))\b",
    ),
    _habit(
        LineKind.DESK,
        r"^(?:bc|am|pm)-+[a-z]{3,}[\w-]*(?:,|$)",
        r"^\W*(?:editor['’]?s?['’]?\s+note|eds|a\s+note\s+from\s+the\s+editors?|correction|clarification"
        r"|corrections\s+and\s+clarifications)\s*[:—–-]",
        rf"^\W*(?:this|the)\s+{_TEXT}\s+(?:has\s+been|was|is\s+being|will\s+be)\s+(?:last\s+)?"
        r"(?:updated|corrected|amended|edited|clarified|modified)\b",
        inside=(r"\bwrite-?thr(?:u|ough)\b",),
        telling=("write",),
    ),
    _habit(
        LineKind.CONTACT,
        r"^\W*(?:(?:media|press|news|public|general|investor|for\s+(?:more|further))\s+)*(?:contacts?|enquir(?:y|ies)"
        r"|inquir(?:y|ies)|(?:press\s+)?office|desk|relations|information)"
        r"(?:\s+(?:details|person|information|for\s+(?:media|press|journalists)))?\s*:.{0,200}$",
        r"^\W*(?:e-?mail|tel|telephone|phone|fax|mobile|cell|web|website)\s*[:.]\s*\S.{0,80}$",
        r"^for\s+(?:more|further|additional)\s+information\b.{0,60}:$",
        r"^[^\s@]{1,64}@[^\s@]{1,190}$|^(?:https?://|www\.)\S{1,400}$|^\+?\(?\d[\d ()./-]{6,20}$",
    ),
)
"""Habits that no sentence of an article shares, however the line ends."""

NOT_IN_PROSE: tuple[Habit, ...] = (
    _habit(
        LineKind.END,
        r"^\W*(?:ENDS?|-\s?(?:ends?|END|ENDS|30)\s?-|[Ee]nds?\s+of\s+(?:release|statement|text|transcript))\W*$",
        flags=re.NOFLAG,
    ),
    _habit(
        LineKind.READ_ON,
        r"^\W*(?:keep\s+reading|continue\s+reading|read\s+(?:on|full\s+\w+|the\s+(?:full\s+|whole\s+)?\w+)|show\s+(?:less|more)"
        r"|read\s+more(?!\s*:)|full\s+(?:story|article|text)|view\s+(?:more|article|story|post)|learn\s+more|see\s+more)"
        r"[^\w:]{0,4}(?:show\s+(?:less|more))?$",
    ),
    _habit(LineKind.DATE, r"^\W*(?:first\s+|last\s+|originally\s+)?(?:published|updated|posted|modified)\W*$"),
    _habit(
        LineKind.COMMENTS,
        r"^\W*\d{1,6}\s+(?:comments?|responses?|repl(?:y|ies)|thoughts?|reactions?)\b(?:\s+(?:to|on)\b.*)?$",
        r"^\W*(?:comments?|leave\s+a\s+(?:reply|comment)|post\s+(?:a\s+)?(?:comment|reply)|add\s+(?:a|your)\s+comment"
        r"|(?:view|show|hide|read)\s+(?:all\s+)?comments|join\s+the\s+(?:conversation|discussion|debate)"
        r"|(?:reader|user)\s+comments|comments\s+are\s+closed|no\s+comments(?:\s+yet)?)(?:\s*\(\d+\))?\W*$",
    ),
    _habit(
        LineKind.RELATED,
        r"^\W*(?:the\s+)?(?:most|top|latest|recent|related|recommended|popular|trending|featured|similar|other|suggested"
        r"|editors?['’]?s?['’]?|must|breaking|up)(?:\s+(?:read|viewed|popular|shared|watched|commented|next))?"
        rf"(?:\s+{_THINGS})*(?:\s+(?:in|on|from)\s+.{{1,40}})?\s*[:»>]*\s*$",
        r"^\W*(?:read\s+(?:more|also|next)|see\s+also|also\s+(?:read|see|in|on)\b.{0,30}|(?:explore\s+)?more\s+(?:from|in|on|about|by|like)\s+.{1,50}"
        rf"|more\s+{_THINGS}|more\s+to\s+(?:explore|read)|what\s+to\s+read\s+next|further\s+reading|don['’]t\s+miss"
        r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested|enjoy|have\s+missed).{0,20}"
        r"|before\s+you\s+go|in\s+(?:this\s+(?:section|article|story|series)|other\s+news|case\s+you\s+missed\s+it)|elsewhere(?:\s+on\b.{0,30})?"
        r"|(?:from\s+)?around\s+the\s+web|from\s+the\s+archives?|newsletters?|tags|topics|subscribe|watch\s+(?:now|live|next)"
        r"|(?:sponsored|promoted)\s+(?:links|stories)|ad(?:vertisement)?s?\s+by\s+\w+)\s*[:»>]*\s*$",
    ),
    _habit(
        LineKind.SHARE,
        r"^(?=[\W\d]*+(?:\b(?:share|tweet|e-?mail|print|save|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy"
        r"|links?|bookmark|comments?|likes?|post|flipboard|messenger|threads|bluesky|instagram|youtube|mastodon|url|gift|pin"
        r"|sms|this|article|story|page|on|via|by|to|with|a|friend|us|follow|social|media|more|options|pdf|listen|views?"
        rf"|shares?|and)\b[\W\d]*+){{1,16}}$).*\b(?:share|tweet|e-?mail|print|save|comments?|copy|listen|{_NETWORK})\b",
    ),
    _habit(
        LineKind.NAVIGATION,
        r"^\W*(?:an\s+official\s+website\s+of\b.{0,80}|here['’]s\s+how\s+you\s+know"
        r"|continue\s+reading\s+the\s+main\s+story|view\s+image\s+in\s+.{2,20}|reuse\s+this\s+content"
        r"|this\s+(?:article|story)\s+is\s+(?:more\s+than\s+)?\d+\s+\w+\s+old|(?:skip\s+past|after)\s+newsletter\s+promotion)\W*$",
        r"^\W*(?:(?:skip|jump|back|go|return)\s+to|to)\s+(?:the\s+)?(?:main|content|top|home|news|all|overview|list|archive|press"
        r"|article|navigation|search|footer|menu|blog|stories|media)\b.{0,40}$",
        r"^\W*(?:home|menu|search|close|next|previous|prev|loading|login|log\s?in|sign\s?in|register|my\s+account|navigation"
        r"|sections?|(?:toggle|hide|show|enlarge|expand)\s+(?:\w+\s+)?\w+|advertisement|advert|ad|(?:article|story)\s+continues\b.{0,40}"
        r"|(?:scroll|swipe)\s+(?:down|up|for|to)\b.{0,40}|load\s+more.{0,20}|view\s+all.{0,20}|see\s+all.{0,20}"
        r"|terms\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions)|privacy\s+(?:policy|notice)|contact\s+us|about\s+us"
        r"|site\s*map|accessibility|careers|faqs?|rss)\W*$",
    ),
    _habit(
        LineKind.CALL,
        r"^(?:listen|watch|play|view|hear)(?:\s+(?:to|now|live|this|the|our|in))*"
        r"(?:\s+(?:article|story|audio|video|episode|podcast|gallery|slideshow|app|more))?(?:\s*[·|(]?\s*\d+.{0,10})?\W*$",
        r"^(?:register|log\s+in|sign\s+in|download|install|join|become\s+a\s+(?:member|subscriber|patron))\b.{0,80}$",
        r"^(?:read|see)\s+(?:the\s+)?(?:full|whole|entire)\b.{0,40}$",
        r"^(?:fund|support|power|back)\b.{0,40}\bjournalism\b|^(?:from|only|just|try|get|start|join|give|for)\b.{0,40}[£$€]\d[\d.]*\s+(?:per|a)\s+(?:week|month|year)\W*$",
    ),
    _habit(
        LineKind.CAPTION,
        rf"^(?=(?:\S+\s+){{6}}).*(?:\((?:{_SIDE}\b[^()]{{0,30}}|[lrc])\)|,\s(?:far\s+|second\s+from\s+)?(?:left|right|cent(?:er|re)),)",
    ),
)
"""Habits of lines that are no sentences."""
