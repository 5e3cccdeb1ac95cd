"""The least that any build does: read, decode, split into paragraphs, write Parquet and CSV.

python benchmarks/floor.py SEEDS OUTPUT
"""

import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

BATCH = 4 << 20


def batches(seeds):
    held, documents, paragraphs = 0, [], []
    for path in sorted(seeds.rglob("*.txt")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        name = path.relative_to(seeds).as_posix()
        documents.append({"document_id": name, "text": text})
        offset = 0
        for part in text.split("\n\n"):
            paragraphs.append({"document_id": name, "char_start": offset, "text": part})
            offset += len(part) + 2
        held += len(text)
        if held > BATCH:
            yield documents, paragraphs
            held, documents, paragraphs = 0, [], []
    yield documents, paragraphs


def main():
    seeds, output = map(Path, sys.argv[1:])
    output.mkdir(parents=True)
    schemas = {
        "documents": pa.schema({"document_id": pa.string(), "text": pa.string()}),
        "paragraphs": pa.schema({"document_id": pa.string(), "char_start": pa.int64(), "text": pa.string()}),
    }
    written = {
        name: (
            pq.ParquetWriter(output / f"{name}.parquet", schema, compression="zstd", compression_level=3),
            pa.csv.CSVWriter(output / f"{name}.csv", schema),
        )
        for name, schema in schemas.items()
    }
    for rows in batches(seeds):
        for (name, schema), part in zip(schemas.items(), rows, strict=True):
            table = pa.Table.from_pylist(part, schema)
            for writer in written[name]:
                writer.write_table(table)
    for writers in written.values():
        for writer in writers:
            writer.close()


if __name__ == "__main__":
    main()
