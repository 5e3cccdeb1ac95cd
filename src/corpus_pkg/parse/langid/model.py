"""The naive Bayes model of py3langid, its columns gathered by tag.

It is packed to a fifteenth of its 70 MB, and unpacking it takes a third of a second: as long as a small corpus.
Whoever parses names a folder (:func:`keep_below`) where it is kept unpacked; all processes then map the same pages.
"""

from __future__ import annotations

import io
import lzma
import os
import shutil
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from .knowledge import index_of, languages, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ARRAYS = ("ptc", "pc", "classes", "nextmove", "nextmove_row", "out_feat")
_folder: list[Path] = []
"""Where the model is kept, if anywhere: one at most."""


class Model(NamedTuple):
    """The bundled model of py3langid."""

    identifier: Any
    columns: NDArray[np.intp]
    """The columns of the model that have a tag, in the order of the tags."""
    tags: NDArray[np.intp]
    """The tags that the model has."""
    starts: NDArray[np.intp]
    """Where in ``columns`` those of each of ``tags`` begin."""
    relatives: tuple[tuple[int, int], ...]
    """Languages that the model lacks, each with the one that it takes them for."""
    prior: NDArray[np.float64]


def keep_below(folder: Path) -> None:
    """Keep the model unpacked in a folder below ``folder``, made where it is missing; this process asks there first.

    Where that fails (a full disk, a folder that is not ours) the model is unpacked in memory.
    """
    _folder[:] = [folder]


@cache
def model() -> Model:
    """Return the model, read once in a process: a text whose script or words tell its language has no need of it."""
    # Most of a second with all it loads, which such a text need not pay either.
    import py3langid.langid as library  # noqa: PLC0415 - ships no types

    packed = files("py3langid").joinpath(library.MODEL_FILE).read_bytes()
    held = _kept(packed, _folder[0]) if _folder else _unpacked(packed)
    # The standard library's views read single items five times as fast as numpy.
    moves, states = held["nextmove"].data, held["nextmove_row"].data
    identifier = library.LanguageIdentifier(
        np.asarray(held["ptc"]),
        held["pc"],
        held["classes"].tolist(),
        moves,
        held["out_feat"].tolist(),
        norm_probs=True,
        tk_row=states,
    )
    tags, prior = table("languages")["tags"], table("languages")["prior"]
    order = {tag: index for index, tag in enumerate(languages())}
    tag_of = np.array([order.get(tags.get(label, label), -1) for label in identifier.nb_classes], np.intp)
    columns = np.argsort(tag_of, kind="stable")[np.count_nonzero(tag_of < 0) :]
    present, starts = np.unique(tag_of[columns], return_index=True)
    relatives = tuple((index_of(tag), index_of(like)) for tag, like in table("languages")["like"].items())
    priors = np.array([prior.get(tag, 0.0) for tag in languages()])
    return Model(identifier, columns, present, starts, relatives, priors)


def _unpacked(packed: bytes) -> dict[str, NDArray[Any]]:
    """Unpack in memory: py3langid's own loader passes the model through a temporary file."""
    with np.load(io.BytesIO(lzma.decompress(packed)), allow_pickle=False) as data:
        return {name: data[name] for name in _ARRAYS}


def _kept(packed: bytes, below: Path) -> dict[str, NDArray[Any]]:
    folder = below / f"py3langid-{blake2b(packed, digest_size=8).hexdigest()}"
    with suppress(OSError, ValueError, EOFError):
        return _mapped(folder)
    held = _unpacked(packed)
    with suppress(OSError):
        _keep(held, folder)
        return _mapped(folder)
    return held


def _mapped(folder: Path) -> dict[str, NDArray[Any]]:
    return {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS}


def _keep(held: dict[str, NDArray[Any]], folder: Path) -> None:
    """Write a folder that under its name is always whole; one that is there, and could not be read, is replaced."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(dir=folder.parent))
    try:
        for name, values in held.items():
            with (made / f"{name}.npy").open("wb") as stream:
                np.save(stream, values, allow_pickle=False)
                stream.flush()
                os.fsync(stream.fileno())
        if folder.exists():
            shutil.rmtree(folder)
        made.rename(folder)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
