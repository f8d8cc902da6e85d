"""Runs every detector of disagreements over a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from annotator.disagree.actor import detect_actors
from annotator.disagree.amounts import detect_amounts
from annotator.disagree.attribution import detect_attributions
from annotator.disagree.dates import detect_dates
from annotator.disagree.durations import detect_durations
from annotator.disagree.findings import Finding, join_findings
from annotator.disagree.labels import detect_labels
from annotator.disagree.naming import detect_names
from annotator.disagree.negation import detect_denials
from annotator.disagree.places import detect_places
from annotator.disagree.quote_wording import detect_changed_quotations
from annotator.disagree.story import Story, read_story
from annotator.disagree.tense import detect_stages
from annotator.model import Claim, Cluster, Disagreement, DisagreementKind, Document, Edge

Detector = Callable[[Story], Iterable[Finding]]
DETECTORS: tuple[Detector, ...] = (
    detect_actors,
    detect_amounts,
    detect_dates,
    detect_durations,
    detect_attributions,
    detect_changed_quotations,
    detect_denials,
    detect_labels,
    detect_names,
    detect_places,
    detect_stages,
)


def find_disagreements(
    documents: Sequence[Document], claims: Sequence[Claim], clusters: Sequence[Cluster], edges: Sequence[Edge]
) -> tuple[Disagreement, ...]:
    """Disagreements, most severe first."""
    story = read_story(documents, claims, clusters, edges)
    return join_findings(story, _without_doubles([finding for detect in DETECTORS for finding in detect(story)]))


def _without_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Leaves out speakers that differ where the same words were found to be agents that differ."""
    agents = {f.left.key for f in findings if f.kind is DisagreementKind.ACTOR}
    return [f for f in findings if f.kind is not DisagreementKind.ATTRIBUTION or f.left.key not in agents]
