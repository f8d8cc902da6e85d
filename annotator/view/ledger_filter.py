"""What can a filter ask of a row of the three lists: conflicting, agreed, single-source?"""

from __future__ import annotations

from annotator.model import Cluster, Decision, Disagreement
from annotator.text import one_line
from annotator.view.filtering import Facets, Filter
from annotator.view.ledger import Entry, Ledger, entries, settled_word
from annotator.view.rows import Item
from annotator.view.sourcing import describe_source
from annotator.view.story import Story
from annotator.view.words import is_decided, is_rejected, kind_word, outlet_word

LEDGER_FIELDS = (
    "kind",
    "severity",
    "level",
    "outlet",
    "source",
    "value",
    "origins",
    "sure",
    "worth",
    "rule",
    "by",
    "is",
)


def fitting_entries(story: Story, ledger: Ledger, filter: Filter | None) -> tuple[Entry, ...]:  # noqa: A002
    """The rows of a list that a filter lets through; the weightiest first."""
    found = entries(story, ledger)
    return found if filter is None else tuple(e for e in found if filter.fits(_facets(story, e)))


def ledger_items(story: Story, ledger: Ledger = Ledger.CONFLICTING) -> tuple[Item, ...]:
    """The rows of a list as those of any other."""
    return tuple(
        Item(f"{e.target.kind.value} {e.target.id}", _facets(story, e), e.target, e.claims)
        for e in entries(story, ledger)
    )


def _facets(story: Story, entry: Entry) -> Facets:
    thing = story.things[entry.target]
    claims = [story.claim[c] for c in entry.claims if c in story.claim]
    sources = (describe_source(a) for c in claims for a in c.attributions if not is_rejected(a.decision))
    fields: dict[str, tuple[str, ...]] = {
        "outlet": tuple(dict.fromkeys(outlet_word(story.document[c.document]) for c in claims)),
        "source": tuple(dict.fromkeys(sources)),
        "worth": (f"{max((c.check_worthy for c in claims), default=0):.2f}",),
        "by": (thing.decision.by,) if thing.decision else (),
        "is": _states(thing.decision),
    }
    words = [c.text for c in claims]
    match thing:
        case Disagreement():
            fields["kind"] = (thing.kind.value, kind_word(thing.kind))
            fields["severity"], fields["level"] = (thing.severity.value,), (thing.level.value,)
            fields["value"] = tuple(dict.fromkeys(one_line(s.value) for s in thing.sides))
            fields["sure"], fields["rule"] = (f"{thing.confidence:.2f}",), (thing.detector,)
            words += [thing.why, settled_word(thing), *fields["value"]]
        case Cluster():
            fields["origins"], fields["sure"] = (str(thing.independent_sources),), (f"{thing.score:.2f}",)
            words.append(thing.gist)
        case _:
            fields["origins"] = ("1",)
    return Facets(" ".join(words), fields)


def _states(decision: Decision | None) -> tuple[str, ...]:
    state = "open"
    if is_decided(decision):
        state = "rejected" if is_rejected(decision) else "settled"
    return (state, *(("noted",) if decision and decision.note else ()))
