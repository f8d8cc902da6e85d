"""How does the dashboard look? One row a document with bars and numbers, then three questions about the sourcing."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import Claim, Cluster, Disagreement
from annotator.text import one_line
from annotator.view.documents import labelled
from annotator.view.filtering import Facets
from annotator.view.lines import Line, Run, clip, clip_line, spread, wrap_runs
from annotator.view.marks import Glyphs, Room
from annotator.view.rows import Item
from annotator.view.story import Story, Target
from annotator.view.tallies import CHECK_MEANS, MEANS, Board, Check, Count, Tally, own_flags, voice_of
from annotator.view.words import counted, genre_word, kind_word, outlet_word

DASHBOARD_FIELDS = ("outlet", "kind", "own", "flags", "only", "left", "disagrees", "is")
COUNTED_FIELDS = ("outlet", "voice", "kind")
COLUMNS = tuple(Count)
MIN_NAME, MAX_NAME = 16, 34
MIN_BAR, MAX_BAR = 8, 24
HEADS = ("own", "named", "unnamed", "flags/100", "alone", "left out", "disagrees")
"""In the order of the columns, each with two blanks before it where there is room for that."""
SHORT_HEADS = ("own", "named", "unnamed", "flags", "alone", "left", "differ")
WIDE = 100  # cells from which the columns have room for whole words, and the flags for their kinds
MAX_KINDS = 8
KIND_BAR = 16  # cells
_CHECK = "check:"


def dashboard_items(story: Story, board: Board) -> tuple[Item, ...]:
    """A row for each document in order of publication, and one for each question about the whole story."""
    rows = [_item(story, tally) for tally in board.tallies]
    checks = [Item(f"{_CHECK}{c.value}", Facets(c.value, {"is": ("story",)})) for c in Check]
    return (*rows, *(checks if board.facts else ()))


def check_of(item: Item) -> Check | None:
    """The question that a row answers; None for a document."""
    return Check(item.key.removeprefix(_CHECK)) if item.key.startswith(_CHECK) else None


def paint_dashboard_head(room: Room, column: int) -> Line:
    """What the columns count; the one at the cursor stands out."""
    name, bar = _widths(room)
    sign = room.glyphs.shares
    legend = f"{sign[0]} own {sign[1]} named {sign[2]} not"
    line = [Run(" " * name), Run((legend if len(legend) <= bar else "").ljust(bar), "dim")]
    for number, (head, cells) in enumerate(_columns(room)):
        line.append(Run(head.rjust(cells), "strong" if number == column else "dim"))
        if COLUMNS[number] is Count.FLAGS and room.width >= WIDE:
            line.append(Run("  by kind".ljust(MAX_KINDS + 2), "dim"))
    return clip_line(line, room.width, room.measure)


def paint_tally(story: Story, board: Board, item: Item, column: int, room: Room) -> Line:
    """A document's bar and numbers, or a question with how many facts it finds."""
    check = check_of(item)
    if check is not None:
        return _check_line(board, check, room)
    tally = board.of[item.key]
    name, bar = _widths(room)
    outlet = clip(outlet_word(story.document[tally.document]), name - 2, room.measure)
    line = [Run(outlet + " " * (name - room.measure(outlet)), "strong"), *voice_bar(tally, bar, room.glyphs)]
    for number, (count, (_, cells)) in enumerate(zip(COLUMNS, _columns(room), strict=True)):
        look = "accent target" if number == column else "text"
        line.append(Run(value_word(tally, count).rjust(cells), look))
        if count is Count.FLAGS and room.width >= WIDE:
            line.append(Run("  " + sparkline(board, tally, room.glyphs).ljust(MAX_KINDS), "flag"))
    return clip_line(line, room.width, room.measure)


