"""What a change of the seeds would mean: all that a build does but write, compared with the last published version."""

from corpus_pkg.check.changed_lines import find_changed_lines
from corpus_pkg.check.run import Checked, check

__all__ = ["Checked", "check", "find_changed_lines"]
