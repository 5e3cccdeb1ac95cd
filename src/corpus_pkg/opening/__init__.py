"""Opening a package wherever it lies: a folder, a zip file, an address."""

from corpus_pkg.opening.address import locate
from corpus_pkg.opening.contents import Contents, read_contents
from corpus_pkg.opening.files import TableFiles
from corpus_pkg.opening.package import Package, open_package
from corpus_pkg.opening.table import Table

__all__ = [
    "Contents",
    "Package",
    "Table",
    "TableFiles",
    "locate",
    "open_package",
    "read_contents",
]
