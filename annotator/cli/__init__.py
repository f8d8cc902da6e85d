"""The command line: parses, calls one use case, prints. This module is the boundary where errors become exit codes."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Runs the command line and ends the process with an exit code of `diagnostics.ExitCode`."""
    from annotator.cli.app import cli  # here: `import annotator.cli` stays cheap
    from annotator.cli.diagnostics import ExitCode, report

    try:
        cli(prog_name="annotator", windows_expand_args=False)
    except BrokenPipeError:
        # the reader went away (`| head`): nothing to say, and nothing more may be flushed to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.OK)
    except Exception as error:  # noqa: BLE001 - the outermost boundary: one sentence instead of a traceback
        sys.exit(report(error))
