"""``corpus-pkg init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import corpus_pkg
from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import say


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.")],
    *,
    name: Annotated[
        str | None, typer.Option(help="The name of the package; the folder's without it.", show_default=False)
    ] = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Make a new corpus: corpus.toml, a first seed and a workflow for continuous integration."""
    del version
    from corpus_pkg.scaffold import init_corpus

    made = init_corpus(folder, corpus_pkg.__version__, name)
    for file in made if verbose else ():
        say(f"wrote {file}")
    if not quiet:
        say("Put your texts into seeds/ and say in seeds/corpus.toml what they are. Then:")
        say(f"  cd {folder}")
        say("  corpus-pkg check")
        say("  corpus-pkg build")
    typer.echo(folder)
    return 0
