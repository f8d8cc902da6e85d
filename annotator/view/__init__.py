"""What screens, reports and tables show, as rows: no terminal in sight."""

from annotator.view.handles import claim_handles, disagreement_handles, document_handles, letters, numbered
from annotator.view.matrix import Manner, MatrixCell, MatrixRow, build_matrix, by_publication
from annotator.view.sourcing import NO_SOURCE, describe_attribution, describe_source, describe_sourcing

__all__ = [
    "NO_SOURCE",
    "Manner",
    "MatrixCell",
    "MatrixRow",
    "build_matrix",
    "by_publication",
    "claim_handles",
    "describe_attribution",
    "describe_source",
    "describe_sourcing",
    "disagreement_handles",
    "document_handles",
    "letters",
    "numbered",
]
