"""A trace for people at a terminal, and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpus_pkg.report.excerpt import excerpt, visible
from corpus_pkg.report.values import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus_pkg.trace.values import SeedLine, Traced

_MOST_LINES = 12
"""Seed lines shown of one row; of a longer one the first and the last of them."""


def render_text(traces: Sequence[Traced]) -> str:
    """Each row with its seed lines, its span marked, and the reasons for what it says."""
    return well_formed("\n".join("".join(_pieces(traced)) for traced in traces))


def render_json(traces: Sequence[Traced]) -> str:
    """The same as one JSON object; columns of rows have the names that the tables give them."""
    told = {
        "format": "corpus-pkg-trace",
        "format_version": 1,
        "rows": [
            {
                "table": traced.table,
                "key": traced.key,
                "seed": traced.path,
                "lines": [line._asdict() for line in traced.lines],
                "reasons": [reason._asdict() for reason in traced.reasons],
                "links": [link._asdict() for link in traced.links],
                "corrections": [correction._asdict() for correction in traced.corrections],
                "row": traced.row,
            }
            for traced in traces
        ],
    }
    return well_formed(json.dumps(told, ensure_ascii=False, indent=2, default=str)) + "\n"


def _pieces(traced: Traced) -> Iterator[str]:
    corrected = ", corrected" if traced.row["corrected"] else ""
    yield f"{traced.key} ({traced.table[:-1]}{_kind(traced)}{corrected})\n"
    place = traced.path
    if traced.lines:
        first, last = traced.lines[0], traced.lines[-1]
        place += f":{first.number}:{first.column}"
        if last.number != first.number:
            place += f" to {last.number}:{last.end_column - 1}"
    yield f"  {visible(place)}\n"
    yield from _excerpt(traced.lines)
    width = max(
        [len(reason.what) for reason in traced.reasons] + [len(link.relation) for link in traced.links] + [0]
    )
    for reason in traced.reasons:
        rule = f" [{reason.rule}]" if reason.rule and reason.rule != reason.value else ""
        yield f"  {reason.what:{width}}  {visible(reason.value)}: {visible(reason.words)}{rule}\n"
    if traced.table == "paragraphs":
        yield f"  {'words':{width}}  {traced.row['legibility']:.0%} likely to be words of its language\n"
    for link in traced.links:
        line = f" (line {link.line})" if link.line else ""
        yield f"  {link.relation:{width}}  {link.key}{line}: {visible(link.text or '')}\n"
    for fix in traced.corrections:
        change = f"{fix.column} {fix.old or 'nothing'} → {fix.new or 'nothing'}"
        yield f"  {'corrected':{width}}  {visible(f'{change}: {fix.reason} ({fix.who})')}\n"
    if traced.row["corrected"] and not traced.corrections:
        yield f"  {'corrected':{width}}  it follows from the correction of another row\n"


def _kind(traced: Traced) -> str:
    return f", {traced.row['kind']}" if traced.table == "blocks" else ""


def _excerpt(lines: Sequence[SeedLine]) -> Iterator[str]:
    gutter = len(str(lines[-1].number)) if lines else 0
    left_out = len(lines) - _MOST_LINES
    for number, line in enumerate(lines):
        if left_out > 0 and _MOST_LINES - 2 <= number < len(lines) - 2:
            if number == _MOST_LINES - 2:
                yield f"  {'…':>{gutter}} | {left_out} more lines\n"
            continue
        if not line.text.strip():
            yield f"  {line.number:>{gutter}} |\n"
            continue
        shown = excerpt(well_formed(line.text), line.column, line.end_column)
        yield f"  {line.number:>{gutter}} | {shown.text}\n  {'':{gutter}} | {shown.marks}\n"
