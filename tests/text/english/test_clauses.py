"""Clauses: lead, subject, verb and rest of what is plain; None for what is not."""

import pytest

from questions.text.english.clauses import count_verbs, cut_clause, first_clause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The king built a bridge.", ("", "The king", "built", "build", "a bridge.")),
        ("In 1884, Tesla moved to New York.", ("In 1884", "Tesla", "moved", "move", "to New York.")),
        ("In 1857 John Sheep gave 233 works.", ("In 1857", "John Sheep", "gave", "give", "233 works.")),
        ("Peter of Abano (1250–1316) wrote it.", ("", "Peter of Abano", "wrote", "write", "it.")),
        ("In 1466, perhaps 40,000 people died.", ("In 1466", "perhaps 40,000 people", "died", "die", ".")),
        ("The tower was first opened in 1701.", ("", "The tower", "was", "", "first opened in 1701.")),
    ],
)
def test_a_plain_clause_is_taken_apart(text, expected):
    clause = first_clause(text)
    assert clause is not None
    assert (clause.lead, clause.subject, clause.verb, clause.base, clause.rest) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Because it rained, they stayed.",
        "After leaving the town Tesla moved on.",
        "There were two ships.",
        "A report on ships.",
        "",
    ],
)
def test_what_is_not_plain_is_left_alone(text):
    assert first_clause(text) is None


def test_a_clause_is_cut_where_another_begins_but_not_within_a_row():
    assert cut_clause("a bridge, which fell in 1801.") == "a bridge"
    assert cut_clause("the patents of Ash, Orin, and Vell.") == "the patents of Ash, Orin, and Vell"
    assert cut_clause("a report, and the king left.") == "a report"


def test_verbs_are_counted_and_participles_are_not():
    assert count_verbs("the king who was born there had died") == 2
    assert count_verbs("a bridge designed by Orin") == 0
