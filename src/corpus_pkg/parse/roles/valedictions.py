"""The phrases that close a letter: whose the writer is, and how he greets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus_pkg.parse.roles.closings import signs_as
from corpus_pkg.parse.roles.cues import fold, word_lists
from corpus_pkg.parse.roles.shape import is_name

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_SERVANT = tuple(sorted(word_lists("letter")["servant"]))
_KIN = re.compile(
    r"(?:your|thy|dein|deine|ihr|ihre|euer|votre|ton|ta|tu|su|tuo|tua|suo|sua|твой|твоя|ваш|ваша)\s"
    r"(?:ever |most |very |sehr |très |всегда )?(?:affectionate|loving|devoted|faithful|dutiful|attached|grateful"
    r"|obliged|sincere|fond|treuer|treue|liebender|liebende|dankbarer|dankbare|ergebener|ergebene|dévouée?|affectionnée?|fidèle"
    r"|aff[.]?|afectísimo|affezionat[oa]|devotissim[oa]|любящ(?:ий|ая)|преданн(?:ый|ая)|покорный)\b(?:\s\w+){0,3}\Z"
)
"""Whose the writer is, under a letter."""
_GREETS = re.compile(
    r"yours(?: very| most| ever)? \w+ly"
    r"|(?:with|in) (?:\w+ ){0,3}(?:greetings?|regards|wishes|respects?|thanks|solidarity|friendship|struggle|esteem)"
    r"|(?:fraternal|comradely|revolutionary|militant|cordial|warm|warmest|kind) (?:\w+ )?(?:greetings|regards|wishes)"
    r"|mit (?:\w+ ){0,3}(?:grüßen|gruß|gruss|grüssen|hochachtung)"
    r"|(?:avec )?(?:nos |mes )?(?:\w+ )?salutations(?: \w+){1,3}"
    r"|(?:con )?(?:saludos|saluti|saudações)(?: \w+){1,2}|un saludo(?: \w+){0,2}|con (?:un )?(?:\w+ )?saluto(?: \w+)?"
    r"|с (?:\w+ ){0,3}(?:приветом|уважением|пожеланиями)|z (?:\w+ ){0,2}(?:pozdrowieniem|pozdrowieniami|poważaniem)"
    r"|met (?:\w+ ){0,2}(?:groet|groeten)|med (?:\w+ ){0,2}(?:hälsning|hälsningar|hilsen|hilsener)"
)
"""The phrases that close a letter, whatever the greeting is called: ``With fraternal greetings``."""
_YOURS = re.compile(
    r"(?:(?:and )?(?:i am|i remain|we are|we remain|believe me|ever|always|as ever)(?:,?\s[\w’]+){0,4},?\s)?"
    r"yours?\b(?!\s(?:majest|grace|excellen|hono|lordship|ladyship|highness|worship|holiness|reveren|eminen))"
    r"(?:,?\s[\w’.-]+){0,4}|(?:and )?believe me(?:,?\s[\w’]+){0,4}|in (?:great |much )?haste"
)
"""Whose the writer is, in his own words."""
_POINTS = " ,.:;!—-"
_SHORT = 40
"""Columns of the name under it at most."""


def is_closing(draft: Draft, index: int) -> bool:
    """True for a closing phrase and the name under it: ``I am, Sir, your obedient servant, / H. N. Allen.``."""
    lines = draft.raw_lines(index)
    if not 1 <= len(lines) <= 4 or max(map(len, lines)) > 70:
        return False
    at = next((at for at, line in enumerate(lines[:2]) if _is_closing_line(draft, line)), None)
    if at is None:
        return _is_yours(draft, index, lines)
    if at and lines[0][-1] != ",":
        return False
    return (len(lines) > at + 1 or lines[at][-1] in ",:") and all(
        is_name(line) or signs_as(draft, line.rstrip(_POINTS)) for line in lines[at + 1 :]
    )


def _is_yours(draft: Draft, index: int, lines: list[str]) -> bool:
    """True for whatever the writer says that he is, a comma behind it, over a name: ``Ever your old friend,``."""
    if lines[0][-1] != "," or not _YOURS.fullmatch(fold(lines[0]).strip(_POINTS + '“"')):
        return False
    if len(lines) == 1 and index + 1 < len(draft):
        lines = [*lines, draft.text[index + 1]]
    return len(lines) > 1 and all(len(line) <= _SHORT and is_name(line) for line in lines[1:])


def _is_closing_line(draft: Draft, line: str) -> bool:
    """True for a phrase that closes a letter, or says whose the writer is: ``Your affectionate brother,``."""
    low = fold(line).rstrip(_POINTS).lstrip('“„"')
    return (
        low in draft.cues.closing
        or low.endswith(_SERVANT)
        or _KIN.match(low) is not None
        or _GREETS.fullmatch(low) is not None
    )
