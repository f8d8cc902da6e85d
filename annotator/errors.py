"""What can go wrong in a way that a person can mend.

    AnnotatorError                 message, hint
    ├── InputError                 a file, folder or text that cannot be read          exit code 2
    ├── WorkspaceError             a workspace that is newer, damaged, locked or full  exit code 2
    │   ├── StaleAnchorError       a decision whose quote is not what the text says
    │   └── DamagedError           a workspace that is not as annotator left it
    ├── OutputError                a place that cannot be written                      exit code 2
    └── UsageError                 an option or command that makes no sense            exit code 2

Everything else that escapes is a failure of ours: exit code 1.
"""

from __future__ import annotations


class AnnotatorError(Exception):
    """What happened and to what, and in `hint` what to do about it; each one line, without a full stop between them."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class InputError(AnnotatorError):
    """A document that cannot be read, or none at all."""


class WorkspaceError(AnnotatorError):
    """A workspace that cannot be opened or written."""


class DamagedError(WorkspaceError):
    """A workspace that is ours, but not as we left it."""


class StaleAnchorError(WorkspaceError):
    """A mark whose quote does not match the text it points at."""


class OutputError(AnnotatorError):
    """A file, folder or stream that what was asked for cannot be written to."""


class UsageError(AnnotatorError):
    """A request that makes no sense as it was put."""
