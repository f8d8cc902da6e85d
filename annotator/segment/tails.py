"""What surrounds the end of an article: teasers, comments, notes to editors, author notes, contacts, footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from annotator.segment.habits import LineKind
from annotator.segment.judged import Line, Role

MIN_SHARE_BEFORE = 0.6  # of the article's prose stands above a line that opens the foot of the page
MAX_TEASER = 2  # paragraphs of prose below a teaser's headline
MAX_FULL_TEASER = 4  # the same where a link to the full text closes the teaser
MAX_NOTE_WORDS = 70  # words of a note on the author, or of a contact paragraph
MIN_SHOUTED_WORDS = 6  # words in capitals that are the title of another story; crossheads have fewer
MAX_ENCLOSED_WORDS = 10  # words of a line between two calls to the reader that belongs to them
MAX_TITLE_WORDS = 25
TITLE_NEVER_ENDS_IN = '.:,;”"'
MIN_ARTICLE = 2  # paragraphs of prose that must stand above teasers

_OPENS_FOOT = frozenset({LineKind.COMMENTS, LineKind.COPYRIGHT, LineKind.NOTES, LineKind.END})
_CALLS = frozenset({LineKind.CALL, LineKind.NAVIGATION, LineKind.PRIVACY, LineKind.SHARE})
_FINAL = frozenset({LineKind.NOTES, LineKind.END})
_ABOUT = re.compile(r"^About\s+(?:the\s+)?[A-Z][^.!?]{1,60}$|^Boilerplate$")
_REFERENCES = re.compile(r"(?:notes|foot\s?notes|end\s?notes|references|bibliography|works\s+cited|sources)$", re.I)
_DISCLAIMER = re.compile(
    r"\b(?:views?|opinions?)\b.{0,80}\b(?:expressed|author|writer|own|reflect|represent)|\bthe\s+author['’]s\s+own\b"
    r"|\breflects?\s+the\s+(?:views?|opinions?)\b|\bnot\s+responsible\s+for\s+(?:the\s+)?(?:external\s+)?content\b"
    r"|\bappear(?:s|ed)\s+in\s+print\s+on\b",
    re.I,
)
_NOTE_ON_AUTHOR = re.compile(
    r"^\W*(?:[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}|The\s+(?:author|writer)s?),?\s+(?:is|was|are|were|covers|writes|reports|has\s+(?:covered|written|reported|worked)"
    r"|joined|can\s+be\s+reached|teaches|leads|edits|lives)\b"
)
_AUTHOR_WORK = re.compile(
    r"\b(?:contributing|freelance|staff|senior|editor|reporter|correspondent|columnist|fellow|author|journalist|contributor|professor"
    r"|writer|lecturer|researcher|analyst)\b",
    re.I,
)
_AUTHOR_CONTACT = re.compile(
    r"\b(?:contributing|freelance|staff\s+writer|based\s+in|covers|writes\s+(?:about|for|on)|follow\s+(?:him|her|them)|@\w+|e-?mail|can\s+be\s+reached"
    r"|(?:senior|visiting|research|non-?resident|policy)\s+fellow|author\s+of|professor\s+of|forthcoming)\b",
    re.I,
)
_CONTACT_WORDS = re.compile(
    r"\b(?:contact|call|e-?mail|phone|telephone|visit|write\s+to|further\s+(?:information|details)|more\s+information|enquir(?:y|ies)"
    r"|inquir(?:y|ies)|rsvp|letters?\s+to|send|accreditation|register|registration)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"[^\s@]{1,64}@[\w-]{1,60}\.\w|(?<!\d)\(?\+?\d{2,4}\)?[ .-]\d{3,4}(?:[ .-]?\d{2,4})?(?!\d)|\bwww\.\w|https?://\w",
    re.I,
)


def mark_tail(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Gives roles to what is not article among the lines from the body on."""
    _mark_inset_teasers(lines, roles, body)
    _mark_shouted_links(lines, roles, body)
    _mark_enclosed(lines, roles, body)
    _mark_related(lines, roles, body)
    _mark_full_teasers(lines, roles, body)
    _mark_foot(lines, roles, body)
    _mark_last_lines(lines, roles, body)
    _mark_notes(lines, roles, body)


