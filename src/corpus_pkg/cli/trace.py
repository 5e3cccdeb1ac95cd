"""``corpus-pkg trace``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import plural, say


def trace(
    package: Annotated[str, typer.Argument(help="The package: a folder, a zip file or an address.")],
    target: Annotated[
        str, typer.Argument(metavar="ID|SEED:LINE", help="An identifier of a row, or a line of a seed.")
    ],
    *,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
    ] = "text",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Show where a row comes from and why it says what it says, or what comes from a line of a seed."""
    del version
    from corpus_pkg.opening import read_contents
    from corpus_pkg.trace import render_json, render_text, trace_target

    if verbose:
        say(f"reading {package}")
    found = trace_target(read_contents(package), target)
    typer.echo(render_json(found) if form == "json" else render_text(found), nl=False)
    if not found and not quiet:
        say("The line is blank: no row comes from it.")
    elif verbose:
        say(plural(len(found), "row"))
    return 0
