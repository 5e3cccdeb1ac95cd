"""Changes as JSON (``schemas/reports/changes.schema.json``), written piece by piece: they may be long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from corpus_pkg.diff.values import FATES
from corpus_pkg.diff.words import diff_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus_pkg.diff.changes import Changes, Step
    from corpus_pkg.diff.sides import Side
    from corpus_pkg.diff.values import Cell, Difference, Fate, RowChange

_TEXTS = ("text", "context", "title")
"""Columns whose changes are told word by word."""


def render_json(changes: Changes) -> Iterator[str]:
    """Pieces of one JSON object; every row that is gone, new or changed is in it."""
    whole = changes.whole
    head = {
        "name": whole.new.name,
        "old": _side(whole.old),
        "new": _side(whole.new),
        "bump": whole.bump,
        "leastVersion": changes.least,
        "croissant": whole.croissant,
        "reasons": [reason._asdict() for reason in whole.reasons],
    }
    yield _dump(head).removesuffix("\n}") + ',\n  "steps": ['
    for number, step in enumerate(changes.steps):
        yield "," if number else ""
        yield from _render_step(step, changes)
    yield "]\n}\n"


def _render_step(step: Step, changes: Changes) -> Iterator[str]:
    difference = step.difference
    head = {
        "cause": step.cause,
        "schema": [change._asdict() for change in difference.schema],
        "metadata": [change._asdict() for change in difference.metadata],
        "renamed": [pair._asdict() for pair in difference.renamed],
        "seeds": [seed._asdict() for seed in difference.seeds],
    }
    yield _dump(head).removesuffix("\n}") + ',\n  "tables": {'
    for number, table in enumerate(difference.tables.values()):
        counts = {fate: table.met(fate) for fate in FATES} | {
            "moved": table.moved,
            "relinked": table.relinked,
        }
        told = {
            "rows": {"old": table.rows[0], "new": table.rows[1]},
            "counts": counts,
            "columns": dict(table.columns),
        }
        yield ("," if number else "") + f"\n{json.dumps(table.name)}: " + _dump(told).removesuffix("\n}")
        for fate in FATES:
            yield f",\n  {json.dumps(fate)}: ["
            yield from _render_rows(difference, table.name, fate, changes)
            yield "]"
        yield "\n}"
    yield "\n}\n}"


def _render_rows(difference: Difference, table: str, fate: Fate, changes: Changes) -> Iterable[str]:
    for number, row in enumerate(difference.rows(table, fate)):
        yield (
            ("," if number else "")
            + "\n    "
            + json.dumps(_row(row, changes), ensure_ascii=False, default=str)
        )


def _row(row: RowChange, changes: Changes) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": row.key,
        "newId": row.new_key,
        "document": row.document_id,
        "path": row.path,
        "line": row.line,
        "excerpt": row.excerpt or None,
        "reason": changes.why(row),
        "cells": [_cell(cell) for cell in row.cells],
    }
    return {key: value for key, value in told.items() if value not in (None, [])}


def _cell(cell: Cell) -> dict[str, Any]:
    told: dict[str, Any] = {"column": cell.column, "old": cell.old, "new": cell.new}
    if cell.column in _TEXTS and cell.old and cell.new:
        told["words"] = [[piece.mark, piece.text] for piece in diff_words(cell.old, cell.new)]
    return told


def _side(side: Side) -> dict[str, Any]:
    return {
        "version": side.version,
        "schemaVersion": side.schema_version,
        "builder": side.builder,
        "contentHashes": dict(side.content_hashes),
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
