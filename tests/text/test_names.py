"""Names: what stands for a person, and what names a person only in part."""

import pytest

from questions.text.names import is_part_of_name, may_be_same_person, name_words, surnames


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("President Woodrow Wilson", ("woodrow", "wilson")),
        ("Wilson, Woodrow", ("woodrow", "wilson")),
        ("T.W. Wilson", ("t", "w", "wilson")),
        ("Martin Luther King, Jr.", ("martin", "luther", "king")),
        ("", ()),
    ],
)
def test_a_name_is_read_without_titles_in_reading_order(name, read):
    assert name_words(name) == read


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Woodrow Wilson", (("wilson",),)),
        ("Roman von Ungern-Sternberg", (("ungern", "sternberg"), ("von", "ungern", "sternberg"))),
        ("Sun Yat-sen", (("yat", "sen"), ("sun",))),
        ("Nicholas II", ()),
        ("Ivan the Terrible", ()),
        ("Genghis Khan", ()),
        ("Duke of Wellington", ()),
        ("Lenin", ()),
    ],
)
def test_a_surname_is_the_last_word_with_its_particles_and_in_the_east_the_first(name, bare):
    assert surnames(name) == bare


@pytest.mark.parametrize("part", ["Wilson", "W. Wilson", "T. W. Wilson", "Thomas Wilson", "Mr Wilson"])
def test_a_part_of_a_name_ends_in_the_surname(part):
    assert is_part_of_name(part, "Thomas Woodrow Wilson") is True


@pytest.mark.parametrize("part", ["", "Woodrow", "John Wilson", "Wilson Thomas", "Thomas Woodrow Wilson", "Wilsons"])
def test_other_words_are_no_part_of_a_name(part):
    assert is_part_of_name(part, "Thomas Woodrow Wilson") is False


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("Roman Ungern von Sternberg", "Roman von Ungern-Sternberg", True),
        ("President Wilson", "Woodrow Wilson", True),
        ("Arthur Wilson", "Woodrow Wilson", False),
    ],
)
def test_two_names_may_be_one_persons(one, other, may_be):
    assert may_be_same_person(one, other) is may_be
