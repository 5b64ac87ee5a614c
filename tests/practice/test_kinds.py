"""A memory for each kind of a fact: nothing learnt in one kind is told to another."""

from dataclasses import replace
from datetime import timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from questions.practice.evidence import Answer
from questions.practice.kinds import Held, after_answer, firmest, first_due, is_firmest, next_asking
from questions.practice.ladder import Asking
from questions.practice.replay import NOWHERE, Move, advance, in_order, replay
from questions.practice.scheduler import Scheduling, State
from questions.vocabulary import Kind, Rating

from .test_replay import DAY, START, entry

PER_KIND = Scheduling(per_kind=True)
CHOICE, CLOZE, TYPED = Kind.CHOICE, Kind.CLOZE, Kind.TYPED
KINDS = frozenset({CHOICE, CLOZE, TYPED})


def day(number: int):
    return DAY + timedelta(days=number)


def held(due: int, last: int = 0) -> Held:
    return Held(State(3.0, 5.0, day(last)), day(due))


logs = st.lists(
    st.builds(
        entry,
        st.integers(0, 60),
        st.builds(Answer, st.sampled_from(Rating), st.sampled_from([0.0, 1 / 3]), ease=st.sampled_from([0.0, 1.0])),
        minute=st.integers(0, 1000),
        kind=st.sampled_from(sorted(KINDS)),
        is_drawn=st.booleans(),
        forgets=st.sampled_from([False] * 9 + [True]),
        changed=st.sampled_from([False] * 9 + [True]),
    ),
    max_size=15,
    unique_by=lambda one: (one.day, one.order),
)


def test_each_kind_goes_its_own_way():
    log = [entry(0, kind=CHOICE), entry(2, kind=CHOICE), entry(5, kind=TYPED), entry(7, kind=TYPED)]

    both = replay(log, PER_KIND).kinds

    assert both[CHOICE].state == replay(log[:2]).state
    assert both[TYPED].state == replay(log[2:]).state


def test_the_ease_of_a_kind_is_no_matter_where_it_has_a_memory_of_its_own():
    plain, eased = (entry(0, Answer(Rating.GOOD, 1 / 3, ease), kind=CHOICE) for ease in (0.0, 1.5))

    assert replay([entry(0, kind=CHOICE), replace(eased, day=day(2))], PER_KIND) == replay(
        [entry(0, kind=CHOICE), replace(plain, day=day(2))], PER_KIND
    )


def test_the_fact_is_due_when_the_first_of_its_kinds_is():
    log = [entry(0, kind=CHOICE, decided_due=day(40)), entry(1, kind=TYPED, decided_due=day(9))]

    standing = replay(log, PER_KIND)

    assert standing.due == day(9)
    assert standing.state == standing.kinds[TYPED].state
    assert (standing.due_in(CHOICE), standing.due_in(TYPED)) == (day(40), day(9))


def test_of_a_day_only_the_first_answer_moves_a_state_in_whatever_kind():
    once = [entry(0, kind=CHOICE)]

    assert replay([*once, entry(0, kind=TYPED, minute=5)], PER_KIND) == replay(once, PER_KIND)


def test_a_lapse_is_of_a_kind_met_before():
    log = [entry(0, kind=CHOICE), entry(2, Answer(Rating.AGAIN), kind=TYPED)]

    assert replay(log, PER_KIND).lapse_count == 0
    assert replay([*log, entry(5, Answer(Rating.AGAIN), kind=TYPED)], PER_KIND).lapse_count == 1


def test_only_the_firmest_kind_that_was_met_opens_the_next_rung():
    log = [entry(0, kind=TYPED), entry(2, kind=CHOICE), entry(4, kind=CHOICE)]  # the second choice holds eleven days

    assert replay(log[1:], PER_KIND).rung == 1
    assert replay(log, PER_KIND).rung == 0


def test_a_moved_due_day_moves_the_kinds_that_come_back_then_and_no_other():
    log = [entry(0, kind=CHOICE, decided_due=day(9)), entry(1, kind=CLOZE, decided_due=day(9))]
    log += [entry(2, kind=TYPED, decided_due=day(30))]

    def dues(*days):
        moved = replay([*log, Move(day(3), START, 9, *days)], PER_KIND)
        return [moved.kinds[kind].due for kind in (CHOICE, CLOZE, TYPED)], moved.due

    assert dues(day(9), day(20)) == ([day(20), day(20), day(30)], day(20))
    assert dues(day(30), day(7)) == ([day(9), day(9), day(7)], day(7))
    assert dues(day(8), day(20)) == ([day(9), day(9), day(30)], day(9))


