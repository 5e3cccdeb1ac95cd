"""Corrections: where the parser is wrong and the maintainer knows better, ``seeds/corrections.csv`` says so.

One line a cell: the row's identifier, its column, the value that the parser gives, the right one, why, and who
says so. A table of many lines reads better as CSV than as TOML, and maintainers edit it in a spreadsheet.
"""

from corpus_pkg.corrections.apply import Outcome, apply_corrections, find_unmet
from corpus_pkg.corrections.reading import COLUMNS, CORRECTIONS_NAME, Correction, read_corrections

__all__ = [
    "COLUMNS",
    "CORRECTIONS_NAME",
    "Correction",
    "Outcome",
    "apply_corrections",
    "find_unmet",
    "read_corrections",
]
