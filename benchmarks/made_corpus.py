"""Texts of realistic entropy, made by a seeded generator from the words of the repository's seeds.

    python benchmarks/made_corpus.py FOLDER MEGABYTES [--document-bytes N] [--dates dense|sparse|none]

Each word is drawn from those that follow the word before it in the seeds, so that words, sentences and
punctuation are distributed as they are there and no text is repeated. Sentences make paragraphs, paragraphs make
sections with headings; dates are put in at the wanted distance, or there are none.
"""

import argparse
import re
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
CHAINS = 512
"""Texts that are drawn at once: numpy takes a step of all of them in the time of one."""
DISTANCES = {"dense": 280, "sparse": 2000, "none": 0}
"""Characters from one date to the next."""
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Words:
    """The words of the seeds, and which follow which."""

    def __init__(self, seeds=ROOT / "seeds"):
        texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))]
        tokens = [word for text in texts for word in text.split() if not re.search(r"\d", word)]
        tokens = [word for word in tokens if word.strip(".,;:()") not in MONTHS and word.isascii()]
        self.vocabulary, ids = np.unique(np.array(tokens, dtype=object), return_inverse=True)
        order = np.argsort(ids[:-1], kind="stable")
        self.followers = ids[1:][order]
        self.first = np.searchsorted(ids[:-1][order], np.arange(len(self.vocabulary) + 1))

    def draw(self, random, steps):
        """An array of words: a row for each of ``CHAINS`` texts, ``steps`` words each."""
        at = random.integers(0, len(self.vocabulary), CHAINS)
        rows = np.empty((steps, CHAINS), dtype=np.int64)
        for step in range(steps):
            low, high = self.first[at], self.first[at + 1]
            dead = low == high
            at = self.followers[np.where(dead, 0, low + random.integers(0, np.maximum(high - low, 1)))]
            # one word in four is drawn afresh, else a small vocabulary falls into the seeds' own sentences
            fresh = random.random(CHAINS) < 0.25
            at = np.where(fresh, self.followers[random.integers(0, len(self.followers), CHAINS)], at)
            rows[step] = at
        return self.vocabulary[rows.T]


def a_date(random):
    day, month, year = random.integers(1, 29), random.integers(0, 12), random.integers(1890, 2022)
    match random.integers(0, 6):
        case 0:
            return f"on {MONTHS[month]} {day}, {year}"
        case 1:
            return f"in {MONTHS[month]} {year}"
        case 2:
            return f"in the {year // 10 * 10}s"
        case 3:
            return f"in {year}"
        case 4:
            return f"on {day} {MONTHS[month]} {year}"
        case _:
            return f"from {MONTHS[month]} {year} to {MONTHS[(month + 3) % 12]} {year + 1}"


def heading(words):
    return " ".join(words).title().rstrip(".,;:")


def layout(words, random, distance):
    """One text: paragraphs of some sentences, a heading now and then, a date every so many characters."""
    parts, sentence, paragraph = [heading(words[:6])], [], []
    since = 0
    wanted = int(random.integers(3, 9))
    for word in words:
        sentence.append(word)
        since += len(word) + 1
        if distance and since > distance:
            sentence.append(a_date(random))
            since = 0
        if (len(sentence) > 12 and word[-1] in ".,;:") or len(sentence) > 40:
            text = " ".join(sentence).rstrip(".,;:")
            paragraph.append(text[:1].upper() + text[1:] + ".")
            sentence = []
        if len(paragraph) >= wanted:
            parts.append(" ".join(paragraph))
            paragraph = []
            wanted = int(random.integers(3, 9))
            if random.random() < 0.1:
                parts.append(heading(words[len(parts) : len(parts) + 4]))
    parts.append(" ".join([*paragraph, *sentence]))
    return "\n\n".join(part for part in parts if part) + "\n"


def texts(megabytes, document_bytes=25_000, dates="dense", seed=8):
    """Give texts of some ``document_bytes`` each, ``megabytes`` of them in all."""
    words = Words()
    random = np.random.default_rng(seed)
    made = 0
    while made < megabytes * 1_000_000:
        steps = max(8, min(document_bytes // 6, 20_000))
        rows = words.draw(random, steps)
        each = max(1, document_bytes // 6 // steps)
        for first in range(0, CHAINS, each):
            text = layout([w for row in rows[first : first + each] for w in row], random, DISTANCES[dates])
            yield text
            made += len(text)
            if made >= megabytes * 1_000_000:
                return


def make_corpus(folder, megabytes, document_bytes=25_000, dates="dense", seed=8):
    """Write a folder of seeds, a thousand files a folder."""
    folder.mkdir(parents=True)
    (folder / "corpus.toml").write_text('name = "made"\nversion = "1.0.0"\n')
    for number, text in enumerate(texts(megabytes, document_bytes, dates, seed)):
        path = folder / f"{number // 1000:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--document-bytes", type=int, default=25_000)
    parser.add_argument("--dates", choices=DISTANCES, default="dense")
    options = parser.parse_args()
    make_corpus(options.folder, options.megabytes, options.document_bytes, options.dates)


if __name__ == "__main__":
    main()
