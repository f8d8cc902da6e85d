"""What a finder hands over: a fact still counted in tokens, so that finders can give way to one another."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.facts.tokens import Tokens
from annotator.model import Comparator, Fact, FactKind, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A fact that covers the tokens [first, after); without a kind it only keeps other finders away."""

    kind: FactKind | None
    first: int
    after: int
    value: Value
    unit: str | None = None
    comparator: Comparator | None = None
    counted: str | None = None
    scope: str | None = None


def make_fact(tokens: Tokens, found: Found) -> Fact:
    """The fact in characters of the document; `found` must have a kind."""
    assert found.kind is not None
    return Fact(
        kind=found.kind,
        span=tokens.span(found.first, found.after),
        text=tokens.slice(found.first, found.after),
        value=found.value,
        unit=found.unit,
        comparator=found.comparator,
        counted=found.counted,
        scope=found.scope,
    )


def make_facts(tokens: Tokens, found: list[Found]) -> tuple[Fact, ...]:
    """Facts in order of the text; what has no kind is left out."""
    kept = sorted((f for f in found if f.kind), key=lambda f: (f.first, f.after))
    return tuple(make_fact(tokens, f) for f in kept)
