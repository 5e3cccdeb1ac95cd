"""``corpus-pkg build``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus_pkg.cli import options
from corpus_pkg.cli.terminal import plural, progress_bar, say
from corpus_pkg.errors import UsageError

if TYPE_CHECKING:
    from corpus_pkg.build import Built


def build(
    seeds: options.Seeds = "seeds",
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder that packages are put in.")
    ] = Path("dist"),
    formats: Annotated[str, typer.Option("--format", help="The formats of the tables.")] = "csv,parquet",
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes to parse with; default: the cores it may use.")
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Parse on the Dask cluster of this scheduler (tcp://host:8786)."
        ),
    ] = None,
    use_cache: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help="Whether to keep what is parsed, so that seeds that do not change are not parsed again.",
        ),
    ] = True,
    staging: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Where workers put what they have parsed: a folder that they share, or s3://BUCKET/PATH; default:"
            " OUTPUT/.corpus-pkg-cache.",
            show_default=False,
        ),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(
            metavar="I/N",
            help="Parse the I-th of N parts and package nothing: for the jobs of a batch system, one each.",
        ),
    ] = None,
    finalize: Annotated[
        bool, typer.Option("--finalize", help="Package what the jobs of --shard have parsed.")
    ] = False,
    bump: Annotated[
        bool, typer.Option("--bump", help="Raise the version in corpus.toml to what the changes ask for.")
    ] = False,
    as_zip: Annotated[
        bool, typer.Option("--zip", help="Put the package beside its folder as one zip file, too.")
    ] = False,
    fail_on: options.Fail = options.FailOn.error,
    report: options.Reports = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    version: options.Version = False,
) -> int:
    """Parse the seeds, validate what was found, and package it in OUTPUT/NAME-VERSION."""
    del version
    chosen = _parse_formats(formats)
    part = _parse_part(shard)
    _refuse_together({"--shard": shard, "--finalize": finalize, "--no-cache": not use_cache})
    _refuse_together({"--staging": staging, "--no-cache": not use_cache})
    _refuse_together({"--workers": workers, "--dask": dask})
    _refuse_together({"--shard": shard, "--dask": dask})
    from corpus_pkg.build import build as build_package
    from corpus_pkg.build import build_part, fails
    from corpus_pkg.cli.reporting import make_report, tell, wanted_forms
    from corpus_pkg.places import to_folder, to_place

    forms = wanted_forms(report)
    output = to_folder("--output", output)
    folder = to_place(seeds)
    area = to_place(staging) if staging else None
    with progress_bar(quiet=quiet, verbose=verbose) as progress:
        if part:
            findings = build_part(folder, output, part, workers=workers, staging_area=area, progress=progress)
            tell(make_report(findings, folder, {}), forms, quiet=quiet, to_stderr=True)
            return int(fails(findings, fail_on.value))
        built = build_package(
            folder,
            output,
            formats=chosen,
            workers=workers,
            dask=dask,
            cache=use_cache,
            staging_area=area,
            finalize=finalize,
            bump=bump,
            fail_on=fail_on.value,
            progress=progress,
        )
    told = make_report(built.findings, folder, built.rows, built.corpus.config.name)
    tell(told, forms, quiet=quiet, to_stderr=True)
    if built.package is None:
        say("Nothing was packaged: mend the findings above, or waive them in corpus.toml.")
        return 1
    if not quiet:
        _summarise(built)
    typer.echo(built.package)
    if as_zip:
        from corpus_pkg.package.archive import zip_package

        typer.echo(zip_package(built.package))
    return 0


def _parse_part(named: str | None) -> tuple[int, int] | None:
    if named is None:
        return None
    number, _, of = named.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise UsageError(f"--shard takes I/N with I from 1 to N, such as 3/8, not {named}")
    return int(number), int(of)


def _refuse_together(given: dict[str, object]) -> None:
    named = [option for option, value in given.items() if value]
    if len(named) > 1:
        raise UsageError(f"{' and '.join(named)} do not go together")


def _parse_formats(named: str) -> tuple[str, ...]:
    known = ("csv", "parquet")
    wanted = {form.strip() for form in named.split(",")}
    if unknown := sorted(wanted.difference(known)):
        raise UsageError(
            f"--format takes csv, parquet or both with a comma between, not {', '.join(unknown)}"
        )
    return tuple(form for form in known if form in wanted)


def _summarise(built: Built) -> None:
    config = built.corpus.config
    say(f"{config.name} {config.version} from {plural(len(built.corpus.seeds), 'seed')}")
    for table, rows in built.rows.items():
        say(f"  {table:10} {rows:>8}")
    say("It is there and validated." if built.is_new else "It was there already: nothing has changed.")
    say()
    say(f"Look at it:  duckdb -c \"from '{built.package}/data/mentions/mentions.parquet' limit 5\"")
    say(f"Check it:    corpus-pkg validate {built.package}")
    say()