def voice_bar(tally: Tally, width: int, glyphs: Glyphs) -> Line:
    """The three voices as one bar of so many cells."""
    if not tally.claims:
        return (Run(" " * width),)
    own = round(tally.share(Count.OWN) * width)
    reported = min(width - own, round((tally.share(Count.OWN) + tally.share(Count.ATTRIBUTED)) * width) - own)
    sizes = (own, reported, width - own - reported)
    looks = ("text", "attributed", "flag")
    return tuple(Run(sign * size, look) for sign, size, look in zip(glyphs.shares, sizes, looks, strict=True) if size)


def value_word(tally: Tally, count: Count) -> str:
    """A number as it stands in the table."""
    if count in (Count.OWN, Count.ATTRIBUTED, Count.UNNAMED):
        return f"{tally.share(count):.0%}" if tally.claims else "-"
    if count is Count.FLAGS:
        return f"{tally.flags_per_100:.0f}" if tally.counts[Count.OWN] else "-"
    return f"{tally.counts[count]:,}"


def describe_tally(story: Story, board: Board, item: Item, column: int, room: Room) -> list[Line]:
    """What the number at the cursor counts, and what it is made of."""
    check = check_of(item)
    if check is not None:
        found = len(board.checks[check])
        lines = wrap_runs((Run(CHECK_MEANS[check].capitalize() + "."),), width=room.width, measure=room.measure)
        figures = Run(f"{found:,} of {counted(board.facts, 'fact')}")
        return [*lines, (), *labelled("In figures", (figures,), room)]
    tally = board.of[item.key]
    document, count = story.document[tally.document], COLUMNS[column]
    made = wrap_runs(
        (Run(f"{value_word(tally, count)}  ", "accent"), Run(MEANS[count].capitalize() + ".")),
        width=room.width,
        measure=room.measure,
    )
    lines = [*made, ()]
    number = f"{tally.counts[count]:,} of {counted(tally.claims, 'claim')}"
    if count is Count.FLAGS:
        number = (
            f"{counted(tally.counts[count], 'flag')} on {counted(tally.counts[Count.OWN], 'claim')} in its own voice"
        )
    elif count in (Count.LEFT_OUT, Count.DIFFERING):
        number = counted(tally.counts[count], "fact" if count is Count.LEFT_OUT else "disagreement")
    lines += labelled("In figures", (Run(number),), room)
    lines += labelled("Document", (Run(f"{outlet_word(document)}, {genre_word(document).lower()}"),), room)
    lines += _kind_lines(board, tally, room) if count is Count.FLAGS else []
    return lines


def sparkline(board: Board, tally: Tally, glyphs: Glyphs) -> str:
    """A bar for each of the story's commonest kinds of flags, in one order and to one scale for all documents."""
    return "".join(
        glyphs.bar(tally.per_100(k) / board.most_per_100) if k in tally.kinds else " " for k in board.kinds[:MAX_KINDS]
    )


def counted_items(story: Story, targets: Sequence[Target]) -> tuple[Item, ...]:
    """A row for each thing that a number counts."""
    return tuple(_counted_item(story, target) for target in targets if target in story.things)


