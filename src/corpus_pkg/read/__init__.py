"""Where seeds come from."""

from corpus_pkg.read.files import Discovery, Seed, discover, read_seed

__all__ = ["Discovery", "Seed", "discover", "read_seed"]
