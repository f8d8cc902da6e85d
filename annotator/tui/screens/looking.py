"""Asking about the object at the cursor: what a person can look up, the same on every screen that shows one."""

from __future__ import annotations

from annotator.tui.screens.handing import Handing
from annotator.view import Target, fact_of


class Looking(Handing):
    """Nothing here changes the story."""

    @property
    def target(self) -> Target | None:
        """The object at the cursor."""
        raise NotImplementedError

    def can(self, action: str) -> bool:
        match action:
            case "trace":
                return self.claim is not None
            case _:
                return super().can(action)

    def action_trace(self) -> None:
        from annotator.tui.screens.path import PathScreen  # here: loads when first opened

        claim, story = self.claim, self.desk.story
        if claim is None:
            return
        fact = fact_of(story, claim, self.target)
        disagreement = self.desk.disagreement(self.target)
        if disagreement is not None and disagreement.cluster is not None:
            fact = next((k for k in story.clusters_of.get(claim.id, ()) if k.id == disagreement.cluster), fact)
        self.app.push_screen(PathScreen(self.desk, claim, fact))
