"""A question of the bank in; what a quiz asks with it out: which kinds may be asked, and with which options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from questions.generation.true_false import FALSE, TRUE
from questions.models import Fact, Item, Question
from questions.models.library import Kind
from questions.text.dates import Precision, parse_date
from questions.vocabulary import AnswerType

if TYPE_CHECKING:
    from django.db.models import QuerySet

KINDS = (Kind.CHOICE, Kind.TYPED, Kind.TRUE_FALSE)
"""What a quiz asks. Recall is graded by the learner, so never here; a cloze shows most of its statement."""
OPTIONS = 3

_PARTS = {
    Precision.DAY: ("day, month and year", "day and month"),
    Precision.MONTH: ("month and year", "month"),
    Precision.SEASON: ("season and year", "season"),
    Precision.YEAR: ("the year", "the year"),
}
"""What to write for a date with a year, and for one without."""


def is_gradeable(question: Question) -> bool:
    """Whether a quiz may ask it: choice with enough options, typed, or true or false."""
    if question.kind == Kind.CHOICE:
        return len(question.distractors) >= OPTIONS - 1
    return question.kind in {Kind.TYPED, Kind.TRUE_FALSE}


def with_quiz_questions(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Each fact with `quiz_questions`: its current questions of the kinds a quiz asks, in one more query."""
    asked = Question.objects.current().filter(kind__in=KINDS).order_by("kind", "wording")
    return facts.prefetch_related(Prefetch("questions", queryset=asked, to_attr="quiz_questions"))


def question_for(fact: Fact, kind: str, wording: int = 0) -> Question | None:
    """The question of that kind, in that wording where it still exists; wants `with_quiz_questions`."""
    found = [one for one in fact.quiz_questions if one.kind == kind and is_gradeable(one)]
    return next((one for one in found if one.wording == wording), found[0] if found else None)


def kinds_of(fact: Fact) -> list[Kind]:
    """The kinds in which a quiz may ask `fact`; wants `with_quiz_questions`."""
    return [kind for kind in KINDS if question_for(fact, kind)]


def copy_into(item: Item, question: Question) -> Item:
    """`item` with the wording, the answer and the options of `question` as they stand now; unsaved."""
    item.question, item.kind = question, question.kind
    item.prompt, item.answer, item.accepted = question.prompt, question.answer, question.accepted
    item.options = _options(question)
    return item


def _options(question: Question) -> list[str]:
    if question.kind == Kind.TRUE_FALSE:
        return [TRUE, FALSE]
    return [question.answer, *question.distractors[: OPTIONS - 1]] if question.kind == Kind.CHOICE else []


def names_of(item: Item) -> tuple[str, ...]:
    """What would give the item away: its answer by every name; for a claim the value it is about. Wants the fact."""
    if item.kind == Kind.TRUE_FALSE:
        return (item.fact.answer, *item.fact.accepted)
    return (item.answer, *item.accepted)


def exactness_of(item: Item) -> str:
    """How exact a typed date must be ("month and year"), so that nobody loses a point by guessing that; else ""."""
    if item.kind != Kind.TYPED or item.fact.answer_type != AnswerType.DATE:
        return ""
    date = parse_date(item.answer)
    if date is None or date.part or date.end:
        return ""
    with_year, without = _PARTS.get(date.precision, ("", ""))
    return with_year if date.year else without