def test_a_changed_fact_is_fragile_in_every_kind():
    log = [entry(0, kind=CHOICE), entry(2, kind=CHOICE), entry(5, kind=TYPED), entry(7, kind=TYPED, changed=True)]

    standing = replay(log, PER_KIND)

    assert [(one.state.stability, one.due) for one in standing.kinds.values()] == [(0.212, day(7))] * 2
    assert standing.rung == 0


def test_forgetting_forgets_every_kind():
    assert replay([entry(0, kind=CHOICE), entry(1, kind=TYPED, forgets=True)], PER_KIND) == NOWHERE


def test_of_several_on_one_day_the_firmest_comes_first():
    assert first_due({CHOICE: held(4), TYPED: held(4, 1), CLOZE: held(5)}) == held(4, 1)


def test_the_firmest_kind_is_the_one_of_the_highest_rung_met():
    assert firmest([CLOZE, TYPED, CHOICE]) == TYPED
    assert is_firmest(CLOZE, {CHOICE: held(1), CLOZE: held(1)})
    assert not is_firmest(CLOZE, {TYPED: held(1)})


def test_a_kind_that_was_passed_over_waits_for_the_next_turn():
    met = {CHOICE: held(3), CLOZE: held(5), TYPED: held(50)}

    after = after_answer(met, CLOZE, held(19, last=6), is_drawn=True)

    assert after == {CHOICE: held(18), CLOZE: held(19, last=6), TYPED: held(50)}
    assert after_answer(met, CLOZE, held(19, last=6), is_drawn=False)[CHOICE] == held(3)  # a quiz passes nothing over


def test_meeting_a_kind_passes_nothing_over():
    assert after_answer({CHOICE: held(3)}, CLOZE, held(8, last=6), is_drawn=True)[CHOICE] == held(3)


def test_a_new_fact_is_asked_in_its_easiest_kind():
    assert next_asking(0, KINDS, {}, day(0)) == Asking(CHOICE, 0)
    assert next_asking(0, {TYPED}, {}, day(0)) == Asking(TYPED, 2)


def test_a_kind_is_met_once_its_rung_is_reached():
    met = {CHOICE: held(4)}

    assert next_asking(0, KINDS, met, day(4)) == Asking(CHOICE, 0)
    assert next_asking(1, KINDS, met, day(4)) == Asking(CLOZE, 1)
    assert next_asking(2, KINDS, met, day(4)) == Asking(CLOZE, 1)
    assert next_asking(2, KINDS, {**met, CLOZE: held(4)}, day(4)) == Asking(TYPED, 2)


def test_what_comes_back_first_is_asked_of_what_the_fact_still_has():
    met = {CHOICE: held(3), CLOZE: held(5), TYPED: held(50)}

    assert next_asking(2, KINDS, met, day(6)) == Asking(CHOICE, 0)
    assert next_asking(2, KINDS - {CHOICE}, met, day(6)) == Asking(CLOZE, 1)


def test_a_repeat_of_the_day_asks_the_same_kind_again():
    met = {CHOICE: held(3), TYPED: held(7, last=6)}

    assert next_asking(2, KINDS, met, day(6)) == Asking(TYPED, 2)


@given(logs, logs)
def test_going_on_from_a_standing_is_replaying_everything(earlier, later):
    moved = [replace(one, day=one.day + timedelta(days=90), at=one.at + timedelta(days=90)) for one in later]

    on = reduce(lambda standing, one: advance(standing, one, PER_KIND), in_order(moved), replay(earlier, PER_KIND))

    assert on == replay([*earlier, *moved], PER_KIND)


@given(logs)
def test_what_is_held_of_the_fact_is_what_comes_back_first(log):
    standing = replay(log, PER_KIND)

    assert (standing.state is None) == (not standing.kinds)
    if standing.kinds:
        assert standing.due == min(one.due for one in standing.kinds.values())
        assert standing.state in [one.state for one in standing.kinds.values()]
        assert standing.review_count >= len(standing.kinds)
