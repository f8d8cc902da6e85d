"""The command group. Each command is a module of this package and is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from annotator import __version__

COMMANDS = (
    "open",
    "demo",
    "read",
    "serve",
    "analyze",
    "export",
    "import",
    "merge",
    "add",
    "remove",
    "update",
    "log",
    "verify",
    "list",
    "explain",
    "agreement",
    "keys",
    "schema",
)


LONGEST_SUMMARY = 400


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for: `--help` and `schema` stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"annotator.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its whole first sentence: click's own list cuts it after a few words."""
        rows = [(name, whole) for name in COMMANDS if (whole := self._summary(ctx, name))]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def _summary(self, ctx: click.Context, name: str) -> str:
        command = self.get_command(ctx, name)
        return command.get_short_help_str(limit=LONGEST_SUMMARY) if command else ""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="annotator")
def cli() -> None:
    """Who says what, whether to believe it, and where the accounts disagree.

    \b
    annotator demo                    a built-in story to try everything on
    annotator open STORY/             read, compare and decide; all is kept in STORY.annotator
    annotator read STORY/             the same as lines of text, for screen readers and scripts
    annotator export STORY.annotator --to markdown -o report.md
    """
