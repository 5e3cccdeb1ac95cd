"""What the line that dates a posting says besides: how many commented, who sent it, where to answer."""

from __future__ import annotations

import re

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
_POSTER = re.compile(
    r"(?<=\d[:.h]\d\d)(\s?(?:uhr|hs?))?,?\s(?:von|by|par|por|door|av|af|da|oleh|przez|от)\s[\w.-]{2,24}\Z",
    re.IGNORECASE,
)
"""Behind the minute who posted, by any name: ``10:22 von hafenkatze``."""
_SENT = re.compile(
    r"(?:gespeichert|eingereicht|eingestellt|geschrieben|verfasst|submitted|posted|soumis|publié|enviado|publicado"
    r"|submetido|inviato|pubblicato|отправлено|опубликовано|verzonden|wysłane)"
    r"\s(?:von|by|par|por|da|door|przez)\s[\w.@-]{2,24}(?:\s[\w.-]{2,24})?\s(?=(?:am|on|le|el|il|em|op|dnia)\s)",
    re.IGNORECASE,
)
"""Before the day who sent it in: ``Submitted by harbour_cat on 3 May 2009``."""


_AT = re.compile(r"\sum\s(?=\d{1,2}[:.]\d\d)")
"""Between a day and its minute, in German."""


def bare_posting(text: str) -> str:
    """Return the line that dates a posting without what it says besides, or the line as it is."""
    if " um " in text:
        text = _AT.sub(" ", text)
    return _COUNTS.sub("", _POSTER.sub(r"\1", _SENT.sub("posted ", text))).strip()
