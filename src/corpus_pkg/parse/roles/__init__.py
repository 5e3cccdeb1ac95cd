"""Roles: what each paragraph is, by its place, its look, its neighbours and the phrases it uses.

Passes from the surest evidence to the weakest: what the markup sets apart from the text, furniture of the page, pages
about the edition, menus and notices of web pages, the head with its title and dates, what the markup names, and the
content itself. A pass never changes what an earlier one decided, except that a title in a web page's menu is still the
title, and a number that the markup names is what it says. The roles are those of the data model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.model import RoleLabel
from corpus_pkg.parse.roles.annals import find_annals
from corpus_pkg.parse.roles.closings import find_signatories
from corpus_pkg.parse.roles.content import find_content
from corpus_pkg.parse.roles.corpus import find_named, survey_lines
from corpus_pkg.parse.roles.cues import Cues, built_in
from corpus_pkg.parse.roles.draft import Draft
from corpus_pkg.parse.roles.edition import find_edition
from corpus_pkg.parse.roles.elements import find_marked
from corpus_pkg.parse.roles.encyclopaedia import find_encyclopaedia
from corpus_pkg.parse.roles.fields import find_fields
from corpus_pkg.parse.roles.furniture import find_furniture
from corpus_pkg.parse.roles.head import find_head
from corpus_pkg.parse.roles.markdown import find_markdown
from corpus_pkg.parse.roles.outline import govern
from corpus_pkg.parse.roles.pictures import find_between
from corpus_pkg.parse.roles.places import find_places
from corpus_pkg.parse.roles.printed import (
    find_contents,
    find_dedication,
    find_house,
    find_letterhead,
    find_serial,
    find_title_page,
)
from corpus_pkg.parse.roles.web import close_web, find_web
from corpus_pkg.parse.roles.works import find_works

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mark, Segment

__all__ = ["BUILT_IN", "Cues", "label_roles", "survey_lines"]

BUILT_IN: Cues = built_in()
"""The cues that ship with the package."""


def label_roles(
    text: str,
    segments: Sequence[Segment],
    *,
    shared_lines: frozenset[str] = frozenset(),
    cues: Cues = BUILT_IN,
    marks: Sequence[Mark] = (),
    titles: Sequence[str] = (),
) -> tuple[RoleLabel, ...]:
    """Label every segment with its role, the evidence for it, and its place under the headings.

    ``shared_lines`` are the reading texts of lines that many seeds of the corpus share: they belong to the site.
    ``marks`` are what the markup says of the segments, parallel to them or none; ``titles`` what the document is called
    outside of its text. The result is parallel to ``segments``; ``heading`` is an index into them.
    """
    draft = Draft(text, segments, cues, shared_lines, marks=marks, titles=titles)
    find_named(draft)
    find_places(draft)
    find_furniture(draft)
    if not marks:
        find_markdown(draft)
    find_annals(draft)
    find_works(draft)
    find_signatories(draft)
    if not marks:
        find_fields(draft)
    find_edition(draft)
    find_letterhead(draft)
    find_serial(draft)
    find_house(draft)
    find_contents(draft)
    sections = find_encyclopaedia(draft)
    region = find_web(draft, sections)
    if region is None and not marks:
        find_between(draft)
    find_head(draft, region)
    if region:
        close_web(draft, region)
    elif not marks:
        find_title_page(draft)
        find_dedication(draft)
    find_marked(draft)
    find_content(draft, web=region is not None)
    levels, over = govern(draft)
    return tuple(
        RoleLabel(role or "body", rule, level, heading)
        for role, rule, level, heading in zip(draft.role, draft.rule, levels, over, strict=True)
    )
