"""``corpus-pkg check``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import progress_bar
from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from corpus_pkg.check import Checked
    from corpus_pkg.places import Place
    from corpus_pkg.report import Report


def check(
    seeds: options.Seeds = "seeds",
    *,
    against: Annotated[
        str | None,
        typer.Option(
            metavar="DIR|URL|REVISION",
            help="What to compare with: a package, a folder of packages, an address, or a git revision such as"
            " origin/main; default: the newest version in OUTPUT.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder that packages are published in.")
    ] = Path("dist"),
    allow: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Leave a gate open; corpus.toml can do so for good, in [check]."),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REVISION",
            help="Tell findings on lines that changed since this git revision before all others.",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes to parse with.")] = None,
    fail_on: options.Fail = options.FailOn.error,
    report: options.Reports = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Do all that build does but write, and say what would change against the last published version."""
    del version
    _check_codes(allow or [])
    from corpus_pkg.build import fails
    from corpus_pkg.check import check as check_corpus
    from corpus_pkg.check import find_changed_lines
    from corpus_pkg.cli.reporting import tell, wanted_forms
    from corpus_pkg.places import to_folder, to_place

    forms = wanted_forms(report)
    output = to_folder("--output", output)
    folder = to_place(seeds)
    with progress_bar(quiet=quiet, verbose=verbose) as progress:
        checked = check_corpus(
            folder,
            against=against,
            output=output,
            workers=workers,
            allow=allow or [],
            today=datetime.now(tz=UTC).date().isoformat(),
            progress=progress,
        )
    told = report_of(checked, folder)
    if changed_since:
        told = told._replace(changed_lines=find_changed_lines(folder, changed_since))
    tell(told, forms, quiet=quiet, to_stderr=False)
    if not quiet:
        for line in summarise(checked, told):
            typer.echo(line, err=any(file is None for _, file in forms))
    return int(fails(checked.findings, fail_on.value))


def report_of(checked: Checked, seeds: Place) -> Report:
    """The report of a check, ready to be told in any form."""
    from corpus_pkg.cli.reporting import make_report

    config = checked.corpus.config
    told = make_report(checked.findings, seeds, checked.rows, config.name)
    return told._replace(
        version=config.version,
        asked=checked.asked,
        new=checked.new,
        changes=tuple(checked.list_changes()),
    )


def summarise(checked: Checked, told: Report) -> list[str]:
    """What changed since the last published version, in a few lines."""
    if checked.changes is None:
        return ["Nothing has been published yet: there is nothing to compare with."]
    old = checked.changes.whole.old
    if checked.changes.whole.is_empty:
        return [f"The same as {old.name} {old.version}, which is published."]
    lines = [f"Compared with {old.name} {old.version}:"]
    headings = {
        "parser": "the parser or the configuration changed",
        "seeds": "the seeds changed",
        "": "changed",
    }
    for cause, heading in headings.items():
        changes = [change for change in told.changes if change.cause == cause]
        if changes:
            lines.append(f"  {heading}")
            lines += [
                f"    {change.path or 'the corpus'}: {change.table}"
                f" {change.removed} removed, {change.changed} changed, {change.added} added"
                for change in changes
            ]
    bump, reasons = checked.changes.whole.bump, checked.changes.whole.reasons
    lines.append(f"The change asks for version {checked.asked} ({bump}):")
    lines += [f"  {reason.bump}: {reason.change} ({reason.rows})" for reason in reasons]
    return lines


def _check_codes(allow: list[str]) -> None:
    from difflib import get_close_matches

    from corpus_pkg.findings import CHANGE, catalogue

    gates = [entry.code for entry in catalogue().values() if entry.level == CHANGE]
    for code in allow:
        if code not in gates:
            near = get_close_matches(code, gates, 1)
            advice = f"did you mean {near[0]}?" if near else "`corpus-pkg findings` lists them at level 7"
            raise UsageError(f"--allow {code}: there is no gate of that code; {advice}")
