"""Watched paragraphs: read as ever, while the share of the work that is done is told."""

import pytest

from questions.authoring.carrying_out import best_of
from questions.authoring.leaving_out import Leavings
from questions.authoring.watched import EVERY, SHARES, Watched
from questions.sources.document_text import DocumentText, Paragraph


def paragraphs(count: int) -> tuple[Paragraph, ...]:
    text = "Captain Ida Field reached Port Ellis in {}, where the treaty was signed. "
    return tuple(Paragraph((), n, text.format(1700 + n % 300) * 100, n) for n in range(1, count + 1))


def test_they_are_the_paragraphs_that_went_in():
    given = paragraphs(3)
    watched = Watched(given, lambda _: None)
    assert (list(watched), len(watched), watched[1], watched[1:]) == ([*given], 3, given[1], given[1:])


def test_a_word_comes_every_so_many_characters_and_the_share_only_grows():
    given, told = paragraphs(20), []
    for _ in Watched(given, told.append):
        pass
    assert len(told) == 20 // -(-EVERY // len(given[0].text))  # every seventh of twenty
    watched = Watched(given, told.append)
    for _ in SHARES:
        list(watched)
    assert told[2:] == sorted(told[2:])
    assert told[-1] <= 1.0


def test_drafting_reads_a_document_as_often_as_the_shares_say():
    told = []
    found = best_of(DocumentText("Port Ellis", paragraphs(20)), told.append, Leavings())
    assert found
    assert told == sorted(told)
    assert told[-1] == pytest.approx(0.28 + 0.72 * 14 / 20)  # the fourteenth of twenty, at the last reading


def test_what_is_raised_ends_the_reading():
    def refuse(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        best_of(DocumentText("Port Ellis", paragraphs(20)), refuse, Leavings())
