"""A draft and facts of the banks in; a draft with its items out. Nothing here touches a published quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q

from questions.models import Assignment, Bank, Fact, Item, Question, Unit

from .asked import KINDS, copy_into, kinds_of, names_of, question_for, with_quiz_questions
from .checks import Ask, clash

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from django.db.models import QuerySet

    from questions.models import Course
    from questions.models.library import Kind

MOST_ITEMS = 100
SHOWN = 20
"""Facts that one search shows."""


class CannotBuild(Exception):
    """The sentence that tells the instructor why."""


def banks_for(course: Course) -> QuerySet[Bank]:
    """Banks whose facts every member of the course may see: public ones and those shared with it."""
    shared = Q(courses=course, visibility=Bank.Visibility.COURSE)
    return Bank.objects.filter(Q(visibility=Bank.Visibility.PUBLIC) | shared).distinct()


def units_for(course: Course) -> QuerySet[Unit]:
    return Unit.objects.current().filter(bank__in=banks_for(course)).select_related("bank").order_by("bank", "position")


def facts_for(course: Course) -> QuerySet[Fact]:
    """Current facts that may be asked, each with the questions a quiz can ask."""
    facts = Fact.objects.current().filter(bank__in=banks_for(course)).select_related("unit", "statement")
    return with_quiz_questions(facts)


def search(quiz: Assignment, *, text: str = "", unit: Unit | None = None) -> list[tuple[Fact, list[Kind]]]:
    """Up to 20 facts that are not in the quiz, with the kinds in which each may be asked; all words must be found."""
    facts = facts_for(quiz.course).exclude(items__assignment=quiz)
    if unit is not None:
        facts = facts.filter(unit=unit)
    for word in text.split():
        facts = facts.filter(
            Q(answer__icontains=word)
            | Q(statement__text__icontains=word)
            | Exists(Question.objects.filter(fact=OuterRef("pk"), prompt__icontains=word))
        )  # no join, which each word would multiply
    found = ((fact, kinds_of(fact)) for fact in facts[: 2 * SHOWN])
    return [(fact, kinds) for fact, kinds in found if kinds][:SHOWN]


@transaction.atomic
def add(quiz: Assignment, facts: Iterable[Fact], *, kind: str) -> int:
    """Put `facts` at the end, each asked as `kind` where it can be, else in its other kind. How many were added."""
    lock_draft(quiz)
    chosen = facts_for(quiz.course).filter(pk__in=[fact.pk for fact in facts]).exclude(items__assignment=quiz)
    asked = [(fact, _best(fact, kind)) for fact in chosen]
    return _append(quiz, [(fact, found) for fact, found in asked if found])


@transaction.atomic
def pick(quiz: Assignment, units: Iterable[Unit], *, count: int, kind: str, rng: Random) -> int:
    """Add up to `count` facts of `units` by chance, none of which gives another away. How many were added."""
    lock_draft(quiz)
    facts = list(facts_for(quiz.course).filter(unit__in=units).exclude(items__assignment=quiz))
    rng.shuffle(facts)
    taken = [ask_of(item, number) for number, item in enumerate(quiz.items.select_related("fact"), start=1)]
    chosen = []
    for fact in facts:
        if len(chosen) == count:
            break
        question = question_for(fact, kind)
        if question is None:
            continue
        ask = ask_of(copy_into(Item(fact=fact), question), 0)
        if not any(clash(ask, other) for other in taken):
            taken.append(ask)
            chosen.append((fact, question))
    return _append(quiz, chosen)


@transaction.atomic
def change_kind(item: Item, kind: str) -> Item:
    """Ask the item as `kind`. Raise `CannotBuild` where its fact cannot be asked so."""
    lock_draft(item.assignment)
    fact = with_quiz_questions(Fact.objects.filter(pk=item.fact_id)).get()
    question = question_for(fact, kind)
    if question is None:
        raise CannotBuild("This fact cannot be asked that way.")
    copy_into(item, question).save()
    return item


@transaction.atomic
def take_out(item: Item) -> None:
    lock_draft(item.assignment)
    item.delete()


@transaction.atomic
def delete_draft(quiz: Assignment) -> None:
    lock_draft(quiz)
    quiz.items.all().delete()
    quiz.delete()


def lock_draft(quiz: Assignment) -> Assignment:
    """The draft's row, held until the transaction ends. Raise `CannotBuild` when it was published meanwhile."""
    found = Assignment.objects.select_for_update().filter(pk=quiz.pk, published_at=None).first()
    if found is None:
        raise CannotBuild("This quiz was published meanwhile; its items are fixed now.")
    return found


def ask_of(item: Item, number: int) -> Ask:
    """The item as the checks see it; wants its fact."""
    return Ask(number, item.fact.statement_id, item.kind, item.prompt, names_of(item), tuple(item.options))


def _best(fact: Fact, kind: str) -> object | None:
    return next(filter(None, (question_for(fact, one) for one in (kind, *KINDS))), None)


def _append(quiz: Assignment, chosen: list[tuple[Fact, object]]) -> int:
    room = MOST_ITEMS - quiz.items.count()
    if len(chosen) > room:
        raise CannotBuild(f"A quiz has at most {MOST_ITEMS} items; there is room for {max(room, 0)} more.")
    last = quiz.items.aggregate(last=Max("position"))["last"] or 0
    items = [
        copy_into(Item(assignment=quiz, fact=fact, position=position), question)
        for position, (fact, question) in enumerate(chosen, start=last + 1)
    ]
    return len(Item.objects.bulk_create(items))
