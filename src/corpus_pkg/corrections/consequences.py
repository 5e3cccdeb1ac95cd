"""What follows from corrected cells: other columns of the row, other rows of the document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from corpus_pkg.accounting import account_lines
from corpus_pkg.corrections.runs import regroup_runs
from corpus_pkg.model import APPARATUS
from corpus_pkg.parse.mentions.edtf import bounds
from corpus_pkg.schema import TABLES, table_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus_pkg.corrections.apply import Rows

Row = dict[str, Any]

_SHIFTING = frozenset({"ordinal", "block_id", "corrected"})
"""Columns that change in rows that nobody corrected, when a run before them is parted in two."""


def draw_consequences(rows: Rows, before: Rows, decided: Mapping[tuple[str, str], Any]) -> None:
    """Make the rows of a document agree with the cells that were ``decided``, which stay as they are.

    ``before`` are the same rows as they were parsed; ``decided`` maps identifier and column to the new value.
    """
    columns = {column for _, column in decided}
    if columns & {"role", "heading_level"}:
        _follow_roles(rows["paragraphs"], before["paragraphs"], decided)
        document = rows["documents"][0]
        document |= account_lines(document["text"] or "", rows["paragraphs"])
    for row in rows["mentions"]:
        _follow_date(row, decided)
    if columns & {"language", "script", "variety", "translation_of"}:
        for row in rows["blocks"]:
            _follow_language(row, rows, decided)
        regroup_runs(rows)


def mark_corrected(rows: Rows, before: Rows) -> None:
    """Set ``corrected`` in every row that is not what was parsed, mere shifts in place apart."""
    for name in TABLES:
        key = table_schema(name).primary_key
        parsed = {row[key]: row for row in before[name]}
        for row in rows[name]:
            was = parsed.get(row[key])
            if was is None or any(row[c] != was[c] for c in row if c not in _SHIFTING or c == key):
                row["corrected"] = True


def _follow_roles(rows: list[Row], before: list[Row], decided: Mapping[tuple[str, str], Any]) -> None:
    for row in rows:
        key = row["paragraph_id"]
        if (key, "role") not in decided:
            continue
        row["is_content"] = row["role"] not in APPARATUS
        if (key, "heading_level") not in decided:
            row["heading_level"] = (row["heading_level"] or 1) if row["role"] == "heading" else None
    for row, was, now in zip(rows, _governing(before), _governing(rows), strict=True):
        if was != now and (row["paragraph_id"], "heading_id") not in decided:
            row["heading_id"] = now


def _governing(paragraphs: list[Row]) -> list[str | None]:
    """The heading over each paragraph: the last one before it, of a lower level number over a heading."""
    over: list[str | None] = []
    open_: list[Row] = []
    for row in paragraphs:
        if row["role"] == "heading":
            while open_ and open_[-1]["heading_level"] >= (row["heading_level"] or 1):
                open_.pop()
        apart = row["role"] in ("navigation", "boilerplate")
        over.append(open_[-1]["paragraph_id"] if open_ and not apart else None)
        if row["role"] == "heading":
            open_.append(row | {"heading_level": row["heading_level"] or 1})
    return over


def _follow_date(row: Row, decided: Mapping[tuple[str, str], Any]) -> None:
    key = row["mention_id"]
    if (key, "edtf") in decided:
        try:
            first, last = bounds(row["edtf"] or "")
        except (ValueError, OverflowError):
            return  # validation says that it is no EDTF
        row["date_start"] = first and date.fromisoformat(first)
        row["date_end"] = last and date.fromisoformat(last)
        if (key, "precision") not in decided:
            row["precision"] = _precision(row["edtf"], row["precision"])
    if (key, "anchor_id") in decided and (key, "year_basis") not in decided and row["anchor_id"]:
        row["year_basis"] = "context"
    if (
        (key, "year_basis") in decided
        and (key, "anchor_id") not in decided
        and row["year_basis"] != "context"
    ):
        row["anchor_id"] = None


def _precision(edtf: str, held: str) -> str:
    """The unit that a date names: what the row says already, unless the date is coarser or finer than that."""
    finest = max(edtf.replace("..", "").split("/"), key=len).rstrip("~?%")
    if "T" in finest:
        return held if held in ("second", "minute", "hour") else "minute"
    parts = finest.lstrip("-").split("-")
    if len(parts) == 3:
        return held if held in ("day", "week") else "day"
    if len(parts) == 2:
        unit = "month" if parts[1] <= "12" else "season" if parts[1] <= "32" else "quarter"
        return held if held == unit or (held == "decade" and "/" in edtf) else unit
    if finest.endswith("XX"):
        return "century"
    if finest.endswith("X"):
        return "decade"
    return held if held in ("decade", "century", "millennium") and "/" in edtf else "year"


def _follow_language(row: Row, rows: Rows, decided: Mapping[tuple[str, str], Any]) -> None:
    key = row["block_id"]
    if (key, "translation_of") in decided:
        row["translation_confidence"] = 1.0 if row["translation_of"] else 0.0
    changed = [column for column in ("language", "script") if (key, column) in decided]
    if not changed and (key, "variety") not in decided:
        return
    row |= {"confidence": 1.0, "basis": "configured"}
    row["is_primary"] = row["language"] == rows["documents"][0]["language"]
    if (key, "variety") not in decided and (row["variety"] or "").split("-")[0] != row["language"]:
        row["variety"] = None
    for paragraph in rows["paragraphs"] if row["kind"] == "run" else ():
        for column in changed:
            if paragraph["block_id"] == key and (paragraph["paragraph_id"], column) not in decided:
                paragraph[column] = row[column]
