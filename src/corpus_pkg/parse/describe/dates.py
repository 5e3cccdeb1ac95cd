"""The date of publication, among the dates that a document mentions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mention, Span
    from corpus_pkg.parse.describe.names import Line

_PUBLISHED = re.compile(
    r"publish|issued|printed|released|edition|©|copyright|erschienen|gedruckt|auflage|publié|imprimé|dépôt|publicado|impreso|издан|напечат|печат|발행|펴낸|인쇄|출판|発行|出版|印刷|初版|第.版",
    re.IGNORECASE,
)
_RELEASED = re.compile(r"release date|posting date", re.IGNORECASE)

_BASES = ("imprint", "dateline", "dateline", "metadata")
_RUNNING = ("body", "quotation", "verse")
_FOOT = 6
"""Segments at the end among which the date over a signature stands."""


def find_date(lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[str | None, str, Span | None]:
    """Return the EDTF date, its basis and its place.

    An imprint says it best, then a dateline at the head, then one at the foot, last a library's header.
    Notices, menus and comments never say it: they were printed at another time.
    """
    explicit = [
        mention for mention in mentions if mention.year_basis == "explicit" and "/" not in mention.edtf
    ]
    prose = next((index for index, line in enumerate(lines) if line[1] in _RUNNING), len(lines))
    best: tuple[int, Mention] | None = None
    for mention in explicit:
        rank = _rank(lines, mention.segment, prose)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, mention)
    if best is None:
        return None, "none", None
    return best[1].edtf, _BASES[best[0]], best[1].span


def _rank(lines: Sequence[Line], index: int, prose: int) -> int | None:
    """How well a line can say when its document was published; lower is better."""
    text, role, rule = lines[index]
    if role == "imprint":
        return 0 if _PUBLISHED.search(text) else None
    if role == "dateline":
        if index <= prose:
            return 1
        return 2 if index >= len(lines) - _FOOT else None
    return 3 if rule == "gutenberg_header" and _RELEASED.search(text) else None
