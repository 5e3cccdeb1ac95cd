"""Records of containers are seeds as files are; one that is broken is a finding, and the others go on."""

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from hashlib import sha256

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corpus_pkg.corpus import open_corpus
from corpus_pkg.read import needs_unpacking, read_seed, unpack

ONE, TWO = "One speech, of October 17, 1926.\n", "두 번째 연설.\n"


def compressed(data, suffix):
    if suffix == "gz":
        return gzip.compress(data)
    return bz2.compress(data) if suffix == "bz2" else pa.compress(data, "zstd", asbytes=True)


def zipped(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def tarred(members):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return stream.getvalue()


def lined(*records):
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def rows(**columns):
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream, row_group_size=1)
    return stream.getvalue()


MEMBERS = {"b/two.txt": TWO, "one.txt": ONE}
LINES = lined({"id": "one", "text": ONE}, {"id": "two.2", "text": TWO})
ROWS = rows(id=["one", "two.2"], text=[ONE, TWO])

CONTAINERS = {
    "t.txt.gz": (compressed(ONE.encode(), "gz"), {"t.txt.gz": ("t", ONE)}),
    "t.txt.zst": (compressed(ONE.encode(), "zst"), {"t.txt.zst": ("t", ONE)}),
    "t.txt.bz2": (compressed(ONE.encode(), "bz2"), {"t.txt.bz2": ("t", ONE)}),
    "c.zip": (zipped(MEMBERS), {"c.zip!b/two.txt": ("c-b-two", TWO), "c.zip!one.txt": ("c-one", ONE)}),
    "c.tar": (tarred(MEMBERS), {"c.tar!b/two.txt": ("c-b-two", TWO), "c.tar!one.txt": ("c-one", ONE)}),
    "c.tar.gz": (
        compressed(tarred(MEMBERS), "gz"),
        {"c.tar.gz!b/two.txt": ("c-b-two", TWO), "c.tar.gz!one.txt": ("c-one", ONE)},
    ),
    "c.tgz": (
        compressed(tarred(MEMBERS), "gz"),
        {"c.tgz!b/two.txt": ("c-b-two", TWO), "c.tgz!one.txt": ("c-one", ONE)},
    ),
    "c.tar.zst": (
        compressed(tarred(MEMBERS), "zst"),
        {"c.tar.zst!b/two.txt": ("c-b-two", TWO), "c.tar.zst!one.txt": ("c-one", ONE)},
    ),
    "c.jsonl": (LINES, {"c.jsonl!one": ("c-one", ONE), "c.jsonl!two.2": ("c-two.2", TWO)}),
    "c.jsonl.gz": (
        compressed(LINES, "gz"),
        {"c.jsonl.gz!one": ("c-one", ONE), "c.jsonl.gz!two.2": ("c-two.2", TWO)},
    ),
    "c.ndjson.zst": (
        compressed(LINES, "zst"),
        {"c.ndjson.zst!one": ("c-one", ONE), "c.ndjson.zst!two.2": ("c-two.2", TWO)},
    ),
    "c.parquet": (ROWS, {"c.parquet!one": ("c-one", ONE), "c.parquet!two.2": ("c-two.2", TWO)}),
}


def read_corpus(folder, tmp_path):
    """Documents by path, each with its identifier and its text, and the findings."""
    corpus = open_corpus(folder)
    unpacked = tmp_path / "unpacked"
    unpacked.mkdir(exist_ok=True)
    sources = {known.seed.source: known.seed for known in corpus.seeds if known.seed.record}
    for source, seed in sources.items():
        if needs_unpacking(source):
            unpack(seed, unpacked)
    texts = {}
    for known in corpus.seeds:
        raw = read_seed(known.seed, unpacked)
        texts[known.seed.path] = known.document_id, raw.data.decode() if hasattr(raw, "data") else raw.code
    return texts, [(found.code, found.path) for found in corpus.findings]


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "corpus.toml").write_text('name = "contained"\n')
    return folder


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container(name, seeds, tmp_path):
    data, expected = CONTAINERS[name]
    (seeds / name).write_bytes(data)
    texts, findings = read_corpus(seeds, tmp_path)
    assert texts == expected
    assert findings == []


CUT = compressed(lined(*({"id": n, "text": f"{n} " + ONE * 50} for n in range(2000))), "gz")

BROKEN = {
    "half a JSON object": (
        "c.jsonl",
        b'{"id": "a", "text": \n' + LINES,
        [("record-broken", "c.jsonl")],
        {"c.jsonl!one", "c.jsonl!two.2"},
    ),
    "no text": (
        "c.jsonl",
        lined({"id": "a"}) + LINES,
        [("record-broken", "c.jsonl")],
        {"c.jsonl!one", "c.jsonl!two.2"},
    ),
    "half a surrogate pair": (
        "c.jsonl",
        b'{"id": "a", "text": "\\ud800"}\n' + LINES,
        [("record-broken", "c.jsonl")],
        {"c.jsonl!one", "c.jsonl!two.2"},
    ),
    "no zip at all": ("c.zip", b"no zip", [("container-broken", "c.zip")], set()),
    "no parquet at all": ("c.parquet", b"PAR1 no", [("container-broken", "c.parquet")], set()),
    "no column text": ("c.parquet", rows(id=["a"]), [("container-broken", "c.parquet")], set()),
    "a row without text": (
        "c.parquet",
        rows(id=["one", "none"], text=[ONE, None]),
        [("record-broken", "c.parquet")],
        {"c.parquet!one"},
    ),
    "a container in a container": (
        "c.zip",
        zipped({"in.zip": b"", "one.txt": ONE}),
        [("seed-format-unsupported", "c.zip!in.zip")],
        {"c.zip!one.txt"},
    ),
    "two records of one identifier": (
        "c.jsonl",
        lined({"id": "one", "text": ONE}, {"id": "one", "text": TWO}),
        [("document-id-duplicate", "c.jsonl!one")],
        {"c.jsonl!one"},
    ),
    "a hidden member": (
        "c.zip",
        zipped({".git/x.txt": "x", "__MACOSX/y.txt": "y", "one.txt": ONE}),
        [],
        {"c.zip!one.txt"},
    ),
}


