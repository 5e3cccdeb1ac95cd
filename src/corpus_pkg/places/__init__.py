"""Places of files: folders of this machine, and addresses that fsspec understands."""

from corpus_pkg.places.address import Location, reach, reaching, shown
from corpus_pkg.places.folders import files_below
from corpus_pkg.places.remote import (
    Listed,
    Place,
    RemotePath,
    fetch,
    in_parallel,
    is_object_store,
    scratch,
    to_folder,
    to_place,
)

__all__ = [
    "Listed",
    "Location",
    "Place",
    "RemotePath",
    "fetch",
    "files_below",
    "in_parallel",
    "is_object_store",
    "reach",
    "reaching",
    "scratch",
    "shown",
    "to_folder",
    "to_place",
]
