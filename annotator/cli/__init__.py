"""The command line: parses, calls one use case, prints. This module is the boundary where errors become exit codes."""

from __future__ import annotations

import gc
import os
import sys

COLLECT_AFTER = 100_000  # new objects between collections; Python's 700 cost analysing five articles 0.1 s of 0.9 s


def main() -> None:
    """Runs the command line and ends the process with an exit code of `diagnostics.ExitCode`."""
    gc.set_threshold(COLLECT_AFTER)
    from annotator.cli.app import cli  # here: `import annotator.cli` stays cheap
    from annotator.cli.diagnostics import report

    try:
        code = cli.main(prog_name="annotator", standalone_mode=False, windows_expand_args=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - the outermost boundary: one sentence instead of a traceback
        code = report(error)
        _drop_what_cannot_be_written()
    sys.exit(code)


def _drop_what_cannot_be_written() -> None:
    """Keeps Python from trying once more, with a traceback and a code of its own, when it ends."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except AttributeError:
        return  # started without standard output
