"""The ways in which a run cannot go on. Bad data is not among them: that is a finding."""

from __future__ import annotations


class CorpusPkgError(Exception):
    """A run cannot go on; the message says where and what to do."""

    exit_code = 4


class UsageError(CorpusPkgError):
    """The call or the configuration is wrong."""

    exit_code = 2


class RefusedError(CorpusPkgError):
    """Going on would harm something published."""

    exit_code = 3


class UndecodableError(Exception):
    """Bytes that no encoding of the list reads; the caller makes a finding of it."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset
        """The offset of the first offending byte."""
