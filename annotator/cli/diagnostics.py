"""What the command line says on standard error, and how it ends. Nothing else writes there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from annotator.cli.output import ReaderGoneError
from annotator.errors import AnnotatorError
from annotator.text import one_line

if TYPE_CHECKING:
    from annotator.model import Problem

DEBUG = "ANNOTATOR_DEBUG"


class ExitCode(IntEnum):
    """How the program ends."""

    OK = 0
    """What was asked for was done; there may be warnings."""
    FAILURE = 1
    """Something went wrong on our side."""
    BAD_INPUT = 2
    """The command, a file or a workspace was not as it must be; the message says what to do."""
    INTERRUPTED = 130
    """Stopped with Ctrl+C."""


def say(message: str) -> None:
    """Prints one line for a person; characters of documents or paths in it cannot move the cursor."""
    line = f"annotator: {one_line(message)}\n"
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        sys.stderr.write(line.encode(sys.stderr.encoding or "ascii", "backslashreplace").decode(sys.stderr.encoding))
        sys.stderr.flush()


def warn(problems: Iterable[Problem]) -> None:
    """Prints a line for each problem."""
    for problem in problems:
        say(f"warning: {problem.path}: {problem.message}" if problem.path else f"warning: {problem.message}")


def report(error: BaseException) -> ExitCode:
    """Says in one line what ended the command, and with which code it ends."""
    if isinstance(error, AnnotatorError):
        say(str(error))
        return ExitCode.BAD_INPUT
    if isinstance(error, ReaderGoneError):
        return ExitCode.OK
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return ExitCode.BAD_INPUT
    if isinstance(error, click.ClickException):
        command = getattr(getattr(error, "ctx", None), "command_path", "annotator")
        say(f"{error.format_message().rstrip('.')}; try {command} --help")
        return ExitCode.BAD_INPUT
    if isinstance(error, click.Abort):
        say("stopped; what was saved is safe")
        return ExitCode.INTERRUPTED
    if isinstance(error, OSError) and error.strerror:
        say(f"{os.fsdecode(error.filename or 'the system')}: {error.strerror.lower()}; check room and permissions")
        return ExitCode.BAD_INPUT
    say(f"failed: {type(error).__name__}: {error}; this is a fault of ours, set {DEBUG}=1 to see where")
    if os.environ.get(DEBUG):
        sys.excepthook(type(error), error, error.__traceback__)
    return ExitCode.FAILURE
