"""`annotator keys`: the table of keys, and whether all of them can be pressed here."""

from __future__ import annotations

import click

from annotator.cli.output import emit


@click.command("keys")
@click.option("--preset", help="The keys of a preset: default, arrows, vim, azerty, ide-safe; your own if not given.")
@click.option("--check", is_flag=True, help="Name clashes, and keys that this terminal does not send.")
def command(preset: str | None, *, check: bool) -> None:
    """Prints which key does what, with the names that [keys] in annotator.toml takes.

    \b
    Example: annotator keys --preset vim
             annotator keys --check
    """
    from annotator.cli.launch import check_keys, print_keys  # here: loads the screens

    lines = check_keys(preset) if check else print_keys(preset)
    emit("".join(f"{line}\n" for line in lines))
