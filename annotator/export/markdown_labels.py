"""The part of the report about a person's own labels: what each means, and every place that has it."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.export.phrases import escape, shorten
from annotator.model import Analysis
from annotator.view import counted, document_handles

MAX_QUOTE = 200  # characters of a marked place; the rest stands in the annotated copy


def label_part(analysis: Analysis) -> Iterator[str]:
    """The codebook with its marks; nothing where there is none."""
    if not analysis.codebook:
        return
    handle = document_handles(analysis)
    yield "## Labels"
    yield ""
    for label in analysis.codebook:
        marks = [t for t in analysis.tags if t.label == label.name]
        meaning = f": {escape(label.definition)}" if label.definition else ""
        yield f"- **{escape(label.name)}**{meaning} ({counted(len(marks), 'mark')})"
        for tag in marks:
            note = f" Note: {escape(tag.decision.note)}" if tag.decision and tag.decision.note else ""
            yield f"  - {handle[tag.document]}: “{escape(shorten(tag.text, MAX_QUOTE))}”{note}"
    yield ""
