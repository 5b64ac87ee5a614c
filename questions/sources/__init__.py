"""A document or a bank file in, facts out: records with their place, paragraphs with their hash."""
