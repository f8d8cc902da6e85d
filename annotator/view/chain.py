"""Through whom did a claim come? The links of its chain, from the outlet inwards, as rows and as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from annotator.model import Attitude, Attribution, Claim
from annotator.text import one_line
from annotator.view.words import ATTITUDES, ROLES, is_rejected

NOBODY = "somebody not named"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain that nobody rejected."""

    attribution: Attribution
    depth: int
    """How many others pass it on."""

    @property
    def name(self) -> str:
        """Who it is."""
        source = self.attribution.source
        return one_line((source.name or source.text or "") if source else "") or NOBODY

    @property
    def about(self) -> str:
        """What sort of source it is, and what it does with the claim."""
        source = self.attribution.source
        return ", ".join((*([ROLES[source.role]] if source else []), attitude_word(self.attribution.attitude)))


def chain_of(claim: Claim) -> tuple[Link, ...]:
    """The links, those first that nobody passes on, each followed by whom it passes on."""
    live = [a for a in claim.attributions if not is_rejected(a.decision)]
    names = {a.id for a in live}
    made: list[Link] = []

    def follow(attribution: Attribution, depth: int) -> None:
        if all(link.attribution.id != attribution.id for link in made):
            made.append(Link(attribution, depth))
            for other in live:
                if other.parent == attribution.id:
                    follow(other, depth + 1)

    for attribution in live:
        if attribution.parent not in names:
            follow(attribution, 0)
    for attribution in live:  # a ring, which another version may have written
        follow(attribution, 0)
    return tuple(made)


def chain_sentence(outlet: str, links: tuple[Link, ...]) -> str:
    """How the chain reads: "Coastwire has it from the ministry, which has it from Ilse Maravik"."""
    if not links:
        return f"{outlet} says it itself."
    words = f"{outlet} has it from {links[0].name}"
    for before, link in pairwise(links):
        words += f", who has it from {link.name}" if link.depth > before.depth else f"; also from {link.name}"
    return f"{words}."


def attitude_word(attitude: Attitude) -> str:
    """What a source does with what it is quoted for."""
    return {Attitude.ASSERTS: "says so", Attitude.OTHER: "does something else"}.get(attitude) or ATTITUDES[attitude]
