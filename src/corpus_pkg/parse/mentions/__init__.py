"""Dated mentions: every expression that places something in calendar time, with its value in EDTF.

Recognise at anchors, refine (modifiers, intervals, guards), normalise to EDTF, then take missing years from the
context. What a language contributes is a table in ``languages/``; see ``docs`` of the data model for the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import resolve
from .named import BUILT_IN, NamedDay, NamedDays
from .recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import LanguageLabel, Mention, RoleLabel, Segment

__all__ = ["BUILT_IN", "NamedDay", "NamedDays", "find_mentions", "resolve_years"]


def find_mentions(
    text: str, segments: Sequence[Segment], languages: Sequence[LanguageLabel], names: NamedDays = BUILT_IN
) -> tuple[Mention, ...]:
    """Find the dated mentions of all segments, sorted by span, with the values that stand in them.

    ``languages`` is parallel to ``segments``. A mention without a year has ``year_basis`` none and ``XXXX`` for
    its year; named days have theirs. Spans count code points of ``text``.
    """
    found = recognise(text, segments, languages, names, None)
    orders = {mention.rule for mention in found} & {"numeric.dmy", "numeric.mdy"}
    if len(orders) == 1 and any(mention.rule == "numeric.xmy" for mention in found):
        found = recognise(text, segments, languages, names, orders.pop().removeprefix("numeric."))
    return tuple(found)


def resolve_years(  # noqa: PLR0917 - the sequences that the stages hand on, each by its question
    text: str,
    mentions: Sequence[Mention],
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    languages: Sequence[LanguageLabel],
    published: str | None,
) -> tuple[Mention, ...]:
    """Give the mentions without a year the one of their context, or of the document, or leave them as they are.

    ``published`` is the document's own date in EDTF. ``anchor`` in the result is an index into the result.

    Raises:
        ValueError: where ``published`` is not EDTF.

    """
    return tuple(resolve(text, mentions, segments, roles, languages, published))
