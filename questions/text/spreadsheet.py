"""A cell's text in; the same, in a form that no spreadsheet runs as a formula, out."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins with one of these may be run as a formula; an apostrophe in front keeps it text."""

BOM = "\ufeff"
"""Tells Excel that the file is UTF-8."""


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text
