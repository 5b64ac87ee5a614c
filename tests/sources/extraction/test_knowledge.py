"""What a document shows as a whole: whether it speaks of its topic as of a man or of a woman, its topic, its marks."""

import pytest

from questions.sources.extraction.knowledge import learn, without_marks

from .passages import document

CALDER = """\
# Mary Calder

Mary Calder (1690–1761) was a surveyor. In 1715 she moved to Ashby, where her charts were sold. In Orin she drew maps
for many of her patrons, and {other} paid for them.
"""


@pytest.mark.parametrize(
    ("other", "never"),
    [
        ("they", {"he", "his", "him"}),
        ("he and his brother with him", set()),
    ],
)
def test_pronouns_of_the_other_sex_never_mean_whom_the_document_is_about(other, never):
    knowledge = learn(document(CALDER.format(other=other)))
    assert knowledge.never_called("Mary Calder") == knowledge.never_called("Calder") == never
    assert knowledge.never_called("Thomas Wexford") == set()


def test_a_document_about_a_place_tells_the_sex_of_nobody():
    text = CALDER.replace("# Mary Calder", "# Port Ashby").format(other="they")
    assert learn(document(text)).never_called("Port Ashby") == set()


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Orin fell in 1722.[3][citation needed]", "Orin fell in 1722."),
        ("Orin fell in 1884.:57–60", "Orin fell in 1884."),
        ("Orin (see also List of ports) fell.", "Orin fell."),
        ("Vell (now Ashby) fell in 1722.", "Vell fell in 1722."),
        ("Vell, now abandoned, fell in 1722.", "Vell fell in 1722."),
        ("The lake gives off CO 2.", "The lake gives off CO2."),
        ("The lake  is 2 km wide.", "The lake is 2 km wide."),
    ],
)
def test_a_sentence_is_read_without_marks_and_pointers(sentence, read):
    assert without_marks(sentence) == read


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Port Ashby", "Port Ashby"),
        ("Economy of Orin", "Orin"),
        ("Mary Calder", "Calder"),
        ("Orin Science Fund", "OSF"),
    ],
)
def test_what_the_title_names_is_the_topic(title, name):
    knowledge = learn(document(f"# {title}\n\nThe harbour was opened in 1722."))
    assert knowledge.is_topic(name)
    assert not knowledge.is_topic("Lismore")


def test_a_country_is_called_a_nation_as_well():
    assert "nation" in learn(document("# Kenya\n\nThe harbour was opened in 1722.")).topic_nouns


def test_the_last_word_of_a_title_that_means_something_else_as_well_is_no_name_of_its_topic():
    assert learn(document("# Orin Atomic Time\n\nThe harbour was opened in 1722.")).topic_nouns == ()
