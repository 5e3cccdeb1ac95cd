"""Who signs at the foot of a text: the names and offices under the line that says where and when it was done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.cues import fold
from corpus_pkg.parse.roles.draft import WORD
from corpus_pkg.parse.roles.shape import division, is_cased, is_name

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

SIGNED = re.compile(
    r"[(（](?:signed|sgd\.?|gez\.?|gezeichnet|signé|firmado|firmato|assinado|подпись|подп\.)[)）]\.?\s|(?:signed|gez\.|signé|firmado)\s?:\s",
    re.IGNORECASE,
)
"""A name that is said to sign: ``(signed) A. Holm``."""
_DONE = re.compile(
    r"(?:done|signed|executed) (?:at|in)\b|in witness whereof|fait à\b|fait en\b|geschehen (?:zu|in)\b|hecho en\b"
    r"|feito em\b|fatto a\b|совершено в\b|составлено в\b|làm tại\b|gedaan te\b",
    re.IGNORECASE,
)
"""How the last sentence of an instrument begins."""
_FOR = re.compile(
    r"(?:for (?:and )?(?:on behalf of |the )|on behalf of |pour (?:le|la|l[’'])|für (?:die|den|das) |por (?:el|la|o|a) "
    r"|per (?:il|la) |за (?:правительств|прав|сторону)|от имени |thay mặt |par (?:le|la) )",
    re.IGNORECASE,
)
_PARTY = re.compile(r"(?:for|pour|für|por|per|за|от)\s([^\W\d_][^:.;]{2,50}):\s?(.{0,40})\Z", re.IGNORECASE)
"""For whom somebody signs, and a name or none: ``For Norland: A. Holm``."""
_HAND = re.compile(
    r"[\[(](?:signatures?|signed|sgd\.?|unterschrift|unleserlich|firma|rúbrica|подпись|서명|签名|署名)\b[^\[\]()]{0,24}[\])]\Z",
    re.IGNORECASE,
)
"""Where a hand signed: ``[signature illegible]``."""
_OF = re.compile(r"\s[(（][^()（）]{2,40}[)）]\Z")
"""For whom somebody signs, behind the name: ``Ivar Lind (Norland)``."""
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_]\.")
_POSTSCRIPT = re.compile(
    r"P\.?\s?[-–—]?\s?[S]\.|N\.?B\.|enc(?:l|losures?|s)?\s?[.:]|c\.?\s?c\.?\s?:|cop(?:y|ies) to:|anlagen?:"
    r"|pièces? jointes?|p\.\s?j\.|приложение:|копия:|(?:붙임|첨부|별첨)\s?[:：]?\s",
    re.IGNORECASE,
)
"""What stands under the name of who signs: a postscript, what is enclosed, who has a copy."""
_FOOT = 90
_HEADED = 48
_WORDS = 6
"""Words of a signatory whose line ends with a stop: Verein Rheinufer e. V."""
_NAMES = 4
_PERSON = 2
"""Words of a name at least."""
_SIGNED = 24
_MOST = 14
"""Lines that sign an instrument at most."""


def find_signatories(draft: Draft) -> None:
    """Label the heading over those who sign, and the short unfinished lines under it that no gap parts."""
    for index in range(1, len(draft) - 1):
        if draft.size[index] > _HEADED or fold(draft.text[index]).rstrip(" :.") not in draft.cues.signatories:
            continue
        after = index + 1
        while (
            after < len(draft)
            and draft.role[after] is None
            and draft.size[after] <= _FOOT
            and (not draft.stop[after] or len(draft.text[after].split()) <= _WORDS)
            and (after == index + 1 or draft.gap[after] <= draft.gap[index + 2])
        ):
            draft.put(after, "signature", "signatories")
            after += 1
        if after > index + 1:
            draft.put(index, "heading", "signatories")


def sign_closings(draft: Draft) -> None:
    """Label the names, offices and parties under a date at the foot of a text, or under its last sentence."""
    begun = False
    for index in range(len(draft) - 1):
        begun = begun or draft.prose[index] or draft.role[index] == "list_item"
        if begun and _closes(draft, index):
            after = index + 1
            while after < len(draft) and after - index <= _MOST and signs(draft, after):
                if draft.gap[after] > max(1, draft.gap[index]) or _heads_next(draft, index, after):
                    break  # the heading of what comes next
                if fold(draft.text[after]).rstrip(" .:") in draft.cues.front:
                    break
                after += 1
            for signing in range(index + 1, after):
                draft.put(signing, "signature", "under_closing")


def sign_feet(draft: Draft) -> None:
    """Label a name with its office or body under a text, where the section or the page's own text is over."""
    for index in range(1, len(draft)):
        if draft.role[index] is not None or draft.size[index] > _FOOT:
            continue
        if not draft.stop[index - 1] and draft.role[index - 1] != "signature":
            continue
        if _HAND.match(draft.text[index]):
            draft.put(index, "signature", "at_foot")
            continue
        after = index
        while (
            after < len(draft)
            and after - index < _NAMES
            and draft.size[after] <= _FOOT
            and signs(draft, after)
        ):
            after += 1
        block = index + 1
        while block < after and not draft.gap[block]:
            block += 1
        joined = draft.lines(index) > 1 and draft.raw_lines(index)[0][-1] != ","
        if (
            (block - index > 1 or (joined and after > index))
            and draft.gap[index]
            and _is_told(draft, range(index, block))
        ):
            after = block  # a name and an office next to each other need no end of the section
        elif after == index or not (
            (_is_over(draft, after) or (draft.gap[index] <= 1 and _opens_next(draft, after)))
            and _is_told(draft, range(index, after))
        ):
            continue
        for signing in range(index, after):
            draft.put(signing, "signature", "at_foot")


