"""The text of a document in, its facts out: extract(document) gives statements that stand alone."""

from .extract import extract
from .facts import ExtractedFact
from .left_out import LeftOut, Why

__all__ = ["ExtractedFact", "LeftOut", "Why", "extract"]
