"""What the command line and the screens share: analyse, open, decide, undo.

Each name is loaded when it is first used: analysing needs no store, and opening a workspace no engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.session.adjudicating import list_cases, read_cases, settle_case
    from annotator.session.agreeing import agreement_in, agreement_of
    from annotator.session.change import Change, ChangeKind, StaleDocument, StaleReason
    from annotator.session.demo import open_demo
    from annotator.session.explaining import explain
    from annotator.session.job import AnalysisJob, run_job
    from annotator.session.merging import Merged, NamesakeError, merge
    from annotator.session.oneshot import analyze
    from annotator.session.open import open_story, workspace_for
    from annotator.session.project import export_project, import_project
    from annotator.session.reading import (
        LogLine,
        describe_log,
        fill_in_filter,
        find_workspace,
        open_to_read,
        read_log,
        read_workspace,
    )
    from annotator.session.session import Session
    from annotator.session.updating import MarkFate, TextVersion, Update
    from annotator.session.verifying import Verdict, verify

__all__ = [
    "AnalysisJob",
    "Change",
    "ChangeKind",
    "LogLine",
    "MarkFate",
    "Merged",
    "NamesakeError",
    "Session",
    "StaleDocument",
    "StaleReason",
    "TextVersion",
    "Update",
    "Verdict",
    "agreement_in",
    "agreement_of",
    "analyze",
    "describe_log",
    "explain",
    "export_project",
    "fill_in_filter",
    "find_workspace",
    "import_project",
    "list_cases",
    "merge",
    "open_demo",
    "open_story",
    "open_to_read",
    "read_cases",
    "read_log",
    "read_workspace",
    "run_job",
    "settle_case",
    "verify",
    "workspace_for",
]

_HOMES = {
    "list_cases": "adjudicating",
    "read_cases": "adjudicating",
    "settle_case": "adjudicating",
    "AnalysisJob": "job",
    "Change": "change",
    "ChangeKind": "change",
    "LogLine": "reading",
    "MarkFate": "updating",
    "Merged": "merging",
    "NamesakeError": "merging",
    "Session": "session",
    "StaleDocument": "change",
    "StaleReason": "change",
    "agreement_in": "agreeing",
    "agreement_of": "agreeing",
    "Verdict": "verifying",
    "TextVersion": "updating",
    "Update": "updating",
    "analyze": "oneshot",
    "describe_log": "reading",
    "explain": "explaining",
    "export_project": "project",
    "fill_in_filter": "reading",
    "find_workspace": "reading",
    "import_project": "project",
    "merge": "merging",
    "open_demo": "demo",
    "open_story": "open",
    "open_to_read": "reading",
    "read_log": "reading",
    "read_workspace": "reading",
    "run_job": "job",
    "verify": "verifying",
    "workspace_for": "open",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
