"""The gates: findings about what changed since the last published version, each with a code and a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from corpus_pkg.config import CONFIG_NAME
from corpus_pkg.findings import CHANGE, Finding, Related, finding
from corpus_pkg.globs import glob_matches
from corpus_pkg.report import fingerprints
from corpus_pkg.versions import Version, least_version
from corpus_pkg.waivers import Waived

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus_pkg.config import CorpusConfig, Gate, Removed
    from corpus_pkg.diff import Difference, Fate, RowChange, Rows
    from corpus_pkg.findings import Severity

LOSING: tuple[Fate, ...] = ("removed", "edited", "reidentified")
"""The fates that take an identifier away."""

_HARDLY = 0.1
"""A seed hardly changed where its written lines are at most this share fewer or more."""

_UNREAD = frozenset({"seed-undecodable", "seed-binary", "seed-format-unsupported"})
_EMPTY = frozenset({"seed-empty", "seed-blank"})


def find_changes(difference: Difference, config: CorpusConfig) -> Iterator[Finding]:
    """Everything that a comparison says against publishing."""
    yield from find_lost_seeds(difference, config.removed)
    yield from find_lost_identifiers(difference, config.removed)
    yield from find_shrunken_coverage(difference)
    yield from find_low_version(difference, config.version)
    yield from find_unreproduced(difference)


def find_lost_seeds(difference: Difference, removed: Sequence[Removed]) -> Iterator[Finding]:
    """Seeds that are gone, apart from those that merely have another name and those with a reason."""
    for seed in difference.seeds:
        if seed.fate == "removed" and not _reasons(removed, seed.document_id, seed.document_id):
            rows = sum(sum(counts.values()) for counts in seed.counts.values())
            message = f"{seed.path} of version {difference.old.version} is gone, and its {rows} rows with it"
            yield finding("seed-removed", message, path=seed.path, document_id=seed.document_id)


def find_lost_identifiers(difference: Difference, removed: Sequence[Removed]) -> Iterator[Finding]:
    """Identifiers that are gone without a reason, and reasons for what is not gone.

    A reason for a document is one for all its rows. Rows of a document that is gone are not told one by one.
    """
    gone = {seed.document_id for seed in difference.seeds if seed.fate == "removed"}
    used: set[int] = set()
    for table in difference.tables:
        for fate in LOSING:
            for row in difference.rows(table, fate):
                reasons = _reasons(removed, row.key, row.document_id)
                used.update(reasons)
                if not reasons and (table == "documents" or row.document_id not in gone):
                    yield _lost(difference, table, row)
    for number, reason in enumerate(removed):
        if number not in used:
            message = (
                f"{reason.identifier} is not among what version {difference.old.version} has and this has not"
            )
            yield finding(
                "removal-stale", message, path=CONFIG_NAME, line=reason.declared, value=reason.identifier
            )


def _reasons(removed: Sequence[Removed], key: str, document_id: str) -> list[int]:
    return [
        number
        for number, reason in enumerate(removed)
        if reason.identifier in (key, document_id) or glob_matches(reason.identifier, key)
    ]


def _lost(difference: Difference, table: str, row: RowChange) -> Finding:
    heir = f"; {row.new_key} took its place" if row.new_key else ""
    message = f"{table[:-1]} {row.key} of version {difference.old.version} is gone{heir}"
    return finding(
        "identifier-removed",
        message,
        path=row.path,
        line=row.line if row.new_key else None,  # the line of a row that is gone is one of the old seed
        document_id=row.document_id,
        table=table,
        key=row.key,
        value=row.excerpt or None,
    )


def find_shrunken_coverage(difference: Difference) -> Iterator[Finding]:
    """Seeds that hardly changed and give fewer lines of content than they did."""
    columns = ("document_id", "source_path", "source_sha256", "lines", "lines_blank", "lines_content")
    frames = []
    for side in (difference.old, difference.new):
        files = side.tables["documents"]
        if not set(columns) <= set(files.columns):
            return
        frames.append(_read(files, columns))
    joined = frames[1].join(frames[0], on="document_id", suffix="_old", maintain_order="left")
    written, before = pl.col("lines") - pl.col("lines_blank"), pl.col("lines_old") - pl.col("lines_blank_old")
    lost = pl.col("lines_content_old") - pl.col("lines_content")
    hardly = (written - before).abs() <= _HARDLY * before
    shrunken = joined.filter(hardly & (lost > 0) & (lost > before - written))
    for row in shrunken.iter_rows(named=True):
        same = row["source_sha256"] == row["source_sha256_old"]
        message = (
            f"{row['lines_content']} lines are content, {row['lines_content_old']} were in version"
            f" {difference.old.version}; the seed is {'the same' if same else 'hardly another'}"
        )
        yield finding(
            "coverage-shrank",
            message,
            path=row["source_path"],
            document_id=row["document_id"],
            table="documents",
            key=row["document_id"],
            field="lines_content",
        )


def _read(files: Rows, columns: Sequence[str]) -> pl.DataFrame:
    types = {name: pl.String if name.startswith(("document", "source")) else pl.Int64 for name in columns}
    batches = (pl.DataFrame(batch) for batch in files.batches(columns))
    return pl.concat([pl.DataFrame(schema=types), *batches])


def find_low_version(difference: Difference, version: str) -> Iterator[Finding]:
    """A version that is lower than the change asks for, or that is taken already."""
    old, bump = difference.old.version, difference.bump
    if bump == "none":
        if Version.parse(version).precedence < Version.parse(old).precedence:
            message = f"{version} is lower than {old}, which is published"
            yield finding("version-too-low", message, path=CONFIG_NAME, value=version)
        return
    least = least_version(old, bump)
    reasons = [reason for reason in difference.reasons if reason.bump == bump]
    why = "; ".join(f"{reason.change} ({reason.rows})" for reason in reasons[:3])
    if version == old:
        message = f"{version} is published with other contents; the change asks for {least} ({bump}: {why})"
        yield finding("version-exists", message, path=CONFIG_NAME, value=version)
    elif Version.parse(version).precedence < Version.parse(least).precedence:
        message = f"{version} is lower than {least}, which the change since {old} asks for ({bump}: {why})"
        yield finding("version-too-low", message, path=CONFIG_NAME, value=version)


def find_unreadable_seeds(findings: Iterable[Finding], published: frozenset[str]) -> Iterator[Finding]:
    """Seeds that could be read when they were last ``published``: their paths."""
    for found in findings:
        if found.path in published and found.code in _UNREAD | _EMPTY:
            code = "seed-emptied" if found.code in _EMPTY else "seed-no-longer-decodes"
            message = f"the last published version has its text; now {found.message}"
            yield finding(code, message, path=found.path, line=found.line, document_id=found.document_id)


def find_new_errors(findings: Iterable[Finding], known: frozenset[str], version: str) -> Iterator[Finding]:
    """Kinds of errors that the published seeds do not have, parsed as these are; ``known`` are fingerprints."""
    new: dict[str, list[Finding]] = {}
    ordered = sorted(findings)
    for found, fingerprint in zip(ordered, fingerprints(ordered), strict=True):
        if found.severity == "error" and found.level < CHANGE and fingerprint not in known:
            new.setdefault(found.code, []).append(found)
    for code, held in new.items():
        first = held[0]
        count = f"{len(held)} error{'s' if len(held) > 1 else ''} of {code}"
        yield finding(
            "new-error",
            f"{count} that version {version} does not have",
            value=code,
            related=(
                Related("the first of them", first.path, first.line, first.column, first.table, first.key),
            ),
        )


def find_unreproduced(difference: Difference) -> Iterator[Finding]:
    """Seeds that are as they were published, and give other rows, though builder and configuration are the same."""
    old, new = difference.old, difference.new
    if (old.builder, old.configuration) != (new.builder, new.configuration):
        return
    for seed in difference.seeds:
        if seed.fate == "parser":
            rows = ", ".join(f"{sum(counts.values())} of {table}" for table, counts in seed.counts.items())
            message = f"{seed.path} gives other rows than {old.name} {old.version} has: {rows}"
            yield finding("package-not-reproduced", message, path=seed.path, document_id=seed.document_id)


def switch(findings: Waived, gates: Iterable[Gate], allow: Iterable[str]) -> Waived:
    """Findings as grave as the corpus takes them; those of gates that are left open are left out."""
    severities: dict[str, Severity | None] = {gate.code: gate.severity for gate in gates}
    severities |= dict.fromkeys(allow)

    def switched(held: Iterable[Finding]) -> tuple[Finding, ...]:
        graded = ((found, severities.get(found.code, found.severity)) for found in held)
        return tuple(found._replace(severity=severity) for found, severity in graded if severity is not None)

    return Waived(switched(findings.kept), findings.waived, switched(findings.stale))
