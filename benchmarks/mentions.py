"""Megabytes per CPU-second of ``find_mentions`` alone, on text of realistic entropy.

usage: python benchmarks/mentions.py [MEGABYTES] [FOLDER]

Beside it, in the same run, ``dateparser.search`` and ``datefinder`` where they are installed, on a small part of the
same text, and ``chrono-node`` where ``npm install chrono-node`` was run in FOLDER; and how many times as fast we are.
"""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from corpus_pkg.model import LanguageLabel, Segment, Span
from corpus_pkg.parse.mentions import find_mentions

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = "January February March April May June July August September October November December"
SYLLABLES = (
    "an ar be co de ed en er es ex fi ga ha he in is ing ka la le li ly ma me mo na ne no on or pa pe re ri ro"
    " sa se si so st ta te th ti to tra un ur us ve vi wa we wi yo"
)
SMALL = "the of and to in a that was for with on as by at from his it is an were which had their be or not"


def words(rng: random.Random) -> list[str]:
    """A vocabulary of 20 000 words that look like English."""
    return ["".join(rng.choices(SYLLABLES.split(), k=rng.choice((1, 2, 2, 3, 3, 4)))) for _ in range(20_000)]


def date(rng: random.Random) -> str:
    """An expression in one of the commonest forms."""
    day, month, year = rng.randint(1, 28), rng.choice(MONTHS.split()), rng.randint(1700, 2025)
    return rng.choice(
        (
            f"{month} {day}, {year}",
            f"{day} {month} {year}",
            f"{month} {year}",
            f"in {year}",
            f"{day} {month}",
            f"the {year // 10}0s",
            f"{year}-{rng.randint(1, 12):02d}-{day:02d}",
            f"{month} {year} to {rng.choice(MONTHS.split())} {year + 2}",
        )
    )


def text(size: int, every: int | None) -> str:
    """Paragraphs of about 600 characters, with a date every so many characters."""
    rng = random.Random(4)
    vocabulary = words(rng)
    pieces: list[str] = []
    length = since = paragraph = 0
    while length < size:
        word = rng.choice(SMALL.split()) if rng.random() < 0.4 else rng.choice(vocabulary)
        if every is not None and since > every:
            word, since = date(rng), 0
        elif rng.random() < 0.06:
            word += rng.choice((",", ".", ";"))
        if paragraph > 600:
            word, paragraph = word + ".\n\n", 0
        pieces.append(word)
        length, since, paragraph = length + len(word) + 1, since + len(word) + 1, paragraph + len(word) + 1
    return " ".join(pieces)


def paragraphs(source: str) -> tuple[list[Segment], list[LanguageLabel]]:
    """Segments at blank lines, all English."""
    segments, start = [], 0
    for piece in source.split("\n\n"):
        inner = piece.strip()
        if inner:
            at = start + piece.index(inner[0])
            segments.append(Segment(Span(at, at + len(inner)), 1, 1, inner, None, "benchmark"))
        start += len(piece) + 2
    return segments, [LanguageLabel("en", None, "Latn", 1.0, "configured")] * len(segments)


def rate(run: Callable[[], object], size: int) -> float:
    """Megabytes per CPU-second, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return size / 1e6 / best


CHRONO = """
const chrono = require(process.argv[1] + "/node_modules/chrono-node");
const text = require("fs").readFileSync(0, "utf8");
let best = Infinity;
for (let run = 0; run < 3; run++) {
  const start = process.cpuUsage();
  chrono.parse(text);
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(text.length / 1e6 / best);
"""


def peers(sample: str, folder: str | None) -> dict[str, float]:
    """The rates of those that are installed."""
    rates = {}
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        rates["dateparser.search"] = rate(lambda: search_dates(sample, languages=["en"]), len(sample))
    if importlib.util.find_spec("datefinder"):
        import datefinder

        rates["datefinder"] = rate(lambda: list(datefinder.find_dates(sample)), len(sample))
    if folder:
        command = ["node", "-e", CHRONO, folder]
        told = subprocess.run(command, input=sample, capture_output=True, text=True, check=True)
        rates["chrono-node"] = float(told.stdout)
    return rates


def main() -> None:
    size = int(float(sys.argv[1]) * 1e6) if len(sys.argv) > 1 else 4_000_000
    find_mentions(*_parts("In May 1950 they met."))
    ours = {}
    for label, every in (("a mention every 200", 200), ("every 400", 400), ("none", None)):
        source = text(size, every)
        parts = (source, *paragraphs(source))
        found = len(find_mentions(*parts))
        ours[every] = rate(lambda parts=parts: find_mentions(*parts), size)  # type: ignore[misc]
        print(f"{label:>20}: {ours[every]:8.1f} MB/s, {found} mentions")
    for peer, speed in peers(text(40_000, 200), sys.argv[2] if len(sys.argv) > 2 else None).items():
        print(f"{peer:>20}: {speed:8.3f} MB/s, 1/{ours[200] / speed:.0f} of ours at a mention every 200")


def _parts(source: str) -> tuple[str, list[Segment], list[LanguageLabel]]:
    return (source, *paragraphs(source))


if __name__ == "__main__":
    main()
