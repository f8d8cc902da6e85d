"""The way of one fact: which document said it first, which took it over, which has it independently."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model import AnchorKind, Claim, Cluster, Document
from annotator.text import one_line
from annotator.tui.desk import Desk
from annotator.tui.screens.listing import ListScreen
from annotator.view import (
    TRACE_FIELDS,
    TRACE_LINES,
    Item,
    Line,
    Room,
    Step,
    Target,
    describe_step,
    fact_of,
    paint_step,
    summarise,
    trace,
    trace_items,
)


class PathScreen(ListScreen):
    """Enter goes to the document's words."""

    TITLE = "Documents"
    EMPTY = "The claim is not there any more. $back goes back."
    FIELDS = TRACE_FIELDS
    ROW_LINES = TRACE_LINES

    def __init__(self, desk: Desk, claim: Claim, cluster: Cluster | None) -> None:
        super().__init__(desk)
        self._claim, self._cluster = claim, cluster
        self._steps: dict[str, Step] = {}

    def items(self) -> Sequence[Item]:
        claim = self.desk.story.claim.get(self._claim.id)
        if claim is None:
            return ()
        known = Target(AnchorKind.CLUSTER, self._cluster.id) if self._cluster else None
        self._cluster = fact_of(self.desk.story, claim, known) or fact_of(self.desk.story, claim)
        steps = trace(self.desk.story, claim, self._cluster)
        self._steps = {step.document: step for step in steps}
        return trace_items(self.desk.story, steps)

    def paint(self, item: Item, room: Room) -> Sequence[Line]:
        return paint_step(self.desk.story, self._steps[item.key], room)

    def tell_about(self, item: Item, room: Room) -> Sequence[Line]:
        return describe_step(self.desk.story, self._steps[item.key], room)

    @property
    def document(self) -> Document | None:
        return self.desk.document(self.item.key) if self.item else None

    def _show_frame(self) -> None:
        super()._show_frame()
        if self._filter is None:
            gist = one_line(self._cluster.gist if self._cluster else self._claim.text)
            self.rows.set_frame(f"Where it comes from: {gist}", note=summarise(self._cluster, [*self._steps.values()]))
