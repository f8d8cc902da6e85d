"""Flags lie inside their sentence and slice back to their text, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.editorial import find_flags, score_check_worthiness
from annotator.model import Genre, GenreType, Quotation, Span

WORDS = st.sampled_from(
    ["slammed", "so-called", "must", "We", "the", "worst", "ever", "“so”", "corrupt", "?", "!", "\n", "é", "like a dog",
     "might be the", "never", "it is wrong to", "I think", "world-class", "’s", "İ", "\u00a0", "🙂"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.text(min_size=1, max_size=80))


@given(TEXTS, st.integers(0, 10), st.sampled_from(list(GenreType)), st.data())
def test_flags_slice_back_to_their_text(text: str, before: int, genre: GenreType, data: st.DataObject) -> None:
    whole = "x" * before + text + " tail"
    sentence = Span(before, before + len(text))
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    quotations = (Quotation(Span(start, end), Span(start, end), data.draw(st.booleans())),)
    flags = find_flags(whole, sentence, document="d", quotations=quotations, attributions=(), genre=Genre(genre))
    for flag in flags:
        assert sentence.contains(flag.span)
        assert flag.span.text(whole) == flag.text
        assert 0.0 < flag.strength < 1.0
        assert flag.why
    spans = [(f.span, f.voice) for f in flags]
    assert len(set(spans)) == len(spans)
    assert 0.0 < score_check_worthiness(whole, sentence) < 1.0
