"""What did not change is not parsed again, what did is, and the result is the same to the byte either way."""

import os
import shutil

import pyarrow.parquet as pq
import pytest

from corpus_pkg.build import build, build_part
from corpus_pkg.cache import CACHE_NAME
from corpus_pkg.errors import UsageError
from corpus_pkg.shards import work
from corpus_pkg.shards.cutting import cut_pieces

pytestmark = pytest.mark.usefixtures("small_pieces")


def sums(package):
    """The hashes of the tables, which what was published before has no part in."""
    return [line for line in (package / "SHA256SUMS").read_text().splitlines() if "  data/" in line]


def afresh(seeds, output):
    """What a build makes that has nothing to go by."""
    return sums(build(seeds, output, workers=1, cache=False).package)


def test_cuts_and_workers_leave_no_trace(corpus, undisturbed, tmp_path):
    assert sums(build(corpus, tmp_path, workers=2).package) == sums(undisturbed)


def test_what_did_not_change_is_not_parsed_again(corpus, undisturbed, tmp_path, parsed):
    build(corpus, tmp_path, workers=1)
    assert len(parsed) == len(list(corpus.rglob("*.txt")))
    parsed.clear()
    shutil.rmtree(tmp_path / undisturbed.name)
    assert sums(build(corpus, tmp_path, workers=1).package) == sums(undisturbed)
    assert parsed == []


def test_files_of_the_same_size_and_times_are_not_even_read(corpus, tmp_path, read, monkeypatch):
    monkeypatch.setattr(work, "_SETTLED", 0)
    build(corpus, tmp_path, workers=1)
    read.clear()
    build(corpus, tmp_path, workers=1)
    assert read == []


def test_a_file_that_was_just_written_is_read_again(seeds, tmp_path, read, monkeypatch):
    """Within the same tick of the file system's clock a second change would not show."""
    monkeypatch.setattr(work, "_SETTLED", 10**18)
    build(seeds, tmp_path, workers=1)
    read.clear()
    build(seeds, tmp_path, workers=1)
    assert read


@pytest.fixture
def settled(monkeypatch):
    monkeypatch.setattr(work, "_SETTLED", 0)


CHANGES = {
    "a changed text": lambda file: file.write_text(file.read_text().replace("the", "these", 1)),
    "a removed seed": lambda file: file.unlink(),
    "a new seed": lambda file: file.with_name("new.txt").write_text("A new text, of October 17, 1926.\n"),
}


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("label", CHANGES)
def test_a_change_parses_what_changed_and_nothing_else(label, seeds, tmp_path, parsed):
    for number, path in enumerate(sorted(seeds.rglob("*.txt"))):
        path.write_text(
            f"{path.read_text()}\nNobody came on 31 June {1900 + number}.\n"
        )  # each has a finding
    build(seeds, tmp_path / "out", workers=1)
    parsed.clear()
    CHANGES[label](sorted(seeds.rglob("*.txt"))[20])
    (seeds / "corpus.toml").write_text('name = "made"\nversion = "2.0.0"\n')
    after = build(seeds, tmp_path / "out", workers=1)
    assert len(parsed) <= (15 if label == "a removed seed" else 1)  # a piece that begins anew is parsed anew
    anew = build(seeds, tmp_path / "anew", workers=1, cache=False)
    assert sums(after.package) == sums(anew.package)
    assert after.findings == anew.findings
    assert len(after.findings.kept) >= len(list(seeds.rglob("*.txt"))) - 2


@pytest.mark.usefixtures("settled")
def test_of_other_cues_or_days_nothing_is_kept(seeds, tmp_path, parsed):
    build(seeds, tmp_path / "out", workers=1)
    parsed.clear()
    (seeds / "corpus.toml").write_text(
        'name = "made"\nversion = "2.0.0"\n[cues]\nnavigation = ["read more"]\n'
    )
    build(seeds, tmp_path / "out", workers=1)
    assert len(parsed) == len(list(seeds.rglob("*.txt")))


