"""The content itself: headings, captions, quotations, verse, lists, tables, signatures; body is what remains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.draft import WORD
from corpus_pkg.parse.roles.shape import ROMAN, all_capitals, division, is_cased, is_name, title_case

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_MARKER = re.compile(
    r"[(（\[]?\d{1,3}(?:\.\d{1,3}){0,3}[.)）、．\]](?!\d)|[(（](?:[a-zA-Zа-я]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[가나다라마바사아자차카타파하])[)）]"
    r"|[a-zа-я]\)|[a-z]\. |[一二三四五六七八九十]{1,3}、|[가나다라마바사아자차카타파하][.)] |[①-⑳㉠-㉻]|[•‣·∙◦●○■□▪▫▶►◆◇★☆※→✓✔]|[-*+][ \t\u3000](?=[^-*\s])"
)
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|lastly|finally|erstens|zweitens|drittens|viertens"
    r"|premièrement|deuxièmement|troisièmement|primero|segundo|tercero|cuarto|во-первых|во-вторых|в-третьих|첫째|둘째|셋째|넷째|다섯째|여섯째|第一|第二|第三|第四|第五)[,、,:，는로 ]",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[?(?:footnote|fußnote|note)\s?\w{0,3}\s?:|\[\d{1,3}\]\s|\*{1,3}\)\s?\S|[†‡]\s?\S|[¹²³⁴⁵⁶⁷⁸⁹]", re.IGNORECASE)
_SPACED = re.compile(r"\w(?: +\w){2,4}\Z")
_HANGUL_END = re.compile(r"(?:다|요|까|오|라|자|음|함|임|됨)[.!?\"'”’)\]]*\Z")
_QUOTE_OPEN = "“„«‹「『《\""


def find_content(draft: Draft, *, web: bool) -> None:
    """Label every segment that has no role yet."""
    pictures = not web and _is_picture_document(draft)
    english = _looks_english(draft)
    _spread_lists(draft)
    script = _cased_document(draft)
    for index in range(len(draft)):
        if draft.role[index] is not None:
            continue
        if draft.stop[index] and _is_plain(draft, index):
            draft.put(index, "body", "prose")
            continue
        _label(draft, index, web=web, pictures=pictures, english=english, cased=script)


def _label(draft: Draft, index: int, *, web: bool, pictures: bool, english: bool, cased: bool) -> None:
    text, size = draft.text[index], draft.size[index]
    low = text[:60].casefold()
    if not any(map(str.isalnum, text)):
        draft.put(index, "page_furniture", "ornament")
    elif draft.cues.caption_start.find_start(low) and (size <= 300 and (not draft.stop[index] or text[0] in "[▲△" or size <= 160)) and not division(text, draft.cues):
        draft.put(index, "caption", "caption_mark")
    elif _FOOTNOTE.match(text):
        draft.put(index, "footnote", "note_mark")
    elif _is_table(draft, index):
        draft.put(index, "table", "columns")
    elif _is_attribution(draft, index):
        draft.put(index, "attribution", "after_quotation")
    elif _is_verse(draft, index):
        _put_verse(draft, index)
    elif _is_signature(draft, index):
        draft.put(index, "signature", "signs")
    elif _is_listed(draft, index):
        draft.put(index, "list_item", "marker")
    elif pictures and cased and _is_foreign(draft, index) and (not draft.prose[index] or draft.lines(index) > 1):
        _label_foreign(draft, index)
    elif draft.role_before(index) in ("heading", "signature", "title") and _place_and_date(draft, index):
        draft.put(index, "dateline", "place_date")
    elif _is_heading(draft, index, web=web, pictures=pictures, english=english):
        draft.put(index, "heading", "opens_section")
    elif pictures and _is_caption(draft, index):
        draft.put(index, "caption", "unfinished_alone")
    elif pictures and _is_sentence_caption(draft, index):
        draft.put(index, "caption", "between_captions")
    else:
        draft.put(index, "body", "text")


_PLAIN_RULES = frozenset({"line", "wrapped", "spaced", "page_break", "item"})


def _is_plain(draft: Draft, index: int) -> bool:
    """True for running text beyond doubt, which most segments of most texts are: no weaker evidence is weighed."""
    text, segment = draft.text[index], draft.segments[index]
    first = text[0]
    if segment.rule not in _PLAIN_RULES or text[1:2] in (")", ".", "\t"):
        return False
    if draft.size[index] > 160:
        return (first.isalpha() or first in _QUOTE_OPEN) and not draft.has_columns
    if first in _QUOTE_OPEN:
        # Speech; but a signed letter that is quoted ends with a name in quotes.
        return segment.line_start == segment.line_end and not (len(text) < 40 and text[-2] == ".") and not draft.has_columns
    return draft.prose[index] and first.isalpha() and not draft.has_columns and not draft.cues.caption_start.find_start(text[:40].casefold())


# What a document is


def _is_picture_document(draft: Draft) -> bool:
    """True where unfinished lines in sentence case stand alone again and again, as captions do and headings do not."""
    alike = 0
    for index in range(len(draft)):
        if draft.role[index] is None and _is_caption(draft, index) and not title_case(draft.text[index]):
            alike += draft.gap[index] >= 1 and draft.gap_after(index) >= 1 and len(draft.text[index].split()) >= 4
    return alike >= 5 and alike * 7 >= len(draft)


def _looks_english(draft: Draft) -> bool:
    sample = " ".join(draft.text[: 40])[:6000].lower().split()
    hits = sum(word in ("the", "of", "and", "to", "in", "a") for word in sample)
    return hits * 8 > len(sample)


def _cased_document(draft: Draft) -> bool:
    prose = [text for text, long in zip(draft.text, draft.prose, strict=True) if long][:20]
    return sum(map(is_cased, prose)) * 2 > len(prose)


def _is_caption(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    if draft.stop[index]:
        return False
    return text[-1] not in ",;:—-" and draft.size[index] <= 330 and not text[0].islower()


def _is_sentence_caption(draft: Draft, index: int) -> bool:
    """A short sentence that stands apart among captions."""
    after = index + 1
    return (
        draft.size[index] <= 110
        and draft.gap[index] >= 2
        and draft.gap_after(index) >= 2
        and bool(index)
        and draft.role[index - 1] == "caption"
        and after < len(draft)
        and _is_caption(draft, after)
    )


# Single roles


def _is_table(draft: Draft, index: int) -> bool:
    segment = draft.segments[index]
    if segment.line_end != segment.line_start:
        return False
    span = segment.span
    raw = draft.source[span.start : span.end]
    if "\t" in raw:
        return raw.count("\t") >= 2 or not draft.prose[index]
    return raw.count("|") >= 2 and raw[0] == "|"


def _is_attribution(draft: Draft, index: int) -> bool:
    text, size = draft.text[index], draft.size[index]
    if size > 80 or not index:
        return False
    before = draft.role_before(index)
    dash = text[0] in "—–―" and len(text) > 2 and (text[1] != " " or before in ("verse", "quotation"))
    if dash:
        return not draft.stop[index] and (before in ("verse", "quotation") or title_case(text[1:]))
    if draft.stop[index] and text.count(" ") > 3:
        return False
    if before in ("verse", "quotation") and draft.text.count(text) < 3:
        return text[-1] not in ",:;" and len(text.split()) <= 6 and (title_case(text) or not is_cased(text)) and text[0] not in _QUOTE_OPEN and not division(text, draft.cues)
    if before != "body" or draft.gap[index] > 1 or draft.gap_after(index) <= draft.gap[index]:
        return False
    if not (is_name(text) and not draft.stop[index] and len(text.split()) >= 2):
        return False
    if index >= 2 and draft.gap[index - 1] <= draft.gap[index] and draft.role[index - 2] == "body":
        return False
    return draft.source.count(text) >= 3 and _mark_quotation(draft, index - 1)


def _mark_quotation(draft: Draft, index: int) -> bool:
    if draft.rule[index] not in ("prose", "text"):
        return False
    draft.role[index] = "quotation"
    draft.rule[index] = "attributed"
    return True


def _is_verse(draft: Draft, index: int) -> bool:
    if draft.lines(index) < 2 or draft.segments[index].rule not in ("stanza", "wrapped", "continued"):
        return False
    lines = draft.raw_lines(index)
    if max(map(len, lines)) > 84 or draft.segments[index].rule == "wrapped" and len(lines) > 3:
        return False
    high = sum(_starts_high(line) for line in lines)
    ended = sum(line[-1] in ",;:.!?…—–-”’\"'。，、！？；" for line in lines)
    if not is_cased(text := draft.text[index]) and max(map(len, lines)) > 30:
        return False
    if high * 10 < 7 * len(lines) or lines[-1][-1] not in ".!?;:,—–…”’\"'。，！？；":
        return False
    if draft.segments[index].rule == "wrapped":
        return False
    return ended * 2 >= len(lines)


def _starts_high(line: str) -> bool:
    bare = line.lstrip("“„«\"'‘’(—–-_*… ")
    return bool(bare) and not bare[0].islower()


def _put_verse(draft: Draft, index: int) -> None:
    before = draft.role_before(index)
    if before in ("heading", "title", "quotation") and _is_epigraph(draft, index):
        draft.put(index, "quotation", "epigraph")
    else:
        draft.put(index, "verse", "stanza")


def _is_epigraph(draft: Draft, index: int) -> bool:
    """True where the stanzas under a heading end with the line that names their author."""
    for after in range(index + 1, min(len(draft), index + 8)):
        if draft.role[after] == "page_furniture" or _is_verse(draft, after):
            continue
        text = draft.text[after]
        return not draft.stop[after] and len(text.split()) <= 6 and title_case(text) and not division(text, draft.cues)
    return False


def _is_signature(draft: Draft, index: int) -> bool:
    text, size = draft.text[index], draft.size[index]
    if size > 90 or not index or draft.lines(index) > 4:
        return False
    low = text.casefold().rstrip(" ,.:;!—-")
    if low in draft.cues.closing or low in draft.cues.signed:
        return True
    before, after = draft.role[index - 1], index + 1
    if before == "signature":
        return is_name(text) or _SPACED.search(text) is not None
    last = draft.raw_lines(index)[-1]
    if _SPACED.match(last) and not is_cased(last) and draft.cues.office.find(low, frozenset(WORD.findall(low))):
        return True
    if _SPACED.match(last) and not is_cased(last) and before == "dateline":
        return True
    if not is_name(text) or len(text.split()) > 5 or draft.text[index - 1][-1] in ":":
        return False
    if text[0] in "“\"" and draft.stop[index]:
        previous = draft.text[index - 1]
        return previous.startswith("“") and previous.count("“") > previous.count("”") and text[-2:] in (".”", '."')
    if draft.stop[index] and not _initials(text):
        return False
    if len(text.split()) < 2 or not draft.stop[index - 1]:
        return False
    if draft.gap_after(index) >= 3 and draft.gap[index] < draft.gap_after(index) and after < len(draft):
        return True
    return after >= len(draft) or draft.role[after] == "dateline" or (after < len(draft) and _place_and_date(draft, after))


def _initials(text: str) -> bool:
    return re.search(r"(?:^|\s)[A-Z]\.", text) is not None


def _place_and_date(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    return draft.size[index] <= 100 and "," in text and re.search(r"\b1\d{3}|\b20\d\d", text) is not None and len(text.split()) <= 9


def _is_listed(draft: Draft, index: int) -> bool:
    text = draft.text[index]
    if not _MARKER.match(text) or _is_numbered_heading(draft, index):
        return False
    for other in (*range(index - 1, max(-1, index - 3), -1), *range(index + 1, min(len(draft), index + 3))):
        if _MARKER.match(draft.text[other]):
            return True
    return bool(index) and draft.text[index - 1][-1] in ":："


def _is_numbered_heading(draft: Draft, index: int) -> bool:
    """A short numbered line that ends no sentence, with running text below it instead of the next point."""
    after = index + 1
    return (
        draft.text[index][0].isdigit()
        and draft.size[index] <= 70
        and not draft.stop[index]
        and draft.text[index][-1] not in ",;:"
        and after < len(draft)
        and not _MARKER.match(draft.text[after])
        and (draft.prose[after] or draft.stop[after] or draft.size[after] >= 80)
        and (draft.gap[index] > 0 or draft.gap[after] > 0)
    )


def _spread_lists(draft: Draft) -> None:
    """Points without marks: what follows a colon in parallel paragraphs, and paragraphs that count themselves."""
    total = len(draft)
    for index in range(total - 1):
        if draft.role[index] not in (None, "list_item"):
            continue
        if draft.text[index][-1] in ":：":
            end = index + 1
            while end < total and draft.role[end] is None and draft.text[end][-1] in ",;" and end - index <= 30:
                end += 1
            if end - index >= 3:
                for point in range(index + 1, min(end + 1, total)):
                    draft.put(point, "list_item", "after_colon")
        if _ORDINAL.match(draft.text[index]) and _ORDINAL.match(draft.text[index + 1]):
            draft.put(index, "list_item", "ordinal")
            draft.put(index + 1, "list_item", "ordinal")


def _is_foreign(draft: Draft, index: int) -> bool:
    """True for a segment in a script without case in a document with it."""
    return not is_cased(draft.text[index]) and any(map(str.isalpha, draft.text[index]))


def _label_foreign(draft: Draft, index: int) -> None:
    """Text in another script among pictures: recognised in one of them, unless it is laid out as the document's own text."""
    after = index + 1
    if draft.lines(index) == 1 and draft.stop[index] and draft.size[index] > 60:
        draft.put(index, "body", "text")
    elif after < len(draft) and draft.prose[after] and _is_foreign(draft, after) and draft.lines(index) == 1:
        draft.put(index, "heading", "opens_section")
    else:
        draft.put(index, "figure_text", "other_script")