def _is_told(draft: Draft, indices: range) -> bool:
    """True for a name without an office, and another line with one, or one that says for whom it stands."""
    lines = [SIGNED.sub("", _OF.sub("", line)) for index in indices for line in draft.raw_lines(index)]
    told = [signs_as(draft, line.rstrip(" .")) or _signs_for(draft, line) for line in lines]
    if any(told) and all(told[at] or _FOR.match(line) for at, line in enumerate(lines)):
        return True
    offices = [_has_office(draft, line) for line in lines]
    names = (
        is_name(line) and len(line.split()) >= 2
        for line, office in zip(lines, offices, strict=True)
        if not office
    )
    return any(offices) and any(names)


def _signs_for(draft: Draft, line: str) -> bool:
    """True for a party and who signs for it, or nobody: ``For Norland: A. Holm, Secretary``."""
    party = _PARTY.match(line)
    if party is None or not is_name(party[1].removeprefix("the ")):
        return False
    signed = party[2].strip(" ()/*_")
    return not signed or is_name(signed) or signs_as(draft, signed)


def signs_as(draft: Draft, line: str) -> bool:
    """True for a name and, behind a comma, an office or what somebody with initials is: ``T. ALDER, Chairman``."""
    name, comma, office = line.partition(", ")
    if not comma or not is_name(name):
        return False
    if _INITIAL.search(office) and is_name(office) and _has_office(draft, name):
        return True
    if len(name.split()) < _PERSON:
        return False
    told = office[0].islower() and len(office.split()) <= _NAMES and _INITIAL.search(name) is not None
    return told or _has_office(draft, office)


def _has_office(draft: Draft, line: str) -> bool:
    low = fold(line)
    return (
        _FOR.match(low) is not None or draft.cues.office.find(low, frozenset(WORD.findall(low))) is not None
    )


def _is_over(draft: Draft, index: int) -> bool:
    return (
        index >= len(draft)
        or division(draft.text[index], draft.cues) is not None
        or draft.role[index]
        in {"navigation", "boilerplate", "page_furniture", "footnote", "dateline", "imprint"}
        or _POSTSCRIPT.match(draft.text[index]) is not None
    )


def _heads_next(draft: Draft, dated: int, index: int) -> bool:
    """True for a line apart from who signs, whose lines are printed tight, right over running text."""
    below = index + 1
    return (
        index - dated > _PERSON
        and draft.gap[index] > draft.gap[index - 1] == 0
        and below < len(draft)
        and draft.prose[below]
    )


def _opens_next(draft: Draft, index: int) -> bool:
    """True for a short line that stands over running text of its own: a heading."""
    below = index + 1
    return (
        below < len(draft)
        and draft.size[index] <= _HEADED
        and not draft.stop[index]
        and draft.gap[index] > 0
        and draft.text[index][0].isupper()
        and draft.text[index][-1] not in ",;:"
        and draft.stop[below]
    )


def signs_in_columns(draft: Draft, index: int) -> bool:
    """True for an office and, behind a tab, a name with its initials, under a text: ``Председатель	И. Иванов``."""
    if not draft.has_columns or not index or draft.size[index] > 90 or draft.role[index - 1] == "table":
        return False
    span = draft.segments[index].span
    office, tab, name = draft.source[span.start : span.end].partition("\t")
    low = fold(office)
    return (
        bool(tab)
        and (draft.stop[index - 1] or draft.role[index - 1] in {"list_item", "signature", "dateline"})
        and draft.cues.office.find(low, frozenset(WORD.findall(low))) is not None
        and is_name(name.strip())
        and _INITIAL.search(name) is not None
    )


def _closes(draft: Draft, index: int) -> bool:
    if draft.role[index] == "dateline":
        over = draft.role[index - 1] if index else None
        return over not in {"title", "heading", "dateline", "caption", "navigation", "boilerplate"}
    return draft.role[index] is None and _DONE.match(draft.text[index]) is not None


def signs(draft: Draft, index: int) -> bool:
    """True for a few short lines, each a name, an office or a party."""
    if draft.role[index] is not None or draft.lines(index) > 8 or draft.size[index] > 300:
        return False
    return all(_is_signer(draft, line) for line in draft.raw_lines(index))


def _is_signer(draft: Draft, line: str) -> bool:
    bare = _OF.sub("", line).strip(" ,.:;()/*_")
    low = fold(bare)
    if not bare or len(line) > 90 or division(line, draft.cues) or draft.cues.salutation.find_start(low):
        return False
    if (found := SIGNED.match(line)) and is_name(line[found.end() :]):
        return True
    if _FOR.match(bare) or low in draft.cues.signed or signs_as(draft, line.rstrip(" ,.:;")):
        return True
    if _signs_for(draft, line):
        return True
    office = draft.cues.office.find(low, frozenset(WORD.findall(low)))
    if office and (is_cased(bare) or _ends_word(low, office)):
        return line[-1] not in ".!?"
    if not is_cased(bare):
        return len(bare) <= _SIGNED and bare.endswith(draft.cues.body)
    return is_name(bare) and any(map(str.isalpha, bare))


def _ends_word(low: str, office: str) -> bool:
    """True where a word of a short line ends with an office, in scripts that write one behind its body's name."""
    end = low.find(office) + len(office)
    return len(low) <= _SIGNED and not low[end : end + 1].isalpha()
