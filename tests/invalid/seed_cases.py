"""Folders of seeds, by the code that they are found with: one that has it, and one like it that has not.

A value is the bytes of a file; a function gets the folder and makes what bytes cannot say.
"""

import gzip
import io
import os
import socket
import zipfile

TEXT = b"The mill\n\nIn October 1926 they built a mill, and the mill fed the town until it burned down in 1931.\n"
OTHER = (
    b"The school\n\nThe school opened on 3 May 1934, and sixty children came to it every day of that year.\n"
)
KOREAN = "오늘 우리는 새 학교의 문을 열었다. 학생들은 모두 기뻐하였다. 그날은 날씨가 맑았다.\n".encode()
FRENCH = (
    "L’été dernier, l’élève a mangé à côté de la forêt enneigée; très fatigué, il a rêvé d’une fenêtre.\n" * 4
)


def packed(name, data):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


def link(target):
    return lambda folder: (folder / "link.txt").symlink_to(target)


def link_outside(folder):
    (folder.parent / "outside.txt").write_bytes(TEXT)
    (folder / "link.txt").symlink_to("../outside.txt")


def link_inside(folder):
    (folder / "link.txt").symlink_to("a.txt")


def listening(folder):
    here = os.getcwd()  # noqa: PTH109 - the name of a socket must be short
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket.txt")
    os.chdir(here)


def misnamed(folder):
    with open(os.path.join(os.fsencode(folder), b"caf\xe9.txt"), "wb") as file:  # noqa: PTH118, PTH123 - a name of bytes
        file.write(OTHER)


def named(folder):
    (folder / "café.txt").write_bytes(OTHER)


def capture(status):
    page = b"<html><body><h1>The mill</h1><p>" + TEXT[10:] + b"</p></body></html>"
    answer = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (
        status,
        len(page),
        page,
    )
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        b"WARC-Target-URI: https://example.org/\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer)
    )
    return head + answer + b"\r\n\r\n"


def corrections(*lines):
    return "\n".join(("identifier,column,old,new,reason,who", *lines, "")).encode()


WAIVER = b'[[waive]]\ncode = "nul-characters"\npath = "a.txt"\nreason = "r"\n%s'
GONE = "m0000000000000000,edtf,1931,1932,why,who"

