"""What is each object called here, and which one does a handle name?

B is a document, B12 a claim, D3 a disagreement; B12s1 is the first source of that claim, B12f2 its second flag.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.errors import UsageError
from annotator.model import AnchorKind
from annotator.view import Story, Target, claim_handles, disagreement_handles, document_handles

HERE = "here"
MAX_SHOWN = 30  # characters of a word that names nothing


@dataclass(frozen=True, slots=True)
class Names:
    """The handles of one snapshot of the story."""

    story: Story
    handle: dict[Target, str]
    target: dict[str, Target]
    """By handle in capitals."""

    def find(self, word: str) -> Target | None:
        """The object of that handle, in any case."""
        return self.target.get(word.upper())

    def need(self, word: str) -> Target:
        """The object of that handle.

        Raises:
            UsageError: if nothing bears it.
        """
        found = self.find(word)
        if found is None:
            raise UsageError(
                f"nothing here is called {word[:MAX_SHOWN]!r}", "list names claims, documents names documents"
            )
        return found

    def of(self, target: Target) -> str:
        """The handle of an object; empty for a group of claims, which has none."""
        return self.handle.get(target, "")


def name_things(story: Story) -> Names:
    """Handles for everything that can be decided on."""
    handle: dict[Target, str] = {}
    target: dict[str, Target] = {}

    def give(kind: AnchorKind, name: str, short: str) -> None:
        handle.setdefault(Target(kind, name), short)
        target[short.upper()] = Target(kind, name)

    for name, short in document_handles(story.analysis).items():
        give(AnchorKind.DOCUMENT, name, short)
    shorts = claim_handles(story.analysis)
    for claim in story.analysis.claims:
        short = shorts[claim.id]
        give(AnchorKind.CLAIM, claim.id, short)
        for number, attribution in enumerate(claim.attributions, 1):
            give(AnchorKind.ATTRIBUTION, attribution.id, f"{short}s{number}")
        for number, flag in enumerate(claim.flags, 1):
            give(AnchorKind.FLAG, flag.id, f"{short}f{number}")
    for name, short in disagreement_handles(story.analysis).items():
        give(AnchorKind.DISAGREEMENT, name, short)
    for number, tag in enumerate(story.analysis.tags, 1):
        give(AnchorKind.TAG, tag.id, f"L{number}")
    return Names(story, handle, target)
