"""Building a draft: choosing, picking, searching, changing."""

from random import Random

import pytest

from questions.assignments import build
from questions.assignments.build import CannotBuild
from questions.assignments.publish import publish
from questions.models import Bank, Fact, Question

from .classroom import NOW, add_fact, make_bank, make_draft


def names(items):
    return [item.fact.blank for item in items]


def test_chosen_facts_become_items_with_the_answer_and_two_wrong_options(course, facts):
    quiz = make_draft(course, facts[:2])
    first = quiz.items.get(position=1)
    assert (first.kind, first.prompt, first.options) == (
        "choice",
        "Who led the expedition to the lake?",
        ["Ada Ashby", "Tom Brook", "Ina Carr"],
    )
    assert names(quiz.items.all()) == ["leader", "year"]


def test_a_fact_that_cannot_be_asked_as_wished_is_asked_in_its_other_kind(course, facts):
    Question.objects.filter(fact=facts[0], kind="typed").delete()
    quiz = make_draft(course, facts[:2], kind="typed")
    assert [item.kind for item in quiz.items.all()] == ["choice", "typed"]


def test_a_fact_is_added_once(course, facts):
    quiz = make_draft(course, facts[:1])
    assert build.add(quiz, facts[:1], kind="typed") == 0


def test_the_kind_of_an_item_can_be_changed_and_back(course, facts):
    item = make_draft(course, facts[:1]).items.get()
    assert (build.change_kind(item, "typed").kind, item.options) == ("typed", [])
    assert build.change_kind(item, "choice").kind == "choice"


def test_a_kind_that_the_fact_has_not_is_refused(course, facts):
    Question.objects.filter(fact=facts[0], kind="typed").delete()
    item = make_draft(course, facts[:1]).items.get()
    with pytest.raises(CannotBuild, match="cannot be asked that way"):
        build.change_kind(item, "typed")


def test_recall_is_never_offered(course, bank):
    fact = add_fact(bank.units.get(), "why", "cause", "the mules ate the map", "Why were they late?", [])
    fact.questions.all().delete()
    Question.objects.create(fact=fact, kind="recall", prompt="Why were they late?", answer=fact.answer)
    quiz = make_draft(course, [fact])
    assert not quiz.items.exists()
    assert build.search(quiz, text="mules") == []


def test_search_wants_every_word_and_leaves_out_what_is_in_the_quiz(course, facts):
    quiz = make_draft(course, facts[:1])
    assert [fact.blank for fact, _ in build.search(quiz, text="paid boats")] == ["payer"]
    assert [fact.blank for fact, _ in build.search(quiz)] == ["year", "lake", "payer"]


def test_search_takes_more_words_than_a_database_joins_tables(course, facts):
    quiz = make_draft(course, [])
    assert [fact.blank for fact, _ in build.search(quiz, text="paid " * 99)] == ["payer"]


def test_search_can_keep_to_a_unit(course, facts, bank):
    quiz = make_draft(course, [])
    unit = bank.units.create(key="return", title="The return", position=1)
    add_fact(unit, "port", "place", "Grey Harbour", "Where did they land?", ["Blue Bay", "Red Point"])
    assert [fact.blank for fact, _ in build.search(quiz, unit=unit)] == ["port"]


def test_private_banks_are_not_offered_until_shared(course, instructor):
    hidden = make_bank("hidden", owner=instructor, visibility=Bank.Visibility.COURSE)
    quiz = make_draft(course, [])
    assert build.search(quiz) == []
    course.banks.add(hidden)
    assert len(build.search(quiz)) == 4


def test_picking_takes_as_many_as_asked(course, bank):
    quiz = make_draft(course, [])
    assert build.pick(quiz, bank.units.all(), count=3, kind="typed", rng=Random(1)) == 3
    assert {item.kind for item in quiz.items.all()} == {"typed"}


def test_picking_leaves_out_what_gives_another_away(course, bank):
    tell = Question.objects.filter(fact__blank="year")
    tell.update(prompt="In which year did Ada Ashby set out?")
    for seed in range(10):
        quiz = make_draft(course, [])
        build.pick(quiz, bank.units.all(), count=4, kind="choice", rng=Random(seed))
        assert len({"leader", "year"} & set(names(quiz.items.all()))) == 1
        assert quiz.items.count() == 3


def test_picking_takes_one_fact_of_a_statement(course, bank, facts):
    add_fact(
        bank.units.get(),
        "second",
        "place",
        "Pine Hill",
        "Where did they camp?",
        ["Oak Hill", "Elm Hill"],
        facts[0].statement,
    )
    quiz = make_draft(course, [])
    build.pick(quiz, bank.units.all(), count=10, kind="choice", rng=Random(3))
    assert len({"leader", "second"} & set(names(quiz.items.all()))) == 1


def test_a_quiz_has_at_most_a_hundred_items(course, bank):
    unit = bank.units.get()
    for number in range(97):
        add_fact(unit, f"camp-{number}", "place", f"Hill {number}", f"Where was camp {number}?", ["Oak", "Elm"])
    with pytest.raises(CannotBuild, match="at most 100 items; there is room for 100 more"):
        make_draft(course, list(Fact.objects.all()))


def test_a_published_quiz_cannot_be_built_on(quiz, facts):
    with pytest.raises(CannotBuild, match="published"):
        build.add(quiz, facts, kind="choice")
    with pytest.raises(CannotBuild, match="published"):
        build.take_out(quiz.items.first())
    with pytest.raises(CannotBuild, match="published"):
        build.delete_draft(quiz)


def test_a_draft_can_be_deleted_and_its_facts_stay(course, facts):
    quiz = make_draft(course, facts)
    build.delete_draft(quiz)
    assert not course.assignments.exists()
    assert Fact.objects.count() == 4


def test_nothing_is_retired_behind_the_builders_back(course, facts):
    facts[1].retired_at = NOW
    facts[1].save()
    assert names(publish(make_draft(course, facts), now=NOW).items.all()) == ["leader", "lake", "payer"]
