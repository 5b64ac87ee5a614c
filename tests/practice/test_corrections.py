"""Corrections: rows that are added, the last one wins, and the memory is the replay of the log."""

from datetime import timedelta

import pytest

from questions.models import Correction, Memory, Review
from questions.practice.cards import draw
from questions.practice.corrections import NotPossible, acts_of, as_it_stands, correct, regrade
from questions.practice.facts import forget, weaken
from questions.practice.learner import day_of
from questions.practice.log import standing_of
from questions.practice.review import record_review
from questions.vocabulary import Kind, Outcome
from tests.factories import MONDAY, NOON, add_statement, make_bank, make_facts, make_learner, make_memory, make_unit

from .sitting import answer, ask, assert_memory_is_replay, at, memory, respond

UNDO, CLAIM, GUESSED, EASY = "undo", "claim", "guessed", "easy"


@pytest.fixture
def fact(db):
    return make_facts(1)[0]


def typed(learner, fact, now=NOON, given="Atlantis"):
    """A typed answer to a fact on the top rung."""
    if not Memory.objects.of(learner).filter(fact=fact).exists():
        make_memory(learner, fact, rung=2)
    return record_review(learner, draw(learner, fact, now=now, extra="next"), given=given, now=now)


def values(review, now=NOON):
    return [act.value for act in acts_of(as_it_stands(review), day_of(review.learner, now))]


def test_undoing_the_first_answer_makes_the_fact_new_again(learner, fact):
    review = ask(learner, fact, NOON)

    correct(learner, review, UNDO, now=NOON)

    held = memory(learner, fact)
    assert (held.stability, held.due, held.review_count, held.version) == (None, None, 0, 2)
    assert_memory_is_replay(learner, fact)


def test_undoing_a_later_answer_brings_back_the_state_and_the_due_day_before_it(learner, fact):
    ask(learner, fact, NOON)
    before = standing_of(memory(learner, fact))
    review = ask(learner, fact, at(1), right=False)

    correct(learner, review, UNDO, now=at(1))

    assert standing_of(memory(learner, fact)) == before


def test_an_undone_review_stays_in_the_log(learner, fact):
    review = ask(learner, fact, NOON)

    correct(learner, review, UNDO, now=NOON)

    assert list(Review.objects.all()) == [review]
    assert list(Review.objects.as_corrected()) == []
    assert [(row.act, row.made_by) for row in review.corrections.all()] == [(UNDO, learner)]


def test_an_answer_after_an_undo_is_marked_and_is_no_probe(learner, fact):
    correct(learner, ask(learner, fact, NOON), UNDO, now=NOON)

    again = ask(learner, fact, at(seconds=9))
    later = ask(learner, fact, at(1))

    assert (again.answers_again, again.is_probe, again.is_repeat) == (True, False, False)
    assert not later.answers_again
    assert_memory_is_replay(learner, fact)


def test_undoing_the_first_answer_of_a_day_makes_the_second_one_count(learner, fact):
    first = ask(learner, fact, NOON, right=False)
    ask(learner, fact, at(seconds=60))

    correct(learner, first, UNDO, now=at(seconds=70))

    assert memory(learner, fact).stability == pytest.approx(0.5091, abs=1e-4)  # the golden row of a first right choice
    assert_memory_is_replay(learner, fact)


