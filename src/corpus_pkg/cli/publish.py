"""``corpus-pkg publish``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import progress_bar, say


def publish(
    package: Annotated[Path, typer.Argument(help="The folder of a package.", show_default=False)],
    target: Annotated[
        str, typer.Argument(help="A folder, s3://BUCKET/PATH, or any fsspec address.", show_default=False)
    ],
    *,
    clean: Annotated[
        bool, typer.Option("--clean", help="Delete first what another upload, given up, has left there.")
    ] = False,
    report: options.Reports = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Validate a package and put it at TARGET/NAME/VERSION; a version that is there is never changed.

    Credentials come from where the libraries of the target look for them: for S3 the environment
    (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_PROFILE, AWS_ENDPOINT_URL …) or a profile.
    """
    del version
    from corpus_pkg.cli.reporting import make_report, tell, wanted_forms
    from corpus_pkg.publish import publish as publish_package
    from corpus_pkg.waivers import Waived

    forms = wanted_forms(report)
    with progress_bar(quiet=quiet, verbose=verbose) as progress:
        published = publish_package(package, target, clean=clean, progress=progress)
    findings = Waived(tuple(sorted(published.findings)), (), ())
    tell(make_report(findings, package / "sources", {}, package.name), forms, quiet=quiet, to_stderr=True)
    if not published.address:
        say("Nothing was published: the package is not valid.")
        return 1
    if not quiet:
        say(
            "Published, read back and verified."
            if published.is_new
            else "It was there already, the very same."
        )
    typer.echo(published.address)
    return 0
