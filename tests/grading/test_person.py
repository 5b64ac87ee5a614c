"""Persons: titles do not count, a bare surname counts where only one person has it."""

import pytest

from questions.grading import Forgiven
from questions.grading.explain import SEVERAL_PERSONS
from questions.vocabulary import AnswerType, Outcome

from .keys import key, typed

WILSON = key(AnswerType.PERSON, "Woodrow Wilson", rivals=["Alexander Kolchak", "President Wilson"])
TSERENDORJ = key(AnswerType.PERSON, "Balingiin Tserendorj", rivals=["Sambadondogiin Tserendorj"])
UNGERN = key(AnswerType.PERSON, "Roman von Ungern-Sternberg", "Ungern")
NICHOLAS = key(AnswerType.PERSON, "Nicholas II", rivals=["Nicholas I"])
HARA = key(AnswerType.PERSON, "Hara Takashi")


@pytest.mark.parametrize(
    ("asked", "given", "forgiven"),
    [
        (WILSON, "Woodrow Wilson", ()),
        (WILSON, "woodrow wilson", (Forgiven.CASE,)),
        (WILSON, "President Woodrow Wilson", (Forgiven.TITLE,)),
        (WILSON, "Wilson", (Forgiven.SURNAME,)),
        (WILSON, "President Wilson", (Forgiven.SURNAME,)),
        (WILSON, "W. Wilson", (Forgiven.SURNAME,)),
        (WILSON, "Wilson, Woodrow", (Forgiven.ORDER,)),
        (UNGERN, "Baron von Ungern-Sternberg", (Forgiven.SURNAME,)),
        (UNGERN, "Ungern Sternberg", (Forgiven.SURNAME,)),
        (UNGERN, "Baron Ungern", (Forgiven.TITLE, Forgiven.ALTERNATIVE)),
        (NICHOLAS, "Tsar Nicholas II", (Forgiven.TITLE,)),
        (NICHOLAS, "Nicholas the Second", (Forgiven.NUMBER_WORDS,)),
        (HARA, "Takashi Hara", (Forgiven.ORDER,)),
        (HARA, "Prime Minister Hara", (Forgiven.SURNAME,)),
        (TSERENDORJ, "B. Tserendorj", (Forgiven.SURNAME,)),
    ],
)
def test_a_person_is_known_by_these_names(asked, given, forgiven):
    verdict = typed(asked, given)
    assert (verdict.outcome, verdict.forgiven) == (Outcome.CORRECT, forgiven)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (WILSON, "Woodrow"),
        (WILSON, "John Wilson"),
        (WILSON, "Wilson Woodrow"),
        (WILSON, "Kolchak or Wilson"),
        (WILSON, "Alexander Kolchak"),
        (WILSON, "President"),
        (UNGERN, "Sternberg"),
        (NICHOLAS, "Nicholas"),
        (NICHOLAS, "Nicholas I"),
        (NICHOLAS, "Nicholas III"),
    ],
)
def test_a_person_is_not_known_by_these(asked, given):
    assert typed(asked, given).outcome is Outcome.WRONG


def test_a_surname_of_two_persons_names_neither():
    verdict = typed(TSERENDORJ, "Tserendorj")
    assert (verdict.outcome, verdict.message) == (Outcome.WRONG, SEVERAL_PERSONS)
    assert typed(TSERENDORJ, "Tserendorg").outcome is Outcome.WRONG


def test_a_rivals_accepted_surname_makes_it_ambiguous():
    asked = key(AnswerType.PERSON, "Woodrow Wilson", rivals=[("Arthur Wilson", "Wilson")])
    assert typed(asked, "Wilson").outcome is Outcome.WRONG


def test_an_accepted_surname_counts_whoever_else_has_it():
    asked = key(AnswerType.PERSON, "Woodrow Wilson", "Wilson", rivals=["Arthur Wilson"])
    assert typed(asked, "Wilson").outcome is Outcome.CORRECT


@pytest.mark.parametrize("given", ["Woodrow Wislon", "Woodrow Willson", "Willson", "Wodrow Wilsn"])
def test_a_mistyped_name_is_a_near_miss(given):
    assert typed(WILSON, given).outcome is Outcome.NEAR_MISS


def test_a_mistyped_surname_as_near_to_another_person_is_wrong():
    asked = key(AnswerType.PERSON, "Ivan Semenov", rivals=["Pyotr Semanov"])
    assert typed(asked, "Semonov").outcome is Outcome.WRONG


def test_two_titles_are_two_persons_where_the_bank_has_both():
    asked = key(AnswerType.PERSON, "Emperor Karl", rivals=["King Karl"])
    assert typed(asked, "King Karl").outcome is Outcome.WRONG
    assert typed(asked, "Karl").outcome is Outcome.CORRECT


def test_a_very_long_name_is_right_only_exactly():
    name = " ".join(f"Name{letter}" for letter in "abcdefghijklmn")
    assert typed(key(AnswerType.PERSON, name), name).outcome is Outcome.CORRECT
    assert typed(key(AnswerType.PERSON, name), f"{name} or another").outcome is Outcome.WRONG


def test_a_bare_surname_is_no_rivals_where_the_rival_is_the_same_person_without_a_title():
    asked = key(AnswerType.PERSON, "Admiral Kolchak", rivals=(("Alexander Kolchak", "Kolchak"),))
    assert typed(asked, "Kolchak").outcome is Outcome.CORRECT
