"""The bytes of a file and its name in, a document's paragraphs out: read_document, or IntakeError with one sentence."""

from .errors import IntakeError
from .read import MOST_BYTES, check_document, read_document

__all__ = ["MOST_BYTES", "IntakeError", "check_document", "read_document"]
