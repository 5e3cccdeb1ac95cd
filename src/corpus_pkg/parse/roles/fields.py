"""Blocks of names and values: what a library or a museum says of an item, and an archive of the text below."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.lists import FIELD, is_contact

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_EDITION = word_lists("apparatus")["edition"]
_FEWEST, _TOLD = 3, 2
"""Lines of a block at least, and those of them that speak of an edition."""
_MAIL = frozenset({"from", "to", "subject"})
"""Names in the head of a message."""
_LONG = 300
"""Columns of the first line of a block, which may tell a long title, at most."""
_LIBRARY = 6
"""Names of a library's header at least, of which some may come again."""
_LIBRARIES = frozenset(
    {
        "identifiant",
        "identifier",
        "identificador",
        "identifikator",
        "identificatore",
        "signatur",
        "shelfmark",
        "cote",
        "notice du catalogue",
        "droits",
        "rights",
        "derechos",
        "rechte",
    }
)
"""Names of which one at least stands in a library's header."""
_ROWS, _ROW = 4, 60
"""Rows of a table at least, and their columns at most."""
_FIGURES = re.compile(
    r"[\w)%\"][ \t]*[.·•…_~—–■-](?:[.·•…_~—–■i-]|\s)*(?<=[.·•…_~—–■\s-])[$£]?\d[\d.,]{0,11}[¢c%]?\Z"
)
"""The figures at the end of a row, behind leaders."""
_DATED = re.compile(r"(?<!\d)\d{1,2}[.-]\s?\d{1,2}[.-]\s?\d{2,4}\Z")
"""A day in figures, which looks so too."""
_NAME, _VALUE = 5, 100
"""Words of a name and columns of a line at most."""


def find_fields(draft: Draft) -> None:
    """Label blocks of lines, each a name and its value: rows of a table, or an imprint where they tell the edition.

    What only files a text, as date and author do, is left to the head.
    """
    _find_rows(draft)
    index = 0
    while index < len(draft):
        names: list[str] = []
        while index + len(names) < len(draft) and (name := _name(draft, index + len(names), first=not names)):
            names.append(name)
        block = range(index, index + len(names))
        index += max(1, len(names))
        library = len(set(names)) >= _LIBRARY and not _LIBRARIES.isdisjoint(names)
        if len(names) < _FEWEST or (len(set(names)) < len(names) and not library):
            continue
        if library or sum(name.startswith(tuple(_EDITION)) for name in names) >= _TOLD:
            for line in block:
                draft.put(line, "imprint", "edition_field")
        elif _MAIL.issubset(names) or _are_facts(draft, block, names):
            for line in block:
                draft.put(line, "table", "field")


def _find_rows(draft: Draft) -> None:
    """Label lines printed tight that leaders part from the figures at their ends: ``1918-19 .~. 913``.

    The pages of a table of contents grow; what is counted falls too.
    """
    row: list[int] = []
    for index in range(len(draft) + 1):
        if index < len(draft) and _is_row(draft, index) and (not row or draft.gap[index] == 0):
            row.append(index)
            continue
        if len(row) >= _ROWS and _falls([draft.text[line] for line in row]):
            for line in row:
                draft.put(line, "table", "columns")
        row = [index] if index < len(draft) and _is_row(draft, index) else []


def _falls(rows: list[str]) -> bool:
    figures = [int("".join(filter(str.isdigit, row.rsplit(None, 1)[-1].lstrip(".-—~"))) or 0) for row in rows]
    return any(after < before for before, after in pairwise(figures))


def _is_row(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return (
        draft.role[index] is None
        and draft.size[index] <= _ROW
        and draft.lines(index) == 1
        and _FIGURES.search(text) is not None
        and _DATED.search(text) is None
    )


def _name(draft: Draft, index: int, *, first: bool) -> str | None:
    """The name on a line with its value, printed tight under the line above unless it is the ``first`` of a block."""
    if (
        draft.role[index] is not None
        or draft.size[index] > (_LONG if first else _VALUE)
        or (draft.gap[index] and not first)
    ):
        return None
    if ":" not in draft.text[index] and "：" not in draft.text[index]:
        return None
    found = FIELD.match(draft.text[index])
    if found is None or draft.lines(index) > 1 or is_contact(draft.text[index]):
        return None
    name = fold(found[1])
    return name if len(name.split()) <= _NAME else None


def _are_facts(draft: Draft, block: range, names: list[str]) -> bool:
    """True where few of the values are sentences, and few of the names file a text or speak for somebody."""
    filing = sum(not draft.cues.date_words.isdisjoint(name.split()) for name in names)
    said = sum(draft.stop[index] for index in block)
    return filing * 2 < len(names) and said * 4 <= len(names)
