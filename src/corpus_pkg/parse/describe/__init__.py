"""What a document says of itself: title, author or speaker, publisher, site, section, date of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.model import Description
from corpus_pkg.parse.describe.dates import find_date
from corpus_pkg.parse.describe.names import find_author, find_title
from corpus_pkg.parse.describe.places import find_publisher, find_section, find_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mention, RoleLabel, Segment

__all__ = ["describe"]


def describe(
    text: str,  # noqa: ARG001 - every stage on segments takes the source text first
    segments: Sequence[Segment],
    roles: Sequence[RoleLabel],
    mentions: Sequence[Mention],
) -> Description:
    """Describe a document from its own lines.

    ``mentions`` are the explicit dated mentions; the date of publication is one of them, never a guess.
    """
    lines = [(segment.text, label.role, label.rule) for segment, label in zip(segments, roles, strict=True)]
    title = find_title(lines)
    author = find_author(lines, title)
    date, basis, span = find_date(lines, mentions)
    return Description(
        title=title,
        author=author,
        publisher=find_publisher(lines),
        site=find_site(lines, title, author),
        section=find_section(lines, title),
        date_published=date,
        date_published_basis=basis,
        date_published_span=span,
    )
