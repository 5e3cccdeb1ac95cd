"""HTML: the text of a page as it is shown, what its markup says of each line of it, and what its head states.

By the standard library's ``html.parser``: each block of the page becomes lines of its own with a blank line
around, each item and each table row a line, as a reader would set them. What is never shown is left out.
"""

from corpus_pkg.read.html.page import MARKUP, Page, read_page

__all__ = ["MARKUP", "Page", "read_page"]
