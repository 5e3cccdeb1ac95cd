"""What the rows of a package cover: time, by its dated mentions, and languages, by its paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pyarrow as pa


class Coverage:
    """Gathers what tables cover, batch by batch.

    Space is not covered: no table says where anything is, and what is not known stays out.
    """

    def __init__(self) -> None:
        self._start: date | None = None
        self._end: date | None = None
        self._languages: Counter[str] = Counter()

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take in the rows of some documents."""
        first = pc.min(tables["mentions"]["date_start"]).as_py()
        last = pc.max(tables["mentions"]["date_end"]).as_py()
        if first is not None:
            self._start = min(first, self._start or first)
        if last is not None:
            self._end = max(last, self._end or last)
        for counted in pc.value_counts(tables["paragraphs"]["language"]).to_pylist():
            self._languages[counted["values"]] += counted["counts"]

    @property
    def temporal(self) -> dict[str, str]:
        """The first and the last day that any mention can mean (ISO 8601); a side that none bounds is left out."""
        days = {"start": self._start, "end": self._end}
        return {side: day.isoformat() for side, day in days.items() if day is not None}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of paragraphs without script or region, the commonest first; the undetermined is none."""
        bare: Counter[str] = Counter()
        for tag, count in self._languages.items():
            bare[tag.partition("-")[0]] += count
        return tuple(
            tag for tag, _ in sorted(bare.items(), key=lambda held: (-held[1], held[0])) if tag != "und"
        )

    def descriptor(self) -> dict[str, Any]:
        """The properties that a descriptor holds: ``temporal`` and ``languages``, where there are any."""
        held = {"temporal": self.temporal, "languages": list(self.languages)}
        return {key: value for key, value in held.items() if value}
