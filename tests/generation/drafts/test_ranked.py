"""Ranked drafts: best first, no wording twice, few that lean on the document, and they lie on disk."""

from __future__ import annotations

import tracemalloc

import pytest

from questions.generation.drafts.material import Draft
from questions.generation.drafts.ranked import IN_MEMORY, Ranked
from questions.generation.facts import MadeQuestion, Reason
from questions.sources.extraction import ExtractedFact
from questions.vocabulary import AnswerType, Kind


def made(number: int, score: float, *, prompt: str = "", answer: str = "1871", is_weak: bool = False) -> Draft:
    text = f"Captain Field number {number} reached the lake in {answer} with all her men and boats."
    fact = ExtractedFact(
        paragraph=number,
        sentence=text,
        start=0,
        end=len(text),
        text=text,
        lead="",
        answer=answer,
        answer_start=text.index(answer),
        answer_type=AnswerType.DATE,
        name_class="date",
        grain="year",
        noun="",
        resolved=(),
        score=score,
        is_weak=is_weak,
    )
    asked = prompt or f"In which year did Captain Field number {number} reach the lake?"
    return Draft(fact, (MadeQuestion(Kind.TYPED, 0, asked, answer, ()),), (), score)


def ranked(drafts: list[Draft]) -> list[Draft]:
    with Ranked() as kept:
        for one in drafts:
            kept.add(one)
        return list(kept.best_first())


@pytest.mark.parametrize("count", [5, IN_MEMORY + 40], ids=["in memory", "on disk"])
def test_what_goes_in_comes_out_best_first_and_in_the_order_of_the_text(count):
    drafts = [made(number, round(number * 7 % 11 / 10, 3)) for number in range(count)]
    assert ranked(drafts) == sorted(drafts, key=lambda one: -one.score)


def test_the_better_of_two_that_ask_the_same_is_kept():
    first, second = made(1, 0.5, prompt="When was the Fort built?"), made(2, 0.9, prompt="When was the fort built?")
    assert ranked([first, second, made(3, 0.1)]) == [second, made(3, 0.1)]


def test_a_wording_with_two_answers_is_dropped_and_its_neighbour_told_why():
    question = MadeQuestion(Kind.CLOZE, 0, "The fort was built in _____.", "1871", ())
    one = made(1, 0.9, prompt="When was it built?")
    both = Draft(one.fact, (*one.questions, question), (), 0.9)
    (kept,) = ranked([both, made(2, 0.5, prompt="When was it built?", answer="1902")])
    assert kept.questions == (question,)
    assert [refusal.reason for refusal in kept.refused] == [Reason.TWO_ANSWERS_FIT]


def test_only_few_in_a_hundred_lean_on_the_document_and_those_are_the_best():
    drafts = [made(number, 0.5) for number in range(40)]
    drafts += [made(100 + number, number / 10, is_weak=True) for number in range(5)]
    assert [one.score for one in ranked(drafts) if one.fact.is_weak] == [0.4, 0.3]


def test_of_a_draft_on_disk_only_some_numbers_stay_in_memory():
    growth = _peak(10 * IN_MEMORY) - _peak(2 * IN_MEMORY)
    assert (
        growth / (8 * IN_MEMORY) < 200
    )  # bytes; its numbers take a hundred, a draft as an object more than a thousand


def _peak(count: int) -> int:
    tracemalloc.start()
    try:
        with Ranked() as kept:
            for number in range(count):
                kept.add(made(number, number % 97 / 100))
            assert sum(1 for _ in kept.best_first()) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
