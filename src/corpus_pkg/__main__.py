"""``python -m corpus_pkg`` is ``corpus-pkg``."""

from corpus_pkg.cli import main

main()
