"""Options that commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

import corpus_pkg


class FailOn(StrEnum):
    """From which severity on findings make a run fail."""

    error = "error"
    warning = "warning"
    notice = "notice"


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"corpus-pkg {corpus_pkg.__version__}")
        raise typer.Exit


Seeds = Annotated[
    str,
    typer.Argument(
        help="The folder of seeds; also s3://BUCKET/PATH or another fsspec address.", show_default=True
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what is being done.")]
Version = Annotated[
    bool,
    typer.Option("--version", help="Show the version and leave.", callback=_show_version, is_eager=True),
]
Fail = Annotated[FailOn, typer.Option("--fail-on", help="The lowest severity that makes the run fail.")]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORM[=FILE]",
        help="How to report findings: text, json, jsonl, sarif, junit, github or markdown; several at once"
        " where all but one go to a file.",
    ),
]
