"""What rows of several tables say of each other: mentions and blocks in their paragraphs, runs, roles, anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from corpus_pkg.model import APPARATUS

if TYPE_CHECKING:
    from corpus_pkg.findings import Finding
    from corpus_pkg.validate.shard import Shard

_EDGES = ("char_start", "char_end", "line_start", "line_end")


def check_links(shard: Shard) -> list[Finding]:
    """Check what rows say of rows of other tables, and of others of their own."""
    return [
        *_check_containment(shard),
        *_check_inline(shard),
        *_check_runs(shard),
        *_check_roles(shard),
        *_check_ordinals(shard),
        *_check_anchors(shard),
    ]


def _check_containment(shard: Shard) -> list[Finding]:
    """Mentions and inline blocks lie inside the paragraphs that they name."""
    low, high = shard.cells("paragraphs", "char_start"), shard.cells("paragraphs", "char_end")
    findings = []
    for table, code in (("mentions", "mention-outside-paragraph"), ("blocks", "block-outside-paragraph")):
        rows, paragraphs = shard.leads(table, "paragraph_id", "paragraphs")
        start, end = shard.cells(table, "char_start")[rows], shard.cells(table, "char_end")[rows]
        outside = (start < low[paragraphs]) | (end > high[paragraphs])
        for row, paragraph in zip(rows[outside], paragraphs[outside], strict=True):
            message = f"the {table[:-1]} does not lie inside its paragraph"
            other = ("the paragraph that it names", "paragraphs", int(paragraph))
            findings.append(shard.report(code, table, row, message, "paragraph_id", other=other))
    return findings


def _check_inline(shard: Shard) -> list[Finding]:
    """An inline block names its paragraph and holds its text; a run does neither."""
    blocks = shard.ordered["blocks"].filter(pl.col("kind").is_in(["run", "inline"]))
    inline = pl.col("kind") == "inline"
    findings = []
    for field in ("paragraph_id", "text"):
        for row, is_inline in (
            blocks.filter(inline == pl.col(field).is_null()).select("row", inline.alias("inline")).iter_rows()
        ):
            message = f"an inline block needs a {field}" if is_inline else f"a run has no {field}"
            findings.append(shard.report("block-outside-paragraph", "blocks", row, message, field))
    for row in blocks.filter(inline & (pl.col("paragraphs") != 1))["row"]:
        message = "an inline block lies in one paragraph"
        findings.append(shard.report("block-outside-paragraph", "blocks", row, message, "paragraphs"))
    return findings


def _check_runs(shard: Shard) -> list[Finding]:
    """Runs part the paragraphs of a document between them, each as long as its language and script go on."""
    runs = shard.ordered["blocks"].filter(pl.col("kind") == "run")
    paragraphs = shard.ordered["paragraphs"]
    held = paragraphs.group_by("block_id", "doc").agg(
        pl.len().cast(pl.Int64).alias("held"),
        (pl.col("ordinal").max() - pl.col("ordinal").min() + 1).alias("reach"),
        *(
            (pl.col(edge).min() if edge.endswith("start") else pl.col(edge).max()).alias(f"held_{edge}")
            for edge in _EDGES
        ),
    )
    joined = runs.join(held, on=["block_id", "doc"], how="left", maintain_order="left")
    findings = [
        shard.report("blocks-not-partition", "blocks", row, "the run holds no paragraph")
        for row in joined.filter(pl.col("held").is_null())["row"]
    ]
    for row, count in joined.filter(pl.col("held") != pl.col("paragraphs")).select("row", "held").iter_rows():
        message = f"{count} paragraphs name the run"
        findings.append(shard.report("count-mismatch", "blocks", row, message, "paragraphs"))
    for row in joined.filter(pl.col("held") != pl.col("reach"))["row"]:
        message = "the paragraphs of the run do not follow each other"
        findings.append(shard.report("blocks-not-partition", "blocks", row, message, "block_id"))
    for edge in _EDGES:
        wrong = joined.filter(pl.col(edge) != pl.col(f"held_{edge}")).select("row", f"held_{edge}")
        for row, value in wrong.iter_rows():
            message = f"the run's paragraphs have the {edge} {value}"
            findings.append(shard.report("block-outside-paragraph", "blocks", row, message, edge))
    same = pl.all_horizontal(
        pl.col("doc", "language", "script") == pl.col("doc", "language", "script").shift()
    )
    for row in runs.filter(same)["row"]:
        message = "the run has the language and script of the one before it: they are one run"
        findings.append(shard.report("blocks-not-partition", "blocks", row, message, "language"))
    return findings + _check_paragraphs_in_runs(shard)


def _check_paragraphs_in_runs(shard: Shard) -> list[Finding]:
    """A paragraph's block is a run, in the paragraph's own language and script."""
    rows, runs = shard.leads("paragraphs", "block_id", "blocks")
    paragraphs, blocks = shard.frames["paragraphs"], shard.frames["blocks"]
    findings = []
    for row in rows[(blocks["kind"].gather(runs) != "run").fill_null(value=False).to_numpy()]:
        message = "the block that holds the paragraph is not a run"
        findings.append(shard.report("blocks-not-partition", "paragraphs", row, message, "block_id"))
    for field in ("language", "script"):
        values = blocks[field].gather(runs)
        for index in (values != paragraphs[field].gather(rows)).fill_null(value=False).arg_true():
            message = f"the {field} of the run that holds it is {values[index]}"
            other = ("the run", "blocks", int(runs[index]))
            findings.append(
                shard.report(
                    "block-language-mismatch", "paragraphs", rows[index], message, field, other=other
                )
            )
    return findings


def _check_roles(shard: Shard) -> list[Finding]:
    """What follows from a paragraph's role: whether it is content, whether it has a level, what may govern it."""
    paragraphs = shard.ordered["paragraphs"]
    content = ~pl.col("role").is_in(sorted(APPARATUS))
    findings = []
    for row, role in paragraphs.filter(pl.col("is_content") != content).select("row", "role").iter_rows():
        what = "is not" if role in APPARATUS else "is"
        findings.append(
            shard.report("role-mismatch", "paragraphs", row, f"{role} {what} content", "is_content")
        )
    levelled = paragraphs.filter((pl.col("role") != "heading") & pl.col("heading_level").is_not_null())
    for row, role in levelled.select("row", "role").iter_rows():
        message = f"only a heading has a level, not {role}"
        findings.append(shard.report("role-mismatch", "paragraphs", row, message, "heading_level"))
    rows, headings = shard.leads("paragraphs", "heading_id", "paragraphs")
    roles = shard.frames["paragraphs"]["role"].gather(headings)
    for index in (roles != "heading").fill_null(value=False).arg_true():
        message = f"heading_id names a paragraph that is no heading but {roles[index]}"
        other = ("the paragraph that it names", "paragraphs", int(headings[index]))
        findings.append(
            shard.report("role-mismatch", "paragraphs", rows[index], message, "heading_id", other=other)
        )
    return findings


