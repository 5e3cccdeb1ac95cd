"""``corpus-pkg validate``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import say


def validate(
    packages: Annotated[list[Path], typer.Argument(metavar="PACKAGE...", help="Folders of packages.")],
    *,
    fail_on: options.Fail = options.FailOn.error,
    report: options.Reports = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Verify everything that can be verified of a written package."""
    del version
    from corpus_pkg.build import fails
    from corpus_pkg.cli.reporting import make_report, tell, wanted_forms
    from corpus_pkg.validate import check_package
    from corpus_pkg.waivers import Waived

    forms = wanted_forms(report)
    failed = False
    for package in packages:
        if verbose:
            say(f"validating {package}")
        findings = Waived(tuple(sorted(check_package(package))), (), ())
        tell(
            make_report(findings, package / "sources", {}, package.name), forms, quiet=quiet, to_stderr=False
        )
        failed |= fails(findings, fail_on.value)
        if not quiet and not findings.kept:
            say(f"{package} is valid.")
    return int(failed)
