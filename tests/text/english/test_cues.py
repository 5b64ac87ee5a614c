"""The title of a document goes before a wording that does not tell what it is about, and never tells its answer."""

import pytest

from questions.text.english.cues import cue_for, with_cue


@pytest.mark.parametrize(
    ("title", "wording", "answer"),
    [
        ("Port Ashby", "The harbour was dug in _____ by the engineer Mary Calder.", "1652"),
        ("Salt tower (device)", "The disk holds messages from _____ countries.", "73"),
        ("Ashby Coast Guard", "The Ashby expedition was cut to about 500 in 1985.", "500"),
    ],
)
def test_a_wording_that_does_not_tell_what_it_is_about_gets_the_title(title, wording, answer):
    assert cue_for(title, wording, answer) == title


@pytest.mark.parametrize(
    ("title", "wording", "answer"),
    [
        ("Port Ashby", "Ashby’s harbour was dug in _____.", "1652"),
        ("Economy of Orinland", "The Orinlandish crown was pegged in _____.", "1652"),
        ("Lecture 3", "The harbour was dug in _____.", "1652"),
        ("week_3_notes", "The harbour was dug in _____.", "1652"),
        ("How was the harbour dug?", "It was dug in _____.", "1652"),
        ("A", "The first column holds the letter _____.", "B"),
        ("", "The harbour was dug in _____.", "1652"),
        ("A short account of everything that befell the harbour", "It was dug in _____.", "1652"),
    ],
)
def test_no_title_where_it_is_named_or_tells_nothing(title, wording, answer):
    assert cue_for(title, wording, answer) == ""


def test_a_title_tells_an_answer_that_an_accent_sets_apart():
    assert cue_for("Ampere", "The law of _____ is about wires.", "Ampère") == ""


def test_a_title_that_holds_a_part_of_the_answer_is_not_told():
    assert cue_for("Ashbian Armed Forces", "The _____ would buy seven vessels.", "Ashbian Navy") == ""


def test_a_cue_stands_before_its_wording():
    assert with_cue("Port Ashby", "It was dug.") == "Port Ashby: It was dug."
    assert with_cue("", "It was dug.") == "It was dug."
