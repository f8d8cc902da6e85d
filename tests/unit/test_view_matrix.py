"""The matrix keeps how a fact is said, and absent apart from not yet published."""

from __future__ import annotations

from annotator.model import (
    Analysis,
    Attitude,
    Attribution,
    Claim,
    Cluster,
    Directness,
    Disagreement,
    DisagreementKind,
    Document,
    Genre,
    Level,
    Outlet,
    PublishedBasis,
    Severity,
    Side,
    Source,
    SourceRole,
    Span,
    Voice,
)
from annotator.view import Manner, build_matrix, by_publication, claim_handles, letters

TEXT = "The bridge is open."


def make_document(name: str, published: str | None) -> Document:
    basis = PublishedBasis.STATED if published else None
    return Document(
        name, f"{name}.txt", "0" * 64, TEXT, None, None, published, basis, None, None, "en", Outlet(), Genre(), (),
        (Span(0, len(TEXT)),), (),
    )  # fmt: skip


def make_claim(document: str, *, denied_by: str | None = None) -> Claim:
    span = Span(0, len(TEXT))
    attributions = ()
    if denied_by:
        source = Source(None, denied_by, denied_by, SourceRole.PERSON)
        attributions = (Attribution("a1", source, None, (span,), Directness.INDIRECT, Attitude.DENIES, 0.9),)
    voice = Voice.ATTRIBUTED if denied_by else Voice.OUTLET
    return Claim(f"c-{document}", document, span, TEXT, 0.5, voice, attributions)


def make_story(*documents: Document, clustered: dict[str, Claim]) -> Analysis:
    claims = tuple(clustered.values())
    cluster = Cluster("k1", tuple(c.id for c in claims), TEXT, 2)
    sides = tuple(Side(c.id, Span(4, 10), "bridge", f"value {c.document}") for c in claims[:2])
    differs = Disagreement(
        "x1", DisagreementKind.NAMING, Severity.TENSION, Level.OUTLET, "k1", sides, "naming@1", 0.7, "they differ"
    )
    return Analysis("story", None, documents, claims, (cluster,), (differs,), ())


def test_cells_say_how_each_document_states_the_fact() -> None:
    documents = [
        make_document("new", "2024-05-14"),
        make_document("early", "2024-04"),
        make_document("late", "2024-05-20"),
    ]
    documents += [make_document("undated", None), make_document("second", "2024-05-15")]
    story = make_story(
        *documents, clustered={"new": make_claim("new"), "second": make_claim("second", denied_by="Ida Marsh")}
    )
    (row,) = build_matrix(story)
    manner = {cell.document: cell.manner for cell in row.cells}
    assert [cell.document for cell in row.cells] == ["early", "new", "second", "late", "undated"]
    assert manner == {
        "early": Manner.NOT_YET,
        "new": Manner.ASSERTED,
        "second": Manner.DENIED,
        "late": Manner.ABSENT,
        "undated": Manner.ABSENT,
    }
    assert row.severity is Severity.TENSION
    assert row.cells[1].values == ("value new",)


def test_documents_without_a_date_come_last() -> None:
    documents = [make_document("a", None), make_document("b", "2024-02"), make_document("c", "2023-12-31")]
    assert [d.id for d in by_publication(documents)] == ["c", "b", "a"]


def test_no_document_is_called_d_as_disagreements_are() -> None:
    assert "D" not in letters(80)
    assert len(set(letters(80))) == 80


def test_handles_go_on_after_z() -> None:
    assert letters(27)[-3:] == ("Z", "AA", "AB")
    story = make_story(make_document("x", None), clustered={"x": make_claim("x")})
    assert claim_handles(story) == {"c-x": "A1"}
