"""What alignment needs to know of a document: small, and independent of every other document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus_pkg.model import APPARATUS

from .names import skeletons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Block, LanguageLabel, Mention, RoleLabel, Segment

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_POINT = re.compile(r"[^\w(\[§]?[(\[§]?\s?(?:[^\W\d]{1,12}\.?\s?)?(\d{1,3})(?!\d)")
_SHORT = 30


class Unit(NamedTuple):
    """One paragraph of content, as far as it can be compared across languages."""

    paragraph: int
    """The index of the segment."""
    block: int
    """The index of the run that holds it."""
    language: str
    """The primary language subtag."""
    length: int
    point: str
    """The number that the paragraph stands under or opens with, such as ``3`` of ``Article 3``; empty for none."""
    numbers: frozenset[str]
    dates: frozenset[str]
    names: frozenset[str]
    """Consonant skeletons of names, or of what may be one."""


class Signature(NamedTuple):
    """One document for alignment; pickles small."""

    units: tuple[Unit, ...]


def sign(
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    languages: Sequence[LanguageLabel],
    blocks: Sequence[Block],
    mentions: Sequence[Mention],
) -> Signature:
    """Return the signature of a document; ``blocks`` in the order of the document's block table."""
    run_of: dict[int, int] = {}
    for number, block in enumerate(blocks):
        if block.kind == "run":
            run_of.update(dict.fromkeys(range(block.first, block.last + 1), number))
    dates: dict[int, set[str]] = {}
    for mention in mentions:
        dates.setdefault(mention.segment, set()).add(mention.edtf)
    units = []
    for index, (segment, role, label) in enumerate(zip(segments, roles, languages, strict=True)):
        language = label.language.partition("-")[0]
        if role.role in APPARATUS or language == "und" or index not in run_of:
            continue
        unit = Unit(
            index,
            run_of[index],
            language,
            max(1, len(segment.text)),
            _point(segment.text),
            frozenset(_numbers(segment.text)),
            frozenset(dates.get(index, ())),
            frozenset(skeletons(segment.text, label.script)),
        )
        units.append(unit)
    return Signature(tuple(units))


def _numbers(text: str) -> list[str]:
    """Return the numbers of ``text`` without what groups and parts their digits, in ASCII digits."""
    if not any(map(str.isdigit, text)):
        return []
    found = []
    for number in _NUMBER.findall(text):
        digits = "".join(str(int(c)) for c in number if c.isdecimal())
        found.append(digits.lstrip("0") or "0")
    return found


def _point(text: str) -> str:
    opening = _POINT.match(text)
    if not opening:
        return ""
    closed = text[opening.end() : opening.end() + 1] in {".", ")", "]", ":", "조", "항", "条", "º"}
    return str(int(opening[1])) if closed or len(text) <= _SHORT else ""
