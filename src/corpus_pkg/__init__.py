"""A folder of raw texts becomes a versioned, validated data package.

>>> import corpus_pkg
>>> package = corpus_pkg.open("dist/workers-party-of-korea-texts-1.0.0")  # doctest: +SKIP
>>> package.mentions.polars().collect()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from corpus_pkg.opening import Package

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(address: str | Path) -> Package:  # noqa: A001 - read as corpus_pkg.open
    """Open a package: a folder, a zip file, or any fsspec address such as ``s3://bucket/corpus/1.0.0``.

    Nothing but the descriptor is read before something is asked for. Raises ``errors.UsageError`` where there is
    no package, or it cannot be reached.
    """
    from corpus_pkg.opening import open_package  # noqa: PLC0415 - `import corpus_pkg` stays light

    return open_package(address)
