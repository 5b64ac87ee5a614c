"""Banks copied, shared and put in the archive."""

from __future__ import annotations

import pytest

from questions.authoring.copying import copy_bank, may_copy
from questions.authoring.sharing import archive, share
from questions.models import Bank, Course, Membership, Memory, Question
from tests.factories import LOADED, NOON, add_statement, make_bank, make_facts, make_learner, make_memory, make_unit

pytestmark = pytest.mark.django_db


def said_by(bank):
    """What a bank says, without its keys and ids."""
    questions = Question.objects.current().filter(fact__bank=bank)
    return (
        list(bank.units.values_list("key", "title", "position")),
        list(bank.statements.values_list("key", "text", "passages__key")),
        list(bank.facts.values_list("blank", "answer", "position", "unit__key", "statement__key")),
        list(questions.values_list("kind", "wording", "prompt", "answer", "distractors")),
    )


def test_a_copy_says_the_same_under_its_own_keys():
    unit = make_unit(make_bank(is_shipped=True))
    add_statement(unit, "In [1871](date:when) the lake froze at [Orin](place:where).")
    mira = make_learner("mira")

    copy = copy_bank(unit.bank, owner=mira, now=NOON)

    assert said_by(copy) == said_by(unit.bank)
    assert list(copy.facts.values_list("key", flat=True)) == ["orin-copy/s0/when", "orin-copy/s0/where"]
    assert (copy.owner, copy.visibility, copy.is_shipped, copy.copied_from) == (mira, "private", False, unit.bank)
    assert Bank.objects.owned_by(mira).get() == copy


def test_a_second_copy_has_another_key():
    bank, mira = make_facts(1)[0].bank, make_learner("mira")

    keys = [copy_bank(bank, owner=mira, now=NOON).key for _ in range(3)]

    assert keys == ["orin-copy", "orin-copy-2", "orin-copy-3"]


def test_what_is_retired_or_former_is_not_copied():
    kept, gone = make_facts(2)
    for row in (gone, gone.statement):
        row.retired_at = NOON
        row.save()
    first = kept.questions.get(kind="cloze")
    Question.objects.filter(pk=first.pk).update(is_current=False)
    Question.objects.create(fact=kept, kind="cloze", version=2, prompt="New?", answer=kept.answer)

    copy = copy_bank(kept.bank, owner=make_learner("mira"), now=NOON)

    assert copy.facts.get().answer == kept.answer
    assert list(copy.facts.get().questions.filter(kind="cloze").values_list("prompt", "version")) == [("New?", 1)]


def test_a_copy_takes_nobodys_memory_and_the_first_stays_as_it_was():
    fact, ada = make_facts(1)[0], make_learner()
    make_memory(ada, fact)

    copy_bank(fact.bank, owner=ada, now=NOON)

    fact.refresh_from_db()
    assert (Memory.objects.get().fact, fact.changed_at, fact.key) == (fact, LOADED, "orin/s0/where")


@pytest.mark.parametrize("count", [1, 9])
def test_copying_costs_the_same_number_of_queries(count, django_assert_num_queries):
    bank, mira = make_facts(count)[0].bank, make_learner("mira")

    with django_assert_num_queries(14):  # a savepoint and its end, key, bank; five tables read and written
        copy_bank(bank, owner=mira, now=NOON)


def test_instructors_and_keepers_may_copy():
    keeper = make_learner("eve")
    make_bank(owner=keeper)

    assert [may_copy(one) for one in (make_learner("mira", is_instructor=True), keeper, make_learner())] == [
        True,
        True,
        False,
    ]


def test_sharing_changes_only_the_courses_one_teaches():
    mira, bank = make_learner("mira"), make_bank()
    first, second, foreign = (Course.objects.create(title=title, created_at=NOON) for title in "ABC")
    for course in (first, second):
        Membership.objects.create(course=course, person=mira, role=Membership.Role.INSTRUCTOR, joined_at=NOON)
    bank.courses.add(first, foreign)

    share(bank, by=mira, visibility="course", courses=[second])

    assert list(bank.courses.order_by("title")) == [second, foreign]
    assert Bank.objects.get().visibility == "course"


def test_an_archived_bank_is_listed_for_its_owner_alone_and_can_be_opened():
    mira, ada = make_learner("mira"), make_learner()
    bank = make_bank(owner=mira)

    archive(bank, is_archived=True, now=NOON)

    assert [Bank.objects.listed_for(one).count() for one in (mira, ada)] == [1, 0]
    assert Bank.objects.visible_to(ada).get() == bank
    archive(bank, is_archived=False, now=NOON)
    assert Bank.objects.listed_for(ada).get() == bank
