"""The figures of `manage.py bench`: the arithmetic of its ratios, and the text it drafts from."""

import pytest

from questions.management.bench.drafting import drafting, importing, text_of
from questions.management.bench.pages import _compared, _shown
from questions.management.commands.bench import told
from questions.models import Draft


def test_a_ratio_is_that_of_the_medians():
    assert _compared([1.0, 2.0, 90.0], [5.0, 6.0, 7.0]) == {"floor_ms": 2.0, "ms": 6.0, "ratio": 3.0}


def test_what_only_shows_is_compared_with_both_floors():
    figures = _shown([2.0, 2.0], [3.0, 3.0], [12.0, 12.0])

    assert figures == {"floor_ms": 2.0, "ms": 12.0, "ratio": 6.0, "bare_ms": 3.0, "ratio_to_bare": 4.0}


def test_the_text_is_as_long_as_asked_the_same_each_time_and_no_paragraph_stands_twice():
    paragraphs = [part for part in text_of(20).split("\n\n") if not part.startswith("#")]
    assert 20_000 <= len(text_of(20)) < 25_000
    assert text_of(20) == text_of(20) != text_of(20, seed=2)
    assert len(set(paragraphs)) == len(paragraphs)


def test_drafting_gives_drafts_and_figures():
    figures = drafting(8)
    assert figures["drafts"] > 0
    assert 0 < figures["kilobytes_a_second"] < figures["floor_kilobytes_a_second"]
    assert figures["peak_ratio"] < 4


@pytest.mark.django_db
def test_an_import_is_measured_down_to_its_rows():
    figures = importing(4)
    assert Draft.objects.values("document").distinct().count() == 3
    assert figures["kilobytes_a_second"] > 0


def test_the_figures_are_told_in_sentences():
    page = {"ratio": 4.0, "ratio_to_bare": 3.0, "reviews": 20_000}
    text = {"kilobytes_a_second": 120, "ratio": 90.0, "peak_megabytes": 3.0, "peak_megabytes_fourfold": 6.0}
    text["peak_ratio"] = 2.0
    lines = told({"answer": {"ratio": 1.5}, "card": page, "progress": page, "drafting": text, "importing": text})
    beside = "3.0 times that bare view, 4.0 times one that only shows."
    assert lines[1:3] == [
        f"The next card takes {beside}",
        f"Progress of a learner with 20,000 reviews takes {beside}",
    ]
    assert lines[4] == "Drafting four times the text takes 2.0 times the memory (3.0 and 6.0 MB)."
    assert lines[5] == "Importing reads 120 kB a second of processor time, 90.0 times the floor's."
