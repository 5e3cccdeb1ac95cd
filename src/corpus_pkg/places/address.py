"""Any address that fsspec understands, and what goes wrong on the way there."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

from corpus_pkg.errors import CorpusPkgError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Location(NamedTuple):
    """A folder of a file system."""

    filesystem: Any
    """An fsspec file system."""
    root: str
    address: str
    """As it may be shown: without user, password or query."""

    def path(self, relative: str) -> str:
        """The path of a file as the file system has it; raises UsageError where it leads out of the folder."""
        if relative.startswith("/") or "\\" in relative or ".." in relative.split("/"):
            raise UsageError(f"{self.address} names a file outside of itself: {relative}")
        return f"{self.root}/{relative}" if self.root else relative

    def read(self, relative: str) -> bytes:
        """The bytes of a file."""
        with reaching(f"{self.address}/{relative}"):
            return cast("bytes", self.filesystem.cat_file(self.path(relative)))

    def open(self, relative: str) -> IO[bytes]:
        """A file, opened for reading; it can seek."""
        with reaching(f"{self.address}/{relative}"):
            return cast("IO[bytes]", self.filesystem.open(self.path(relative), "rb"))

    def files(self) -> list[str]:
        """The relative paths of all files, sorted."""
        with reaching(self.address):
            found = self.filesystem.find(self.root)
        return sorted(path[len(self.root) :].lstrip("/") if self.root else path for path in found)

    @property
    def folder(self) -> Path | None:
        """The folder, where it is one of this machine."""
        protocol = self.filesystem.protocol
        local = protocol == "file" or (isinstance(protocol, tuple) and "file" in protocol)
        return Path(self.root) if local else None


def shown(address: str) -> str:
    """An address without what may be secret in it: user and password, query, fragment.

    >>> shown("https://me:word@example.org/corpus?token=1")
    'https://example.org/corpus'
    """
    if "://" not in address:
        return address
    return re.sub(r"(?<=://)[^/@]*@", "", re.sub(r"[?#].*", "", address))


def reach(address: str) -> Location:
    """Any place by its address, whether something lies there or not."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - it takes long to import

    if "://" not in address:
        address = str(Path(address).absolute())
    with reaching(address):
        filesystem, root = url_to_fs(address, use_listings_cache=False, skip_instance_cache=True)
    return Location(filesystem, root.rstrip("/"), shown(address).rstrip("/"))


@contextmanager
def reaching(address: str, *passing: type[OSError]) -> Iterator[None]:
    """What goes wrong on the way to an address, as a UsageError that names it and tells no secret.

    Errors that are ``passing`` are left to the caller.
    """
    place = shown(address)
    try:
        yield
    except CorpusPkgError:
        raise
    except passing:
        raise
    except ImportError as error:
        extra = "; install corpus-pkg[s3]" if place.startswith("s3:") else ""
        raise UsageError(f"{place} cannot be reached without another library: {error}{extra}") from None
    except FileNotFoundError:
        raise UsageError(f"there is nothing at {place}") from None
    except PermissionError:
        raise UsageError(f"access to {place} is denied: check the credentials and what they permit") from None
    except Exception as error:
        if not _is_of_the_way(error):
            raise
        raise UsageError(f"{place} cannot be reached: {_told(error)}") from None


_LIBRARIES = (
    "botocore",
    "aiobotocore",
    "aiohttp",
    "s3fs",
    "fsspec",
    "zipfile",
    "gcsfs",
    "adlfs",
    "google",
    "azure",
    "requests",
)


def _is_of_the_way(error: Exception) -> bool:
    """Whether an exception is about files or the network rather than a fault of ours."""
    return isinstance(error, (OSError, ValueError)) or type(error).__module__.startswith(_LIBRARIES)


_SECRET = re.compile(r"(?i)((?:key|secret|token|signature|credential|password)\w*[\"']?\s*[=:]\s*)\S+")


def _told(error: Exception) -> str:
    """The first line of an error, without what looks like a secret."""
    first = str(error).strip().split("\n")[0] or type(error).__name__
    return _SECRET.sub(r"\1…", re.sub(r"(?<=://)[^/@\s]*@", "", first))[:300]
