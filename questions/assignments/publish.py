"""A draft in; a published quiz with fixed items out, or the list of what stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import Assignment, Attempt, Fact, Item

from .asked import copy_into, kinds_of, question_for, with_quiz_questions
from .build import ask_of, lock_draft
from .checks import given_away, of_one_statement, shown_as_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from questions.models.library import Kind

FIXED = ["question", "kind", "prompt", "answer", "accepted", "options"]


class NotPublishable(Exception):
    """`objections` lists what stands against it, a sentence each."""

    def __init__(self, objections: list[str]) -> None:
        super().__init__(" ".join(objections))
        self.objections = objections


class NotTakenBack(Exception):
    """The sentence that tells the instructor why."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What stands against publishing, what only warns, and the items as they would be published.

    `other_kinds` holds, for each item, the kinds in which its fact could be asked as well.
    """

    objections: list[str]
    warnings: list[str]
    items: list[Item]
    other_kinds: list[list[Kind]]

    @property
    def rows(self) -> list[tuple[Item, list[Kind]]]:
        return list(zip(self.items, self.other_kinds, strict=True))


def examine(quiz: Assignment, *, now: datetime) -> Findings:
    """The draft's items as the bank words them now, and everything an instructor should know before publishing."""
    items = list(quiz.items.select_related("fact", "question"))
    found = with_quiz_questions(Fact.objects.current().filter(items__assignment=quiz))
    facts = {fact.pk: fact for fact in found}
    objections = _of_the_whole(quiz, items, now)
    for number, item in enumerate(items, start=1):
        fact = facts.get(item.fact_id)
        question = fact and question_for(fact, item.kind, item.question.wording)
        if question is None:
            objections.append(f"Item {number} can no longer be asked as {item.get_kind_display()}. Take it out.")
        else:
            copy_into(item, question)
    asks = [ask_of(item, number) for number, item in enumerate(items, start=1)]
    warnings = of_one_statement(asks) + shown_as_option(asks)
    other_kinds = [_other_kinds(item, facts.get(item.fact_id)) for item in items]
    return Findings(objections + given_away(asks), warnings, items, other_kinds)


def _other_kinds(item: Item, fact: Fact | None) -> list[Kind]:
    return [kind for kind in kinds_of(fact) if kind != item.kind] if fact else []


def items_to_ask(quiz: Assignment, *, now: datetime) -> Sequence[Item]:
    """The items as students get them: fixed where the quiz is published, else as publishing would fix them now."""
    if quiz.published_at:
        return quiz.items.counted().select_related("fact")
    return examine(quiz, now=now).items


def _of_the_whole(quiz: Assignment, items: list[Item], now: datetime) -> list[str]:
    objections = []
    if not items:
        objections.append("The quiz has no items yet.")
    if quiz.due_at <= now:
        objections.append("Its due time is past. Give it a later one.")
    return objections


@transaction.atomic
def publish(quiz: Assignment, *, now: datetime) -> Assignment:
    """Fix the items and show the quiz to the students. Raise `NotPublishable`."""
    draft = lock_draft(quiz)
    findings = examine(draft, now=now)
    if findings.objections:
        raise NotPublishable(findings.objections)
    Item.objects.bulk_update(findings.items, FIXED)
    draft.published_at = now
    draft.save(update_fields=["published_at"])
    return draft


@transaction.atomic
def take_back(quiz: Assignment) -> None:
    """Make a published quiz a draft again. Raise `NotTakenBack` once someone has begun it."""
    Assignment.objects.filter(pk=quiz.pk).update(published_at=None)  # from here on nobody can begin it
    if Attempt.objects.filter(assignment=quiz).exists():
        raise NotTakenBack("Someone has begun this quiz, so it stays published. You can withdraw single items.")