def test_claiming_a_typed_answer_counts_it_as_good(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    ask(learner, fact, NOON)
    review = ask(learner, fact, at(2), right=False)

    correct(learner, review, CLAIM, now=at(2))

    assert as_it_stands(review).is_right
    assert memory(learner, fact).stability == pytest.approx(10.96, abs=0.005)  # Anki: Good, Good two days later


def test_a_claim_decides_the_due_day_anew(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    review = ask(learner, fact, NOON, right=False)

    correct(learner, review, CLAIM, now=NOON)

    assert memory(learner, fact).due == MONDAY + timedelta(days=2)  # py-fsrs: Good on a new fact
    assert review.due_after == MONDAY + timedelta(days=1)


def test_a_claim_may_come_days_later(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    review = ask(learner, fact, NOON, right=False)
    ask(learner, fact, at(1))
    due = memory(learner, fact).due

    correct(learner, review, CLAIM, now=at(3))

    assert memory(learner, fact).due == due  # the due day is the last answer's decision
    assert_memory_is_replay(learner, fact)


def test_a_guess_proves_nothing(learner, fact):
    review = ask(learner, fact, NOON)

    correct(learner, review, GUESSED, now=NOON)

    assert memory(learner, fact).stability == 0.212  # FSRS-6: w0, as if wrong
    assert as_it_stands(review).is_right


def test_easy_counts_as_easy(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    review = ask(learner, fact, NOON)

    correct(learner, review, EASY, now=NOON)

    held = memory(learner, fact)
    assert (held.stability, held.due) == (8.2956, MONDAY + timedelta(days=8))  # FSRS-6: w3


def test_the_last_correction_wins(learner, fact):
    review = ask(learner, fact, NOON)
    correct(learner, review, GUESSED, now=NOON)

    correct(learner, review, EASY, now=NOON)

    assert as_it_stands(review).last_act == EASY
    assert memory(learner, fact).stability > 0.5091  # more than a plain right choice, the golden row
    assert_memory_is_replay(learner, fact)


def test_saying_the_same_twice_is_saying_it_once(learner, fact):
    review = ask(learner, fact, NOON)
    correct(learner, review, UNDO, now=NOON)

    correct(learner, review, UNDO, now=at(seconds=1))

    assert (Correction.objects.count(), memory(learner, fact).version) == (1, 2)


@pytest.mark.parametrize("right", [True, False])
def test_what_can_be_said_of_a_choice(learner, fact, right):
    review = ask(learner, fact, NOON, right=right)

    assert values(review) == ([UNDO, GUESSED, EASY] if right else [UNDO])


@pytest.mark.parametrize(("given", "said"), [("Baravik", [UNDO, GUESSED, EASY]), ("Atlantis", [UNDO, CLAIM])])
def test_what_can_be_said_of_a_typed_answer(learner, fact, given, said):
    assert values(typed(learner, fact, given=given)) == said


def test_giving_up_cannot_be_claimed(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    review = record_review(learner, draw(learner, fact, now=NOON), given="", gave_up=True, now=NOON)

    assert values(review) == [UNDO]


def test_a_flashcard_is_no_guess_and_no_claim(learner):
    [prose] = add_statement(make_unit(make_bank()), "They came late because [the mules had eaten it](cause:why).")
    make_memory(learner, prose, rung=2)
    right = answer(draw(learner, prose, now=NOON), NOON)

    assert values(right) == [UNDO, EASY]
    assert values(answer(draw(learner, prose, now=at(1)), at(1), right=False), at(1)) == [UNDO]


def test_nothing_more_is_said_of_an_undone_a_forgotten_or_a_changed_answer(learner):
    facts = make_facts(3)
    undone, forgotten, changed = (ask(learner, fact, NOON) for fact in facts)
    correct(learner, undone, UNDO, now=NOON)
    forget(learner, facts[1], now=NOON)
    weaken([facts[2]], now=NOON)

    assert [values(review) for review in (undone, forgotten, changed)] == [[], [], []]
    for review, sentence in ((undone, "undone"), (forgotten, "forget"), (changed, "changed in its bank")):
        with pytest.raises(NotPossible, match=sentence):
            correct(learner, review, EASY, now=NOON)


def test_the_next_day_only_a_claim_is_left(learner, fact):
    wrong = typed(learner, fact)
    right = ask(learner, fact, at(1))

    assert (values(wrong, at(1)), values(right, at(2))) == ([CLAIM], [])
    with pytest.raises(NotPossible, match="on the day"):
        correct(learner, right, UNDO, now=at(2))


def test_a_repeat_can_be_undone_but_weighs_nothing_else(learner, fact):
    ask(learner, fact, NOON, right=False)
    repeat = ask(learner, fact, at(seconds=60))

    assert values(repeat) == [UNDO]


def test_what_a_quiz_found_is_not_the_learners_to_correct(learner, fact):
    review = respond(learner, fact, NOON, right=False)

    assert values(review) == []
    with pytest.raises(NotPossible):
        correct(learner, review, CLAIM, now=NOON)


@pytest.mark.parametrize("act", ["forget", "regrade", "changed"])
def test_some_corrections_are_not_made_by_button(learner, fact, act):
    with pytest.raises(NotPossible, match="no such correction"):
        correct(learner, ask(learner, fact, NOON), act, now=NOON)


def test_nobody_corrects_for_somebody_else(learner, fact):
    with pytest.raises(NotPossible, match="who gave an answer"):
        correct(make_learner("bo"), ask(learner, fact, NOON), UNDO, now=NOON)


def test_a_refused_correction_changes_nothing(learner, fact):
    review = ask(learner, fact, NOON, right=False)

    with pytest.raises(NotPossible):
        correct(learner, review, EASY, now=NOON)

    assert (Correction.objects.count(), memory(learner, fact).version) == (0, 1)


def test_grading_again_replays_the_memory(learner):
    [fact] = make_facts(1, kinds={Kind.TYPED})
    teacher = make_learner("teacher")
    review = respond(learner, fact, NOON, right=False)

    regrade(review, outcome=Outcome.CORRECT, made_by=teacher, now=at(1))

    assert as_it_stands(review).is_right
    assert memory(learner, fact).stability == 2.3065  # FSRS-6: w2
    regrade(review, outcome=Outcome.WRONG, made_by=teacher, now=at(2))
    assert memory(learner, fact).stability == 0.212  # FSRS-6: w0
    assert_memory_is_replay(learner, fact)


def test_grading_again_with_the_same_result_leaves_the_due_day(learner, fact):
    review = respond(learner, fact, NOON, right=False, answer_shown=False)

    regrade(review, outcome=Outcome.WRONG, made_by=None, now=at(1))

    assert memory(learner, fact).due == MONDAY


def test_correcting_costs_the_same_however_long_the_log_is(learner, fact, django_assert_num_queries):
    for day in range(12):
        review = ask(learner, fact, at(day))

    # last act, act and day and outcome for what is possible; savepoint, how far the days are settled (two), memory,
    # row, log, update and its end
    with django_assert_num_queries(11):
        correct(learner, review, UNDO, now=at(11))
