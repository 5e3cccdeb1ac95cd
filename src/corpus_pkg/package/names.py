"""What the files of a package call themselves and their makers."""

from __future__ import annotations

from importlib.metadata import version

import corpus_pkg


def builder() -> dict[str, str]:
    """The program that wrote a package, and the library whose version its Parquet bytes depend on."""
    return {"name": "corpus-pkg", "version": corpus_pkg.__version__, "pyarrow": version("pyarrow")}


def folder_name(name: str, version_: str) -> str:
    """The folder of one version of a package."""
    return f"{name}-{version_}"
