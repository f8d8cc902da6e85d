"""Whatever is put together from scraps of news, the engine reads it and keeps its contract."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import annotator
from tests.contract_checker import load_contract
from tests.shared_files import needs_shared

SCRAPS = (
    "Harbour chief quits over ledger", "By Mara Ollenshaw", "ORLEM, May 5 (Agency) — ", "May 5, 2021",
    "5/6/2021 10:30 GMT", "Mara Ollenshaw", "Gov. Teodor Brandt", "Ms. Ollenshaw", "J. P. Quill",
    "the harbour master", "officials", "he", "It", " said", " told the Tidepost that", ", according to",
    " denied", " will", " has been", " slammed", " must resign", " was killed", " were wounded", " no", " not",
    " and", " or", " of", " in", " on Monday", " last week", " next month", "at 2 p.m.", " 11 ",
    "two hundred and six", "$5 million", "3.5 percent", "between 5 and 7", "1,234,567", "the third",
    " outrageous", " clearly", " some say", "so-called", "“", "”", '"', "‘", "’", "'", "(", ")", "[", "]", "—",
    "--", "…", ".", ",", ";", ":", "?", "!", " ", "\n", "\n\n", "\t", "- ", "* ", "1. ", "# ", "---\n",
    "title: A\n", "url: http://a.example/b\n", "Photo: Quill/Agency", "Read more:", "© 2021 Tidepost",
    "e\u0301", "👩‍👧", "\u202eשלום", "\x00", "\ufeff", "\u2028", "ﬁ", "İ", "ß",
    "The ferry ran aground with 40 people aboard. ", "Nobody was hurt, she said. ",
    "“We heard a bang,” he said, “and left.” ",
)  # fmt: skip
texts = st.lists(st.sampled_from(SCRAPS) | st.text(max_size=3), min_size=1, max_size=50).map("".join)
stories = st.lists(texts, min_size=1, max_size=2).map(
    lambda made: [*made, "Rain fell on 5 May, the harbour master said."]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories)
def test_spans_quote_the_text_and_facts_and_flags_lie_in_their_claims(story):
    analysis = annotator.analyze([(f"{i}.txt", text) for i, text in enumerate(story)])
    whole = {d.id: d.text for d in analysis.documents}
    for claim in analysis.claims:
        text = whole[claim.document]
        assert claim.span.text(text) == claim.text
        assert all(claim.span.contains(part.span) for part in (*claim.facts, *claim.flags))
        assert all(part.span.text(text) == part.text for part in (*claim.facts, *claim.flags))
        for said in claim.attributions:
            assert said.cue is None or said.cue.span.text(text) == said.cue.text
            assert said.source is None or said.source.span is None or said.source.span.text(text) == said.source.text
            assert all(piece.end <= len(text) for piece in said.content)


@needs_shared
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stories)
def test_the_contract_holds(story):
    analysis = annotator.analyze([(f"{i}.txt", text) for i, text in enumerate(story)])
    assert load_contract()(analysis.to_dict()) == []
