"""A new corpus: a folder that builds and checks at once, to be filled with seeds."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus_pkg.errors import RefusedError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "corpus.toml": "seeds/corpus.toml",
    "first-seed.txt": "seeds/first-seed.txt",
    "corpus.yml": ".github/workflows/corpus.yml",
    "comment.yml": ".github/workflows/corpus-comment.yml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "gitignore": ".gitignore",
    "README.md": "README.md",
}
"""Each template and where it goes."""

_MAY_BE_THERE = frozenset({".git", ".gitkeep", ".DS_Store"})
"""What does not make a folder count as filled: a fresh repository is empty to its owner."""


def init_corpus(folder: Path, version: str, name: str | None = None) -> list[Path]:
    """Make a new corpus in ``folder`` and return its files; ``name`` is the folder's unless given.

    ``version`` is that of corpus-pkg, which the workflow asks for.

    Raises:
        UsageError: the name is not one that a package may have, or the place is a file.
        RefusedError: something lies in the folder already.

    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file")
    if folder.is_dir() and (there := sorted({path.name for path in folder.iterdir()} - _MAY_BE_THERE)):
        raise RefusedError(f"{folder} is not empty ({there[0]} is there): name a folder that is new or empty")
    if name is not None and not re.fullmatch(r"[a-z0-9]+(?:[-._][a-z0-9]+)*", name):
        raise UsageError(f"--name takes lower-case letters, digits and single hyphens, not {name!r}")
    chosen = name or _name_for(folder.absolute().name)
    made = []
    for template, place in FILES.items():
        text = files(__package__).joinpath("template", template).read_text(encoding="utf-8")
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        filled = text.replace("{{name}}", chosen).replace("{{version}}", version)
        target.write_text(filled, encoding="utf-8", newline="\n")
        made.append(target)
    return made


def _name_for(folder: str) -> str:
    """A package's name out of a folder's."""
    plain = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "my-corpus"
