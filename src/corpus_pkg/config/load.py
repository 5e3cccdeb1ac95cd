"""Reading ``corpus.toml``: every mistake in it is named with its file, its line and its key."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from corpus_pkg.config import checks
from corpus_pkg.config.kinds import DESCRIPTION, KINDS, Fields, Kind
from corpus_pkg.config.toml_lines import KeyPath, key_lines, line_of
from corpus_pkg.config.values import CorpusConfig, CueWords, Gate, camel_case
from corpus_pkg.errors import UsageError
from corpus_pkg.findings import CHANGE, SEVERITIES, catalogue
from corpus_pkg.model import Role

if TYPE_CHECKING:
    from corpus_pkg.places import Place

CONFIG_NAME = "corpus.toml"

_SINGLE = ("cues", "check")
"""The tables in single brackets."""

_FIELD_OF = {"document": "documents", "waive": "waivers", "named_day": "named_days"}


def load_config(path: Place) -> CorpusConfig:
    """Read a corpus's configuration, given its file or the folder that holds it.

    Without such a file the corpus is named for its folder, and everything else is left to detection.

    Raises:
        UsageError: the file cannot be read, is not TOML, or says something that it may not.

    """
    file = path / CONFIG_NAME if isinstance(path, Path) and path.is_dir() else path
    try:
        written = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if isinstance(file, Path) and file.is_symlink():
            raise UsageError(f"{file}: a symbolic link to nothing") from None
        written = ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from error
    home = file.absolute().parent if isinstance(file, Path) else file.parent
    return parse_config(written, file=str(file), folder=home.name)


def parse_config(written: str, *, file: str = CONFIG_NAME, folder: str = "corpus") -> CorpusConfig:
    """Read the text of a ``corpus.toml``; ``file`` is what messages call it, ``folder`` names a nameless corpus.

    Raises:
        UsageError: the text is not TOML, or says something that it may not.

    """
    try:
        tables = tomllib.loads(written.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message, line, column = _told(str(error))
        raise UsageError(f"{file}:{line}:{column}: not TOML: {message}".replace(":0:0:", ":")) from error
    return _Reader(file, key_lines(written)).config(tables, folder)


def _told(message: str) -> tuple[str, int, int]:
    if place := re.search(r" \(at line (\d+), column (\d+)\)$", message):
        return message[: place.start()], int(place[1]), int(place[2])
    return message, 0, 0


class _Reader:
    """Turns parsed TOML into values; knows where each key stands, for the messages."""

    def __init__(self, file: str, lines: dict[KeyPath, int]) -> None:
        self.file = file
        self.lines = lines

    def config(self, tables: dict[str, Any], folder: str) -> CorpusConfig:
        description = {key: value for key, value in tables.items() if key not in (*KINDS, *_SINGLE)}
        known = self.fields(description, DESCRIPTION, (), also=(*KINDS, *_SINGLE))
        known.setdefault("name", _slug(folder))
        for key, kind in KINDS.items():
            known[_FIELD_OF.get(key, key)] = self.values(tables.get(key, []), key, kind)
        known["cues"] = self.cues(tables.get("cues", {}))
        known["gates"] = self.gates(tables.get("check", {}))
        return CorpusConfig(**known)

    def fields(
        self, table: dict[str, Any], fields: Fields, at: KeyPath, also: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """Check one table, key by key."""
        checked: dict[str, Any] = {}
        for key, value in table.items():
            if key not in fields:
                self.unknown(key, (*fields, *also), at)
            try:
                checked[key] = fields[key](value)
            except checks.WrongValueError as expected:
                self.refuse((*at, key), f"`{key}` must be {expected}, not {_shown(value)}")
        return checked

    def values(self, tables: object, name: str, kind: Kind) -> tuple[Any, ...]:
        """Check the tables of one kind and make a value of each."""
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.refuse((name,), f"`{name}` must be a list of tables: write [[{name}]] in double brackets")
        made = []
        taken: dict[tuple[str, object], int | None] = {}
        for n, table in enumerate(tables):
            at: KeyPath = (name, n)
            checked = self.fields(table, kind.fields, at)
            for key in sorted(kind.required - checked.keys()):
                self.refuse(at, f"[[{name}]] lacks `{key}`")
            if kind.one_of and not kind.one_of & checked.keys():
                self.refuse(at, f"[[{name}]] needs one of {_listed(sorted(kind.one_of))}")
            for key in kind.unique:
                if key in checked:
                    mark = (key, checked[key])
                    if mark in taken:
                        first = f" (line {taken[mark]} has it too)" if taken[mark] else ""
                        self.refuse((*at, key), f"two [[{name}]] tables with `{key}` {checked[key]!r}{first}")
                    taken[mark] = line_of(self.lines, (*at, key))
            self.sense(name, checked, at)
            if "declared" in kind.make._fields:
                checked["declared"] = line_of(self.lines, at)
            made.append(kind.make(**{_snake_case(key, kind): value for key, value in checked.items()}))
        return tuple(made)

    def sense(self, name: str, checked: dict[str, Any], at: KeyPath) -> None:
        """Check what takes more than one key, or knowledge from elsewhere."""
        if name == "waive" and checked["code"] not in catalogue():
            near = _nearest(checked["code"], tuple(catalogue()))
            advice = f"; did you mean `{near}`?" if near else "; `corpus-pkg findings` lists them"
            self.refuse((*at, "code"), f"there is no finding code `{checked['code']}`{advice}")
        if name == "named_day":
            if not checks.month_has_day(checked["month"], checked["day"], checked["year"]):
                self.refuse((*at, "day"), f"month {checked['month']} has no day {checked['day']}")
            if not checked["labels"]:
                self.refuse((*at, "labels"), "`labels` must name the day at least once")

    def cues(self, table: object) -> tuple[CueWords, ...]:
        """Check ``[cues]``: an array of phrases for each role."""
        if not isinstance(table, dict):
            self.refuse(("cues",), '`cues` must be a table: [cues], then lines such as boilerplate = ["…"]')
        phrases = checks.texts(checks.text)
        fields: Fields = dict.fromkeys(get_args(Role), phrases)
        told: dict[Any, Any] = self.fields(table, fields, ("cues",))
        return tuple(CueWords(role, told[role]) for role in told)

    def gates(self, table: object) -> tuple[Gate, ...]:
        """Check ``[check]``: a severity for each code of a change."""
        if not isinstance(table, dict):
            self.refuse(
                ("check",), '`check` must be a table: [check], then lines such as seed-removed = "off"'
            )
        severity = checks.form("|".join((*SEVERITIES, "off")), f"one of {', '.join(SEVERITIES)} and off")
        codes: Fields = {entry.code: severity for entry in catalogue().values() if entry.level == CHANGE}
        told: dict[Any, Any] = self.fields(table, codes, ("check",))
        return tuple(Gate(code, None if told[code] == "off" else told[code]) for code in told)

    def unknown(self, key: str, known: tuple[str, ...], at: KeyPath) -> NoReturn:
        near = _nearest(key, known)
        elsewhere = [name for name, kind in KINDS.items() if key in kind.fields and name != (*at, "")[0]]
        if near:
            advice = f"did you mean `{near}`?"
        elif elsewhere:
            advice = f"it belongs in [[{elsewhere[0]}]]"
        else:
            advice = f"known are {_listed(known)}"
        where = f" in {_table(at)}" if at else ""
        self.refuse((*at, key), f"unknown key `{key}`{where}; {advice}")

    def refuse(self, at: KeyPath, message: str) -> NoReturn:
        line = line_of(self.lines, at)
        raise UsageError(f"{self.file}:{line}: {message}" if line else f"{self.file}: {message}")


def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(word.lower().replace("-", "_"), known, 1, 0.6)), None) or next(
        iter(get_close_matches(word.lower(), known, 1, 0.6)), None
    )


def _snake_case(key: str, kind: Kind) -> str:
    return next((name for name in kind.make._fields if camel_case(name) == key), key)


def _table(at: KeyPath) -> str:
    return f"[[{at[0]}]]" if len(at) > 1 else f"[{at[0]}]"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _shown(value: object) -> str:
    told = str(value).lower() if isinstance(value, bool) else repr(value)
    return told if len(told) <= 60 else told[:59] + "…"


def _slug(folder: str) -> str:
    plain = unicodedata.normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or "corpus"
