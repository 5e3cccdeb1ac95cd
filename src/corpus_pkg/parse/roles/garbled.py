"""Text that a machine read in a picture and mostly got wrong: handwriting, banners, inscriptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus_pkg.parse.roles.draft import Draft

_ODD = re.compile(
    r"[^\W\d_]*(?:(?<=[a-zß-ÿа-я])\d+(?=[^\W\d_])|(?<=[A-Z])\d+(?=[a-zß-ÿа-я])|(?<=[A-Z])[0158](?=[A-Z]{2}|[A-Z]\W|[A-Z]\Z)|(?<=\w)[~|$\\^`¦§¬<>{}*=¤•■]+(?=\w)"
    r"|(?<=[a-zß-ÿ][a-zß-ÿ][a-zß-ÿ])[A-ZÀ-Þ](?=[A-ZÀ-Þa-zß-ÿ]))\w*"
    r"|(?<!\w)\d(?=[a-zß-ÿ]{3})\w+|(?<!\w)[bcdfghjklmnpqrstvwxz]{4,}(?!\w)"
)
"""A word with a figure or a sign between its letters, a capital in its middle, or no vowel."""
_CODE = re.compile(r"://|www\.|[@`{}\\_]|\$[\w({]*\s|[=()\[\]]{2}|[-=]>|::|\w\.\w+\(")
_LONGEST = 300
_FEWEST, _SHARE = 2, 3
"""Odd words that tell, and how many words there are for one of them at most."""
_SHOWN = frozenset({"caption", "figure_text"})


def find_garbled(draft: Draft) -> None:
    """Label garbled lines beside a caption, and the lines printed tight around them: what stands in the picture."""
    end = 0
    while end < len(draft):
        first = end
        while end < len(draft) and (end == first or draft.gap[end] == 0) and _may_be_shown(draft, end):
            end += 1
        tight = range(first, end)
        end = max(end, first + 1)
        if not any(is_garbled(draft.text[index]) for index in tight):
            continue
        beside = [draft.role[index] for index in (tight.start - 1, tight.stop) if 0 <= index < len(draft)]
        if not _SHOWN.isdisjoint(beside):
            for index in tight:
                draft.role[index] = None
                draft.put(index, "figure_text", "garbled")


def is_garbled(text: str) -> bool:
    """True where a third of the words, of which there are two at least, are none of any language."""
    if len(text) > _LONGEST or _CODE.search(text):
        return False
    words = text.split()
    odd = len(_ODD.findall(text))
    figures = sum(any(map(str.isdigit, word)) and _ODD.search(word) is None for word in words)
    return odd >= _FEWEST and odd * _SHARE >= len(words) and figures * 2 <= len(words)


def _may_be_shown(draft: Draft, index: int) -> bool:
    return draft.rule[index] in {"text", "opens_section", "unfinished_alone", "prose"} and not (
        draft.rule[index] == "prose" and draft.size[index] > _LONGEST
    )
