"""How does a quotation look: as a row of the list, and with all its versions below each other?"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model import Document
from annotator.text import one_line
from annotator.view.differences import Edit, find_edits
from annotator.view.lines import Line, Run, clip, shown, spread, wrap_runs
from annotator.view.marks import Room
from annotator.view.quotations import QuotationGroup, Version, Wording
from annotator.view.story import Story
from annotator.view.words import ROLES, counted, date_word, genre_paint, genre_word, outlet_word

MAX_SPEAKER_CELLS = 28
WORDING_CELLS = 12
VERSIONS_CELLS = 11
LABEL_CELLS = 9
MAX_VERSIONS = 40  # that are shown below each other
MAX_PLAIN = 4  # passages without quotation marks that are shown
AROUND = 1  # claims before and behind a quotation that are shown
CUE_CELLS = 15
MAX_CUT = 60  # cells of words that are left out


def paint_quotation(group: QuotationGroup, room: Room) -> Line:
    """A row: speaker, first words, whether the wording differs, how many versions there are."""
    reference = group.reference
    changed = group.wording is Wording.CHANGED
    cells = min(MAX_SPEAKER_CELLS, room.width // 3)
    speaker = clip(reference.speaker, cells, room.measure)
    wording = "" if group.wording is Wording.SINGLE else group.wording.value.ljust(WORDING_CELLS)
    versions = counted(len(group.versions), "version") if len(group.versions) > 1 else "once"
    left = (
        Run(room.glyphs.disagreement, "disagreement") if changed else Run(" "),
        Run(f" {speaker}{' ' * (cells - room.measure(speaker) + 2)}", "source"),
        Run(f"“{reference.text}”"),
    )
    right = (
        Run(wording, "disagreement" if changed else "dim"),
        Run(versions.rjust(VERSIONS_CELLS if wording else 0), "dim"),
    )
    return spread(left, right, room.width, room.measure)


def describe_quotation(story: Story, group: QuotationGroup, room: Room) -> list[Line]:
    """Every version under its outlet: insertions, cuts and changes marked in it and named below it."""
    lines: list[Line] = []
    for number, version in enumerate(group.versions[:MAX_VERSIONS]):
        if lines:
            lines.append(())
        lines += _version_lines(story, group, version, number, room)
    if len(group.versions) > MAX_VERSIONS:
        lines += [(), (Run(f"and {len(group.versions) - MAX_VERSIONS} more versions", "dim"),)]
    if len(group.versions) == 1:
        lines += [(), *_context_lines(story, group.reference, room)]
    plain = list(_told_plainly(story, group))
    if plain:
        lines += [(), (Run("Told without quotation marks", "heading"),)]
    for document, text in plain:
        words = (Run(f"{outlet_word(document)}  ", "dim"), Run(text))
        lines += wrap_runs(words, width=room.width, measure=room.measure, indent=2)
    return lines


def _version_lines(story: Story, group: QuotationGroup, version: Version, number: int, room: Room) -> Iterator[Line]:
    document = story.document[version.document]
    head = (
        Run(outlet_word(document), "heading"),
        Run(f"  {date_word(document.published)}  ", "dim"),
        Run(genre_word(document), genre_paint(document)),
    )
    yield from wrap_runs(head, width=room.width, measure=room.measure, indent=2)
    yield from wrap_runs(_speaker(group, version, room), width=room.width, measure=room.measure, indent=2)
    edits = () if number == 0 else find_edits(group.reference.text, version.text)
    words = (Run("“"), *_with_edits(version.text, edits, room), Run("”"))
    if number == 0:
        words = (Run(f"“{version.text}”"),)
    yield from wrap_runs(words, width=room.width, measure=room.measure)
    if number == 0:
        if len(group.versions) > 1:
            yield (Run("the others are compared with this", "dim"),)
    elif not edits:
        yield (Run(f"{'same':<{LABEL_CELLS}}", "dim"), Run("word for word", "dim"))
    for edit in edits:
        yield from wrap_runs(_told(edit), width=room.width, measure=room.measure, indent=LABEL_CELLS)


def _context_lines(story: Story, version: Version, room: Room) -> Iterator[Line]:
    """The sentences before and behind a quotation that stands once, and how it is brought in."""
    claims = story.claims_of.get(version.document, ())
    at = next((i for i, claim in enumerate(claims) if claim.id == version.claim), None)
    if at is None:
        return
    yield (Run("In its text", "heading"),)
    for claim in claims[max(0, at - AROUND) : at + AROUND + 1]:
        words = Run(one_line(claim.text), "text" if claim.id == version.claim else "dim")
        yield from wrap_runs((words,), width=room.width, measure=room.measure)
        yield ()
    said = [p for p in story.claim[version.claim].attributions if p.id == version.attribution and p.cue]
    if said and said[0].cue:
        yield (Run(f"{'Brought in by':<{CUE_CELLS}}", "dim"), Run(f"“{one_line(said[0].cue.text)}”"))
    nobody = len(story.documents) > 1 and not any(True for _ in _told_plainly(story, _alone(version)))
    if nobody:
        yield (Run("No other document tells this.", "dim"),)


def _alone(version: Version) -> QuotationGroup:
    return QuotationGroup((version,), Wording.SINGLE)


def _speaker(group: QuotationGroup, version: Version, room: Room) -> Line:
    role = f", {ROLES[version.source.role]}" if version.source else ""
    printed = one_line(version.source.name) if version.source and version.source.name else version.speaker
    role += f", here {printed}" if printed != version.speaker else ""
    a, b = group.reference.source, version.source
    same = a is b or (a and b and (a.entity or a.name) == (b.entity or b.name))
    other = () if same else (Run(f"  {room.glyphs.disagreement} another speaker", "disagreement"),)
    return (Run(f"{room.glyphs.attributed} ", "attributed"), Run(version.speaker, "source"), Run(role, "dim"), *other)


def _with_edits(text: str, edits: tuple[Edit, ...], room: Room) -> Line:
    made, at = [], 0
    for edit in edits:
        made.append(Run(shown(text[at : edit.start]), "same"))
        if edit.start == edit.end:
            made.append(Run(f"{room.glyphs.cut} " if edit.start < len(text) else f" {room.glyphs.cut}", "cut"))
        else:
            made.append(Run(shown(text[edit.start : edit.end]), "different"))
        at = edit.end
    made.append(Run(shown(text[at:]), "same"))
    return tuple(run for run in made if run.text)


def _told(edit: Edit) -> Line:
    before, after = one_line(edit.before), one_line(edit.after)
    if not after:
        cut = before if len(before) <= MAX_CUT else f"{before[:MAX_CUT].rsplit(' ', 1)[0]} …"
        return (Run(f"{'cut':<{LABEL_CELLS}}", "cut"), Run(f"“{cut}”"))
    if not before:
        return (Run(f"{'added':<{LABEL_CELLS}}", "disagreement"), Run(f"“{after}”"))
    return (Run(f"{'changed':<{LABEL_CELLS}}", "disagreement"), Run(f"“{after}” for “{before}”"))


def _told_plainly(story: Story, group: QuotationGroup) -> Iterator[tuple[Document, str]]:
    """What documents that do not quote it say instead, as far as they state the same fact."""
    quoting = {v.document for v in group.versions}
    found: dict[str, str] = {}
    for version in group.versions:
        for cluster in story.clusters_of.get(version.claim, ()):
            for name in cluster.claims:
                claim = story.claim.get(name)
                if claim is not None and claim.document not in quoting:
                    found.setdefault(claim.document, claim.text)
    for document in [d for d in story.documents if d.id in found][:MAX_PLAIN]:
        yield document, one_line(found[document.id])
