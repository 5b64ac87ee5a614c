"""How a statement follows its sentence into a new version."""

import pytest

from questions.authoring.versions.wording import answer_now, carry_over, marked, swaps

OLD = "Lake Velmar was discovered in 1764 by the surveyor Ilse Brandom."
YEAR = OLD.replace("1764", "[1764](date:b1)")
WHO = OLD.replace("Ilse Brandom", "[Ilse Brandom](person:b2)")


@pytest.mark.parametrize(
    ("new", "text", "answers"),
    [
        (OLD.replace("1764", "1765"), YEAR.replace("1764", "1765"), {"b1": "1765"}),
        (
            "In 1765 Lake Velmar was found by the surveyor Ilse Brandom.",
            "In [1765](date:b1) Lake Velmar was found by the surveyor Ilse Brandom.",
            {"b1": "1765"},
        ),
        ("In 1764 Ilse Brandom found Lake Velmar.", "In [1764](date:b1) Ilse Brandom found Lake Velmar.", {}),
        (OLD.replace("in 1764 ", ""), "", {"b1": ""}),
    ],
)
def test_a_statement_that_is_its_sentence_becomes_the_new_one(new, text, answers):
    carried = carry_over(YEAR, OLD, new)

    assert (carried.text, carried.answers) == (text, answers)


def test_another_name_of_as_many_words_takes_the_place_of_the_old_one():
    carried = carry_over(WHO, OLD, "Lake Velmar was discovered in early 1764 by the explorer Tobias Renfield.")

    assert carried.text == "Lake Velmar was discovered in early 1764 by the explorer [Tobias Renfield](person:b2)."


def test_what_a_person_wrote_over_stays_beside_what_changed():
    own = "The great lake of Velmar was discovered in [1764](date:b1) by Ilse Brandom, a surveyor."

    carried = carry_over(own, OLD, OLD.replace("1764", "1765"))

    assert carried.text == "The great lake of Velmar was discovered in [1765](date:b1) by Ilse Brandom, a surveyor."
    assert carried.answers == {"b1": "1765"}


def test_an_answer_that_the_sentence_never_had_stays():
    assert carry_over("It took [two](quantity:b1) years.", OLD, OLD.replace("1764", "1765")).answers == {}


@pytest.mark.parametrize(
    ("answer", "old", "new", "now"),
    [
        ("14 huts", "The station had 14 huts.", "The station had 16 huts.", "16 huts"),
        ("9 March 1891", "It broke on 9 March 1891 at dawn.", "It broke on 12 March 1892 at dawn.", "12 March 1892"),
        ("Ivo Lund", "Its doctor was Ivo Lund.", "Its doctor was the young Nora Ashby.", "Nora Ashby"),
        ("Ivo Lund", "Its doctor was Ivo Lund.", "Ivo Lund was its first doctor.", "Ivo Lund"),
    ],
)
def test_an_answer_is_found_where_it_stood(answer, old, new, now):
    assert answer_now(answer, old, new) == now


def test_two_blanks_follow_together():
    both = "[Ivo Lund](person:b1) came in [1871](date:b2)."

    carried = carry_over(both, "Ivo Lund came in 1871.", "Nora Ashby came in 1872.")

    assert carried.text == "[Nora Ashby](person:b1) came in [1872](date:b2)."


def test_brackets_of_the_document_become_round_ones():
    carried = carry_over("He came in [1871](date:b1).", "He came in 1871.", "He came [by boat] in 1871.")

    assert carried.text == "He came (by boat) in [1871](date:b1)."


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ("Karsten (Upper) Dam broke.", "In 1891 [Karsten (Upper) Dam](place:b1) broke."),
        ("Karsten, Dam broke.", "In 1891 [Karsten, Dam](place:b1) broke."),
        ("Karsten / Dam broke.", ""),
    ],
)
def test_signs_within_an_answer_of_a_written_over_statement_come_along_or_are_left_to_a_person(new, text):
    assert carry_over("In 1891 [Karsten Dam](place:b1) broke.", "Karsten Dam broke.", new).text == text


def test_differences_are_marked_in_both_texts():
    of_old, of_new = marked("It had 14 old huts.", "It had 16 huts then.")

    assert [run.text for run in of_old if run.is_marked] == ["14 old"]
    assert [run.text for run in of_new if run.is_marked] == ["16", "then"]
    assert "".join(run.text for run in of_new) == "It had 16 huts then."


def test_what_a_fact_was_swapped_for_is_known():
    assert swaps(OLD, OLD.replace("1764", "1765").replace("the", "a")) == [("1764", "1765")]
