"""Resolving: names for words that point back, and nothing where it would be a guess."""

import pytest

from questions.sources.extraction.name_types import NameTypes
from questions.sources.extraction.resolving import (
    THINGS,
    Subject,
    name_by_noun,
    name_definite,
    resolve_pronoun,
    takes_article,
    without_connective,
)

CALDER, ASHBY = Subject("Mary Calder", "person"), Subject("Ashby", "place")
SHARKS = Subject("sharks and rays", THINGS)


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("She sold her charts.", CALDER, "Mary Calder sold her charts."),
        ("In 1722, she sold them.", CALDER, "In 1722, Mary Calder sold them."),
        ("Her charts were sold.", CALDER, "Mary Calder’s charts were sold."),
        ("It was founded in 1652.", ASHBY, "Ashby was founded in 1652."),
        ("It was founded in 1652.", CALDER, "It was founded in 1652."),
        ("It is known that ships came.", ASHBY, "It is known that ships came."),
        ("They left.", CALDER, "They left."),
        ("They left.", SHARKS, "Sharks and rays left."),
        ("Their eggs are small.", SHARKS, "Sharks and rays’ eggs are small."),
        ("On 4 May 1722 she left.", CALDER, "On 4 May 1722 Mary Calder left."),
        ("She left.", None, "She left."),
        (
            "When Thomas Wexford took Orin in 1722, she left.",
            CALDER,
            "When Thomas Wexford took Orin in 1722, she left.",
        ),
        ("After Orin fell, it was sold.", ASHBY, "After Orin fell, it was sold."),
        ("When the war ended in Orin, she left.", CALDER, "When the war ended in Orin, Mary Calder left."),
    ],
)
def test_a_pronoun_becomes_the_subject_it_means(text, subject, expected):
    assert resolve_pronoun(text, subject).text == expected


def test_a_pronoun_of_the_other_sex_means_somebody_else():
    assert resolve_pronoun("His charts were sold.", CALDER, never=frozenset({"his"})).text == "His charts were sold."


def test_a_definite_noun_becomes_the_topic():
    named = name_definite("Later the university moved.", ("university",), "the University of Orin")
    assert named == ("Later the University of Orin moved.", "the university → the University of Orin")
    assert name_definite("Later the state council moved.", ("state",), "Orin").text == "Later the Orin council moved."
    assert name_definite("The university of Lismore moved.", ("university",), "Orin").change == ""


def test_a_definite_noun_becomes_the_one_name_called_so():
    types = NameTypes()
    assert name_by_noun("The treaty held.", ["Treaty of Lismore", "Ashby"], types).text == "The Treaty of Lismore held."
    assert name_by_noun("The treaty held.", ["Treaty of Lismore", "Treaty of Orin"], types).change == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("However, they left.", "They left."),
        ("But for example they left.", "They left."),
        ("Therefore they left.", None),
        ("In addition, they left.", "They left."),
        ("In addition to being rich, they left.", "In addition to being rich, they left."),
        ("Of equal importance was the loss of Orin.", None),
        ("Doing so made Orin rich.", None),
        ("They left.", "They left."),
        ("The ships, in turn, left.", "The ships left."),
        ("In 1722, however, the ships left.", "In 1722, the ships left."),
        ("Despite these losses, the ships left.", "The ships left."),
        ("At this time, the ships left.", "At this time, the ships left."),
        ("At this time, the ships of 1722 left.", "The ships of 1722 left."),
    ],
)
def test_a_connective_goes_unless_it_is_needed(text, expected):
    assert without_connective(text) == expected


def test_articles_stand_before_names_that_take_them():
    taking = ["University of Orin", "Salt War", "Orin River"]
    assert [name for name in [*taking, "Lake Orin", "Mary Calder", "Ashby"] if takes_article(name, "event")] == taking


def test_also_and_then_are_dropped_where_nothing_in_the_sentence_answers_them():
    assert without_connective("Calder also revealed it in 1722.") == "Calder revealed it in 1722."
    assert without_connective("Calder then conceded most of Orin.") == "Calder conceded most of Orin."
    assert without_connective("If it rained, Calder then stayed.") == "If it rained, Calder then stayed."
    assert without_connective("First, the texts of Calder are good.") is None
