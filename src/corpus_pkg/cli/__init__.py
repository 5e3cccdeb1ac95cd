"""The command line."""

from corpus_pkg.cli.main import main

__all__ = ["main"]
