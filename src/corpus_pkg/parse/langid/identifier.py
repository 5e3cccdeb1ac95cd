"""How likely each language is, given a stretch of text in one script."""

from __future__ import annotations

import math
import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WINDOW = 600
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[\d_]+")


class _Model(NamedTuple):
    """The bundled naive Bayes model of py3langid, its columns gathered by tag."""

    identifier: Any
    languages: tuple[str, ...]
    columns: NDArray[np.intp]
    """For each column of the model the index of its tag, -1 for none."""
    prior: NDArray[np.float64]


@cache
def knowledge() -> dict[str, dict[str, Any]]:
    """Return the tables of languages and the scripts that they are written in."""
    return tomllib.loads(files(__package__).joinpath("languages.toml").read_text("utf-8"))


@cache
def _model() -> _Model:
    import py3langid  # noqa: PLC0415 - half a second, which a text in one script need not pay

    identifier = py3langid.langid._load_identifier(norm_probs=True)  # noqa: SLF001
    tags = knowledge()["tags"]
    named = [tags.get(label, label) for label in identifier.nb_classes]
    order = {tag: index for index, tag in enumerate(languages())}
    columns = np.array([order.get(tag, -1) for tag in named], np.intp)
    rare = knowledge()["rare"]
    prior = np.array([rare.get(tag, 0.0) for tag in languages()])
    return _Model(identifier, languages(), columns, prior)


_LATIN = (
    "af az br bs ca cs cy da de en eo es et eu fi fr fy ga gd gl ha hr ht hu id ig is it jv ku la lg ln lt lv "
    "mg ms mt nb nl nn nso oc om pl pt qu ro rw se sk sl sn so sq sr st sv sw tk tl tr uz vi xh yo zu "
    "ace an bcl crh ext fo fuv gcf gcr gn guw kab ki lb lij ltg pcm vec vo wa"
)


@cache
def languages() -> tuple[str, ...]:
    """Return every tag that a text can be given, in a fixed order; the last is ``und``."""
    tables = knowledge()
    found = set(_LATIN.split()) | set(tables["script"].values())
    for shared in tables["shared"].values():
        found |= set(shared.split())
    return (*sorted(found), "und")


@cache
def index_of(language: str) -> int:
    """Return the place of a tag in :func:`languages`."""
    return languages().index(language)


@cache
def written_in(script: str) -> NDArray[np.bool_]:
    """Return which languages are written in ``script``."""
    tables = knowledge()
    if script == "Latn":
        some = set(_LATIN.split())
    elif script in tables["shared"]:
        some = set(tables["shared"][script].split())
    else:
        some = {tables["script"].get(script, "und")}
    return np.array([tag in some for tag in languages()])


def log_likelihood(text: str, script: str) -> NDArray[np.float64]:
    """Return the logarithm of each language's probability for a text that is mostly in ``script``.

    The probabilities of all languages sum to 1 under a prior that knows nothing but how rare a language is in
    print; those that are not written in the script have none.
    """
    return _scores(_NOT_WORDS.sub(" ", text[:_WINDOW]).strip(), script)


@lru_cache(maxsize=4096)
def _scores(text: str, script: str) -> NDArray[np.float64]:
    model = _model()
    encoded = model.identifier._encode(text)  # noqa: SLF001
    raw = model.identifier._raw_score(encoded).astype(np.float64)  # noqa: SLF001
    # py3langid's own temperature: keeps the softmax calibrated across lengths.
    raw /= math.sqrt(len(encoded) or 1)
    scores = np.full(len(model.languages), -np.inf)
    known = model.columns >= 0
    np.maximum.at(scores, model.columns[known], raw[known])
    scores += model.prior
    scores[~written_in(script)] = -np.inf
    peak = scores.max()
    if not np.isfinite(peak):
        scores = np.where(written_in(script), 0.0, -np.inf)
        peak = 0.0
    result: NDArray[np.float64] = np.maximum(scores - peak - math.log(np.exp(scores - peak).sum()), -30.0)
    result.flags.writeable = False
    return result
