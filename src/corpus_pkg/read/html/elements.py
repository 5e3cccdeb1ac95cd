"""What elements, roles and class names of HTML mean: ``elements.toml``, ready to be asked."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from corpus_pkg.model import MarkKind, MarkPlace

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[^\W\d_A-Za-z]+")
_LONGEST = 4
"""Words of a name beyond which it is the sentence of a heading and names no part of a page."""
_LETTERS = re.compile(r"[\W\d_]+")


class Elements(NamedTuple):
    """``elements.toml``."""

    blocks: frozenset[str]
    lines: frozenset[str]
    unseen: frozenset[str]
    void: frozenset[str]
    contents_of_page: frozenset[str]
    elsewhere: frozenset[str]
    ended: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    """By element: those that it ends when it begins, each with the elements that keep it open."""
    kinds: dict[str, MarkKind]
    places: dict[str, MarkPlace]
    role_kinds: dict[str, MarkKind]
    role_places: dict[str, MarkPlace]
    class_kinds: dict[str, MarkKind]
    class_places: dict[str, MarkPlace]
    meta: dict[str, str]


@cache
def elements() -> Elements:
    """Load the table."""
    table = tomllib.loads((files(__package__) / "elements.toml").read_text(encoding="utf-8"))
    ended: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name, enders in table["ended_by"].items():
        for ender in table["blocks"] if enders == "blocks" else enders:
            ended.setdefault(ender, []).append((name, frozenset(table["kept_in"].get(name, ()))))
    named: dict[str, Any] = {name: frozenset(table[name]) for name in _SETS}
    named |= {name: _by_word(table[name]) for name in ("class_kinds", "class_places")}
    named |= {name: table[name] for name in ("kinds", "places", "role_kinds", "role_places", "meta")}
    return Elements(ended={ender: tuple(found) for ender, found in ended.items()}, **named)


_SETS = ("blocks", "lines", "unseen", "void", "contents_of_page", "elsewhere")


def _by_word(table: dict[str, list[str]]) -> dict[str, Any]:
    return {word: meaning for meaning, words in table.items() for word in words}


class Hint(NamedTuple):
    """What the names of an element say of the text in it."""

    kind: MarkKind | None = None
    place: MarkPlace | None = None
    is_content: bool = False


@lru_cache(maxsize=4096)
def hint_of(names: str) -> Hint:
    """Read the names in a ``class``, ``id`` or ``itemprop``; of several places the first in the table is taken."""
    table = elements()
    kinds: set[MarkKind] = set()
    places: set[MarkPlace] = set()
    is_content = False
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if len(words) > _LONGEST or not table.elsewhere.isdisjoint(words):
            continue
        is_content = is_content or _LETTERS.sub("", name).lower() in table.contents_of_page
        kinds.update(table.class_kinds[word] for word in words if word in table.class_kinds)
        places.update(table.class_places[word] for word in words if word in table.class_places)
    place = next((place for place in table.class_places.values() if place in places), None)
    kind = next((kind for kind in table.class_kinds.values() if kind in kinds), None)
    return Hint(kind, place, is_content and place is None)