CASES = {
    "seeds-empty": ({}, {"a.txt": TEXT}),
    "seed-empty": ({"a.txt": b""}, {"a.txt": b"x"}),
    "seed-blank": ({"a.txt": b" \n\t\n"}, {"a.txt": b" \nx\n"}),
    "seed-binary": (
        {"a.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
        {"a.txt": b"PNG is a format of pictures.\n"},
    ),
    "seed-format-unsupported": ({"a.zip": packed("b.zip", b"PK")}, {"a.zip": packed("b.txt", TEXT)}),
    "seed-undecodable": (
        {"a.txt": b"na\xefve\n", "corpus.toml": b'[[document]]\npath = "a.txt"\nencoding = "utf-8"\n'},
        {"a.txt": b"na\xefve\n", "corpus.toml": b'[[document]]\npath = "a.txt"\nencoding = "latin-1"\n'},
    ),
    "seed-unreadable": ({"a.txt.gz": gzip.compress(TEXT)[:20]}, {"a.txt.gz": gzip.compress(TEXT)}),
    "seed-link-broken": ({"a.txt": TEXT, "": link("nowhere")}, {"a.txt": TEXT, "": link_inside}),
    "seed-link-outside": ({"a.txt": TEXT, "": link_outside}, {"a.txt": TEXT, "": link_inside}),
    "seed-not-a-file": ({"a.txt": TEXT, "": listening}, {"a.txt": TEXT, "": link_inside}),
    "seed-name-undecodable": ({"a.txt": TEXT, "": misnamed}, {"a.txt": TEXT, "": named}),
    "container-broken": ({"a.zip": packed("b.txt", TEXT)[:40]}, {"a.zip": packed("b.txt", TEXT)}),
    "record-broken": ({"a.jsonl": b'{"text": 1}\n'}, {"a.jsonl": b'{"text": "One."}\n'}),
    "captures-left-out": ({"a.warc": capture(b"404 Not Found")}, {"a.warc": capture(b"200 OK")}),
    "seed-duplicate": ({"a.txt": TEXT, "b.txt": TEXT}, {"a.txt": TEXT, "b.txt": TEXT + b"\n"}),
    "encoding-uncertain": ({"a.txt": "Straße Müller\n".encode("cp1252")}, {"a.txt": FRENCH.encode("cp1252")}),
    "encoding-mixed": (
        {"a.txt": "été ".encode() * 40 + b"\xe9 fin\n"},
        {"a.txt": "été ".encode() * 40 + "é fin\n".encode()},
    ),
    "encoding-declared-wrong": (
        {"a.txt": b'<meta charset="euc-kr">' + KOREAN},
        {"a.txt": b'<meta charset="utf-8">' + KOREAN},
    ),
    "mojibake-suspected": (
        {"a.txt": FRENCH.encode().decode("latin-1").encode()},
        {"a.txt": FRENCH.encode()},
    ),
    "replacement-characters": ({"a.txt": "lost \ufffd here\n".encode()}, {"a.txt": b"lost ? here\n"}),
    "nul-characters": ({"a.txt": b"plain text\0with one NUL and much else\n" * 3}, {"a.txt": TEXT}),
    "control-characters": ({"a.txt": b"ring\x07 the bell\n"}, {"a.txt": b"ring\t the bell\n"}),
    "line-very-long": ({"a.txt": TEXT.replace(b"\n", b" ") * 300}, {"a.txt": TEXT * 300}),
    "documents-none": ({"a.txt": b""}, {"a.txt": b"x"}),
    "table-empty": ({"a.txt": b" \n"}, {"a.txt": b"x"}),
    "document-without-content": ({"a.txt": b"Skip to content\n"}, {"a.txt": TEXT}),
    "document-without-title": ({"a.txt": b"1\n"}, {"a.txt": TEXT}),
    "language-undetermined": ({"a.txt": b"1 2 3\n"}, {"a.txt": TEXT}),
    "correction-row-gone": ({"a.txt": TEXT, "corrections.csv": corrections(GONE)}, {"a.txt": TEXT}),
    "correction-duplicate": (
        {"a.txt": TEXT, "corrections.csv": corrections(GONE, GONE)},
        {"a.txt": TEXT, "corrections.csv": corrections(GONE, GONE.replace("edtf", "precision"))},
    ),
    "correction-stale": (
        {"a.txt": TEXT, "corrections.csv": corrections("a,author,Nobody,Somebody,why,who")},
        {"a.txt": TEXT, "corrections.csv": corrections("a,author,,Somebody,why,who")},
    ),
    "correction-column-unknown": (
        {"a.txt": TEXT, "corrections.csv": corrections("a,text,x,y,why,who")},
        {"a.txt": TEXT, "corrections.csv": corrections("a,site,,Y,why,who")},
    ),
    "document-id-duplicate": ({"a b.txt": TEXT, "a-b.txt": OTHER}, {"a b.txt": TEXT, "a-c.txt": OTHER}),
    "date-impossible": (
        {"a.txt": TEXT + b"\nIt was 31 June 1930.\n"},
        {"a.txt": TEXT + b"\nIt was 30 June 1930.\n"},
    ),
    "date-calendars-disagree": (
        {"a.txt": b"The year was Juche 109 (2021).\n"},
        {"a.txt": b"The year was Juche 109 (2020).\n"},
    ),
    "date-order-ambiguous": ({"a.txt": b"It was 03/04/1950.\n"}, {"a.txt": b"It was 13/04/1950.\n"}),
    "document-configured-missing": (
        {"a.txt": TEXT, "corpus.toml": b'[[document]]\npath = "b.txt"\n'},
        {"a.txt": TEXT, "corpus.toml": b'[[document]]\npath = "a.txt"\n'},
    ),
    "waiver-stale": (
        {"a.txt": TEXT, "corpus.toml": WAIVER % b""},
        {"a.txt": b"plain text\0with one NUL and much else\n" * 3, "corpus.toml": WAIVER % b""},
    ),
    "waiver-expired": (
        {"a.txt": TEXT, "corpus.toml": WAIVER % b'until = "2000-01-01"\n'},
        {"a.txt": TEXT, "corpus.toml": WAIVER % b'until = "9999-01-01"\n'},
    ),
}
