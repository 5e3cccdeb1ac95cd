"""Points of lists and rows of tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.points import BEHIND_DASH, MARK
from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.shape import all_capitals, division

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_MARKER = re.compile(rf"{MARK}|[-*+]{BEHIND_DASH}")
_COUNTED = "一二三四五六七八九十"
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}、")
_COUNT_BELOW = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_LETTERED = re.compile(r"[a-zа-я]\)\s[^\W\d_a-zß-ÿа-я]")
"""A section that a letter counts: ``a) Growth``."""
_COUNTED_COLUMNS = 50
FIELD = re.compile(r"([^\W\d_][^:：\n]{1,24}?)\s?[:：]\s?(?=\S)")
_SENTENCE, _ENTRY = 24, 80
"""Columns of a sentence that announces entries at least, and of an entry at most."""
_WIDE = 2
_CODE = re.compile(r"[={}\[\]<>_\\#@|]|\w\(|::")
_CAST, _APPEARS, _MANY = 40, 120, 3
"""Columns of the heading over those who appear in a play, and of their lines; and how many there are at least."""
_SPEECH = '“„«"「『'
_DASH = re.compile(r"[–—-]\s")
_CONTACT = re.compile(
    r"(?:(?:media |press )?contacts?|pressekontakt|kontakt|contacto|contatto|contato|контакт\w*"
    r"|문의|연락처|联系人|聯絡人|連絡先)\s?[:：]",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"{FIELD.pattern}|[^\W\d_a-zß-ÿа-я][\w.’'-]*(?:\s[\w.’'-]+){{1,3}},\s[^\W\d_]"
    r"|\d{1,2}[.:]\d\d(?:\s(?:Uhr|h|hrs|[ap]\.?m\.?|ч\.?))?\s[^\W\d_]"
)
"""How a line of a list begins: a name and a colon, a name and a comma, an hour."""
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|lastly|finally"
    r"|erstens|zweitens|drittens|viertens|premièrement|deuxièmement|troisièmement|primero|segundo|tercero|cuarto"
    r"|во-первых|во-вторых|в-третьих|첫째|둘째|셋째|넷째|다섯째|여섯째|第一|第二|第三|第四|第五)"
    r"(?:[,、:，는로 ]|\.\s?[-–—])",
    re.IGNORECASE,
)


def is_table(draft: Draft, index: int) -> bool:
    """True for a line whose columns tabs or bars part."""
    segment = draft.segments[index]
    if segment.line_end != segment.line_start:
        return False
    span = segment.span
    raw = draft.source[span.start : span.end]
    if "\t" in raw:
        return raw.count("\t") >= 2 or not draft.prose[index]
    if _parted(raw) and not draft.prose[index]:
        return any(_has_columns(draft, other) for other in (index - 1, index + 1))
    return raw.count("|") >= 2 and raw[0] == "|"


def _has_columns(draft: Draft, index: int) -> bool:
    """True for a line parted into columns."""
    if not 0 <= index < len(draft) or draft.lines(index) > 1:
        return False
    span = draft.segments[index].span
    return _parted(draft.source[span.start : span.end])


def _parted(raw: str) -> bool:
    """True for a line parted by three spaces or more, or by two wide ones again and again."""
    return "   " in raw or raw.count("\u3000\u3000") >= _WIDE


def is_field(draft: Draft, index: int) -> bool:
    """True for a name and its value, right beside another such line, or behind a word that files: ``Material: oak``."""
    found = FIELD.match(draft.text[index])
    if found is None:
        return False
    if fold(found[1]) in draft.cues.date_words:
        return True
    apart = int(found[1].isupper())  # FROM: and TO: stand a blank line apart
    return any(
        0 <= other < len(draft)
        and draft.gap[max(index, other)] <= apart
        and (beside := FIELD.match(draft.text[other]))
        and apart <= beside[1].isupper()
        for other in (index - 1, index + 1)
    )


def is_fact(draft: Draft, index: int) -> bool:
    """True for a name and its value right under another such line, where neither name files anything."""
    if not index or draft.gap[index]:
        return False
    names = [FIELD.match(draft.text[other]) for other in (index - 1, index)]
    return all(name is not None and draft.cues.date_words.isdisjoint(fold(name[1]).split()) for name in names)


def is_contact(line: str) -> bool:
    """True for a line that says whom to ask."""
    return _CONTACT.match(line) is not None


def is_marked(line: str) -> bool:
    """True for a line that begins with the mark of a point."""
    return _MARKER.match(line) is not None


def is_listed(draft: Draft, index: int) -> bool:
    """True for a marked line that has a marked neighbour or an announcement above it."""
    text = draft.text[index]
    if not _MARKER.match(text) or is_numbered_heading(draft, index) or _asks(draft, index):
        return False
    for other in (*range(index - 1, max(-1, index - 3), -1), *range(index + 1, min(len(draft), index + 3))):
        if _MARKER.match(draft.text[other]):
            return True
    return bool(index) and draft.text[index - 1][-1] in ":："


def _asks(draft: Draft, index: int) -> bool:
    """True for talk behind a dash that speech in quotation marks answers: the questions of an interview."""
    if draft.text[index][0] != "-" or not index or index + 1 >= len(draft):
        return False
    apart = not _MARKER.match(draft.text[index - 1]) and not _MARKER.match(draft.text[index + 1])
    return apart and draft.text[index + 1][0] in _SPEECH


def is_numbered_heading(draft: Draft, index: int) -> bool:
    """A short numbered line that ends no sentence, with running text below it instead of the next point."""
    after = index + 1
    if draft.text[index][0] in _COUNTED or _COUNT_BELOW.match(draft.text[index]):
        return is_counted_heading(draft, index)
    return (
        (draft.text[index][0].isdigit() or _LETTERED.match(draft.text[index]) is not None)
        and draft.size[index] <= 70
        and not draft.stop[index]
        and draft.text[index][-1] not in ",;:"
        and after < len(draft)
        and not _MARKER.match(draft.text[after])
        and (
            draft.prose[after]
            or draft.stop[after]
            or draft.size[after] >= 80
            or (draft.gap[after] > 0 and all_capitals(draft.text[index]))
        )
        and (draft.gap[index] > 0 or draft.gap[after] > 0)
    )


def is_counted_heading(draft: Draft, index: int) -> bool:
    """The same in Chinese characters: ``一、…`` over running text, or over points that are counted otherwise.

    What is counted in brackets, ``（一）…``, stands over running text.
    """
    after = index + 1
    below = _COUNT_BELOW.match(draft.text[index]) is not None
    if below and (after >= len(draft) or not draft.stop[after] or is_marked(draft.text[after])):
        return False
    return (
        (below or _COUNT.match(draft.text[index]) is not None)
        and draft.size[index] <= _COUNTED_COLUMNS
        and not draft.stop[index]
        and draft.text[index][-1] not in ",;:，；：、"
        and after < len(draft)
        and _COUNT.match(draft.text[after]) is None
        and (not index or _COUNT.match(draft.text[index - 1]) is None)
        and (
            draft.prose[after]
            or draft.stop[after]
            or draft.text[after][-1] in ":："
            or _MARKER.match(draft.text[after]) is not None
        )
    )


def spread_lists(draft: Draft) -> None:
    """Points without marks: what follows a colon in parallel paragraphs, and paragraphs that count themselves."""
    total = len(draft)
    for index in range(total - 1):
        if draft.role[index] not in (None, "list_item"):
            continue
        if draft.text[index][-1] in ":：":
            end = index + 1
            while (
                end < total and draft.role[end] is None and draft.text[end][-1] in ",;" and end - index <= 30
            ):
                end += 1
            if end - index >= 3 or (end - index == _WIDE and end < total and not draft.gap[end]):
                for point in range(index + 1, min(end + 1, total)):
                    if point < end or draft.text[point][-1] not in ":：":
                        draft.put(point, "list_item", "after_colon")
            end = index + 1
            while end < total and draft.role[end] is None and _DASH.match(draft.text[end]):
                end += 1
            if end - index >= 3:
                for point in range(index + 1, end):
                    draft.put(point, "list_item", "after_colon")
            _put_entries(draft, index)
        elif not draft.stop[index] and _announces(draft, index):
            _put_points(draft, index)
        if draft.size[index] <= _CAST and fold(draft.text[index]).rstrip(".: ") in draft.cues.cast:
            _put_cast(draft, index)
        if _ORDINAL.match(draft.text[index]) and _ORDINAL.match(draft.text[index + 1]):
            draft.put(index, "list_item", "ordinal")
            draft.put(index + 1, "list_item", "ordinal")


def _are_defined(draft: Draft, row: list[int]) -> bool:
    """True where most lines are sentences, each behind a name and a colon."""
    return sum(draft.stop[entry] and FIELD.match(draft.text[entry]) is not None for entry in row) * 2 > len(
        row
    )


def _are_named(draft: Draft, row: list[int]) -> bool:
    """True for unfinished lines under a short one that stands apart: each with an hour, or a name and a comma."""
    head = row[0] - 1
    return (
        head > 0
        and not any(draft.stop[entry] or draft.text[entry][-1] in ",;:" for entry in row)
        and draft.gap[row[0]] > 0
        and draft.gap[head] > 0
        and draft.size[head] <= _CAST
        and not draft.stop[head]
        and draft.text[head][0].isupper()
        and draft.text[head][-1] not in ",;:"
        and draft.role[head] in (None, "heading")
    )


def put_told(draft: Draft) -> None:
    """Label the lines of a list, three or more printed tight: what it defines, or under a heading who was what.

    ``Voe: an inlet of the sea.``, ``Alois Kern, brakeman``, ``9.00 Uhr Festzug``.
    """
    row: list[int] = []
    for index in range(len(draft) + 1):
        told = (
            index < len(draft)
            and draft.role[index] is None
            and draft.lines(index) == 1
            and draft.size[index] <= _APPEARS
            and _TOLD.match(draft.text[index]) is not None
        )
        if row and (not told or draft.gap[index]):
            if len(row) >= _MANY and (_are_defined(draft, row) or _are_named(draft, row)):
                for entry in row:
                    draft.put(entry, "list_item", "told")
            row = []
        if told:
            row.append(index)


def _put_entries(draft: Draft, announcing: int) -> None:
    """Label short unfinished lines next to each other right under a sentence that ends with a colon: two or more."""
    end = first = announcing + 1
    if draft.marks or draft.size[announcing] < _SENTENCE or draft.gap[first] > 1:
        return
    while (
        end < len(draft)
        and draft.role[end] is None
        and draft.lines(end) == 1
        and not draft.stop[end]
        and draft.size[end] <= _ENTRY
        and draft.text[end][0].isalpha()
        and not is_table(draft, end)
        and (end == first or draft.gap[end] == 0)
    ):
        end += 1
    if end - first > 1 and (end == len(draft) or draft.gap[end] > 0):
        for point in range(first, end):
            draft.put(point, "list_item", "after_colon")


def _announces(draft: Draft, index: int) -> bool:
    """True for a line that two points or more carry on, each in small letters: ``We call upon the Governments``."""
    if draft.marks or not draft.text[index][0].isupper() or is_marked(draft.text[index]):
        return False
    return all(
        following < len(draft)
        and draft.role[following] is None
        and draft.text[following][0].islower()
        and draft.text[following].rstrip(" ,").endswith((";", "; and", "; or"))
        and not is_marked(draft.text[following])
        and _CODE.search(draft.text[following]) is None
        for following in (index + 1, index + 2)
    )


def _put_points(draft: Draft, announcing: int) -> None:
    """Label the points that carry on a line, up to the one that ends the sentence."""
    draft.put(announcing, "body", "announces")
    for index in range(announcing + 1, len(draft)):
        if draft.role[index] is not None or not draft.text[index][0].islower():
            return
        draft.put(index, "list_item", "carries_on")
        if draft.stop[index] and draft.text[index][-1] != ";":
            return


def _put_cast(draft: Draft, heading: int) -> None:
    """Label those who appear in a play, three or more lines under the heading that no gap parts."""
    end = heading + 1
    while (
        end < len(draft)
        and draft.role[end] is None
        and draft.size[end] <= _APPEARS
        and draft.gap[end] <= max(draft.gap[heading + 1], 1)
        and not division(draft.text[end], draft.cues)
        and (end == heading + 1 or draft.gap[end] <= draft.gap[heading + 2])
    ):
        end += 1
    if end - heading > _MANY:
        draft.put(heading, "heading", "cast")
        for index in range(heading + 1, end):
            draft.put(index, *(("table", "columns") if is_table(draft, index) else ("list_item", "cast")))
