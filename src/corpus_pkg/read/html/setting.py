"""Setting the text of a page in lines, and marking what its markup says of them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.model import Mark, Span, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corpus_pkg.model import MarkKind, MarkPlace
    from corpus_pkg.read.html.nodes import Holder, Node, Table

_WHITE = re.compile(r"[ \t\r\n\f]+")

_SEVERAL = 2


class _Piece(NamedTuple):
    """Text as it was met, and what holds for it."""

    text: str
    node: Node
    is_picture: bool


class Leaf:
    """The text that stands in one element, apart from what stands in blocks inside it."""

    def __init__(self, node: Node, apart: str) -> None:
        self.node = node
        self.apart = apart
        """How it stands to the leaf before: as a ``line``, a ``cell`` or a ``block``."""
        self.lines: list[str] = []
        self.pieces: list[_Piece] = []
        self.is_said = False
        self.blank_lines = False
        """Whether a line was ended that nothing stands in, under one in which something does."""
        self._line: list[str] = []

    def add(self, text: str, node: Node, *, is_picture: bool = False) -> None:
        """Add text to the line; where line ends count, lines."""
        if not text.isspace():
            self.is_said = True
            self.blank_lines = False
            self.pieces.append(_Piece(text, node, is_picture))
        if not node.set:
            self._line.append(_WHITE.sub(" ", text))
            return
        first, *rest = text.split("\n")
        self._line.append(first)
        for line in rest:
            self.end_line()
            self._line.append(line)

    def end_line(self) -> None:
        """End a line; one in which nothing stands is kept where line ends count."""
        line = "".join(self._line)
        said = bool(line) and not line.isspace()
        self._line = []
        if said:
            self.lines.append(line.rstrip() if self.node.set else _WHITE.sub(" ", line).strip())
        elif self.is_said:
            self.blank_lines = True
            if self.node.set and self.lines and self.lines[-1]:
                self.lines.append("")

    def set_text(self) -> list[str]:
        """Return its lines, the last one ended."""
        self.end_line()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return self.lines

    @property
    def kind(self) -> MarkKind | None:
        """What all of it is, where all of it is one thing; else what the element is that holds it."""
        if all(piece.is_picture for piece in self.pieces):
            return "picture"
        kinds = {piece.node.kind for piece in self.pieces}
        kind = kinds.pop() if len(kinds) == 1 else self.node.kind
        if kind == "row" and not (self.node.table and self.node.table.is_data and self.node.row >= 0):
            return None
        is_part = self.node.unit is not None and self.node.unit.is_part
        return "paragraph" if is_part and kind in {"item", "quotation"} else kind

    @property
    def level(self) -> int | None:
        """Of a heading."""
        if self.kind != "heading":
            return None
        return max((piece.node.level or 0 for piece in self.pieces), default=0) or None

    @property
    def place(self) -> MarkPlace | None:
        """Where all of it stands."""
        places = {piece.node.place for piece in self.pieces}
        return places.pop() if len(places) == 1 else self.node.place

    @property
    def linked(self) -> tuple[int, int]:
        """How many of its letters are links, and how many there are."""
        sizes = [(len(piece.text.strip()), piece.node.linked) for piece in self.pieces]
        return sum(size for size, linked in sizes if linked), sum(size for size, _ in sizes)

    @property
    def language(self) -> str | None:
        """The language that all of it is declared to be in."""
        languages = {piece.node.language for piece in self.pieces}
        return languages.pop() if len(languages) == 1 else self.node.language


def set_lines(leaves: Sequence[Leaf], titles: Sequence[str]) -> tuple[str, Structure]:
    """Return the text of a page with a mark for each of its elements that hold text."""
    _measure_tables(leaves)
    parts = _number_parts(leaves)
    lines: list[str] = []
    marks: list[Mark] = []
    at = 0
    for apart, group in _rows(leaves):
        said = (
            [" | ".join(_joined(cell) for cell in _cells(group))] if len(group) > 1 else group[0].set_text()
        )
        if lines and apart == "block":
            lines.append("")
            at += 1
        indent = len(said[0]) - len(said[0].lstrip())
        size = sum(map(len, said)) + len(said) - 1
        marks.append(_mark(group, Span(at + indent, at + size), parts))
        lines += said
        at += size + 1
    text = "\n".join(lines) + "\n" if lines else ""
    return text, Structure(tuple(marks), tuple(dict.fromkeys(titles)))


def _measure_tables(leaves: Sequence[Leaf]) -> None:
    """Count what stands in the cells of every table, and decide what each table is."""
    tables: dict[int, Table] = {}
    cells: dict[int, dict[tuple[int, int], tuple[int, int]]] = {}
    for leaf in leaves:
        node = leaf.node
        if node.table and node.row >= 0 and node.kind != "caption":
            tables[id(node.table)] = node.table
            held = cells.setdefault(id(node.table), {})
            place = (node.row, node.cell)
            if place not in held:
                node.table.rows[node.row] += 1
            size, blocks = held.get(place, (0, 0))
            held[place] = (size + sum(len(piece.text) for piece in leaf.pieces), blocks + 1)
    for key, table in tables.items():
        table.decide(list(cells[key].values()))


def _number_parts(leaves: Sequence[Leaf]) -> dict[int, int]:
    """Number the elements that hold several leaves, by the identity of what holds each; nothing holds it: 0."""
    for leaf in leaves:
        holder = leaf.node.holder
        while (
            holder is not None and holder.leaves < _SEVERAL
        ):  # what is around one that holds several does too
            holder.leaves += 1
            holder = holder.around
    numbers: dict[int, int] = {id(None): 0}
    found: dict[int, int] = {}
    for leaf in leaves:
        holder = _holder(leaf)
        found[id(leaf)] = numbers.setdefault(id(holder), len(numbers))
    return found


def _holder(leaf: Leaf) -> Holder | None:
    """What a leaf stands in: an element that holds nothing else is the leaf itself, unless its lines are set."""
    holder = leaf.node.holder
    return holder.around if holder is not None and holder.leaves == 1 and not leaf.node.set else holder


def _rows(leaves: Sequence[Leaf]) -> Iterator[tuple[str, list[Leaf]]]:
    """Yield the leaves of each row of a table of facts together, and every other leaf alone."""

    def row(numbered: tuple[int, Leaf]) -> tuple[int, int]:
        number, leaf = numbered
        table = leaf.node.table
        return (id(table), leaf.node.row) if table and table.is_data and leaf.node.row >= 0 else (-1, number)

    for _, numbered in groupby(enumerate(leaves), key=row):
        group = [leaf for _, leaf in numbered]
        yield _apart(group[0]), group


def _apart(leaf: Leaf) -> str:
    """A cell of a table for layout begins a block; a row of facts begins a line."""
    if leaf.apart != "cell":
        return leaf.apart
    return "line" if leaf.node.table and leaf.node.table.is_data else "block"


def _cells(group: Sequence[Leaf]) -> list[list[Leaf]]:
    return [list(cell) for _, cell in groupby(group, key=lambda leaf: leaf.node.cell)]


def _joined(cell: Sequence[Leaf]) -> str:
    return " ".join(" ".join(line.strip() for line in leaf.set_text() if line) for leaf in cell)


def _mark(group: Sequence[Leaf], span: Span, parts: Mapping[int, int]) -> Mark:
    first = group[0]
    linked, letters = (sum(counts) for counts in zip(*(leaf.linked for leaf in group), strict=True))
    languages = {leaf.language for leaf in group}
    return Mark(
        span,
        (first.kind or ("set" if first.node.set else None)) if len(group) == 1 else "row",
        first.level,
        first.place if len(group) == 1 else first.node.place,
        round(linked / max(1, letters), 2),
        languages.pop() if len(languages) == 1 else None,
        parts[id(first)],
    )
