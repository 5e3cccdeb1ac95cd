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


def find_date(lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[str | None, str, Span | None]:
    """Return the EDTF date, its basis and its place.

    An imprint says it best, then a dateline at the head, then one at the foot, last a library's header.
    Notices, menus and comments never say it: they were printed at another time.
    """
    explicit = [mention for mention in mentions if mention.year_basis == "explicit" and "/" not in mention.edtf]
    prose = next((index for index, line in enumerate(lines) if line[1] in ("body", "quotation", "verse")), len(lines))
    for basis, wanted in (
        ("imprint", lambda text, role, rule, index: role == "imprint" and _PUBLISHED.search(text)),
        ("dateline", lambda text, role, rule, index: role == "dateline" and index <= prose),
        ("dateline", lambda text, role, rule, index: role == "dateline" and index >= len(lines) - 6 and index > prose),
        ("metadata", lambda text, role, rule, index: rule == "gutenberg_header" and _RELEASED.search(text)),
    ):
        for mention in explicit:
            text, role, rule = lines[mention.segment]
            if wanted(text, role, rule, mention.segment):
                return mention.edtf, basis, mention.span
    return None, "none", None
