"""What a text calls itself: "Analysis | City Hall", "OPINION", "FACT SHEET: ...", "Sponsored content"."""

from __future__ import annotations

import re

MAX_SUBJECT_WORDS = 4  # words beside a label on a line of its own; with more it labels a headline
MAX_LABEL_LINE = 80  # characters

_NAMES = (
    r"(?:news\s+analysis|analysis|opinions?|op-?eds?|editorials?|commentary|comment|columns?|columnists?"
    r"|perspectives?|viewpoints?|essays?|reviews?"
    r"|interview|explainers?|explained|fact[- ]?check|fact[- ]?sheet|backgrounder|factbox"
    r"|features?|long\s?reads?|investigation|sponsored(?:\s+(?:content|post|article|feature))?|advertorial|advertisement\s+feature"
    r"|paid\s+(?:content|post|partnership)|paid\s+for\s+by\s+.{2,40}|partner\s+content|brand(?:ed)?\s+content|promoted(?:\s+content)?"
    r"|(?:press|news|media)\s+(?:release|statement|advisory|note)|statement|advisory|public\s+notice|readout|transcript|q\s?&\s?a"
    r"|satire|humou?r|parody|letters?(?:\s+to\s+the\s+editor)?|guest\s+(?:post|column|essay|opinion|commentary)|blog|eyewitness"
    r"|live\s+(?:blog|updates)|testimony|remarks|speech|for\s+immediate\s+release)"
)
_ALONE = re.compile(rf"\W*{_NAMES}\W*", re.I)
_WITH_SUBJECT = re.compile(rf"\W{{0,3}}(?P<label>{_NAMES})\s*(?P<sign>[|/»>•·:—–])\s*(?P<subject>\S.*)", re.I)
_AFTER_SUBJECT = re.compile(rf"(?P<subject>\S.{{0,40}}?)\s*[|/»>•·]\s*(?P<label>{_NAMES})\W*", re.I)
_FILED = re.compile(rf"\b(?:in|under|section|category)\b:?\s+(?P<label>{_NAMES})\W*$", re.I)


def label_line(line: str) -> str | None:
    """The label that a whole line consists of, as printed; None if the line is something else."""
    if len(line) > MAX_LABEL_LINE:
        return None
    bare = line.strip(" *_#[]")
    if _ALONE.fullmatch(bare):
        return bare.rstrip(" :.")
    if match := _WITH_SUBJECT.fullmatch(bare):
        is_short = len(match["subject"].split()) <= MAX_SUBJECT_WORDS
        return bare if is_short and match["sign"] != ":" and match["subject"][-1] not in ".?!" else None
    match = _AFTER_SUBJECT.fullmatch(bare)
    return bare if match and len(match["subject"].split()) <= MAX_SUBJECT_WORDS else None


def label_of_title(title: str) -> str | None:
    """The label that a headline opens with: "FACT SHEET" of "FACT SHEET: New Rules"."""
    match = _WITH_SUBJECT.match(title)
    return match["label"] if match else None


def label_of_stamp(line: str) -> str | None:
    """The section that a date stamp names, if it is a label: "Comment" of "posted 15/3/24 in Comment"."""
    if match := _FILED.search(line):
        return match["label"]
    pieces = (piece.strip() for piece in re.split(r"[|•·]", line))
    return next((piece for piece in pieces if _ALONE.fullmatch(piece)), None)
