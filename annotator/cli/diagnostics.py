"""What the command line says on standard error, and how it ends. Nothing else writes there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import IntEnum

from annotator.errors import AnnotatorError
from annotator.model import Problem
from annotator.text import one_line

DEBUG = "ANNOTATOR_DEBUG"


class ExitCode(IntEnum):
    """How the program ends."""

    OK = 0
    """What was asked for was done; there may be warnings."""
    FAILURE = 1
    """Something went wrong on our side."""
    BAD_INPUT = 2
    """The command, a file or a workspace was not as it must be; the message says what to do."""


def say(message: str) -> None:
    """Prints one line for a person; characters of documents or paths in it cannot move the cursor."""
    line = f"annotator: {one_line(message)}\n"
    try:
        sys.stderr.write(line)
    except UnicodeEncodeError:
        sys.stderr.write(line.encode("ascii", "backslashreplace").decode("ascii"))
    except OSError:
        return


def warn(problems: Iterable[Problem]) -> None:
    """Prints a line for each problem."""
    for problem in problems:
        say(f"warning: {problem.path}: {problem.message}" if problem.path else f"warning: {problem.message}")


def report(error: BaseException) -> ExitCode:
    """Says in one line what ended the command, and with which code it ends."""
    if isinstance(error, AnnotatorError):
        say(str(error))
        return ExitCode.BAD_INPUT
    if isinstance(error, OSError) and error.strerror:
        say(f"{error.filename or 'output'}: {error.strerror.lower()}")
        return ExitCode.FAILURE
    say(f"failed: {type(error).__name__}: {error}; this is a fault of ours, set {DEBUG}=1 to see where")
    if os.environ.get(DEBUG):
        sys.excepthook(type(error), error, error.__traceback__)
    return ExitCode.FAILURE
