"""Facts found in a document in, drafts out: draft(facts, document) makes the questions that a reviewer is shown."""

from .draft import draft
from .material import Draft

__all__ = ["Draft", "draft"]
