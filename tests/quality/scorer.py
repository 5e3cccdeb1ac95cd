"""Scores a built package against gold: paragraphs and roles by line, languages by line, dated mentions.

``python tests/quality/scorer.py PACKAGE GOLD`` prints the scores. Gold is any of ``paragraphs.tsv``,
``blocks.tsv`` and ``dates.jsonl`` in a folder, with ``limits.json`` where it covers only the head of a document.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pyarrow.parquet as pq


def score(package: Path, gold: Path) -> dict[str, float]:
    """All measures for which there is gold; each from 0 to 1."""
    rows = {name: _read(package, name) for name in ("documents", "paragraphs", "mentions")}
    seed_of = {row["document_id"]: Path(row["source_path"]).name for row in rows["documents"]}
    limits_file = gold / "limits.json"
    limits = json.loads(limits_file.read_text()) if limits_file.exists() else {}
    found = {name: _by_seed(rows[name], seed_of, limits) for name in ("paragraphs", "mentions")}
    scores = {}
    if (gold / "paragraphs.tsv").exists():
        scores |= score_paragraphs(_read_gold(gold / "paragraphs.tsv"), found["paragraphs"])
    if (gold / "blocks.tsv").exists():
        scores |= score_languages(_read_gold(gold / "blocks.tsv"), found["paragraphs"])
    if (gold / "dates.jsonl").exists():
        expected = defaultdict(list)
        for line in (gold / "dates.jsonl").read_text(encoding="utf-8").splitlines():
            expected[json.loads(line)["doc"]].append(json.loads(line))
        scores |= score_dates(expected, found["mentions"])
    return scores


def score_paragraphs(gold, found):
    """Segmentation F1 over line ranges; share of paragraphs whose first line has an acceptable role; the mean of
    that over roles, so that rare ones count."""
    segments, right = Counter(), Counter()
    by_role = defaultdict(Counter)
    for seed, rows in gold.items():
        expected = {(int(row["line_start"]), int(row["line_end"])) for row in rows}
        actual = {(row["line_start"], row["line_end"]) for row in found[seed]}
        segments.update(
            both=len(expected & actual), extra=len(actual - expected), missing=len(expected - actual)
        )
        role_at = {
            line: row["role"] for row in found[seed] for line in range(row["line_start"], row["line_end"] + 1)
        }
        for row in rows:
            roles = row["roles"].split("|")
            hit = role_at.get(int(row["line_start"])) in roles
            right.update(all=1, hit=hit)
            if len(roles) == 1:
                by_role[roles[0]].update(all=1, hit=hit)
    return {
        "segmentation_f1": _f1(segments["both"], segments["extra"], segments["missing"]),
        "role_accuracy": right["hit"] / right["all"],
        "role_macro_recall": sum(count["hit"] / count["all"] for count in by_role.values()) / len(by_role),
    }


def score_languages(gold, found):
    """Share of paragraphs that begin in a line range of gold and have its language."""
    right = Counter()
    for seed, rows in gold.items():
        for row in rows:
            for paragraph in found[seed]:
                if int(row["line_start"]) <= paragraph["line_start"] <= int(row["line_end"]):
                    same = paragraph["language"].split("-")[0] == row["language"].split("-")[0]
                    right.update(all=1, hit=same)
    return {"language_accuracy": right["hit"] / right["all"]}


def score_dates(gold, found):
    """F1 of overlapping spans; of those the share that is exact; the share of gold whose first and last day are
    right; of the spans found the share of right EDTF strings."""
    count = Counter()
    for seed in set(gold) | set(found):
        pairs = _pair(gold[seed], found[seed])
        count.update(
            pairs=len(pairs), missing=len(gold[seed]) - len(pairs), extra=len(found[seed]) - len(pairs)
        )
        for want, got in pairs:
            exact = (want["start"], want["end"]) == (got["char_start"], got["char_end"])
            days = (want["date_start"], want["date_end"]) == (_iso(got["date_start"]), _iso(got["date_end"]))
            count.update(exact=exact, days=days, edtf=want["edtf"] == got["edtf"])
            for key in ("precision", "calendar", "year_basis", "in_name"):
                count[key] += want[key] == got[key]
    paired = max(count["pairs"], 1)
    return {
        "date_f1": _f1(count["pairs"], count["extra"], count["missing"]),
        "date_exact_span": count["exact"] / paired,
        "date_value_recall": count["days"] / (count["pairs"] + count["missing"]),
        "date_edtf": count["edtf"] / paired,
    } | {f"date_{key}": count[key] / paired for key in ("precision", "calendar", "year_basis", "in_name")}


def _pair(gold, found):
    """Exact spans first, then the largest overlap, one to one."""
    pairs, left = [], list(found)
    for exact in (True, False):
        for want in gold:
            if any(want is done for done, _ in pairs):
                continue
            best = max(left, key=lambda got: _overlap(want, got), default=None)
            same = best and (best["char_start"], best["char_end"]) == (want["start"], want["end"])
            if best and (same if exact else _overlap(want, best) > 0):
                pairs.append((want, best))
                left.remove(best)
    return pairs


def _overlap(want, got):
    return min(got["char_end"], want["end"]) - max(got["char_start"], want["start"])


def _f1(both, extra, missing):
    return 2 * both / (2 * both + extra + missing) if both else 0.0


def _iso(day):
    return None if day is None else day.isoformat()


def _read(package, name):
    return pq.read_table(package / "data" / name / f"{name}.parquet").to_pylist()


def _by_seed(rows, seed_of, limits):
    by_seed = defaultdict(list)
    for row in rows:
        seed = seed_of[row["document_id"]]
        if row["char_end"] <= limits.get(seed, row["char_end"]):
            by_seed[seed].append(row)
    return by_seed


def _read_gold(path):
    by_seed = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            by_seed[row["doc"]].append(row)
    return by_seed


if __name__ == "__main__":
    for measure, value in score(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{measure:22} {value:.4f}")  # noqa: T201 - a script that prints