def _check_ordinals(shard: Shard) -> list[Finding]:
    """Ordinals count from 1 in every document, in the order in which the rows stand in the text."""
    findings = []
    for table in ("paragraphs", "blocks", "mentions"):
        rows = shard.ordered[table]
        expected = pl.int_range(pl.len()).over("doc").cast(pl.Int64) + 1
        wrong = rows.with_columns(expected.alias("expected")).filter(pl.col("ordinal") != pl.col("expected"))
        for row, place in wrong.select("row", "expected").iter_rows():
            message = f"it is row {place} of its document"
            findings.append(shard.report("ordinal-gap", table, row, message, "ordinal"))
        back = (pl.col("doc") == pl.col("doc").shift()) & (
            pl.col("char_start") < pl.col("char_start").shift()
        )
        for row in rows.filter(back)["row"]:
            message = "it begins before the row before it"
            findings.append(shard.report("ordinal-gap", table, row, message, "char_start"))
    return findings


def _check_anchors(shard: Shard) -> list[Finding]:
    """A mention names the mention that gave its year if its year came from one, and only then."""
    context = pl.col("year_basis") == "context"
    wrong = shard.ordered["mentions"].filter(context == pl.col("anchor_id").is_null())
    findings = []
    for row, basis in wrong.select("row", "year_basis").iter_rows():
        code = "anchor-missing" if basis == "context" else "anchor-unexpected"
        message = (
            "its year comes from its context, and it names no mention that gave it"
            if basis == "context"
            else f"it names a mention that gave its year, but its year_basis is {basis}"
        )
        findings.append(shard.report(code, "mentions", row, message, "anchor_id"))
    return findings
