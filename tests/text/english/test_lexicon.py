"""The lexicon: forms, classes and kin of words; its tables are small and carry their licence."""

import pytest

from questions.text.english.lexicon import TABLES, load


@pytest.mark.parametrize(
    ("form", "base"),
    [("walked", "walk"), ("used", "use"), ("planned", "plan"), ("carried", "carry"), ("took", "take"), ("river", "")],
)
def test_a_past_form_has_its_base(form, base):
    assert load().verb_base(form) == base


@pytest.mark.parametrize(
    ("plural", "singular"), [("cities", "city"), ("wolves", "wolf"), ("men", "man"), ("bus", "bus")]
)
def test_a_plural_has_its_singular(plural, singular):
    assert load().singular(plural) == singular


def test_nouns_and_names_have_classes():
    lexicon = load()
    assert [lexicon.noun_class(word) for word in ("chemist", "river", "university", "battle")] == ["P", "L", "O", "E"]
    assert lexicon.names["Paris"] == ("L", "national capital")


def test_a_word_is_common_where_nearly_every_text_uses_it():
    words = ("money", "country", "secession", "chelicerae")
    assert [word for word in words if word in load().common] == ["money", "country"]


def test_terms_of_several_words_are_known():
    assert "carbon cycle" in load().terms
    assert "specific technique" not in load().terms


def test_the_tables_are_small_and_carry_their_licence():
    assert sum(path.stat().st_size for path in TABLES.iterdir()) <= 2_000_000
    assert "Princeton University" in (TABLES / "LICENSE").read_text("utf-8")
