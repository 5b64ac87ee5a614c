"""PDFs: headings by their size, running heads and page numbers gone, broken words and pages mended."""

from __future__ import annotations

from questions.sources.intake.read import read_document

from .made import page_of, pdf


def read(*pages: str):
    return read_document(pdf(list(pages)), name="orin.pdf")


def test_headings_are_told_by_their_size():
    body = "The Ashby expedition reached Lake Orin in 1871 after nine weeks."
    document = read(page_of((24, 760, "Lake Orin"), (11, 720, body), (16, 680, "Later"), (11, 650, body)))
    assert [(one.section, one.text) for one in document.paragraphs] == [("Lake Orin", body), ("Later", body)]


def test_lines_are_one_paragraph_and_a_broken_word_is_whole():
    lines = page_of(
        (11, 700, "The Ashby expedition reached Lake Orin in 1871 after a jour-"),
        (11, 686, "ney of nine weeks, and stayed there until the end of June."),
        (11, 672, "It went home by the southern road."),
    )
    (paragraph,) = read(lines).paragraphs
    assert paragraph.text == (
        "The Ashby expedition reached Lake Orin in 1871 after a journey of nine weeks, and stayed there until "
        "the end of June. It went home by the southern road."
    )


def test_running_heads_and_page_numbers_are_gone_and_pages_go_on():
    pages = [
        page_of(
            (9, 820, "A Short History of Orin"),
            (11, 700, f"On page {n} the expedition wrote down what it had seen and went"),
            (9, 20, str(n)),
        )
        for n in range(1, 4)
    ]
    last = page_of((9, 820, "A Short History of Orin"), (11, 700, "home in June."), (9, 20, "4"))
    said = [one.text for one in read(*pages, last).paragraphs]
    assert said == [
        " ".join(f"On page {n} the expedition wrote down what it had seen and went" for n in range(1, 4))
        + " home in June."
    ]
