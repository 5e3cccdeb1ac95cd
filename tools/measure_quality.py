"""Measures a built package against gold and writes the scores, rounded down, into the quality page's data.

``python tools/measure_quality.py PACKAGE``, with the gold of tests/quality. The page promises what is measured.
"""

import math
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from quality.scorer import score  # noqa: E402 - the scorer is the tests'

PAGE = ROOT / "src/corpus_pkg/package/quality.toml"


def main() -> None:
    """Measure, tell, and write down."""
    scores = score(Path(sys.argv[1]), ROOT / "tests/quality/gold")
    written = PAGE.read_text(encoding="utf-8")
    for name, value in scores.items():
        rounded = f"{math.floor(value * 100) / 100:.2f}"
        written, found = re.subn(rf"(?<=^\[{name}\]\nscore = )[\d.]+", rounded, written, flags=re.MULTILINE)
        print(f"{name} {value:.4f}" + (f", promised as {rounded}" if found else ""))
    PAGE.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
