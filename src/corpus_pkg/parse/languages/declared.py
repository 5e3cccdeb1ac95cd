"""What the markup declares of a paragraph's language: evidence where long paragraphs bear it out.

Pages declare the language of the template that made them, so a declaration is believed as far as the paragraphs
that do tell their language agree with it. Where a part of a page declares another language than the rest, somebody
meant it: there the text must speak clearly to be heard against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus_pkg.parse.langid import knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus_pkg.model import Mark

    from .context import Evidence
    from .evidence import Script

_BESIDE, _BORNE_OUT, _ALONE = 6.0, 3.0, 1.5
"""What a declaration adds to the log probability of its language: on a page that declares others too, where other
paragraphs bear it out, and where none does."""
_MEANT = 40.0
"""The same of a declaration that differs from the page's: more than any neighbours weigh."""
_ALLOWS = -12.5
"""Below this, the paragraph's script is against the language, and no declaration outweighs it."""
_FEWEST = 3
"""Letters below which a line says nothing, whatever is declared of it."""
_CLEAR, _SAYS = -0.1, 30
"""Above this log probability, and from so many letters, a paragraph's own words are against another language."""


def weigh_declared(
    evidence: Sequence[Evidence], scripts: Sequence[Script], marks: Sequence[Mark]
) -> list[Evidence]:
    """Return what each paragraph says by itself, with what is declared of it; all three are parallel."""
    known = {language: index for index, language in enumerate(knowledge.languages())}
    told = [known.get(mark.language or "") for mark in marks]
    agreed: dict[int, int] = {}
    asked: dict[int, int] = {}
    for one, language in zip(evidence, told, strict=True):
        if one.settled and language is not None:
            asked[language] = asked.get(language, 0) + 1
            agreed[language] = agreed.get(language, 0) + (one.best == language)
    several = len(set(told) - {None}) > 1
    weights = {
        language: _BESIDE if several else _BORNE_OUT if language in asked else _ALONE
        for language in told
        if language is not None and agreed.get(language, 0) * 2 >= asked.get(language, 0)
    }
    usual = max(dict.fromkeys(told), key=told.count)
    weighed = []
    for one, script, language in zip(evidence, scripts, told, strict=True):
        if one.settled or language not in weights or script.letters < _FEWEST or language is None:
            weighed.append(one)
        else:
            weighed.append(_with(one, language, weights[language] if language == usual else _MEANT))
    return weighed


def _with(one: Evidence, language: int, weight: float) -> Evidence:
    if one.row[language] < _ALLOWS:
        return one
    if one.best >= 0 and one.best != language and one.letters >= _SAYS and one.row[one.best] > _CLEAR:
        return one
    row = one.row.copy()
    row[language] += weight
    return one._replace(row=row - max(0.0, float(row.max())))
