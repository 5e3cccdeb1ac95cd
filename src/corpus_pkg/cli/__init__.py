"""The command line."""

from corpus_pkg.cli.app import main

__all__ = ["main"]