@pytest.mark.parametrize("label", BROKEN)
def test_what_is_broken_costs_no_more_than_itself(label, seeds, tmp_path):
    name, data, expected, left = BROKEN[label]
    (seeds / name).write_bytes(data)
    texts, findings = read_corpus(seeds, tmp_path)
    assert findings == expected
    assert set(texts) == left


def test_a_stream_that_breaks_off_gives_what_comes_before(seeds, tmp_path):
    (seeds / "c.jsonl.gz").write_bytes(CUT[: len(CUT) * 2 // 3])
    texts, findings = read_corpus(seeds, tmp_path)
    assert ("container-broken", "c.jsonl.gz") in findings
    assert 500 < len(texts) < 2000
    assert all(text.startswith(name.rpartition("-")[2] + " ") for name, text in texts.values())


def test_a_member_with_damage_is_told_when_it_is_read(seeds, tmp_path):
    data = bytearray(zipped({"one.txt": ONE * 100, "two.txt": TWO}))
    data[60] ^= 0xFF
    (seeds / "c.zip").write_bytes(data)
    texts, _ = read_corpus(seeds, tmp_path)
    assert texts == {"c.zip!one.txt": ("c-one", "record-broken"), "c.zip!two.txt": ("c-two", TWO)}


def test_records_without_identifiers_are_named_by_what_they_say(seeds, tmp_path):
    (seeds / "c.jsonl").write_bytes(lined({"text": ONE}, {"text": TWO}, {"text": ONE}))
    first, _ = read_corpus(seeds, tmp_path)
    (seeds / "c.jsonl").write_bytes(lined({"text": TWO}, {"text": ONE}, {"text": ONE}))
    second, _ = read_corpus(seeds, tmp_path)
    assert first == second
    assert len(first) == 3


def test_metadata_of_a_record_in_a_usable_form(seeds, tmp_path):
    record = {
        "id": "one",
        "text": ONE,
        "title": " A  title",
        "date": "2019-04-05T10:00:00Z",
        "language": "?",
        "url": "x:y",
    }
    (seeds / "c.jsonl").write_bytes(lined(record))
    raw = read_seed(open_corpus(seeds).seeds[0].seed, tmp_path)
    assert raw.metadata == {"title": "A title", "date_published": "2019-04-05", "source_url": "x:y"}


WARC = """WARC/1.0\r
WARC-Type: response\r
WARC-Record-ID: <urn:uuid:{id}>\r
WARC-Target-URI: https://example.org/{id}\r
WARC-Date: 2020-01-01T00:00:00Z\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
{http}\r
\r
"""
HTTP = "HTTP/1.1 {status}\r\nContent-Type: {type}\r\n\r\n{body}"


def captured(*captures):
    out = []
    for number, (status, media_type, body) in enumerate(captures):
        http = HTTP.format(status=status, type=media_type, body=body)
        out.append(WARC.format(id=number, http=http, length=len(http.encode())).encode())
    return out


@pytest.mark.parametrize("name", ["c.warc", "c.warc.gz"])
def test_a_web_archive(name, seeds, tmp_path):
    pytest.importorskip("fastwarc")
    captures = captured(
        ("200 OK", "text/html; charset=utf-8", f"<p>{ONE}</p>"),
        ("200 OK", "image/png", "PNG"),
        ("404 Not Found", "text/html", "<p>No</p>"),
        ("200 OK", "text/plain; charset=UTF-8", TWO),
    )
    (seeds / name).write_bytes(b"".join(gzip.compress(c) if name.endswith("gz") else c for c in captures))
    texts, findings = read_corpus(seeds, tmp_path)
    assert texts == {f"{name}!0": ("c-0", f"<p>{ONE}</p>"), f"{name}!3": ("c-3", TWO)}
    assert findings == [("captures-left-out", name)]
    raw = read_seed(open_corpus(seeds).seeds[0].seed, tmp_path)
    assert raw[1:] == ("text/html", "utf-8", {"source_url": "https://example.org/0"}, None)


def test_a_package_of_containers(seeds, tmp_path):
    """From each kind the same rows; the containers themselves lie in the package, once."""
    from corpus_pkg.build import build

    for name, (data, _) in CONTAINERS.items():
        folder = seeds / name.replace(".", "-")
        folder.mkdir()
        (folder / name).write_bytes(data)
    (seeds / "page.html").write_text("<h1>A heading</h1><p>It began in October 1926.</p>")
    built = build(seeds, tmp_path / "out", workers=1)
    assert built.package, built.findings
    table = pq.read_table(built.package / "data/documents/documents.parquet").to_pydict()
    assert table["text"].count(ONE) == 12
    assert table["text"].count(TWO) == 9
    known = dict(zip(table["source_path"], table["source_sha256"], strict=True))
    for name in ("t.txt.gz", "t.txt.zst", "t.txt.bz2"):
        path = f"{name.replace('.', '-')}/{name}"
        assert known[path] == sha256((built.package / "sources" / path).read_bytes()).hexdigest()
    assert "A heading\n\nIt began in October 1926.\n" in table["text"]
    sources = {
        p.relative_to(built.package / "sources").as_posix() for p in (built.package / "sources").rglob("*.*")
    }
    assert len([source for source in sources if "/" in source]) == 12
