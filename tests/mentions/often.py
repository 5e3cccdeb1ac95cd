"""Which languages are tried in every run: of all shapes; the others are tried among the slow tests."""

from collections.abc import Sequence
from typing import Any

import pytest

_OFTEN = {"ar", "de", "en", "es", "fr", "pl", "sr"}


def often(languages: Sequence[str]) -> list[Any]:
    return [pytest.param(tag, marks=[] if tag in _OFTEN else pytest.mark.slow) for tag in languages]
