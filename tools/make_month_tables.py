"""Write the table of month names from CLDR, as babel has it.

usage: python tools/make_month_tables.py > src/corpus_pkg/parse/mentions/months.json
"""

from __future__ import annotations

import json

from babel import Locale, localedata

CONTEXTS = ("format", "stand-alone")
WIDTHS = ("wide", "abbreviated")


def names(locale: Locale, month: int) -> list[str]:
    """All spellings of one month: both contexts, both widths, without a closing full stop."""
    found: list[str] = []
    for context in CONTEXTS:
        for width in WIDTHS:
            name = locale.months[context][width].get(month)
            name = name.rstrip(".").strip() if name else ""
            # CLDR has "M06" and "6" where a locale lacks names: those are no words.
            if name and not any(c.isdigit() for c in name) and name not in found:
                found.append(name)
    return found


def table() -> dict[str, list[list[str]]]:
    """Names by language, from January."""
    rows: dict[str, list[list[str]]] = {}
    for identifier in sorted(localedata.locale_identifiers()):
        if "_" in identifier or identifier == "root":
            continue
        locale = Locale.parse(identifier)
        months = [names(locale, number) for number in range(1, 13)]
        if all(months):
            rows[identifier] = months
    return rows


def text() -> str:
    """The table as JSON, one language a line."""
    rows = [f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in table().items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


if __name__ == "__main__":
    print(text(), end="")
