"""corpus.toml: what it may say, and how its mistakes are named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_pkg.config import (
    Contributor,
    CorpusConfig,
    CueWords,
    DocumentConfig,
    Gate,
    License,
    NamedDay,
    Removed,
    Source,
    load_config,
    parse_config,
)
from corpus_pkg.errors import UsageError
from corpus_pkg.waivers import Waiver

ROOT = Path(__file__).parents[2]

FULL = '''\
name = "my-corpus"
title = " My corpus "
description = """
document = "not a key"
"""
version = "1.2.0-rc.1"
homepage = "https://example.org"
keywords = ["a", "b"]
include = ["**/*.txt"]
exclude = ["drafts/**"]

[[licenses]]
name = "CC-BY-4.0"
path = "https://creativecommons.org/licenses/by/4.0/"

[[contributors]]
givenName = "Ada"
email = "ada@example.org"
roles = ["editor"]

[[sources]]
title = "The archive"

[[document]]
path = "a b/한글.txt"
id = "hangul"
title = "T"
author = "A"
publisher = "P"
date_published = 2020-10-10
language = "ko-KP"
encoding = "cp949"
source_url = "https://example.org/1?x=2"
rights = "not determined"
mend_mojibake = true

[[waive]]
code = "nul-characters"
path = "a.txt"
line = 3
text = "x"
reason = "in the original"
until = "2027-01-31"

[[removed]]
identifier = "old"
reason = "a duplicate"

[[named_day]]
labels = ["7.27", "Victory Day"]
month = 7
day = 27
year = 1953

[cues]
boilerplate = ["Skip links"]

[check]
seed-removed = "error"
coverage-shrank = "off"
'''


def test_everything_that_a_corpus_can_say():
    assert parse_config(FULL) == CorpusConfig(
        name="my-corpus",
        version="1.2.0-rc.1",
        title="My corpus",
        description='document = "not a key"',
        homepage="https://example.org",
        licenses=(License("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),),
        contributors=(Contributor(given_name="Ada", email="ada@example.org", roles=("editor",)),),
        sources=(Source("The archive"),),
        keywords=("a", "b"),
        include=("**/*.txt",),
        exclude=("drafts/**",),
        documents=(
            DocumentConfig(
                path="a b/한글.txt",
                id="hangul",
                title="T",
                author="A",
                publisher="P",
                date_published="2020-10-10",
                language="ko-KP",
                encoding="cp949",
                source_url="https://example.org/1?x=2",
                rights="not determined",
                mend_mojibake=True,
                declared=24,
            ),
        ),
        waivers=(Waiver("nul-characters", "a.txt", "in the original", 3, "x", "2027-01-31", 37),),
        removed=(Removed("old", "a duplicate", 45),),
        named_days=(NamedDay(("7.27", "Victory Day"), 7, 27, 1953),),
        cues=(CueWords("boilerplate", ("Skip links",)),),
        gates=(Gate("seed-removed", "error"), Gate("coverage-shrank", None)),
    )


def test_the_description_of_the_package_has_the_keys_of_the_standard_and_nothing_unknown():
    assert parse_config(FULL).descriptor()["contributors"] == [
        {"givenName": "Ada", "email": "ada@example.org", "roles": ["editor"]}
    ]
    assert parse_config("").descriptor() == {"name": "corpus", "version": "0.1.0"}


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(tmp_path, ends):
    (tmp_path / "corpus.toml").write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", ends).encode())
    assert load_config(tmp_path) == load_config(tmp_path / "corpus.toml") == parse_config(FULL)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("My Texts (2)", "my-texts-2"), ("Écrits", "ecrits"), ("한글", "corpus"), ("--", "corpus")],
)
def test_a_corpus_that_says_nothing_is_named_for_its_folder(tmp_path, folder, name):
    (tmp_path / folder).mkdir()
    assert load_config(tmp_path / folder) == CorpusConfig(name=name)


def document(line):
    return f'[[document]]\npath = "a"\n{line}'


WRONG = [
    ("not TOML", "a = = 2", "c:1:5: not TOML"),
    ("a key misspelt", "\ntitel = 'x'", "c:2: unknown key `titel`; did you mean `title`?"),
    ("a key of a table at the top", "rights = 'x'", "c:1: unknown key `rights`; it belongs in [[document]]"),
    ("a key like no other", "zzz = 1", "c:1: unknown key `zzz`; known are `name`,"),
    (
        "a key misspelt in a table",
        document("langauge = 'en'"),
        "c:3: unknown key `langauge` in [[document]]; did you",
    ),
    (
        "a table misspelt",
        "[[documents]]\npath = 'a'",
        "c:1: unknown key `documents`; did you mean `document`?",
    ),
    (
        "single brackets",
        "[document]\npath = 'a'",
        "c:1: `document` must be a list of tables: write [[document]]",
    ),
    ("a name with spaces", "name = 'My corpus'", "c:1: `name` must be lower-case letters"),
    ("a version that is not one", "version = '1.0'", "c:1: `version` must be a version of three numbers"),
    ("a version that is a number", "version = 1", "c:1: `version` must be"),
    ("a title that is empty", "title = ' '", "c:1: `title` must be text"),
    ("a homepage without a scheme", "homepage = 'example.org'", "c:1: `homepage` must be an address"),
    ("keywords that are not an array", "keywords = 'a, b'", "c:1: `keywords` must be an array"),
    ("keywords with a repeat", "keywords = ['a', 'a']", "c:1: `keywords` must be an array without repeats"),
    ("a pattern that leads outside", "include = ['../*']", "c:1: `include` must be a pattern below"),
    (
        "a licence without name or path",
        "[[licenses]]\ntitle = 'x'",
        "c:1: [[licenses]] needs one of `name`, `path`",
    ),
    ("a document without path", "[[document]]\ntitle = 'x'", "c:1: [[document]] lacks `path`"),
    ("an absolute path", "[[document]]\npath = '/a'", "c:2: `path` must be a path below"),
    ("a path with ..", "[[document]]\npath = 'a/../../b'", "c:2: `path` must be a path below"),
    ("a path with a backslash", "[[document]]\npath = 'a\\b'", "c:2: `path` must be a path below"),
    (
        "an unknown encoding",
        document("encoding = 'utf-9'"),
        "c:3: `encoding` must be the name of a text encoding",
    ),
    ("a codec that is not of text", document("encoding = 'base64'"), "c:3: `encoding` must be"),
    (
        "a language in words",
        document("language = 'Korean (north)'"),
        "c:3: `language` must be a language tag",
    ),
    ("a year as a number", document("date_published = 2020"), "c:3: `date_published` must be a date as EDTF"),
    ("a month that is none", document("date_published = '2020-13'"), "c:3: `date_published` must be"),
    (
        "a flag in words",
        document("mend_mojibake = 'yes'"),
        "c:3: `mend_mojibake` must be true or false, not 'yes'",
    ),
    (
        "one seed described twice",
        document("") + document("rights = 'x'"),
        "c:4: two [[document]] tables with `path` 'a' (line 2 has it too)",
    ),
    (
        "one identifier given twice",
        "[[document]]\npath = 'a'\nid = 'x'\n[[document]]\npath = 'b'\nid = 'x'",
        "c:6: two [[document]] tables with `id` 'x' (line 3 has it too)",
    ),
    (
        "an unknown code waived",
        "[[waive]]\ncode = 'seed-emty'\npath = 'a'\nreason = 'r'",
        "c:2: there is no finding code `seed-emty`; did you mean `seed-empty`?",
    ),
    (
        "a waiver without a reason",
        "[[waive]]\ncode = 'seed-empty'\npath = 'a'",
        "c:1: [[waive]] lacks `reason`",
    ),
    (
        "a waiver until no day",
        "[[waive]]\ncode = 'seed-empty'\npath = 'a'\nreason = 'r'\nuntil = 'May'",
        "c:5: `until` must be a day",
    ),
    (
        "a day that the month lacks",
        "[[named_day]]\nlabels = ['x']\nmonth = 2\nday = 30\nyear = 2000",
        "c:4: month 2 has no day 30",
    ),
    (
        "a day without a label",
        "[[named_day]]\nlabels = []\nmonth = 2\nday = 3\nyear = 2000",
        "c:2: `labels` must name the day",
    ),
    (
        "cues of no role",
        "[cues]\nboilerplat = ['x']",
        "c:2: unknown key `boilerplat` in [cues]; did you mean",
    ),
    (
        "a gate of no code",
        "[check]\nseed-remove = 'off'",
        "c:2: unknown key `seed-remove` in [check]; did you mean `seed-removed`?",
    ),
    (
        "a gate that is no gate: such findings are waived one by one",
        "[check]\nseed-empty = 'off'",
        "c:2: unknown key `seed-empty` in [check]",
    ),
    (
        "a gate half open",
        "[check]\nseed-removed = 'ajar'",
        "c:2: `seed-removed` must be one of error, warning",
    ),
    ("cues that are not a table", "cues = ['x']", "c:1: `cues` must be a table"),
    ("brackets without end", "a = " + "[" * 50_000, "c: not TOML"),
]


@pytest.mark.parametrize(
    ("written", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_a_mistake_is_named_with_its_line(written, message):
    with pytest.raises(UsageError) as caught:
        parse_config(written, file="c")
    assert str(caught.value).startswith(message)
    assert caught.value.exit_code == 2


RIGHT_DATES = [
    "2020",
    "2020-10",
    "2020-10-10",
    "2020~",
    "192X",
    "1950?",
    "2020-21",
    "1926-10/1945-08",
    "1950/..",
    "XXXX-02-08",
]


@pytest.mark.parametrize("date", RIGHT_DATES)
def test_a_date_of_publication_is_edtf(date):
    assert parse_config(document(f"date_published = '{date}'")).document("a").date_published == date


def test_a_file_that_is_not_utf_8_is_named(tmp_path):
    (tmp_path / "corpus.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(UsageError, match=r"corpus.toml: not UTF-8 \(byte 9\)"):
        load_config(tmp_path)


def test_a_link_to_nothing_is_named(tmp_path):
    (tmp_path / "corpus.toml").symlink_to("gone")
    with pytest.raises(UsageError, match="symbolic link to nothing"):
        load_config(tmp_path)


def test_a_folder_in_place_of_the_file_is_named(tmp_path):
    (tmp_path / "corpus.toml").mkdir()
    with pytest.raises(UsageError, match=r"corpus\.toml"):
        load_config(tmp_path)


@given(st.text(max_size=80) | st.lists(st.sampled_from(FULL.split("\n")), max_size=20).map("\n".join))
def test_any_text_is_read_or_refused(written):
    """Configuration errors are usage errors, whatever is written."""
    try:
        assert isinstance(parse_config(written), CorpusConfig)
    except UsageError as error:
        assert str(error).startswith("corpus.toml:")  # noqa: PT017


SEEDS = [
    ("a.txt", True),
    ("b/a.txt", True),
    ("corpus.toml", False),
    ("corrections.csv", False),
    (".hidden", False),
    (".git/config", False),
    ("b/.DS_Store", False),
]


@pytest.mark.parametrize(("path", "expected"), SEEDS)
def test_every_file_is_a_seed_unless_it_is_hidden_or_configures(path, expected):
    assert CorpusConfig("c").is_seed(path) is expected


def test_include_and_exclude_choose_the_seeds():
    config = CorpusConfig("c", include=("**/*.txt",), exclude=("drafts/**",))
    assert [path for path in ("a.txt", "b/c.txt", "a.html", "drafts/a.txt") if config.is_seed(path)] == [
        "a.txt",
        "b/c.txt",
    ]


def test_the_real_corpus_describes_each_of_its_seeds_and_invents_no_licence():
    seeds = ROOT / "seeds"
    config = load_config(seeds)
    found = sorted(
        file.relative_to(seeds).as_posix()
        for file in seeds.rglob("*")
        if file.is_file() and config.is_seed(file.name)
    )
    assert sorted(described.path for described in config.documents) == found
    assert {described.rights for described in config.documents} == {"not determined"}
    assert config.licenses == ()
