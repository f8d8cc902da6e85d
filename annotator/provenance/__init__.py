"""Who copies whom, and how many independent origins stand behind a fact."""

from annotator.provenance.copies import trace_copies
from annotator.provenance.origins import count_origins

__all__ = ["count_origins", "trace_copies"]