def _is_title_like(line: Line, role: Role) -> bool:
    is_open = line.text[-1:] not in TITLE_NEVER_ENDS_IN
    return role == "body" and is_open and not _is_solid(line) and line.text.count(" ") < MAX_TITLE_WORDS


def _is_solid(line: Line) -> bool:
    """Whether a line is prose that no page uses as a title; a short question may be one."""
    return line.prose and not (line.text[-1] in "?!" and line.text.count(" ") < MAX_TITLE_WORDS)


def _prose_above(lines: Sequence[Line], roles: Sequence[Role], body: int) -> list[float]:
    """For each line, which share of the article's prose stands above it."""
    sizes = [len(x.text) if i >= body and x.prose and roles[i] == "body" else 0 for i, x in enumerate(lines)]
    total = sum(sizes) or 1
    return [above / total for above in accumulate(sizes, initial=0)]


def _mark_inset_teasers(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """The title above a paragraph that asks the reader to click."""
    for i in range(body + 1, len(lines)):
        is_paragraph = roles[i] is LineKind.CALL and lines[i].text.count(" ") >= 8 and lines[i].text[-1] in ".!"
        if is_paragraph and _is_title_like(lines[i - 1], roles[i - 1]) and not lines[i - 1].unit.mark:
            roles[i - 1] = LineKind.RELATED


def _mark_shouted_links(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Titles of other stories that stand in capitals between paragraphs in lower case."""
    for i in range(body + 1, len(lines) - 1):
        text = lines[i].text
        is_shouted = text.isupper() and text.count(" ") + 1 >= MIN_SHOUTED_WORDS and text[-1] not in ".:"
        if roles[i] == "body" and is_shouted and _is_solid(lines[i - 1]) and not lines[i - 1].text.isupper():
            roles[i] = LineKind.RELATED


def _mark_enclosed(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """A line that is no sentence between two calls to the reader."""
    for i in range(body + 1, len(lines) - 1):
        is_enclosed = roles[i - 1] in _CALLS and roles[i + 1] in _CALLS
        is_open = not lines[i].prose and not lines[i].unit.mark and lines[i].text.count(" ") < MAX_ENCLOSED_WORDS
        if is_enclosed and is_open and _is_title_like(lines[i], roles[i]):
            roles[i] = LineKind.CALL


def _mark_related(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """What stands below a label such as "Read more:" or "Latest"."""
    above = _prose_above(lines, roles, body)
    i = body
    while i < len(lines):
        if roles[i] is not LineKind.RELATED or lines[i].prose or not _is_bare_label(lines[i]):
            i += 1
            continue
        label, i = i, i + 1
        while i < len(lines) and roles[i] not in _OPENS_FOOT:
            is_listed = bool(lines[i].unit.mark) and lines[i].text.count(" ") < MAX_TITLE_WORDS
            if is_listed or not _is_solid(lines[i]):
                roles[i] = LineKind.RELATED if roles[i] == "body" else roles[i]
                i += 1
                continue
            run = _prose_run(lines, roles, i)
            is_low = above[label] >= MIN_SHARE_BEFORE
            if not (is_low and 0 < run <= MAX_TEASER and i > label + 1 and _opens_section(lines, label)):
                break
            roles[i : i + run] = [LineKind.RELATED] * run
            i += run


def _is_bare_label(line: Line) -> bool:
    return ":" not in line.text.rstrip(":") or not line.text.rpartition(":")[2].strip()


def _prose_run(lines: Sequence[Line], roles: Sequence[Role], i: int) -> int:
    run = 0
    while i + run < len(lines) and lines[i + run].prose and roles[i + run] == "body":
        run += 1
    return run


def _opens_section(lines: Sequence[Line], label: int) -> bool:
    """Whether a label heads a section of the page, with teasers below, and not a list of links."""
    return not lines[label].text.endswith(":") and lines[label + 1].unit.block != lines[label].unit.block


def _mark_full_teasers(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Teasers that a link to the full text closes: title, a few paragraphs, "keep reading"."""
    links = [i for i in range(body, len(lines)) if roles[i] is LineKind.READ_ON and lines[i - 1].prose]
    if not links:
        return
    has_prose_below = any(lines[j].prose and roles[j] == "body" for j in range(links[-1] + 1, len(lines)))
    if len(links) == 1 and has_prose_below:
        return
    above = _prose_above(lines, roles, body)
    least = MIN_SHARE_BEFORE if len(links) == 1 else 0.0
    floor = body
    for link in links:
        start = link
        while start > floor and _is_solid(lines[start - 1]) and roles[start - 1] == "body":
            start -= 1
        first = start
        while first > floor and not _is_solid(lines[first - 1]):
            first -= 1
        is_teaser = 0 < link - start <= MAX_FULL_TEASER and any(
            _is_title_like(lines[j], roles[j]) for j in range(first, start)
        )
        if is_teaser and above[first] >= least and sum(line.prose for line in lines[body:first]) >= MIN_ARTICLE:
            for j in range(first, link):
                roles[j] = LineKind.RELATED if roles[j] == "body" else roles[j]
        floor = link + 1


def _mark_foot(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Everything below the comments, the copyright line or the end mark."""
    above = _prose_above(lines, roles, body)
    for i in range(body + 1, len(lines)):
        opens = roles[i] in _OPENS_FOOT or (roles[i] == "body" and _opens_notes(lines, i))
        if not opens:
            continue
        if above[i] >= MIN_SHARE_BEFORE or (roles[i] in _FINAL and above[i] > 0):
            role = roles[i] if roles[i] != "body" else LineKind.NOTES
            for j in range(i, len(lines)):
                roles[j] = role if roles[j] == "body" else roles[j]
            return


def _opens_notes(lines: Sequence[Line], i: int) -> bool:
    """Whether a line heads a paragraph on the issuer, or a numbered list of sources down to the end."""
    if _ABOUT.match(lines[i].text):
        return True
    return bool(_REFERENCES.match(lines[i].text)) and all(x.unit.mark or not x.prose for x in lines[i + 1 :])


def _mark_last_lines(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Titles and names that follow the last paragraph."""
    last = max(
        (i for i in range(body, len(lines)) if roles[i] == "body" and (lines[i].prose or lines[i].unit.mark)),
        default=body,
    )
    rest = [i for i in range(last + 1, len(lines)) if roles[i] == "body"]
    has_furniture = any(roles[i] != "body" for i in range(last + 1, len(lines)))
    titles = [i for i in rest if _is_title_like(lines[i], roles[i])]
    if len(titles) == len(rest) and (len(rest) > 1 or has_furniture):
        for i in rest:
            roles[i] = "after the article"


def _mark_notes(lines: Sequence[Line], roles: list[Role], body: int) -> None:
    """Notes on the author, disclaimers and contact paragraphs at the end of the article."""
    authors = " ".join(line.text for line, role in zip(lines, roles, strict=True) if role is LineKind.BYLINE).casefold()
    for i in range(len(lines) - 1, body, -1):
        if roles[i] != "body":
            continue
        text = lines[i].text
        if text.count(" ") > MAX_NOTE_WORDS:
            return
        if _ADDRESS.search(text) and _CONTACT_WORDS.search(text) and not lines[i].unit.mark:
            roles[i] = LineKind.CONTACT
        elif _is_note_on_author(text, authors):
            roles[i] = "note on the author"
        else:
            return


def _is_note_on_author(text: str, authors: str) -> bool:
    if _NOTE_ON_AUTHOR.match(text):
        name = " ".join(text.split()[:2]).strip(" ,")
        is_author = name.casefold() in authors
        is_work = bool(_AUTHOR_WORK.search(text))
        return is_author or (is_work and bool(_AUTHOR_CONTACT.search(text) or _DISCLAIMER.search(text)))
    return bool(_DISCLAIMER.search(text)) and text.count(" ") < MAX_NOTE_WORDS / 2
