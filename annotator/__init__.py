"""A terminal workbench for who says what, and whether to believe it.

The public interface of the library; importing it costs nothing, each name is loaded when it is first used.

    import annotator
    analysis = annotator.analyze(["story/", ("pasted.txt", "Text ...")])
    analysis.to_dict()      # the JSON contract, see `annotator schema`
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Analysis", "AnnotatorError", "Session", "__version__", "analyze", "open_story"]

if TYPE_CHECKING:
    from annotator.errors import AnnotatorError
    from annotator.model import Analysis
    from annotator.session import Session, analyze, open_story

_HOMES = {
    "Analysis": "annotator.model",
    "AnnotatorError": "annotator.errors",
    "Session": "annotator.session",
    "analyze": "annotator.session",
    "open_story": "annotator.session",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