@pytest.mark.usefixtures("settled")
def test_a_change_that_hides_behind_the_old_size_and_time_is_seen(seeds, tmp_path):
    file = sorted(seeds.rglob("*.txt"))[7]
    before = file.stat()
    build(seeds, tmp_path / "out", workers=1)
    file.write_bytes(file.read_bytes().replace(b"a", b"o"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    (seeds / "corpus.toml").write_text('name = "made"\nversion = "2.0.0"\n')
    assert sums(build(seeds, tmp_path / "out", workers=1).package) == afresh(seeds, tmp_path / "afresh")


@pytest.mark.parametrize("jump", [-(10**18), 10**18], ids=["back", "ahead"])
def test_a_clock_that_jumps_changes_nothing(jump, seeds, undisturbed, tmp_path, monkeypatch):
    now = iter(range(10**18, 9 * 10**18, abs(jump) // 8)[:: 1 if jump > 0 else -1])
    monkeypatch.setattr(work.time, "time_ns", lambda: next(now))
    assert sums(build(seeds, tmp_path / "out", workers=1).package) == sums(undisturbed)


@pytest.mark.usefixtures("settled")
def test_what_the_configuration_says_of_a_document_concerns_that_document(seeds, tmp_path, parsed):
    build(seeds, tmp_path / "out", workers=1)
    parsed.clear()
    path = sorted(seeds.rglob("*.txt"))[3].relative_to(seeds).as_posix()
    (seeds / "corpus.toml").write_text(
        f'# A comment parses nothing.\nname = "made"\nversion = "2.0.0"\n[[document]]\npath = "{path}"\nauthor = "A"\n'
    )
    build(seeds, tmp_path / "out", workers=1)
    assert path in parsed
    assert len(parsed) < 16


def test_without_a_cache_nothing_stays(corpus, tmp_path, undisturbed):
    build(corpus, tmp_path, workers=1, cache=False)
    assert [path.name for path in tmp_path.iterdir()] == [undisturbed.name]


def test_the_cache_forgets_what_the_last_build_did_not_use(seeds, tmp_path):
    def held():
        return {path.name for path in (tmp_path / "out" / CACHE_NAME / "pieces").rglob("*.arrow")}

    build(seeds, tmp_path / "out", workers=1)
    before = held()
    sorted(seeds.rglob("*.txt"))[7].unlink()
    (seeds / "corpus.toml").write_text('name = "made"\nversion = "2.0.0"\n')
    build(seeds, tmp_path / "out", workers=1)
    after = held()
    assert after - before
    assert before - after
    assert len(after) <= len(before) + 1


def test_parts_put_together_are_the_same_package(corpus, undisturbed, tmp_path, parsed):
    for number in (3, 1, 2):
        build_part(corpus, tmp_path, (number, 3), workers=1)
    assert len(parsed) == len(set(parsed)) == len(list(corpus.rglob("*.txt")))
    parsed.clear()
    assert sums(build(corpus, tmp_path, workers=1, finalize=True).package) == sums(undisturbed)
    assert parsed == []


FRAME = "The mill | Its letters | Its people\nBack to the list of letters"
SIDES = {
    "english": [
        "The meeting opened in Pyongyang on 15 June 2000, and it was a clear day.",
        "Both sides agreed to exchange 120 families of those who had been parted for 55 years.",
        "The railway, which had been cut for half a century, is to be joined again before the year 2001 ends.",
    ],
    "korean": [
        "회담은 2000년 6월 15일 평양에서 열렸으며 그날은 맑은 날이였다.",
        "쌍방은 55년 동안 헤여져 있던 120 세대의 흩어진 가족을 교환하기로 합의하였다.",
        "반세기 동안 끊어졌던 철도를 2001년이 끝나기 전에 다시 이어 놓기로 하였다.",
    ],
}


def test_parts_know_what_only_the_whole_corpus_tells(seeds, tmp_path):
    """Lines that many seeds share, and translations: both sides may lie in parts of their own."""
    few, others = sorted(seeds.rglob("*.txt"))[:6], sorted(seeds.rglob("*.txt"))[6:]
    for path in others:
        path.unlink()
    for path in few:
        path.write_text(f"{path.read_text()}\n{FRAME}\n")
    for language, paragraphs in SIDES.items():
        (seeds / f"{language}.txt").write_text("\n\n".join(paragraphs) + "\n")
    for number in (1, 2):
        build_part(seeds, tmp_path / "parts", (number, 2), workers=1)
    package = build(seeds, tmp_path / "parts", workers=1, finalize=True).package
    assert sums(package) == afresh(seeds, tmp_path / "whole")
    paragraphs = pq.read_table(package / "data" / "paragraphs" / "paragraphs.parquet").to_pylist()
    linked = [row["document_id"] for row in paragraphs if row["translation_of"]]
    assert linked == ["korean"] * 3
    shared = [row for row in paragraphs if row["text"] in FRAME.split("\n")]
    assert len(shared) == 2 * len(few)
    assert not any(row["is_content"] for row in shared)


def test_a_part_that_is_missing_is_not_made_up_for(corpus, tmp_path):
    build_part(corpus, tmp_path, (1, 3), workers=1)
    with pytest.raises(UsageError, match="run all parts"):
        build(corpus, tmp_path, workers=1, finalize=True)


def test_cuts_stay_where_they_are_when_a_seed_goes(corpus):
    from corpus_pkg.corpus import open_corpus

    known = open_corpus(corpus).seeds
    pieces = {tuple(k.document_id for k in piece.seeds) for piece in cut_pieces(known, 8000)}
    without = {
        tuple(k.document_id for k in piece.seeds) for piece in cut_pieces(known[:20] + known[21:], 8000)
    }
    assert sum(map(len, pieces)) == len(known)
    assert len(without - pieces) <= 2
