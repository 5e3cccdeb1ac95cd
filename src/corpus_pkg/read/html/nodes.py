"""Elements as what they mean for the text in them: handed down from each to those in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from corpus_pkg.read.html.elements import Hint, elements, hint_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus_pkg.model import MarkKind, MarkPlace

_KEPT: frozenset[MarkPlace | None] = frozenset(
    {"comments", "notice", "related", "advert", "share", "contents"}
)
"""Places that hold for all in them: a comment is an article to HTML, and teasers are too."""
_WEAK: frozenset[MarkKind | None] = frozenset({None, "paragraph"})
_HOLDERS = frozenset({"div", "section", "article", "main", "td", "center", "fieldset", "dd", "pre"})
"""Elements that parts of a page are made of."""
_TELLING: frozenset[str] = frozenset(
    {"role", "class", "id", "itemprop", "epub:type", "lang", "hidden", "style"}
)
_MEANING = _TELLING - {"class", "id", "itemprop"}
_INLINE: frozenset[MarkKind | None] = frozenset({"date", "control"})
"""What a heading may be made of and stay one."""
_LEVELS = frozenset({"1", "2", "3", "4", "5", "6"})
_SHELL = frozenset({"html", "body"})
_FRAMES: frozenset[MarkPlace | None] = frozenset({None, "main", "form", "header"})
"""Where an element that calls itself the content may stand to be believed."""


@dataclass(slots=True, eq=False)
class Table:
    """What a table shows in: figures and facts, or the parts of a page."""

    layout: bool = False
    """Certainly one for layout: it says so, or holds what no row of facts holds."""
    headed: bool = False
    """It has a caption or heads of rows or columns."""
    rows: list[int] = field(default_factory=list)
    """Cells that hold text, by row."""
    is_data: bool = False
    """It is a table of facts; known once all of it has been read."""

    def decide(self, cells: Sequence[tuple[int, int]]) -> None:
        """Say whether it is a table of facts: several cells in a row, and none that holds a text.

        ``cells`` are those that hold text: how many characters each, in how many blocks and lines.
        """
        several = sum(count >= 2 for count in self.rows)
        told = several > 0 if self.headed else several >= 2 and several * 2 >= len(self.rows)
        longest, blocks = max(cells)
        most = longest * 2 > sum(size for size, _ in cells) and (blocks > 1 or longest > _LONGEST)
        fits = longest <= (_LONGEST_HEADED if self.headed else _LONGEST)
        self.is_data = told and fits and not (self.layout or (most and len(cells) > 2))


_LONGEST, _LONGEST_HEADED = 200, 600
"""Characters in a cell beyond which a table sets text and states no facts."""


@dataclass(slots=True, eq=False)
class Unit:
    """One point of a list, or a quotation: where it has a heading of its own, it is neither but a part of the page."""

    is_part: bool = False


@dataclass(slots=True, eq=False)
class Holder:
    """An element that parts of a page are made of; blocks that one holds belong together."""

    around: Holder | None = None
    leaves: int = 0
    """How many blocks and lines stand in it, as far as it matters: none, one or several."""


@dataclass(slots=True, eq=False)
class Node:
    """What all the text in an element is, so far as it and the elements around it say."""

    kind: MarkKind | None = None
    level: int | None = None
    place: MarkPlace | None = None
    language: str | None = None
    linked: bool = False
    anchor: str | None = None
    """The identifier of the innermost block that has one: a link to it leads nowhere."""
    hidden: bool = False
    set: bool = False
    """Line ends count."""
    unit: Unit | None = None
    holder: Holder | None = None
    """The innermost element that parts of a page are made of."""
    table: Table | None = None
    row: int = -1
    cell: int = -1

    def copy(self) -> Node:
        """Return another one that says the same; by hand, since every element of a page asks for it."""
        return Node(
            self.kind,
            self.level,
            self.place,
            self.language,
            self.linked,
            self.anchor,
            self.hidden,
            self.set,
            self.unit,
            self.holder,
            self.table,
            self.row,
            self.cell,
        )


def enter(parent: Node, tag: str, given: Mapping[str, str | None]) -> Node:
    """Return the node of an element in ``parent``, which is ``parent`` itself where the element says nothing."""
    table = elements()
    inline = tag not in table.blocks and tag not in table.lines
    kind = table.kinds.get(tag)
    if kind is None and tag not in _says_something() and _TELLING.isdisjoint(given):
        return parent
    told = _hint(given)
    if inline and kind is None and tag not in _OWN and told == _NONE and _MEANING.isdisjoint(given):
        return parent
    node = parent.copy()
    role = (given.get("role") or given.get("epub:type") or "").split()[:1]
    name = role[0].lower().removeprefix("doc-") if role else ""
    if tag not in _SHELL:
        if inline:
            node.place = node.place if node.place in _KEPT else told.place or node.place
        else:
            node.place = _place(
                node, tag, table.role_places.get(name), told.place, is_content=told.is_content
            )
        _put_kind(node, tag, table.role_kinds.get(name) or _surer(kind, told.kind), given)
    if tag == "a" and (target := given.get("href")):
        node.linked = target not in {f"#{given.get('id')}", f"#{node.anchor}"}
    elif not inline:
        node.anchor = given.get("id") or node.anchor
    node.hidden = node.hidden or is_hidden(given)
    node.language = _language(given.get("lang") or given.get("xml:lang")) or node.language
    node.set = node.set or tag == "pre"
    if tag in _HOLDERS:
        node.holder = Holder(node.holder)
    return node


def _surer(kind: MarkKind | None, hint: MarkKind | None) -> MarkKind | None:
    return hint or kind if kind in _WEAK else kind


_OWN = frozenset({"a", "pre", "table", "tr", "td", "th"})
"""Elements without a kind or a place that say something by themselves."""


def _hint(given: Mapping[str, str | None]) -> Hint:
    """What the names of an element say of it."""
    names = [name for key in ("class", "id", "itemprop") if (name := given.get(key))]
    return hint_of(" ".join(names)) if names else _NONE


_NONE = Hint()


@cache
def _says_something() -> frozenset[str]:
    return frozenset(elements().places) | _OWN | _HOLDERS


def is_hidden(given: Mapping[str, str | None]) -> bool:
    """True for what a browser never shows."""
    if "hidden" in given:
        return (given["hidden"] or "").lower() != "until-found"
    style = given.get("style")
    return style is not None and "none" in style and "display:none" in style.replace(" ", "").lower()


def _place(
    node: Node, tag: str, role: MarkPlace | None, hint: MarkPlace | None, *, is_content: bool
) -> MarkPlace | None:
    around = node.place
    if around in _KEPT:
        return around
    place = role or elements().places.get(tag)
    if tag == "main" or role == "main":
        return "main"
    if place == "main":
        return hint or ("main" if around in _FRAMES else around)
    if (place in {"header", "aside"} or tag == "address") and around == "main":
        return hint or around  # the head of an article, and what stands beside its text, are its own
    if place == "footer" and node.kind == "quotation":
        return around
    if place is not None:
        return hint if hint in _KEPT else place
    if hint is not None:
        return hint
    return "main" if is_content and around in _FRAMES else around


def _put_kind(node: Node, tag: str, kind: MarkKind | None, given: Mapping[str, str | None]) -> None:
    if node.kind == "quotation" and tag == "footer":
        kind = "attribution"
    elif kind == "attribution" and node.kind != "quotation":
        kind = None  # elsewhere `cite` is the title of a work
    elif (kind == "emphasis" and node.kind not in _WEAK) or (kind in _INLINE and node.kind == "heading"):
        kind = None
    if kind == "heading":
        told = tag[1] if elements().kinds.get(tag) == "heading" else given.get("aria-level")
        node.level = int(told) if told in _LEVELS else 2  # as WAI-ARIA has it
        if node.unit:
            node.unit.is_part = True
        if node.table:
            node.table.layout = True
    elif kind == "item" or (kind == "quotation" and node.kind != "quotation"):
        node.unit = Unit()
    elif tag == "table":
        if node.table:
            node.table.layout = True
        node.table = Table(layout=given.get("role") in {"presentation", "none"})
        node.row = node.cell = -1
        kind = "row"
    elif tag == "caption" and node.table:
        node.table.headed = True
        node.row = node.cell = -1
    elif tag == "form" and node.table:
        node.table.layout = True
    if kind is not None and (
        node.kind in _WEAK or kind == "heading" or (kind not in _WEAK and node.kind != "note")
    ):
        node.kind = kind


def _language(tag: str | None) -> str | None:
    """The primary subtag that an element declares."""
    primary = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    return primary if primary.isascii() and primary.isalpha() and 2 <= len(primary) <= 3 else None
