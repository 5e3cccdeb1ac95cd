"""Packages, by the code that they are found with: a change that has it, and one like it that has not."""

import json
from hashlib import sha256
from shutil import rmtree

import pyarrow.parquet as pq


def sum_up(package):
    files = sorted(path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file())
    sums = [
        f"{sha256((package / path).read_bytes()).hexdigest()}  {path}\n"
        for path in files
        if path != "SHA256SUMS"
    ]
    (package / "SHA256SUMS").write_text("".join(sums))


def describe(change):
    """A change of the descriptor, with the sums made anew."""

    def changed(package):
        descriptor = json.loads((package / "datapackage.json").read_text())
        change(descriptor)
        (package / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False))
        sum_up(package)

    return changed


def rewrite(form, table, change):
    """A change of one file of a table, with every hash made anew."""

    def changed(package):
        path = package / f"data/{table}/{table}.{form}"
        change(path)

        def tell(descriptor):
            for entry in descriptor["resources"]:
                data = (package / entry["path"]).read_bytes()
                entry["hash"] = f"sha256:{sha256(data).hexdigest()}"
                if "bytes" in entry:
                    entry["bytes"] = len(data)

        describe(tell)(package)

    return changed


def columns(choose):
    def change(path):
        table = pq.read_table(path)
        pq.write_table(choose(table), path)

    return change


def as_text(table, column):
    index = table.schema.get_field_index(column)
    return table.set_column(index, column, table[column].cast("string"))


def replaced(old, new):
    return lambda path: path.write_bytes(path.read_bytes().replace(old, new))


def nothing(_package):
    """The package as it was written."""


def same(path):
    path.write_bytes(path.read_bytes())


def resource(number, **cells):
    return describe(lambda descriptor: descriptor["resources"][number].update(cells))


CASES = {
    "package-missing": (rmtree, nothing),
    "descriptor-unreadable": (
        lambda package: (package / "datapackage.json").write_text("{"),
        describe(lambda descriptor: descriptor.update(title="{")),
    ),
    "descriptor-invalid": (
        describe(lambda descriptor: descriptor.update(keywords=[])),
        describe(lambda descriptor: descriptor.update(keywords=["mills"])),
    ),
    "descriptor-schema-differs": (
        describe(lambda descriptor: descriptor["resources"][2]["schema"]["fields"][0]["constraints"].clear()),
        describe(lambda descriptor: descriptor["resources"][2].update(title="Another title")),
    ),
    "hash-mismatch": (
        lambda package: (package / "README.md").write_text("# Another\n"),
        lambda package: [(package / "README.md").write_text("# Another\n"), sum_up(package)],
    ),
    "sums-invalid": (
        lambda package: (package / "SHA256SUMS").write_text(
            (package / "SHA256SUMS").read_text() + "and so on\n"
        ),
        sum_up,
    ),
    "bytes-mismatch": (resource(0, bytes=1), nothing),
    "content-hash-mismatch": (resource(0, contentHash="sha256:0"), nothing),
    "file-missing": (lambda package: (package / "README.md").unlink(), nothing),
    "file-unlisted": (lambda package: (package / "notes.txt").write_text("x"), nothing),
    "file-unreadable": (
        rewrite("parquet", "mentions", lambda path: path.write_bytes(b"PAR1")),
        rewrite("parquet", "mentions", same),
    ),
    "path-unsafe": (resource(0, path="../documents.csv"), nothing),
    "rows-mismatch": (resource(0, rows=3), resource(0, rows=2)),
    "formats-disagree": (
        rewrite("csv", "mentions", replaced(b"following May", b"following Mai")),
        rewrite("csv", "mentions", same),
    ),
    "metadata-disagrees": (
        describe(lambda descriptor: descriptor.update(version="1.0.1")),
        describe(lambda descriptor: descriptor.update(title="Another title")),
    ),
    "source-mismatch": (
        lambda package: [(package / "sources/note.txt").write_text("x"), sum_up(package)],
        nothing,
    ),
    "table-missing": (describe(lambda descriptor: descriptor["resources"].pop(0)), nothing),
    "column-missing": (
        rewrite("parquet", "blocks", columns(lambda table: table.drop_columns(["basis"]))),
        rewrite("parquet", "blocks", columns(lambda table: table)),
    ),
    "column-unknown": (
        rewrite("parquet", "blocks", columns(lambda table: table.append_column("more", table["basis"]))),
        rewrite("parquet", "blocks", columns(lambda table: table)),
    ),
    "column-order": (
        rewrite("parquet", "blocks", columns(lambda table: table.select(table.column_names[::-1]))),
        rewrite("parquet", "blocks", columns(lambda table: table)),
    ),
    "value-type": (
        rewrite("parquet", "blocks", columns(lambda table: as_text(table, "paragraphs"))),
        rewrite("parquet", "blocks", columns(lambda table: table)),
    ),
}
