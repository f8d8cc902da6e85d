"""The command group; each command is one module."""

from __future__ import annotations

import json
import sys

import click

from annotator import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="annotator")
def cli() -> None:
    """Who says what, and where the accounts disagree."""


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["json"]), default="json")
def analyze(paths: tuple[str, ...], form: str) -> None:
    """Analyses documents and prints what was found."""
    from annotator.session import analyze as run  # here: --help stays quick

    json.dump(run(list(paths)).to_dict(), sys.stdout, ensure_ascii=False, indent=1)
