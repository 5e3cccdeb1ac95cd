"""Findings from a run to where they were asked for: standard output, files, the terminal."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import corpus_pkg
from corpus_pkg.errors import UndecodableError, UsageError
from corpus_pkg.findings import LineIndex
from corpus_pkg.parse.decode import decode
from corpus_pkg.report import Report, parse_report_option, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from corpus_pkg.places import Place
    from corpus_pkg.waivers import Waived

Forms = tuple[tuple[str, "Path | None"], ...]


def wanted_forms(options: Iterable[str] | None) -> Forms:
    """The reports that were asked for; raises UsageError where two want standard output."""
    forms = tuple(parse_report_option(option) for option in options or ())
    if sum(file is None for _, file in forms) > 1:
        raise UsageError(
            "only one --report can go to standard output: write the others as --report FORM=FILE"
        )
    return forms


def make_report(findings: Waived, seeds: Place, rows: Mapping[str, int], corpus: str = "") -> Report:
    """One list of findings, ready to be told in any form."""
    return Report(
        findings=tuple(sorted((*findings.kept, *findings.stale))),
        waived=findings.waived,
        rows=rows,
        source=_line_reader(seeds),
        tool_version=corpus_pkg.__version__,
        corpus=corpus,
        root=seeds.as_posix() if isinstance(seeds, Path) and not seeds.is_absolute() else "",
    )


def tell(report: Report, forms: Forms, *, quiet: bool, to_stderr: bool) -> None:
    """Write every form that was asked for; without any, the text goes to the person at the terminal.

    ``to_stderr``: that text is not what the command is for, so it keeps out of standard output.
    """
    for form, file in forms:
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(render(form, report), encoding="utf-8")
        else:
            typer.echo(render(form, report), nl=False)
    if all(file for _, file in forms) and not (quiet and not report.findings):
        typer.echo(render("text", report), nl=False, err=to_stderr)


def _line_reader(seeds: Place) -> Callable[[str, int], str | None]:
    """A function that gives a line of a seed, as the stages saw it; each seed is read once."""

    @cache
    def lines_of(path: str) -> LineIndex | None:
        try:
            return LineIndex(decode((seeds / path).read_bytes()).text)
        except (OSError, UndecodableError, UsageError):
            return None

    def line(path: str, number: int) -> str | None:
        index = lines_of(path)
        return index.line(number) if index else None

    return line
