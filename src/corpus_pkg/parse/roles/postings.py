"""What the line that dates a posting says besides: how many commented, who sent it, where to answer."""

from __future__ import annotations

import re

from corpus_pkg.parse.bylines import ACTIVE, BEHIND, BY, KEEPERS, LABELS, POSTED
from corpus_pkg.parse.roles.cues import word_lists

_WORDS = word_lists("comments")


def _any(name: str) -> str:
    return "|".join(re.escape(word) for word in sorted(_WORDS[name], key=len, reverse=True))


_SIGN = r"[|·•/–—-]"
_COUNTS = re.compile(
    rf"(?:\s?{_SIGN}\s?|,?\s)(?:(?:\d{{1,6}}|keine|no|aucun|sin|nessun|nenhum|нет)\s?(?:{_any('counts')})"
    rf"|(?:{_any('counts')})\s?[:：(]?\s?\d{{1,6}}\)?)(?=\s?{_SIGN}|\Z)"
    rf"|\s{_SIGN}\s(?:{_any('counts')}|{_any('form')})\Z",
    re.IGNORECASE,
)
"""How many commented, or where to: ``| 12 Kommentare``, ``— Leave a reply``."""
_NUMBER = re.compile(r"\d+")
_KEEPERS = "|".join(map(re.escape, sorted(KEEPERS)))
_WHO = r"[^\W\d_][\w.@'’-]{1,23}"
_POSTER = re.compile(
    rf"(?<=\d[:.h]\d\d)(\s?(?:uhr|hs?))?,?\s(?:{BY})\s[\w.-]{{2,24}}\Z"
    rf"|(?<=\d),?\s(?:{BY})\s(?:{'|'.join(sorted(KEEPERS))})\Z",
    re.IGNORECASE,
)
"""Behind the minute or the day who posted, by any name: ``10:22 von hafenkatze``."""
_POSTED = re.compile(rf"(?:(?P<active>{ACTIVE})|{POSTED})(?!\w)(?:\s?:)?", re.IGNORECASE)
_NAMED = rf"\s{_WHO}(?:\s{_WHO}){{0,2}}?,?(?=\s(?:[^\W\d_]{{1,4}},?\s){{0,2}}\d|\s?[|–—-]\s)"
_BEFORE = re.compile(rf"\s(?:{BY})\s?[:：]?{_NAMED}", re.IGNORECASE)
_AT_ONCE = re.compile(_NAMED)
_AFTER = re.compile(rf"(?<=\d)(\S{{0,2}}?),?\s(?:{BY})\s?:?\s{_WHO}(?:\s{_WHO}){{0,2}}\Z", re.IGNORECASE)
"""Behind a posting verb who sent it in, before the day or after it: ``Submitted by harbour_cat on 3 May 2009``."""
_UNDER = re.compile(
    r"\s(?:in|dans|en|em|unter|im bereich|sotto|onder|i kategorin|w kategorii|в рубрике|в разделе)\s[^\d]{2,70}\Z",
    re.IGNORECASE,
)
"""Under what it was filed, behind the day or who posted."""
_LABELLED = re.compile(
    rf"(?:\A|[|·•,，、]?\s)(?:{LABELS}|글쓴이|投稿者|作成者|作者)\s?[:：]\s?{_WHO}(?:\s{_WHO}){{0,2}}(?=\s?[|·•,，–-]|\Z)",
    re.IGNORECASE,
)
"""The same behind a label: ``Szerző: admin``."""
_BEHIND = re.compile(rf"(?:\A|\s){_WHO}(?:\s{_WHO}){{0,2}}\s(?:{BEHIND})(?!\w)", re.IGNORECASE)
"""The same before a word that follows the name: ``admin tarafından``."""


_AT = re.compile(r"\sum\s(?=\d{1,2}[:.]\d\d)")
"""Between a day and its minute, in German."""


def bare_posting(text: str) -> str:
    """Return the line that dates a posting without what it says besides, or the line as it is."""
    if " um " in text:
        text = _AT.sub(" ", text)
    if ":" in text or "：" in text:
        text = _LABELLED.sub(" ", text).strip()
    if not text.isascii():
        text = _BEHIND.sub(" ", text).strip()
    if len(_NUMBER.findall(text)) > 1 and (found := _POSTED.match(text)):
        said = _UNDER.sub("", text[found.end() :])
        named = _BEFORE.match(said) or (found["active"] and _AT_ONCE.match(said))
        text = "posted " + _AFTER.sub(r"\1", said[named.end() if named else 0 :]).strip()
    return _COUNTS.sub("", _POSTER.sub(r"\1", text)).strip()