def _is_heading(draft: Draft, index: int, *, web: bool, pictures: bool, english: bool) -> bool:
    text, size = draft.text[index], draft.size[index]
    if not (text[0].isalnum() or text[0] in _QUOTE_OPEN + "¿¡§") or not any(map(str.isalpha, text)):
        return False
    if size > 140 or draft.lines(index) > 3 or text[0].islower() or text[0] in "—–-―•*(/":
        return False
    kind = division(text, draft.cues)
    if kind and (not draft.stop[index] or kind == "numeral" or all_capitals(text) or len(text.split()) <= 4):
        return True
    words = text.split()
    if len(words) > 20 or text[-1] in ",;:—–-":
        return False
    titled = title_case(text) if is_cased(text) else False
    capitals = all_capitals(text)
    if text[0] in _QUOTE_OPEN and text[-1] in "”»“\"」』" and is_cased(text):
        return False
    if draft.stop[index]:
        if capitals and len(words) <= 12:
            return _opens(draft, index) and draft.text.count(text) < 3
        if text[-1] not in "?!？！" or text[0] in _QUOTE_OPEN:
            return False
        # A question or a cry may be a title, but speech looks the same: it must stand apart or follow a number.
        apart = draft.gap[index] > draft.usual_gap or draft.role_before(index) == "heading"
        if not (apart and (titled or not is_cased(text)) and len(words) >= 2):
            return False
    if draft.lines(index) > 2 and not capitals:
        return False
    low = text.casefold().rstrip(".: ")
    if low in draft.cues.front:
        return True
    if pictures:
        return _heads_pictures(draft, index, titled=titled or capitals)
    if not is_cased(text):
        if size > 70 or _HANGUL_END.search(text) and len(text) > 12:
            return False
        return _opens(draft, index, reach=1)
    if not (draft.gap[index] or draft.gap_after(index)) and index and not web and (size > 50 or len(words) > 7):
        return False
    if not (titled or capitals) and english and len(draft) >= 150:
        return False
    if not (titled or capitals) and (size > 90 or len(words) > 14):
        return False
    if sum(map(str.isalpha, text)) * 2 < len(text):
        return False
    return _opens(draft, index)


