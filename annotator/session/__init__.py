"""What the command line and the screens share: analyse, open, decide, undo."""

from annotator.session.analyze import analyze
from annotator.session.change import Change, ChangeKind, StaleDocument, StaleReason
from annotator.session.demo import open_demo
from annotator.session.job import AnalysisJob, run_job
from annotator.session.open import open_story, workspace_for
from annotator.session.reading import describe_log, read_workspace
from annotator.session.session import Session

__all__ = [
    "AnalysisJob",
    "Change",
    "ChangeKind",
    "Session",
    "StaleDocument",
    "StaleReason",
    "analyze",
    "describe_log",
    "open_demo",
    "open_story",
    "read_workspace",
    "run_job",
    "workspace_for",
]
