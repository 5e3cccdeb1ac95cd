"""Picture books and albums: captions, text recognised in pictures, and headings among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.model import APPARATUS
from corpus_pkg.parse.roles.draft import WORD
from corpus_pkg.parse.roles.lists import is_marked, is_table
from corpus_pkg.parse.roles.shape import all_capitals, is_cased, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

INSERTED = "opens_inserted"
"""The rule of the heading of a text that is reproduced in another, in a script of its own."""
_BETWEEN = 2
"""Captions between the parts of paragraphs that tell of pictures, and the lines that each of them counts for."""
_FEW = 2
"""Headings that show how all of them are written."""
_HEADED, _SHOWING = 3, 4
"""Words of a heading that shows by its capitals what it is, and of a caption, at least."""
_SHOWN_WORDS, _ROW = 16, 8
"""Words of a caption under a text at most, and captions in a row."""
_SAID = 40
"""Columns of a sentence under a heading at least."""
_CAPITALS = 2
"""Words in capitals over captions that are not."""
_NAME = 3
"""Words of a running head that may stand there too: who speaks."""
_SHOUTED = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{5,}\b.*\s[a-zß-ÿа-я]")
"""A heading whose first word alone is in capitals: ``RESOLUTION on the Report``."""
_BODY = frozenset({"prose", "text"})
_ROW_COLUMNS = 110
_YEAR_LAST = re.compile(r"[^\W\d_],\s(?:(?:c|ca|um|vers|hacia|около|in|about)\.?\s)?(?:1[5-9]|20)\d\d\.\Z")
_ARTICLE = re.compile(r"\b(?:a|an)\b")


def find_between(draft: Draft) -> None:
    """Label short unfinished lines between the two parts of a cut paragraph: captions, running heads.

    Notes and points have their marks and are labelled by them.
    """
    for index, segment in enumerate(draft.segments):
        if segment.continues is None or not _goes_on(draft.text[index][0]):
            continue
        draft.put(segment.continues, "body", "cut")
        for between in range(segment.continues + 1, index):
            text = draft.text[between]
            if (
                all_capitals(text)
                and text[0].isalpha()
                and not draft.stop[between]
                and draft.lines(between) == 1
            ):
                draft.put(between, "page_furniture", "running_head")
            elif not _is_apart(draft, between):
                draft.put(between, "caption", "between_parts")


def _goes_on(first: str) -> bool:
    """True for a first letter that is no capital."""
    return first.isalpha() and not first.isupper()


def _is_apart(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return (
        draft.stop[index]
        or is_marked(text)
        or (draft.has_columns and is_table(draft, index))
        or (title_case(text) and len(text.split()) <= _NAME and draft.repeats[text] > 1)
        or not (text[0].isalpha() or text[0] in "【▲△")
        or text[0].islower()
        or text[-1] in ",;:—"
    )


def is_picture_document(draft: Draft) -> bool:
    """True where unfinished lines in sentence case stand alone again and again, as captions do and headings do not."""
    between = draft.rule.count("between_parts")
    # Without capitals a heading looks as what is shown does.
    alike = _BETWEEN * between if between >= _BETWEEN and is_cased_document(draft) else 0
    alike += sum(shows(draft, index) for index in range(len(draft)))
    if alike > _FEW and alike * 5 >= draft.role.count(None) and alike >= 2 * sum(draft.prose):
        return True
    # Only English writes headings in capitals throughout: elsewhere they look as captions do.
    return alike >= 5 and alike * (7 if draft.looks_english else 3) >= len(draft)


def shows(draft: Draft, index: int) -> bool:
    """True for an unfinished line in sentence case that stands alone."""
    text = draft.text[index]
    return (
        draft.role[index] is None
        and is_caption(draft, index)
        and not title_case(text)
        and not (draft.has_columns and is_table(draft, index))
        and draft.gap[index] >= 1
        and draft.gap_after(index) >= 1
        and len(text.split()) >= _SHOWING
        and not _SHOUTED.match(text)
    )


def shows_under_title(draft: Draft, index: int) -> bool:
    """True for what shows right under a title, or its day, that capitalises its words, over the text of a page."""
    over, below = index - 1, index + 1
    while over >= 0 and draft.role[over] == "dateline":
        over -= 1
    return (
        over >= 0
        and below < len(draft)
        and draft.role[over] == "title"
        and title_case(draft.text[over])
        and draft.text[over].count(" ") >= _FEW
        and is_cased(draft.text[over])
        and draft.prose[below]
        and not draft.marks
        and draft.text[index].count(" ") >= _SHOWING
        and shows(draft, index)
    )


def capitalises_headings(draft: Draft) -> bool:
    """True where headings show by their capitals, and a caption between the parts of a paragraph that there are some.

    There, what shows is a caption, however few there are.
    """
    if "between_parts" not in draft.rule:
        return False
    titled = sum(
        draft.role[index] is None
        and draft.gap[index] >= 1
        and draft.gap_after(index) >= 1
        and is_caption(draft, index)
        and len(draft.text[index].split()) >= _HEADED
        and title_case(draft.text[index])
        for index in range(len(draft))
    )
    return titled >= _FEW


def show_at_end(draft: Draft) -> None:
    """Label unfinished lines next to each other under the last paragraph: what its pictures show."""
    end = len(draft)
    while end and draft.role[end - 1] in APPARATUS:
        end -= 1
    start = end
    while start and _may_show(draft, start - 1):
        start -= 1
    tight = all(draft.gap[index] == 0 for index in range(start + 1, end))
    if _BETWEEN <= end - start <= _ROW and tight and start and draft.stop[start - 1]:
        for index in range(start, end):
            draft.put(index, "caption", "at_end")


def _may_show(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return (
        draft.role[index] is None
        and draft.lines(index) == 1
        and text[0].isalpha()
        and is_cased(text)
        and not is_table(draft, index)
        and is_caption(draft, index)
        and not title_case(text)
        and not is_marked(text)
        and _HEADED <= len(text.split()) <= _SHOWN_WORDS
    )


def spread_captions(draft: Draft) -> None:
    """Label a short paragraph that ends with a year behind a comma, next to a caption: it shows something too."""
    for index in range(len(draft)):
        if draft.rule[index] not in _BODY or draft.size[index] > _ROW_COLUMNS:
            continue
        if not _YEAR_LAST.search(draft.text[index]):
            continue
        beside = (index - 1, index + 1)
        if any(0 <= other < len(draft) and draft.role[other] == "caption" for other in beside):
            draft.put_again(index, "caption", "between_captions")


def unplace_captions(draft: Draft) -> None:
    """Take what a picture shows, and the year, for no dateline where it stands alone under no heading."""
    for index in range(1, len(draft) - 1):
        alone = draft.rule[index] == "place_year" and draft.gap[index] and draft.gap_after(index)
        if alone and draft.role[index - 1] not in {"title", "heading"} and not draft.prose[index + 1]:
            draft.role[index] = None
            draft.put(index, "caption", "unfinished_alone")


def is_cased_document(draft: Draft) -> bool:
    """True where the running text is in a script with capitals."""
    prose = [text for text, long in zip(draft.text, draft.prose, strict=True) if long][:20]
    return sum(map(is_cased, prose)) * 2 > len(prose)


def is_caption(draft: Draft, index: int) -> bool:
    """True for a line that ends no sentence and announces nothing."""
    text = draft.text[index]
    if draft.stop[index]:
        return False
    return text[-1] not in ",;:—-" and draft.size[index] <= 330 and not text[0].islower()


def is_sentence_caption(draft: Draft, index: int) -> bool:
    """A short sentence that stands apart among captions."""
    after = index + 1
    return (
        draft.size[index] <= 110
        and draft.gap[index] >= 2
        and draft.gap_after(index) >= 2
        and bool(index)
        and draft.role[index - 1] == "caption"
        and after < len(draft)
        and is_caption(draft, after)
    )


def is_foreign(draft: Draft, index: int) -> bool:
    """True for a segment in a script without case in a document with it."""
    return not is_cased(draft.text[index]) and any(map(str.isalpha, draft.text[index]))


def label_foreign(draft: Draft, index: int) -> None:
    """Label text in another script among pictures: recognised in one, unless laid out as the document's own."""
    after = index + 1
    if draft.lines(index) == 1 and draft.stop[index] and draft.size[index] > 60:
        draft.put(index, "body", "text")
    elif after < len(draft) and draft.prose[after] and is_foreign(draft, after) and draft.lines(index) == 1:
        draft.put(index, "heading", INSERTED)
    else:
        draft.put(index, "figure_text", "other_script")


def heads_pictures(draft: Draft, index: int, *, titled: bool) -> bool:
    """Headings among captions: a dateline under them, or titled and running text close below."""
    after = index + 1
    if after < len(draft) and draft.role[after] == "dateline" and draft.rule[after] in ("date", "year"):
        return True
    words = len(WORD.findall(draft.text[index]))
    if not titled:
        return False
    if words >= _CAPITALS and all_capitals(draft.text[index]) and draft.gap[index] > 1 and after < len(draft):
        return draft.role[after] is None and not all_capitals(draft.text[after]) and is_caption(draft, after)
    if after < len(draft) and draft.role[after] == "list_item":
        return all_capitals(draft.text[index])
    if after < len(draft) and (draft.prose[after] or (draft.stop[after] and draft.size[after] >= _SAID)):
        return words >= 2 and draft.gap[after] <= 3 and draft.gap[index] > draft.gap[after]
    # A string of capitalised nouns may be a name; an article in it makes it a headline.
    return words >= 12 and _ARTICLE.search(draft.text[index]) is not None
