"""Speed: at least 100 kB of text a second on one core, and facts in proportion to the text."""

import time

from questions.generation.drafts import draft
from questions.sources.document_text import read_document
from questions.sources.extraction import extract

from .passages import HARBOUR

LEAST = 100_000
"""Characters a second."""
ALLOWANCE = 4
"""For machines and neighbours slower than the one the figure was taken on."""


def test_a_long_document_is_drafted_at_the_promised_speed():
    text = "\n\n".join(HARBOUR.split("## References")[0].replace("Ashby", f"Ashby{number}") for number in range(60))
    document = read_document(text)
    start = time.process_time()
    assert list(draft(extract(document), document))
    assert len(text) / (time.process_time() - start) > LEAST / ALLOWANCE
