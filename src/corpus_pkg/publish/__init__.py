"""Putting a validated package where others fetch it: a folder, an S3 bucket, any fsspec address."""

from corpus_pkg.publish.publish import CLAIM, Published, publish

__all__ = ["CLAIM", "Published", "publish"]
