"""Variants: other names of the same that the document or everybody knows, and nothing that is only like it."""

from dataclasses import dataclass

import pytest

from questions.generation.drafts.variants import Variants
from questions.sources.document_text import read_document
from questions.vocabulary import AnswerType

TEXT = """\
# Port Ashby

The Ashby Harbour Office (AHO) was founded by Mary Calder and Thomas Wexford, whom President Wexford knew well.

Anna Vell and her brother Robert Vell rented the lighthouse of Port Ashby from the office for many years.
"""


@dataclass(frozen=True)
class Asked:
    answer: str
    answer_type: AnswerType
    others: str = "was told of."
    lead: str = ""
    grain: str = ""
    answer_start: int = 0

    @property
    def text(self):
        return f"{self.answer} {self.others}"

    @property
    def answer_end(self):
        return len(self.answer)


def accepted(answer, answer_type, **told):
    return set(Variants(read_document(TEXT)).of(Asked(answer, answer_type, **told)))


@pytest.mark.parametrize(
    ("answer", "answer_type", "variants"),
    [
        ("Ashby Harbour Office", AnswerType.ORGANISATION, {"AHO"}),
        ("AHO", AnswerType.ORGANISATION, {"Ashby Harbour Office"}),
        ("Calder", AnswerType.PERSON, {"Mary Calder"}),
        ("Wexford", AnswerType.PERSON, {"Thomas Wexford"}),
        ("Vell", AnswerType.PERSON, set()),
        ("summer of 1499", AnswerType.DATE, {"1499"}),
        ("AD 70", AnswerType.DATE, {"70", "70 AD", "70 CE"}),
        ("Caribbean", AnswerType.PLACE, {"Caribbean Sea"}),
        ("Black Sea", AnswerType.PLACE, set()),
        ("Mississippi River", AnswerType.PLACE, {"Mississippi", "River Mississippi"}),
        ("Red River", AnswerType.PLACE, set()),
        ("Nile", AnswerType.PLACE, {"Nile River", "River Nile"}),
        ("Iwama, Ibaraki", AnswerType.PLACE, {"Iwama"}),
        ("World War II", AnswerType.EVENT, {"Second World War", "WWII"}),
        ("12 ships", AnswerType.QUANTITY, set()),
    ],
)
def test_other_names_of_the_same_are_accepted(answer, answer_type, variants):
    assert accepted(answer, answer_type) == variants


def test_what_stands_in_the_statement_is_not_accepted():
    assert accepted("Calder", AnswerType.PERSON, others="was born as Mary Calder in Port Ashby.") == set()
