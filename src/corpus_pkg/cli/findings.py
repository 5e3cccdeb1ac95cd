"""``corpus-pkg findings``: the catalogue of codes."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from corpus_pkg.cli import options
from corpus_pkg.errors import UsageError


def findings(
    code: Annotated[
        str | None, typer.Argument(help="One code; all of them without it.", show_default=False)
    ] = None,
    *,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Explain the codes of findings: what each means, how grave it is, how to mend it."""
    from corpus_pkg.findings import LEVELS, catalogue

    del quiet, version
    entries = catalogue()
    if code is not None:
        entry = entries.get(code)
        if entry is None:
            near = get_close_matches(code, entries, 1)
            raise UsageError(f"there is no code {code}" + (f"; did you mean {near[0]}?" if near else ""))
        typer.echo(
            f"{entry.code} ({entry.severity}, {LEVELS[entry.level]})\n\n{entry.meaning}\n\n{entry.hint}"
        )
        return 0
    level = 0
    width = max(map(len, entries))
    for entry in entries.values():
        if entry.level != level:
            level = entry.level
            typer.echo(f"\n{level} {LEVELS[level]}")
        typer.echo(f"  {entry.code:{width}}  {entry.severity:7}  {entry.meaning}")
        if verbose:
            typer.echo(f"  {'':{width}}           {entry.hint}")
    return 0
