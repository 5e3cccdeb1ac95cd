"""Signs of broken words, and the share of letter sequences that words of the language do not have."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SAMPLE = 400
"""Characters of a segment that are looked at: more hardly change the score."""
_PUNCTUATION = ".,;:!?\"“”„‘’'()…—–-«»"
_MEMORY = 200_000
"""Tokens remembered at most."""
_UNKNOWN, _BROKEN = 1 << 10, 1 << 20
"""What is seen of a token is one number, so that a segment's is their sum: its letter sequences, 1024 for each that
is unknown, 1024² where the token is broken. A sample has fewer than 1024 of any."""
_LEAST = 12
"""Sequences below which a segment is too short to be judged by them."""
_GRANTED = 2
"""Known sequences that every segment is granted: a few rare words in a short one are no debris."""
_WORD = re.compile(r"[^\W\d_]+")
_HANGUL = re.compile("[가-힣]{2,}")
# Signs that no writer sets among words, but that recognition leaves there.
_STRANGE = re.compile("[\ufffd\u2400-\u243f\\\\|~^<>{}=¦¬¤¨]|[^\\W\\d_]_[^\\W\\d_]")
# Inside a word: digits, a capital after two small letters, signs of punctuation other than hyphen and apostrophe.
_BROKEN_WORD = re.compile(
    r"[^\W\d_][0-9]+[^\W\d_]|[^\W\d_][!;:|?\"*+/][^\W\d_]|[a-zß-ÿ]{2}[A-ZÀ-Ý](?![a-z]{2})|[^\W\d_]{2},[^\W\d_]{2}"
)
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}|[бвгджзйклмнпрстфхцчшщ]{5,}")
_LONG_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}|(\w)\1\1\1")
# The words of one letter that languages in the Latin, Cyrillic and Greek scripts have.
_SINGLE = frozenset("aàâáeèéêiíìoòóôuùúyAIOEY&vszkwивксуояаийєіжбћηοό")
# Clean running text lies under the first bound, debris of recognition beyond the second: shares of unknown
# sequences, measured on text that the tables have not seen, whole and with every tenth to third letter replaced.
_BOUNDS = {"ko": (0.40, 0.78), "ru": (0.40, 0.64), "en": (0.05, 0.40), "es": (0.22, 0.55)}
_OTHER_BOUNDS = (0.18, 0.55)


class Scorer:
    """Scores reading texts in one language and script; what is known of a token is kept, for tokens recur."""

    def __init__(self, language: str, script: str) -> None:
        self._base = language.split("-", 1)[0]
        self._table = _sequences().get(self._base)
        self._bounds = _BOUNDS.get(self._base, _OTHER_BOUNDS)
        self._alphabet = script in _ALPHABETS
        self._first, self._last = _SMALL_LETTERS.get(script, ("\0", "\U0010ffff"))
        self._seen = _Seen(self._look_at)

    def score(self, text: str) -> float:
        """Score one reading text from 0 to 1, rounded to three decimals.

        Monotone in the share of broken tokens and in the share of letter sequences that the language does not
        have. A segment of few words says little: its score is drawn towards 1 by six words' weight.
        """
        tokens = text[:_SAMPLE].split()
        found = sum(map(self._seen.__getitem__, tokens))
        if found < _UNKNOWN:
            return 1.0
        broken, unknown, total = found // _BROKEN, found % _BROKEN // _UNKNOWN, found % _UNKNOWN
        count = len(tokens)
        soundness = max(0.0, 1.0 - 1.6 * broken / count)
        known = 1.0
        if total >= _LEAST:
            low, high = self._bounds
            known = max(0.0, min(1.0, (high - unknown / (total + _GRANTED)) / (high - low)))
        return round(1.0 - (1.0 - soundness * known) * count / (count + 6), 3)

    def _look_at(self, token: str) -> int:
        """Return whether a token is broken, how many sequences it has, and how many of them are unknown."""
        if self._alphabet:
            core = token.strip(_PUNCTUATION)
            broken = not (core.isalpha() and len(core) > 1 and core[1:].islower()) and _is_broken(token)
            broken = broken or _LONG_CLUSTER.search(core) is not None
        else:
            broken = _STRANGE.search(token) is not None or (self._base == "ko" and _is_torn(token))
        if self._table is None:
            return broken * _BROKEN
        if self._base == "ko":
            found = [word[at : at + 2] for word in _HANGUL.findall(token) for at in range(len(word) - 1)]
        else:
            # Names are capitalised, words in another script quoted: neither keeps the language's rules.
            words = [
                f"·{word.lower()}·"
                for word in _WORD.findall(token)
                if word[0].islower() and self._first <= word[0] <= self._last
            ]
            found = [word[at : at + 3] for word in words for at in range(len(word) - 2)]
        unknown = len(found) - sum(map(self._table.__contains__, found))
        return broken * _BROKEN + unknown * _UNKNOWN + len(found)


class _Seen(dict[str, int]):
    """What is known of tokens; one that is met for the first time is looked at."""

    def __init__(self, look_at: Callable[[str], int]) -> None:
        super().__init__()
        self._look_at = look_at

    def __missing__(self, token: str) -> int:
        if len(self) >= _MEMORY:
            self.clear()
        self[token] = found = self._look_at(token)
        return found


_SMALL_LETTERS = {"Latn": ("a", "\u024f"), "Cyrl": ("а", "ӿ")}
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Latf"})


def _is_torn(token: str) -> bool:
    """Tell whether a token of Korean is a part of a letter block, or has a block that no word in print needs.

    KS X 1001 has the 2350 blocks in use; ㅋㅋ and ㅠㅠ are laughter and tears, and ㄱ. counts.
    """
    if len(token) == 1 and "\u3131" <= token <= "\u3163":
        return True
    return any("가" <= char <= "힣" and not _is_in_use(char) for char in token)


@lru_cache(maxsize=4096)
def _is_in_use(char: str) -> bool:
    # What the standard lacks, its encoding spells out in eight bytes.
    return len(char.encode("euc_kr")) == 2


def _is_broken(token: str) -> bool:
    if len(token) == 1:
        return token.islower() and token not in _SINGLE
    if _STRANGE.search(token) or _BROKEN_WORD.search(token):
        return "://" not in token and "@" not in token and "www." not in token
    return _LONG_CLUSTER.search(token) is not None or (
        _NO_VOWEL.fullmatch(token) is not None and not token.isupper()
    )


@lru_cache(maxsize=64)
def scorer(language: str, script: str) -> Scorer:
    """Return the scorer of a language in a script; tokens recur from document to document."""
    return Scorer(language, script)


@lru_cache(maxsize=1)
def _sequences() -> dict[str, frozenset[str]]:
    """Load the letter sequences by language."""
    tables = tomllib.loads((files(__package__) / "sequences.toml").read_text(encoding="utf-8"))
    found: dict[str, frozenset[str]] = {}
    for language, table in tables.items():
        head = 1 if language == "ko" else 2
        entries = [entry for line in table["entries"] for entry in line.split()]
        found[language] = frozenset(entry[:head] + last for entry in entries for last in entry[head:])
    return found
