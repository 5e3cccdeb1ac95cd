"""What a change asks of the version: the table of docs/package.md, and the class that Croissant gives to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from corpus_pkg.diff.values import Reason
from corpus_pkg.versions import BUMPS, gravest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus_pkg.diff.values import Fate, MetadataChange, SchemaChange, TableDifference
    from corpus_pkg.versions import Bump

LOST: dict[Fate, str] = {
    "removed": "gone",
    "edited": "with a new identifier, for they were edited",
    "reidentified": "with a new identifier, for their document has another",
}
"""The fates that take an identifier away, in words."""


def find_reasons(
    schema: Iterable[SchemaChange],
    metadata: Iterable[MetadataChange],
    tables: Mapping[str, TableDifference],
    changed_seeds: pl.Series,
    *,
    renamed_package: bool,
) -> tuple[Reason, ...]:
    """Everything that asks for a higher version, gravest first."""
    reasons = [Reason(change.bump, _describe(change), 1) for change in schema]
    if renamed_package:
        reasons.append(Reason("major", "the package has another name", 1))
    for table in tables.values():
        reasons += _find_row_reasons(table, changed_seeds)
    reasons += [Reason("patch", f"{change.property} says something else", 1) for change in metadata]
    return tuple(sorted(reasons, key=lambda reason: -BUMPS.index(reason.bump)))


def _find_row_reasons(table: TableDifference, changed_seeds: pl.Series) -> Iterator[Reason]:
    for fate, words in LOST.items():
        if count := table.met(fate):
            yield Reason("major", f"{table.name} {words}", count)
    if count := table.met("added"):
        yield Reason("minor", f"{table.name} added", count)
    by_seed = table.pairs["changed"].filter(pl.col("document").is_in(changed_seeds.implode())).height
    if by_seed:
        yield Reason("minor", f"{table.name} changed with their seed", by_seed)
    if count := table.met("changed") - by_seed:
        yield Reason("patch", f"{table.name} corrected under the same seed", count)
    if count := table.unprompted:
        yield Reason("patch", f"{table.name} placed or linked otherwise under the same seed", count)


def _describe(change: SchemaChange) -> str:
    place = "the package" if change.table == "*" else change.table
    return f"{place}{f'.{change.field}' if change.field else ''}: {change.change}"


def croissant_class(
    schema: Iterable[SchemaChange], tables: Mapping[str, TableDifference], bump: Bump
) -> Bump:
    """The class of a change in Croissant's terms, which look at the data alone (specification 1.0, versions).

    Major: what was there is not there as it was. Minor: all of it is, and there is more. Patch: the same data,
    serialised or described otherwise.
    """
    if bump == "none":
        return "none"
    harmful = ("removed", "renamed", "type changed", "format changed", "re-ordered")
    changes = [change.change for change in schema]
    if any(change.endswith(harmful) for change in changes) or any(_harms(table) for table in tables.values()):
        return "major"
    more = any(change.endswith(" added") for change in changes) or any(
        table.met("added") for table in tables.values()
    )
    return gravest(["minor" if more else "patch"])


def _harms(table: TableDifference) -> bool:
    lost = table.met("changed") or any(table.met(fate) for fate in LOST)
    return bool(lost or table.moved or table.relinked)
