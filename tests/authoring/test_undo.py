"""Whatever is done at the desk, undone it was not: the same drafts, and the same facts in the bank."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from questions.authoring.accept import accept, accept_above, put_back, reject
from questions.authoring.acts import FIELDS, NotPossible, StaleDraft
from questions.authoring.blanks import Blank, blanks_of
from questions.authoring.edit import Written, edit, write
from questions.authoring.reshape import merge, split
from questions.authoring.undo import redo, undo
from questions.authoring.units import add_unit, move_drafts, move_unit, remove_unit, rename_unit
from questions.models import Draft, Fact, Question, Statement, Unit
from questions.vocabulary import AnswerType
from tests.authoring.drafted import add_four, make_desk
from tests.factories import NOON, make_learner, make_unit

pytestmark = pytest.mark.django_db


def state_of(bank):
    """All that a person could see of the desk and of the bank."""
    statements = Statement.objects.filter(bank=bank, retired_at=None).order_by("pk")
    facts = Fact.objects.current().filter(bank=bank).order_by("pk")
    questions = Question.objects.current().filter(fact__bank=bank)
    return {
        "drafts": list(bank.drafts.order_by("pk").values_list("pk", "reviewed_at", *FIELDS)),
        "units": list(bank.units.current().order_by("pk").values_list("pk", "title", "position")),
        "statements": list(statements.values_list("key", "text", "unit", "position")),
        "facts": list(facts.values_list("key", "answer", "accepted", "position")),
        "questions": sorted(questions.values_list("fact__key", "kind", "wording", "prompt", "answer")),
    }


def next_to(units, unit, *, up):
    """The number of the unit before or after `unit`, None at the end."""
    place = units.index(unit) + (-1 if up else 1)
    return units[place].pk if 0 <= place < len(units) else None


def do(act, bank, pick, by, now):
    """One act on some draft; what is not possible is left undone."""
    drafts = list(bank.drafts.order_by("pk"))
    draft, other = drafts[pick % len(drafts)], drafts[(pick + 1) % len(drafts)]
    given = {"by": by, "version": draft.version, "now": now}
    units, up = list(bank.units.current()), bool(pick % 2)
    unit = units[pick % len(units)]
    hand = "The [ferry](term:b1) of Orin sank at [Cape Dun](place:b2)."
    blanks = (Blank("b1", "ferry", AnswerType.TERM), Blank("b2", "Cape Dun", AnswerType.PLACE))
    steps = {
        "accept": lambda: accept(draft, **given),
        "reject": lambda: reject(draft, **given),
        "put_back": lambda: put_back(draft, **given),
        "edit": lambda: edit(draft, Written(hand, blanks, draft.unit), **given),
        "write": lambda: write(bank, Written(hand, blanks), by=by, now=now),
        "merge": lambda: merge(draft, [other] if other != draft else [], **given),
        "split": lambda: split(draft, **given),
        "above": lambda: accept_above(list(bank.drafts.select_related("bank")), by=by, score=0.65, now=now),
        "rename": lambda: rename_unit(unit, f"Unit {pick}", was=unit.title, by=by, now=now),
        "add": lambda: add_unit(bank, f"New {pick}", by=by, now=now),
        "remove": lambda: remove_unit(unit, was=unit.title, by=by, now=now),
        "into": lambda: move_drafts(drafts[pick % 3 :], unit, by=by, now=now),
        "move": lambda: move_unit(unit, up=up, past=next_to(units, unit, up=up), by=by, now=now),
    }
    try:
        return steps[act]() != 0
    except NotPossible:
        return False


ACTS = ["accept", "reject", "put_back", "edit", "write", "merge", "split", "above", "rename", "move"]
ACTS += ["add", "remove", "into"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([("accept", 2), ("edit", 2)])  # a blank that comes later stood before the first one
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 7)), min_size=1, max_size=8))
def test_any_sequence_of_acts_undone_and_done_again_gives_the_states_before_and_after(acts):
    owner = make_learner(f"owner{Draft.objects.count()}-{Unit.objects.count()}")
    bank = make_desk(owner, f"lake{Unit.objects.count()}")
    add_four(bank)
    make_unit(bank, "after", "Afterwards")
    states = []
    for place, (act, pick) in enumerate(acts):
        before = state_of(bank)
        if do(act, bank, pick, owner, NOON + timedelta(minutes=place)):
            states.append(before)

    ends = [*states[1:], state_of(bank)] if states else []
    for place, before in enumerate(reversed(states)):
        undo(bank, owner, now=NOON + timedelta(hours=1, minutes=place))
        assert state_of(bank) == before
    with pytest.raises(NotPossible):
        undo(bank, owner, now=NOON)

    for place, after in enumerate(ends):
        redo(bank, owner, now=NOON + timedelta(hours=2, minutes=place))
        assert state_of(bank) == after
    with pytest.raises(NotPossible):
        redo(bank, owner, now=NOON)

    for place, before in enumerate(reversed(states)):
        undo(bank, owner, now=NOON + timedelta(hours=3, minutes=place))
        assert state_of(bank) == before


def test_what_was_undone_can_be_accepted_again_under_the_same_key():
    owner = make_learner()
    bank = make_desk(owner)
    draft, *_ = add_four(bank)
    accept(draft, by=owner, version=1, now=NOON)
    [first] = Fact.objects.current()
    undo(bank, owner, now=NOON)
    draft.refresh_from_db()

    accept(draft, by=owner, version=draft.version, now=NOON)

    assert list(Fact.objects.values_list("pk", "key", "retired_at")) == [(first.pk, first.key, None)]


def test_an_act_on_a_draft_that_somebody_changed_since_is_not_undone():
    owner, other = make_learner(), make_learner("ben")
    bank = make_desk(owner)
    draft, *_ = add_four(bank)
    reject(draft, by=owner, version=1, now=NOON)
    accept(Draft.objects.get(pk=draft.pk), by=other, version=2, now=NOON)

    with pytest.raises(StaleDraft) as stale:
        undo(bank, owner, now=NOON)

    assert str(stale.value).startswith("ben accepted this draft in the meantime.")
    assert Draft.objects.get(pk=draft.pk).state == "accepted"


def test_nothing_is_done_again_after_something_new():
    owner = make_learner()
    first, second, *_ = add_four(make_desk(owner))
    reject(first, by=owner, version=1, now=NOON)
    undo(first.bank, owner, now=NOON)
    reject(second, by=owner, version=1, now=NOON)

    with pytest.raises(NotPossible):
        redo(first.bank, owner, now=NOON)


def test_a_unit_that_others_filled_stays():
    owner, other = make_learner(), make_learner("ben")
    bank = make_desk(owner)
    drafts = add_four(bank)
    unit = add_unit(bank, "Later", by=owner, now=NOON)
    move_drafts(drafts[:2], unit, by=other, now=NOON)

    with pytest.raises(NotPossible, match="“Later” is not empty"):
        undo(bank, owner, now=NOON)

    assert unit in bank.units.current()


def test_a_title_that_somebody_else_gave_since_is_not_lost():
    owner, other = make_learner(), make_learner("ben")
    bank = make_desk(owner)
    unit = bank.units.current().first()
    rename_unit(unit, "Voyage", was="The journey", by=owner, now=NOON)
    rename_unit(unit, "Crossing", was="Voyage", by=other, now=NOON)

    with pytest.raises(NotPossible, match="Somebody changed the same unit since"):
        undo(bank, owner, now=NOON)

    assert bank.units.current().first().title == "Crossing"
    undo(bank, other, now=NOON)
    undo(bank, owner, now=NOON)
    assert bank.units.current().first().title == "The journey"


def test_a_title_that_somebody_else_gave_since_is_not_lost_by_doing_again():
    owner, other = make_learner(), make_learner("ben")
    bank = make_desk(owner)
    unit = bank.units.current().first()
    rename_unit(unit, "Voyage", was="The journey", by=owner, now=NOON)
    undo(bank, owner, now=NOON)
    rename_unit(unit, "Crossing", was="The journey", by=other, now=NOON)

    with pytest.raises(NotPossible, match="Somebody changed the same unit since"):
        redo(bank, owner, now=NOON)

    assert bank.units.current().first().title == "Crossing"


def test_a_draft_of_a_unit_that_was_removed_meanwhile_goes_to_the_first_unit():
    mira = make_learner("mira")
    bank = make_desk(mira)
    draft, unit = add_four(bank)[0], add_unit(bank, "Afterwards", by=mira, now=NOON)
    move_drafts([draft], unit, by=mira, now=NOON)
    reject(draft, by=mira, version=2, now=NOON)
    remove_unit(unit, was="Afterwards", by=mira, now=NOON)

    accept(draft, by=mira, version=3, now=NOON)

    assert Fact.objects.current().get().unit.key == "journey"
    for _ in range(3):
        undo(bank, mira, now=NOON)
    assert Draft.objects.proposed().get(pk=draft.pk).unit == unit


def test_an_accepted_fact_goes_with_its_draft():
    owner = make_learner()
    bank = make_desk(owner)
    drafts = add_four(bank)
    accept(drafts[0], by=owner, version=1, now=NOON)
    after = make_unit(bank, "after", "Afterwards")

    move_drafts(list(bank.drafts.all()), after, by=owner, now=NOON)

    assert Fact.objects.get().unit == after
    assert Statement.objects.get().unit == after


def test_each_undoes_what_they_did_themselves():
    owner, other = make_learner(), make_learner("ben")
    bank = make_desk(owner)
    first, second, *_ = add_four(bank)
    reject(first, by=owner, version=1, now=NOON)
    reject(second, by=other, version=1, now=NOON)

    undo(bank, owner, now=NOON)

    assert [one.state for one in Draft.objects.filter(pk__in=[first.pk, second.pk]).order_by("pk")] == [
        "proposed",
        "rejected",
    ]


def test_the_blanks_of_an_edit_are_read_back_as_they_were_written():
    owner = make_learner()
    draft, *_ = add_four(make_desk(owner))
    blank = Blank(
        "b1", "1871", AnswerType.DATE, ("In which year was the Grey Pass crossed?",), ("in 1871",), ("1869", "1874")
    )
    edit(draft, Written(draft.text, (blank,)), by=owner, version=1, now=NOON)

    assert blanks_of(Draft.objects.get(pk=draft.pk)) == [blank]