def _opens(draft: Draft, index: int, *, reach: int = 3) -> bool:
    """True where running text follows, datelines, further headings, verse and furniture aside."""
    seen = 0
    for after in range(index + 1, min(len(draft), index + 9)):
        role = draft.role[after]
        if role in ("page_furniture", "dateline", "heading", "caption", "footnote"):
            continue
        if role in ("boilerplate", "navigation", "imprint"):
            return False
        if role in ("list_item", "verse", "quotation"):
            return True
        if draft.prose[after] or (draft.stop[after] and draft.size[after] >= 12) or draft.text[after][-1] in ",;:—":
            return True
        if draft.lines(after) >= 2:
            return True
        seen += 1
        if seen > reach:
            return False
    return False


def _heads_pictures(draft: Draft, index: int, *, titled: bool) -> bool:
    """Headings among captions: a dateline under them, or titled and running text close below."""
    after = index + 1
    if after < len(draft) and draft.role[after] == "dateline" and draft.rule[after] == "date":
        return True
    words = len(WORD.findall(draft.text[index]))
    if not titled:
        return False
    if after < len(draft) and draft.prose[after]:
        return words >= 2 and draft.gap[after] <= 3 and draft.gap[index] > draft.gap[after]
    # A string of capitalised nouns may be a name; an article in it makes it a headline.
    return words >= 12 and re.search(r"\b(?:a|an)\b", draft.text[index]) is not None