def paint_counted(story: Story, item: Item, room: Room) -> Line:
    """Outlet and words."""
    claim = story.claim[item.claims[0]]
    name = clip(outlet_word(story.document[claim.document]), MAX_NAME // 2, room.measure)
    pad = " " * (MAX_NAME // 2 - room.measure(name) + 2)
    tail = item.facets.fields["kind"] or item.facets.fields["voice"]
    words = (Run(name + pad, "dim"), Run(one_line(_words(story, item))))
    return spread(words, (Run(tail[0], "dim"),), room.width, room.measure)


def describe_counted(story: Story, item: Item, room: Room) -> list[Line]:
    """All passages of a row in full."""
    lines: list[Line] = []
    for name in item.claims:
        claim = story.claim[name]
        head = (Run(outlet_word(story.document[claim.document]), "accent"), Run(f"  {voice_of(claim).value}", "dim"))
        lines += [head, *wrap_runs((Run(one_line(claim.text)),), width=room.width, measure=room.measure), ()]
    return lines[:-1]


def _item(story: Story, tally: Tally) -> Item:
    document = story.document[tally.document]
    fields = {
        "outlet": (outlet_word(document),),
        "kind": (document.genre.type.value,),
        "own": (f"{100 * tally.share(Count.OWN):.0f}",),
        "flags": (f"{tally.flags_per_100:.0f}",),
        "only": (str(tally.counts[Count.ALONE]),),
        "left": (str(tally.counts[Count.LEFT_OUT]),),
        "disagrees": (str(tally.counts[Count.DIFFERING]),),
        "is": ("document",),
    }
    first = tuple(c.id for c in story.claims_of.get(document.id, ())[:1])
    return Item(document.id, Facets(f"{outlet_word(document)} {document.title or ''}", fields), None, first)


def _counted_item(story: Story, target: Target) -> Item:
    thing = story.things[target]
    claims: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    match thing:
        case Claim():
            claims, kinds = (thing.id,), tuple(kind_word(k) for k in dict.fromkeys(own_flags(thing)))
        case Cluster():
            claims = tuple(c for c in thing.claims if c in story.claim)
        case Disagreement():
            claims, kinds = tuple(dict.fromkeys(s.claim for s in thing.sides)), (kind_word(thing.kind),)
    fields = {
        "outlet": tuple(dict.fromkeys(outlet_word(story.document[story.claim[c].document]) for c in claims)),
        "voice": tuple(dict.fromkeys(voice_of(story.claim[c]).value for c in claims)),
        "kind": kinds,
    }
    words = " ".join(story.claim[c].text for c in claims)
    return Item(f"{target.kind.value} {target.id}", Facets(words, fields), target, claims)


def _words(story: Story, item: Item) -> str:
    thing = story.things[item.target] if item.target else None
    if isinstance(thing, Disagreement):
        return thing.why
    return thing.gist if isinstance(thing, Cluster) and thing.gist else story.claim[item.claims[0]].text


def _check_line(board: Board, check: Check, room: Room) -> Line:
    name, bar = _widths(room)
    found = len(board.checks[check])
    full = round(found / board.facts * bar) if board.facts else 0
    words = f"  {found:,} of {counted(board.facts, 'fact')}"
    rest = room.glyphs.shares[2] * (bar - full)
    label = f"Story: {check.value}".ljust(name)
    return (Run(label, "dim"), Run(room.glyphs.shares[0] * full, "accent"), Run(rest, "faint"), Run(words))


def _kind_lines(board: Board, tally: Tally, room: Room) -> list[Line]:
    """A bar for each kind that the document has, in the order of the story."""
    lines: list[Line] = [()] if tally.kinds else []
    for kind in (k for k in board.kinds if k in tally.kinds):
        size = max(1, round(tally.per_100(kind) / board.most_per_100 * KIND_BAR))
        figure = Run(f"{tally.per_100(kind):5.0f}  ")
        line = (Run(f"{kind_word(kind):<24}", "dim"), figure, Run(room.glyphs.shares[0] * size, "flag"))
        lines.append(clip_line(line, room.width, room.measure))
    return lines


def _columns(room: Room) -> tuple[tuple[str, int], ...]:
    """Head and cells of each column of numbers."""
    heads, gap = (HEADS, 3) if room.width >= WIDE else (SHORT_HEADS, 1)
    return tuple((head, max(4, len(head)) + gap) for head in heads)


def _widths(room: Room) -> tuple[int, int]:
    """Cells of the name and of the bar."""
    kinds = MAX_KINDS + 2 if room.width >= WIDE else 0
    left = room.width - kinds - sum(cells for _, cells in _columns(room))
    bar = max(MIN_BAR, min(MAX_BAR, left // 3))
    return max(MIN_NAME, min(MAX_NAME, left - bar)), bar
