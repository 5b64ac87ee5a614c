"""References: what leans on the text around it, and what stands alone."""

import pytest

from questions.sources.extraction.name_types import NameTypes
from questions.sources.extraction.references import Fault, faults_of
from questions.text.english.capitals import Capitals
from questions.text.english.reading import find_spans


def faults(text: str, *people: str) -> list[Fault]:
    types = NameTypes()
    for person in people:
        types.see(person, f"{person} (1801–1870) wrote it.", 0, len(person))
    return faults_of(text, find_spans(text, Capitals([text])), types)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("This bridge was built by the engineer Orin in 1871.", Fault.POINTS_OUTSIDE),
        ("He moved to New York in 1884 and stayed there.", Fault.OPENS_WITH_REFERENCE),
        ("In 1884 they moved to New York to find work.", Fault.PRONOUN),
        ("The city now has 20,000 inhabitants and two theatres.", Fault.TIME_OF_WRITING),
        ("Three years later the Orin Bridge fell into the sea.", Fault.RELATIVE_TIME),
        ("Mary Calder said that the treaty was a mistake.", Fault.BARE_DEFINITE),
        ("Mary Calder left.", Fault.TOO_SHORT),
        ("Mary Calder mapped the coast (and the marshes in 1715.", Fault.BROKEN),
        ("With a population of 3,400, it is the largest port.", Fault.PRONOUN),
        ("Calder, Mary (1898). A history of the marshes of Orin.", Fault.FURNITURE),
    ],
)
def test_a_statement_that_leans_on_another_is_found_out(text, fault):
    assert fault in faults(text, "Mary Calder")


@pytest.mark.parametrize(
    "text",
    [
        "Mary Calder sold her charts to the Royal Navy in 1722.",
        "It is believed that the Orin Bridge fell into the sea.",
        "The treaty of 1713 gave Ashby a town hall, and the treaty held.",
        "Those who came to Ashby in 1871 brought wool and tin.",
        "Henry I founded the town of Ashby in 1120.",
    ],
)
def test_a_statement_that_stands_alone_has_no_fault(text):
    assert faults(text, "Mary Calder") == []
