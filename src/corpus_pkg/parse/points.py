"""The marks with which the points of a list begin."""

from __future__ import annotations

MARK = (
    r"[(（\[]?\d{1,3}(?:\.\d{1,3}){0,3}[.)）、．\]](?!\d)|\d{1,2}°\s|(?:하나|둘|셋|넷)\.\s|하나,\s"
    r"|(?:Primer[oa]|Segund[oa]|Tercer[oa]|Cuart[oa]|Quint[oa]|Sext[oa])\s?(?:\.?[-–—]|[:.])\s"
    r"|[(（](?:[a-zA-Zа-я]|[ivx]{1,5}|[一二三四五六七八九十]{1,3}|[가나다라마바사아자차카타파하])[)）]"
    r"|[a-zа-я]\)|[a-z]\. |[一二三四五六七八九十]{1,3}、|[가나다라마바사아자차카타파하][.)] "
    r"|[①-⑳㉠-㉻]|[•‣·∙◦●○■□▪▫▶►◆◇★☆※→✓✔]"
)
"""A pattern: a number, a bracketed or closed letter, a circled number, a bullet; what dashes are, each stage says.

A capital with a stop is no mark: it is mostly an initial ("B. Franklin").
"""
BEHIND_DASH = r"[ \t\u3000](?=[^-*\s])"
"""What stands between a dash or an asterisk that is a mark and its point."""
