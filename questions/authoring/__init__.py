"""A document in, drafts, and what a reviewer makes of them, out."""
