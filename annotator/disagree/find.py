"""Runs every detector of disagreements over a story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from annotator.disagree import places
from annotator.disagree.actor import detect_actors
from annotator.disagree.amounts import detect_amounts
from annotator.disagree.attribution import detect_attributions
from annotator.disagree.blame import detect_blame
from annotator.disagree.commitment import detect_commitments
from annotator.disagree.continuity import detect_endings
from annotator.disagree.copied import detect_silent_edits
from annotator.disagree.courses import detect_courses
from annotator.disagree.dates import detect_dates
from annotator.disagree.durations import detect_durations
from annotator.disagree.exits import detect_exits
from annotator.disagree.findings import Finding, join_findings
from annotator.disagree.headcounts import detect_headcounts
from annotator.disagree.kinds import detect_kinds
from annotator.disagree.labels import detect_labels
from annotator.disagree.mouths import detect_mouths
from annotator.disagree.naming import detect_names
from annotator.disagree.negation import detect_denials
from annotator.disagree.ordinals import detect_ordinals
from annotator.disagree.places import detect_places
from annotator.disagree.predicates import detect_contraries
from annotator.disagree.profiles import detect_profiles
from annotator.disagree.proofs import detect_proofs
from annotator.disagree.quote_wording import detect_changed_quotations
from annotator.disagree.replies import detect_replies
from annotator.disagree.speakers import detect_speakers
from annotator.disagree.story import Story, read_story
from annotator.disagree.tense import detect_stages
from annotator.disagree.titles import detect_titles
from annotator.disagree.truncation import detect_cuts
from annotator.model import Claim, Cluster, Disagreement, DisagreementKind, Document, Edge, Severity

Detector = Callable[[Story], Iterable[Finding]]
DETECTORS: tuple[Detector, ...] = (
    detect_actors,
    detect_amounts,
    detect_commitments,
    detect_courses,
    detect_dates,
    detect_durations,
    detect_attributions,
    detect_blame,
    detect_changed_quotations,
    detect_cuts,
    detect_contraries,
    detect_denials,
    detect_endings,
    detect_exits,
    detect_headcounts,
    detect_labels,
    detect_kinds,
    detect_mouths,
    detect_names,
    detect_ordinals,
    detect_places,
    detect_profiles,
    detect_proofs,
    detect_replies,
    detect_speakers,
    detect_silent_edits,
    detect_stages,
    detect_titles,
)

SURE = 0.9  # certainty that two claims state one fact, from which a date that differs is no other event

_CIRCUMSTANCES = frozenset(
    {DisagreementKind.DATE, DisagreementKind.QUANTITY, DisagreementKind.DURATION, DisagreementKind.NEGATION}
)


def find_disagreements(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    clusters: Sequence[Cluster],
    edges: Sequence[Edge],
    *,
    detectors: Sequence[Detector] = DETECTORS,
) -> tuple[Disagreement, ...]:
    """Disagreements that the detectors find, most severe first."""
    story = read_story(documents, claims, clusters, edges)
    findings = [finding for detect in detectors for finding in detect(story)]
    return join_findings(story, _about_one_event(_without_doubles(findings), _sure_pairs(story)))


def _without_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Leaves out what is told by another finding: speakers that differ where what they say differs too, or where they
    were found to be agents; values and denials where the words quoted are not the same.
    """
    quoted = [f for f in findings if f.kind is DisagreementKind.QUOTE_WORDING and f.severity is Severity.CONFLICT]
    findings = [f for f in findings if f.kind not in _CIRCUMSTANCES or not any(_covers(q, f) for q in quoted)]
    differing = {_claims_of(f) for f in findings if f.kind in _CIRCUMSTANCES or f.kind is DisagreementKind.ACTOR}
    return [f for f in findings if f.kind is not DisagreementKind.ATTRIBUTION or _claims_of(f) not in differing]


def _covers(quoted: Finding, other: Finding) -> bool:
    """Whether the words of a changed quotation hold both values of another finding."""
    return _claims_of(quoted) == _claims_of(other) and bool(
        quoted.left.span.overlap(other.left.span) and quoted.right.span.overlap(other.right.span)
    )


def _sure_pairs(story: Story) -> frozenset[tuple[int, int]]:
    """Claims of a whole story that state one fact whatever their dates; alone, a date may be all that tells events."""
    if story.sparseness > 0:
        return frozenset()
    return frozenset((p.left.index, p.right.index) for p in story.pairs if p.certainty >= SURE)


def _about_one_event(findings: Sequence[Finding], sure: frozenset[tuple[int, int]]) -> list[Finding]:
    """Leaves out findings on claims that differ in time and in something else: they tell of two events.

    Names of places are seldom all that differs, so beside another difference they are left out.
    """
    kinds: dict[tuple[int, int], set[DisagreementKind]] = {}
    for f in findings:
        if f.kind in _CIRCUMSTANCES and _claims_of(f) not in sure:
            kinds.setdefault(_claims_of(f), set()).add(f.kind)
    return [f for f in findings if not _is_beside(f, kinds.get(_claims_of(f), set()))]


def _is_beside(finding: Finding, kinds: set[DisagreementKind]) -> bool:
    if finding.detector == places.DETECTOR:
        return bool(kinds)
    return finding.kind in _CIRCUMSTANCES and DisagreementKind.DATE in kinds and len(kinds) > 1


def _claims_of(finding: Finding) -> tuple[int, int]:
    return finding.left.statement.index, finding.right.statement.index
