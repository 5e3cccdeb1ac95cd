"""What a person is told of changes, in order, before it has a form: losses first, then samples of all else."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.diff.values import FATES
from corpus_pkg.diff.words import Piece, diff_words, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus_pkg.diff.changes import Changes, Step
    from corpus_pkg.diff.values import Fate, RowChange


class Heading(NamedTuple):
    """A heading; 1 is the highest."""

    level: int
    text: str


class Line(NamedTuple):
    """A sentence."""

    text: str


class Grid(NamedTuple):
    """A table: names in the first column, numbers in the others."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Item(NamedTuple):
    """A row of a table of the corpus: its identifiers, its place, and what there is to say of it."""

    keys: tuple[str, ...]
    place: str
    pieces: tuple[Piece, ...]


Part = Heading | Line | Grid | Item

WORDS: dict[Fate, str] = {
    "removed": "gone",
    "edited": "edited (the identifier follows from the words, so it is another)",
    "reidentified": "the same under another identifier",
    "changed": "changed",
    "added": "added",
}

_STEPS = {
    "all": "What changed",
    "parser": "What the parser and the configuration changed: the old seeds, built anew",
    "seeds": "What the seeds changed",
}


def outline(changes: Changes, limit: int) -> Iterator[Part]:
    """Everything to tell, at most ``limit`` rows of each kind; how many there are is always told in full."""
    whole = changes.whole
    yield Heading(1, f"{whole.new.name}: {whole.old.version} → {whole.new.version or 'as the seeds are now'}")
    if whole.is_empty:
        yield Line("Nothing changed but, at most, how it is serialised.")
        return
    yield Line(
        f"A {whole.bump} change: the version must be at least {changes.least}. In Croissant's terms:"
        f" {whole.croissant}."
    )
    reasons = tuple((reason.bump, reason.change, str(reason.rows)) for reason in whole.reasons)
    yield Grid(("asks for", "because of", "number"), reasons)
    for step in changes.steps:
        yield from _outline_step(step, changes, limit)


def _outline_step(step: Step, changes: Changes, limit: int) -> Iterator[Part]:
    difference = step.difference
    yield Heading(2, _STEPS[step.cause])
    if difference.is_empty and not any(table.moved for table in difference.tables.values()):
        yield Line("Nothing.")
        return
    counts = tuple(
        (
            table.name,
            *(str(table.met(fate) or "") for fate in FATES),
            str(table.moved or ""),
            str(table.relinked or ""),
            f"{table.rows[0]} → {table.rows[1]}",
        )
        for table in difference.tables.values()
    )
    yield Grid(
        ("table", "gone", "edited", "re-identified", "changed", "added", "moved", "relinked", "rows"), counts
    )
    if difference.schema:
        yield Heading(3, "Schema")
        for change in difference.schema:
            place = change.table + (f".{change.field}" if change.field else "")
            yield Item((place,), change.bump, _turn(change.change, change.old, change.new))
    if difference.metadata:
        yield Heading(3, "Description")
        for said in difference.metadata:
            yield Item((said.property,), "", _turn("", said.old, said.new))
    if difference.seeds:
        yield Heading(3, "Seeds")
        yield Grid(("seed", "it is", *difference.tables), tuple(_count_seeds(step, limit)))
        if len(difference.seeds) > limit:
            yield Line(f"… and {len(difference.seeds) - limit} more seeds.")
    for fate in FATES:
        for table in difference.tables.values():
            if table.met(fate):
                yield Heading(3, f"{table.name} {WORDS[fate]}: {table.met(fate)}")
                if table.columns and fate == "changed":
                    told = ", ".join(f"{column} {count}" for column, count in table.columns.items())
                    yield Line(f"By column: {told}.")
                for row in islice(difference.rows(table.name, fate), limit):
                    yield _item(row, changes)
                if table.met(fate) > limit:
                    yield Line(f"… and {table.met(fate) - limit} more, all of them in the JSON form.")


def _count_seeds(step: Step, limit: int) -> Iterator[tuple[str, ...]]:
    signs: dict[Fate, str] = {
        "removed": "−",
        "edited": "±",
        "reidentified": "=",
        "changed": "~",
        "added": "+",
    }
    for seed in step.difference.seeds[:limit]:
        cells = (
            " ".join(f"{signs[fate]}{count}" for fate, count in seed.counts.get(table, {}).items())
            for table in step.difference.tables
        )
        fate = "the same, parsed otherwise" if seed.fate == "parser" else seed.fate
        yield (seed.path, fate, *cells)


def _item(row: RowChange, changes: Changes) -> Item:
    place = f"{row.path or row.document_id}{f':{row.line}' if row.line else ''}"
    keys = (row.key, row.new_key) if row.new_key else (row.key,)
    pieces: list[Piece] = []
    for cell in row.cells:
        pieces.append(Piece("=", f" {cell.column}: " if pieces else f"{cell.column}: "))
        pieces += _turn("", cell.old, cell.new)
    if not row.cells or row.fate in {"removed", "added"}:
        pieces = [Piece("=", row.excerpt)]
    if reason := changes.why(row):
        pieces.append(Piece("=", f" ({reason})"))
    return Item(keys, place, tuple(pieces))


def _turn(words: str, old: object, new: object) -> tuple[Piece, ...]:
    """From one value to another, long texts word by word."""
    said = [Piece("=", f"{words} " if words else "")]
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > 20:
        said += excerpt(diff_words(old, new))
    else:
        said += [Piece("-", "" if old is None else str(old)), Piece("+", "" if new is None else str(new))]
    return tuple(piece for piece in said if piece.text)
