"""The figures of `manage.py bench`: the arithmetic of its ratios, and the text it drafts from."""

from questions.management.bench.drafting import drafting, text_of
from questions.management.bench.pages import _compared, _form
from questions.management.commands.bench import told


def test_a_ratio_is_that_of_the_medians():
    assert _compared([1.0, 2.0, 90.0], [5.0, 6.0, 7.0]) == {"floor_ms": 2.0, "ms": 6.0, "ratio": 3.0}


def test_the_text_is_as_long_as_asked_and_no_paragraph_stands_twice():
    paragraphs = text_of(20).split("\n\n")[1:]
    assert 20_000 <= sum(map(len, paragraphs)) < 21_000
    assert len(set(paragraphs)) == len(paragraphs)


def test_drafting_gives_drafts_and_figures():
    figures = drafting(8)
    assert figures["drafts"] > 0
    assert figures["kilobytes_a_second"] > 0


def test_the_figures_are_told_in_sentences():
    page = {"ratio": 4.0, "reviews": 20_000}
    text = {"kilobytes_a_second": 120, "peak_megabytes": 6.0, "peak_megabytes_quarter": 3.0}
    lines = told({"answer": {"ratio": 1.5}, "progress": page, "drafting": text})
    assert lines[1] == "Progress of a learner with 20,000 reviews takes 4.0 times a bare view."
    assert lines[3] == "Four times the text takes 2.0 times the memory."


def test_the_form_of_a_card_is_read_as_its_page_would_send_it():
    page = '<input type="hidden" name="card" value="x:1"> <input type="hidden" name="left" value="7">'
    assert _form(page) == {"card": "x:1", "left": "7"}
