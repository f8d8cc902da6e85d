"""Whom could a claim be attributed to? People and bodies that the story's documents quote, most quoted first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from annotator.model import SourceRole
from annotator.text import one_line
from annotator.view.sources import source_names
from annotator.view.story import Story


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom a document of the story quotes."""

    name: str
    role: SourceRole
    mentions: int
    outlets: int
    """Documents that quote them."""


def speakers(story: Story, *, recent: tuple[str, ...] = ()) -> tuple[Speaker, ...]:
    """Everybody who is quoted by name or office; those chosen recently come first, in their order."""
    mentions: Counter[str] = Counter()
    roles: dict[str, SourceRole] = {}
    documents: dict[str, set[str]] = {}
    usual, seen = source_names(story), set[str]()
    for claim in story.analysis.claims:
        for attribution in claim.attributions:
            source = attribution.source
            if source is None or source.role is SourceRole.AUTHOR or attribution.id in seen:
                continue
            seen.add(attribution.id)
            name = usual.get(source.entity or "") or one_line(source.name or "")
            if not name:  # a pronoun, or words that name nobody
                continue
            mentions[name] += 1
            roles.setdefault(name, source.role)
            documents.setdefault(name, set()).add(claim.document)
    for name in recent:
        roles.setdefault(name, SourceRole.PERSON)
    order = {name: i for i, name in enumerate(recent)}
    names = sorted(roles, key=lambda n: (order.get(n, len(order)), -mentions[n], n.casefold()))
    return tuple(Speaker(n, roles[n], mentions[n], len(documents.get(n, ()))) for n in names)
