"""Cases that are right and do not pass yet: each must fail, so that the list shrinks as the grammar grows."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

_KNOWN: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("known_failures.toml").read_text("utf-8")
)


class Labelled(Protocol):
    @property
    def label(self) -> str: ...


def marked(cases: Iterable[Labelled], table: str) -> list[Any]:
    """The cases as pytest parameters, those in the table of known failures as strict expected failures."""
    known = dict(_KNOWN[table])
    params = []
    for case in cases:
        reason = known.pop(case.label, None)
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        params.append(pytest.param(case, id=case.label, marks=marks))
    assert not known, f"known failures that name no case: {sorted(known)}"
    return params
