"""Reading a page: its elements one after the other, as the parser meets them."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.read.html.elements import elements
from corpus_pkg.read.html.nodes import Node, enter, is_hidden
from corpus_pkg.read.html.setting import Leaf, set_lines

if TYPE_CHECKING:
    from corpus_pkg.model import Structure

MARKUP = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of which the text must be extracted first."""

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=$|[T\s])")
_DEEPEST = 400
"""Elements in one another that are told apart; browsers stop at some 500."""
_NEARNESS = ("line", "cell", "block")
_CELLS = frozenset({"td", "th", "caption", "table"})
_ROWS = frozenset({"tr", "thead", "tbody", "tfoot"})


class Page(NamedTuple):
    """A page as it reads."""

    text: str
    stated: dict[str, str]
    """Columns of ``documents`` that the head of the page states."""
    structure: Structure
    """What the markup says of the text."""


def read_page(html: str) -> Page:
    """Return the text of a page: blocks a blank line apart, items and rows a line each, cells ``|`` apart."""
    reader = _Reader()
    # the parser looks for the end of each unfinished tag in all that follows: after the last one nothing is a tag
    end = html.rfind(">") + 1
    reader.feed(html[:end] + html[end:].replace("<", "&lt;"))
    reader.close()
    reader.end_leaf("block")
    text, structure = set_lines(reader.leaves, reader.titles)
    return Page(text, reader.stated, structure)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._elements = elements()
        self.leaves: list[Leaf] = []
        self.stated: dict[str, str] = {}
        self.titles: list[str] = []
        """What the head calls the page."""
        self._open: list[tuple[str, Node, Node]] = []
        """The elements that are open: their names, what holds in them, and what holds for a block in them."""
        self._names: Counter[str] = Counter()
        """How many elements of each name are open."""
        self._node = self._block = Node()
        self._leaf = Leaf(self._block, "block")
        self._unseen: list[str] = []
        self._title: list[str] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "meta":
            self._note(given)
        elif tag == "title" and not self.titles and self._unseen in (["head"], []):
            self._title = []
        elif tag == "body":
            self._unseen = []  # whatever the head has left open
        if self._unseen:
            if tag in self._elements.unseen or tag == self._unseen[-1]:
                self._unseen.append(tag)
        elif tag in self._elements.unseen:
            self._unseen.append(tag)
        elif tag in self._elements.void:
            self._enter_void(tag, given)
        else:
            self._enter(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._title is not None:
            if title := " ".join("".join(self._title).split()):
                self.stated.setdefault("title", title)
                self.titles.append(title)
            self._title = None
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
        elif tag not in self._elements.void:
            self._leave(tag, frozenset({"table"}) if tag in _ROWS or tag in _CELLS else _CELLS)

    def handle_data(self, data: str) -> None:
        if self._title is not None:
            self._title.append(data)
        elif not self._unseen and not self._node.hidden:
            self._leaf.add(data, self._node)

    def end_leaf(self, apart: str) -> None:
        """End the text of an element; what follows begins a ``line``, a ``cell`` or a ``block``."""
        if self._leaf.is_said:
            self.leaves.append(self._leaf)
        elif _NEARNESS.index(self._leaf.apart) > _NEARNESS.index(apart):
            apart = self._leaf.apart
        self._leaf = Leaf(self._block, apart)

    def _enter(self, tag: str, given: dict[str, str | None]) -> None:
        for name, kept_in in self._elements.ended.get(tag, ()):
            self._leave(name, kept_in, among=_DEEPEST if name != "a" else 8)
        node = enter(self._node, tag, given) if len(self._open) < _DEEPEST else self._node
        stands = tag in self._elements.blocks
        if stands or tag in self._elements.lines or tag in _CELLS:
            self._block = node
            if tag == "tr" and node.table:
                node.table.rows.append(0)
                node.row, node.cell = len(node.table.rows) - 1, -1
            elif tag in {"td", "th"} and node.table:
                self._enter_cell(tag, node)
            self.end_leaf("block" if stands else "cell" if tag in _CELLS else "line")
        if len(self._open) < _DEEPEST:
            self._open.append((tag, node, self._block))
            self._names[tag] += 1
        self._node = node

    def _enter_cell(self, tag: str, node: Node) -> None:
        table = node.table
        assert table is not None  # noqa: S101 - asked by the caller
        around = self._open[-1][1] if self._open else node
        if node.row < 0:
            table.rows.append(0)
            node.row = len(table.rows) - 1
        around.cell += 1
        node.cell = around.cell
        table.headed = table.headed or tag == "th"

    def _enter_void(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "br":
            self._leaf.end_line()
            if self._leaf.blank_lines and not self._node.set:
                self.end_leaf("block")
        elif tag == "hr":
            self._leave("p", frozenset(_CELLS))
            self.end_leaf("block")
        elif tag == "img" and not self._node.hidden and not is_hidden(given):
            self._leaf.add(f" {given.get('alt') or ''} ", self._node, is_picture=True)

    def _leave(self, tag: str, kept_in: frozenset[str], among: int = _DEEPEST) -> None:
        """End the innermost open element of a name with all that is open in it, unless one that keeps it is there."""
        if not self._names[tag]:
            return
        for back in range(1, min(len(self._open), among) + 1):
            name = self._open[-back][0]
            if name == tag:
                break
            if name in kept_in:
                return
        else:
            return
        ended = self._open[-back:]
        del self._open[-back:]
        self._node, self._block = self._open[-1][1:] if self._open else (Node(), Node())
        names = {name for name, _, _ in ended}
        self._names.subtract(name for name, _, _ in ended)
        if not names.isdisjoint(self._elements.blocks):
            self.end_leaf("block")
        elif not names.isdisjoint(_CELLS):
            self.end_leaf("cell")
        elif not names.isdisjoint(self._elements.lines):
            self.end_leaf("line")

    def _note(self, given: dict[str, str | None]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        value = " ".join((given.get("content") or "").split())
        column = self._elements.meta.get(name)
        if not column or not value:
            return
        if column == "title":
            self.titles.append(value)
        if column == "date_published":
            day = _DAY.match(value)
            value = day[0] if day else ""
        if value:
            self.stated.setdefault(column, value)
