"""Wrong values: near, of the same form, in the right time, and where the sentence is about the value."""

import re

import pytest

from questions.generation.drafts import draft
from questions.generation.drafts.near_values import near_numbers, near_years
from questions.sources.document_text import read_document
from questions.sources.extraction import extract
from questions.vocabulary import AnswerType, Kind

LIFE = """\
# Mary Calder

Mary Calder (4 May 1809 – 15 April 1865) was an engineer of Port Ashby, who is known for her charts of the coast and
for many bridges in the north of Ireland. In 1861, Mary Calder built the Orin Bridge. In 1862, Mary Calder drained Lake
Vell with 12,000 workers. In 2011, a street of Port Ashby was named after Mary Calder.
"""


def questions(text, kind):
    document = read_document(text)
    return [
        (one.fact, question)
        for one in draft(extract(document), document)
        for question in one.questions
        if question.kind is kind
    ]


def anything(value):
    return True


@pytest.mark.parametrize(("year", "most"), [("1962", 9), ("1862", 11), ("1562", 20), ("1062", 30)])
def test_a_wrong_year_is_near_and_never_newer_than_the_document(year, most):
    for turn in "abcd":
        years = near_years(year, f"The wall of Orin {turn} fell in.", 0, (0, int(year) + 2), anything)
        assert len(set(years)) == 3
        assert all(3 <= abs(int(one) - int(year)) <= most and int(one) <= int(year) + 2 for one in years)


def test_games_are_held_every_four_years():
    text = "Orin won the Olympic Games in 1976."
    years = near_years("1976", text, text.index("1976"), (0, 2020), anything)
    assert {int(one) % 4 for one in years} == {0}


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("12,000", r"\d{1,2},000"),
        ("250 km", r"\d+[05]0 km"),
        ("96%", r"\d\d%"),
        ("82.2 percent", r"\d\d\.\d percent"),
        ("twenty", r"ten|thirty|forty|fifty"),
        ("Eight", r"[A-Z][a-z]+"),
    ],
)
def test_a_wrong_number_is_written_like_the_right_one(number, rule):
    for seed in "abcdefg":
        found = near_numbers(number, seed, anything)
        assert len(set(found)) == 3
        assert number not in found
        assert all(re.fullmatch(rule, one) for one in found)
        shares = [float(one.split("%")[0].split(" ")[0]) for one in found if "%" in number or "percent" in number]
        assert all(0 < share < 98 for share in shares)


def test_wrong_years_of_a_life_lie_within_it():
    offered = [
        (fact.answer, int(option))
        for fact, question in questions(LIFE, Kind.CHOICE)
        for option in question.distractors
        if fact.grain == "year"
    ]
    assert {answer for answer, _ in offered} >= {"1861", "1862"}
    assert all(1809 <= option <= 1865 for answer, option in offered if answer in {"1861", "1862"})
    assert all(option <= 2011 for answer, option in offered)


@pytest.mark.parametrize(
    "text",
    [
        "The Orin Company had fewer than 40,000 men in Kentucky and Tennessee.",
        "In Port Ashby, the 13 colonies lacked an army.",
        "At least 38 ships of the Orin Company were built in Port Ashby.",
        "Mary Calder enrolled at the Moscow School № 554 in Port Ashby.",
        "Waggle-dancing bees of Port Ashby release two alkanes.",
        "The Orin Company has 223 members, 130 from Ashby and 93 from Vell.",
        "Port Ashby was rebuilt after 1871.",
        "The Orin Award of 2010 was given to the 2010 Ashby Football Club.",
        "The Treaty of Lismore, which was signed by Mary Calder in 1713, ended the Salt War.",
        "Mary Calder was never elected in 1871.",
    ],
)
def test_a_value_that_is_not_the_point_of_its_sentence_is_no_claim(text):
    assert questions(text, Kind.TRUE_FALSE) == []


def test_a_plain_sentence_makes_a_claim_about_its_value():
    [(fact, claim)] = questions("Mary Calder built the Orin Bridge in 1861.", Kind.TRUE_FALSE)
    assert claim.prompt.startswith("Mary Calder built the Orin Bridge in 18")
    assert (claim.answer == "true") == (fact.answer in claim.prompt)


PLACES = """\
# Orin Company

The Orin Company was founded by Mary Calder and sold salt, wool and tin to many towns on the continent of Europe.

Mary Calder opened the first foreign office of the Orin Company in Portugal, and many merchants sent letters there.

Thomas Wexford studied law in Norway for six years, and wrote three long books about bees, gardens, winter and glass.

Anna Vell painted horses in Hungary with two friends, and most of her pictures can be seen today in a small museum.

Robert Lane kept a hotel near the sea in Greece, where he sold wine, honey and old maps until the end of his life.
"""


def test_places_come_from_the_document_and_a_named_neighbour_forbids_them():
    [options] = [
        question.distractors
        for fact, question in questions(PLACES, Kind.CHOICE)
        if (fact.answer, fact.answer_type) == ("Portugal", AnswerType.PLACE)
    ]
    assert set(options) == {"Norway", "Hungary", "Greece"}
    beside = PLACES.replace("in Portugal,", "in Portugal and Spain,")
    assert "Portugal" not in {fact.answer for fact, _ in questions(beside, Kind.CHOICE)}
    alone = PLACES.replace("Greece", "Ashby")
    assert "Portugal" not in {fact.answer for fact, _ in questions(alone, Kind.CHOICE)}
