"""From bytes to source text: every encoding by its evidence, and what is no text refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.errors import UndecodableError
from corpus_pkg.parse.decode import decode

KOREAN = (
    "아이들은 날마다 학교 뒤 마당에서 노는데, 오늘은 비가 와서 모두 집에 있다. "
    "가게는 벌써 문을 닫았고 거리는 조용하다.\n"
)
JAPANESE = (
    "子どもたちは毎日学校の裏の庭で遊んでいますが、今日は雨なので家にいます。"
    "店はもう閉まっていて、通りはとても静かです。\n"
)
SIMPLIFIED = (
    "孩子们每天在学校后面的花园里玩，但是今天下雨，他们都留在家里。"
    "商店已经关门了，街上非常安静，没有人说话。\n"
)
TRADITIONAL = (
    "孩子們每天在學校後面的花園裡玩，但是今天下雨，他們都留在家裡。"
    "商店已經關門了，街上非常安靜，沒有人說話。\n"
)
RUSSIAN = (
    "Дети каждый день играют в саду за школой, но сегодня "
    "они остались дома, потому что идёт дождь. Магазин закрыт.\n"
)
POLISH = (
    "Dzieci codziennie bawią się w ogrodzie za szkołą, ale dziś "
    "zostały w domu, bo pada deszcz. Źle, że już późno, żółw śpi.\n"
)
FRENCH = (
    "Les élèves étaient très contents : l'été, la forêt et le "
    "château où ils jouaient les ont émerveillés, ça va de soi.\n"
)
GERMAN = (
    "Die Kinder spielen täglich hinter der Schule; über Nacht "
    "wird es kühl, und größere Häuser müssen später schließen.\n"
)
GREEK = (
    "Τα παιδιά παίζουν κάθε μέρα στον κήπο πίσω από το "
    "σχολείο, αλλά σήμερα έμειναν στο σπίτι επειδή βρέχει.\n"
)
TURKISH = (
    "Çocuklar her gün okulun arkasındaki bahçede oynuyorlar, "
    "ama bugün yağmur yağdığı için evde kaldılar; dükkân kapalı.\n"
)

NAMED = [
    *((codec, KOREAN) for codec in ("utf-8", "utf-8-sig", "euc-kr", "cp949", "johab", "iso2022_kr")),
    *((codec, KOREAN) for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")),
    *((codec, JAPANESE) for codec in ("shift_jis", "cp932", "euc_jp", "iso2022_jp", "utf-16-le")),
    *((codec, SIMPLIFIED) for codec in ("gb18030", "gb2312", "hz", "utf-16-be")),
    *((codec, TRADITIONAL) for codec in ("big5", "gb18030")),
    *(
        (codec, RUSSIAN)
        for codec in ("koi8-r", "cp1251", "iso8859-5", "mac_cyrillic", "utf-16-le", "utf-16-be")
    ),
    *((codec, POLISH) for codec in ("cp1250", "iso8859-2")),
    *((codec, FRENCH) for codec in ("cp1252", "iso8859-1", "iso8859-15", "mac_roman")),
    *((codec, GERMAN) for codec in ("cp1252", "iso8859-1", "utf-16-be", "utf-32-le")),
    *((codec, GREEK) for codec in ("cp1253", "iso8859-7")),
    *((codec, TURKISH) for codec in ("cp1254", "iso8859-9")),
]


@pytest.mark.parametrize("size", [60, 110, 2000])
@pytest.mark.parametrize(("codec", "text"), NAMED, ids=lambda value: value[:12])
def test_an_encoding_is_found_by_its_bytes(codec: str, text: str, size: int):
    text = (text * (size // len(text) + 1))[:size].rstrip()
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("reason", "data"),
    [
        ("gzip", b"\x1f\x8b\x08\x00" + bytes(range(60))),
        ("PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("PDF", b"%PDF-1.7\n"),
        ("ZIP", b"PK\x03\x04\x14\x00"),
        ("control", bytes(range(32)) * 40),
    ],
)
def test_what_is_no_text_is_refused(reason: str, data: bytes):
    with pytest.raises(UndecodableError, match=reason):
        decode(data)


@pytest.mark.parametrize(
    ("data", "text", "code"),
    [
        (b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n", None),
        (b"plain text\0with one NUL and much else\n" * 3, None, "nul-characters"),
        ("été ".encode() * 40 + b"\xe9 fin", "été " * 40 + "\ufffd fin", "encoding-mixed"),
        ("lost \ufffd here".encode(), "lost \ufffd here", "replacement-characters"),
        (b"ring\x07", "ring\x07", "control-characters"),
        (b'<meta charset="euc-kr">' + KOREAN.encode(), None, "encoding-declared-wrong"),
        (b'<meta charset="euc-kr">' + KOREAN.encode("euc-kr"), '<meta charset="euc-kr">' + KOREAN, None),
        (b"", "", None),
    ],
)
def test_what_the_bytes_show_is_remarked_on(data: bytes, text: str | None, code: str | None):
    source = decode(data)
    assert text is None or source.text == text
    assert {remark.code for remark in source.remarks} == ({code} if code else set())


def test_a_configured_encoding_overrides_detection():
    source = decode(RUSSIAN.encode("koi8-r"), encoding="cp1251")
    assert (source.basis, source.confidence) == ("configured", 1.0)
    assert source.text == RUSSIAN.encode("koi8-r").decode("cp1251")
    with pytest.raises(UndecodableError, match="no encoding is called"):
        decode(b"a", encoding="no-such-thing")


@pytest.mark.parametrize("codec", ["latin-1", "cp1251", "koi8_r", "mac_roman"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN], ids=["fr", "ru"])
def test_mojibake_is_reported_and_mended_only_on_request(text: str, codec: str):
    garbled = text.encode().decode(codec)
    source = decode(garbled.encode())
    assert [remark.code for remark in source.remarks if remark.code != "control-characters"] == [
        "mojibake-suspected"
    ]
    assert source.text == garbled
    assert decode(garbled.encode(), mend=True).text == text


@pytest.mark.parametrize("text", [KOREAN, JAPANESE, SIMPLIFIED], ids=["ko", "ja", "zh"])
@pytest.mark.parametrize("codec", ["cp949", "gb18030"])
def test_utf8_read_as_an_east_asian_encoding_is_reported_though_bytes_were_lost(text: str, codec: str):
    garbled = text.encode().decode(codec, "replace")
    assert "mojibake-suspected" in {remark.code for remark in decode(garbled.encode()).remarks}


@pytest.mark.parametrize(
    "text", [KOREAN, JAPANESE, TRADITIONAL, RUSSIAN, POLISH, FRENCH, GREEK, "« NATURALITÉ» Пётр — её"]
)
def test_real_text_is_no_mojibake(text: str):
    assert decode((text * 5).encode()).remarks == ()


@given(st.text())
def test_valid_utf8_comes_back_but_for_line_ends(text: str):
    source = decode(codecs.BOM_UTF8 + text.encode("utf-8", "ignore"))
    assert source.text == text.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes):
    try:
        source = decode(data)
    except UndecodableError:
        return
    assert "\r" not in source.text
    assert all(0 <= r.span.start <= r.span.end <= len(source.text) for r in source.remarks)
