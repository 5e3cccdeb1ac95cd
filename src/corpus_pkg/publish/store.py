"""A place to publish in: files below one address, each created once or overwritten, read back, listed, deleted."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from corpus_pkg.errors import UsageError
from corpus_pkg.places import Location, is_object_store, reach, reaching

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

_PIECE = 4 << 20


class Store(NamedTuple):
    """A folder at an address."""

    location: Location

    @classmethod
    def at(cls, address: str) -> Store:
        """The store at an fsspec address or in a local folder; raises UsageError where it cannot be reached."""
        return cls(reach(address))

    def within(self, *names: str) -> Store:
        """A folder of this store."""
        inner = "/".join(names)
        location = self.location
        return Store(location._replace(root=location.path(inner), address=f"{location.address}/{inner}"))

    def create(self, name: str, content: bytes) -> bool:
        """Put a file where none is, all of it at once; False where one is, whatever is in it."""
        with self._reaching(name):
            self._make_folder(name)
            if self.location.folder:
                return _create_local(Path(self.location.path(name)), content)
            try:
                self.location.filesystem.pipe_file(self.location.path(name), content, mode="create")
            except FileExistsError:
                return False
            except FileNotFoundError:
                raise UsageError(
                    f"the bucket or container of {self.location.address} does not exist"
                ) from None
            except Exception as error:
                if _is_refused_condition(error):
                    return False
                raise
            return True

    def put(self, name: str, file: Path) -> None:
        """Put a file, in place of what is there."""
        with self._reaching(name):
            self._make_folder(name)
            self.location.filesystem.put_file(str(file), self.location.path(name))

    def replace(self, name: str, content: bytes) -> None:
        """Put a small file in place of what is there: its readers see the one or the other."""
        with self._reaching(name):
            self._make_folder(name)
            if self.location.folder:
                target = Path(self.location.path(name))
                temporary = target.with_name(f".{target.name}.{uuid4().hex}.part")
                temporary.write_bytes(content)
                temporary.replace(target)
            else:
                self.location.filesystem.pipe_file(self.location.path(name), content)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        with self._reaching(name):
            try:
                content: bytes = self.location.filesystem.cat_file(self.location.path(name))
            except FileNotFoundError:
                return None
            return content

    def size(self, name: str) -> int | None:
        """The size of a file in bytes; None where there is none."""
        with self._reaching(name):
            try:
                return int(self.location.filesystem.info(self.location.path(name))["size"])
            except FileNotFoundError:
                return None

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file, read back from where it lies."""
        digest = sha256()
        with self._reaching(name), self.location.open(name) as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()

    def list(self) -> Iterator[str]:
        """The names of all files, sorted; nothing where there is no such folder."""
        with self._reaching():
            try:
                found = self.location.filesystem.find(self.location.root)
            except FileNotFoundError:
                return
        yield from sorted(path[len(self.location.root) :].lstrip("/") for path in found)

    def delete(self, name: str) -> None:
        """Delete a file; one that is not there is no error."""
        with self._reaching(name):
            try:
                self.location.filesystem.rm_file(self.location.path(name))
            except FileNotFoundError:
                return

    def _make_folder(self, name: str) -> None:
        if not is_object_store(self.location.filesystem):  # a bucket is for its owner to make
            self.location.filesystem.makedirs(self.location.path(name).rpartition("/")[0], exist_ok=True)

    def _reaching(self, name: str = "") -> AbstractContextManager[None]:
        return reaching(f"{self.location.address}/{name}".rstrip("/"))


def _create_local(target: Path, content: bytes) -> bool:
    """A link appears with all its contents or not at all, and never in place of another."""
    temporary = target.with_name(f".{target.name}.{uuid4().hex}.part")
    try:
        temporary.write_bytes(content)
        os.link(temporary, target)
    except FileExistsError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _is_refused_condition(error: Exception) -> bool:
    """Whether a store says that the file is there (412), or is being made by another (409)."""
    answer = getattr(error, "response", None) or getattr(error.__cause__, "response", None) or {}
    status = answer.get("ResponseMetadata", {}).get("HTTPStatusCode")
    code = answer.get("Error", {}).get("Code")
    return status == 412 or code in {"PreconditionFailed", "ConditionalRequestConflict"}
