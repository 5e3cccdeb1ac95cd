"""How the titles of speeches are worded: what was spoken, by whom, where and when."""

from __future__ import annotations

import re

from corpus_pkg.parse.roles.cues import fold, word_lists

_SPOKEN = (
    r"(?:opening |closing |keynote |inaugural |concluding )?(?:speech|address|remarks)"
    r"|(?:eröffnungs|schluss|gruß|fest|gedenk)?(?:rede|ansprache|wort|worte|referat)"
    r"|discours|allocution|discurso|palabras|alocución|intervención|intervenção|palavras|pronunciamento"
    r"|discorso|intervento|речь|выступление|доклад|промова|виступ|доповідь|przemówienie|wystąpienie|ομιλία|χαιρετισμός"
)
_TOLD = (
    r"statement|message|report|intervention|déclaration|rapport|mensaje|informe|mensagem|relazione|messaggio"
    r"|обращение|приветствие|слово|εισήγηση"
)
_OF_WHOM = (
    r"(?:delivered|given|made|by|of|to|at|before|von|der|des|zur|zum|auf|vor|bei|im|in|prononcée?|de|du|d['’]\w+|à|au|aux|lors"
    r"|pronunciad[oa]s?|dad[oa]s?|del|de la|en|ante|por|con motivo|na|no|da|do|proferido|pronunciato|tenuto|al|alla"
    r"|на|перед|к|товарища|председателя|генерального|первого|секретаря|президента|при|у|wygłoszon[ea]|του|της|στο|στη|στην)\b"
)
_SPEECH = re.compile(rf"(?:{_SPOKEN})\s(?:{_OF_WHOM}|(?-i:[A-ZÀ-Þ][\w.-]+\s[A-ZÀ-Þ]))", re.IGNORECASE)
_ANY = re.compile(rf"(?:{_SPOKEN}|{_TOLD})\s{_OF_WHOM}", re.IGNORECASE)
_DELIVERED = re.compile(
    r"\b(?:delivered|gehalten|prononcée?|pronunciad[oa]s?|proferid[oa]|pronunciato|tenuto|произнес\w+|wygłoszon[ea])\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:by|von|par|por|da)\s")
_LONGEST, _LONG = 600, 250
"""Columns of the whole title of a speech, and of such a line under another title, at most."""
_SECTIONS = word_lists("words")["speeches"]


def opens_speech(text: str, size: int) -> bool:
    """True for one sentence that tells what speech it heads: ``Speech by Ada Marsh at the third congress, 12 May``."""
    return size <= _LONGEST and _SPEECH.match(text) is not None and ". " not in text[: len(text) - 2]


def was_spoken(text: str) -> bool:
    """True for a title in capitals, and for one that says that it was delivered."""
    return text.isupper() or _DELIVERED.search(text) is not None


def tells_speech(text: str, size: int) -> bool:
    """True for such a line without a stop, under a title: a report or a message too."""
    return size <= _LONG and text[-1] not in ".,:;" and _ANY.match(text) is not None


def names_speaker(text: str) -> bool:
    """True for a title that says by whom the speech was: no line over it need say so."""
    return _BY.search(text) is not None


def names_speeches(text: str) -> bool:
    """True for what a site calls its speeches: ``Speeches and Statements``."""
    words = fold(text).split()
    return bool(words) and len(words) <= len(_SECTIONS) and all(word in _SECTIONS for word in words)
