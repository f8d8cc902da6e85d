"""Text without stops is read and shown, but not compared with everything else."""

from __future__ import annotations

import annotator
from annotator.pipeline.run import MAX_COMPARED


def test_a_sentence_without_end_is_kept_and_named_but_not_compared() -> None:
    endless = "the council said the bridge costs 5 million crowns and " * (MAX_COMPARED // 50)
    short = "The council said the bridge costs 6 million crowns."
    analysis = annotator.analyze([("a.txt", endless), ("b.txt", short), ("c.txt", short)])
    long = {c.id for c in analysis.claims if len(c.text) > MAX_COMPARED}
    assert long
    assert analysis.clusters
    assert not long & {i for k in analysis.clusters for i in k.claims}
    assert any(w.path == "a.txt" and "not compared" in w.message for w in analysis.warnings)
