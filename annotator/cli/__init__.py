"""The command line: parses, calls one use case, prints."""

from __future__ import annotations


def main() -> None:
    """Runs the command line."""
    from annotator.cli.app import cli  # here: `python -c "import annotator.cli"` stays cheap

    cli()
