"""A bank on the desk in; what an editor objects to in its prompts and in what is not asked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from questions.generation.facts import BY_DESIGN
from questions.generation.wording import content, key_of
from questions.text.dates import Precision, parse_date
from questions.text.fold import fold
from questions.text.quantities import parse_quantity
from questions.vocabulary import AnswerType, Kind

from .bank_desk import Desk, Entry, Objection

GRADED = frozenset({Kind.CHOICE, Kind.CLOZE, Kind.TYPED})
_IMPERATIVE_WORDS = "complete define describe explain give identify list name say state"
IMPERATIVES = frozenset(_IMPERATIVE_WORDS.split())
_QUESTION_WORDS = "who whom whose what which when where why how"
QUESTION_WORDS = frozenset(_QUESTION_WORDS.split())
ENOUGH_SHARED = 6
"""Words of meaning that two prompts share, from which one word more or less hardly tells them apart."""
ASKS_FOR = {
    Precision.DAY: r"day|date",
    Precision.MONTH: r"month",
    Precision.YEAR: r"year",
}


def objections(desk: Desk) -> Iterator[Objection]:
    """Everything that is wrong with how the facts are asked."""
    for entry in desk.entries:
        yield from _refused(entry)
        yield from _unasked(entry)
        for prompt in entry.blank.prompts:
            yield from _of_prompt(entry, prompt)
        yield from _uncounted(entry)
        yield from _both_right_and_also_true(entry)
    yield from _near_duplicates(desk)


def _refused(entry: Entry) -> Iterator[Objection]:
    said = set()
    for refusal in entry.made.refused:
        if refusal.reason in BY_DESIGN or refusal.message in said:
            continue
        said.add(refusal.message)
        problem = f"No {refusal.kind} question: {refusal.message}"
        if refusal.kind is Kind.CLOZE:
            yield entry.objection_to_text(
                f"{entry.blank.key}: {problem}", "Word the statement so that it stands alone."
            )
        elif "wrong option" in refusal.message or "options" in refusal.message:
            yield entry.objection("options", problem, "Write at least two, better four, of the answer's form.")
        else:
            yield entry.objection("prompt", problem, "Word it anew.")


def _unasked(entry: Entry) -> Iterator[Objection]:
    kinds = {question.kind for question in entry.made.questions}
    if not kinds:
        yield entry.objection("", "This fact is never asked.", "Write a prompt, or take the brackets away.")
    elif not entry.fact.is_long and not kinds & GRADED:
        yield entry.objection("", "This short answer is asked in no kind that is graded.", "Write options for it.")


def _of_prompt(entry: Entry, prompt: str) -> Iterator[Objection]:
    if "?" not in prompt and fold(prompt).split()[:1] and fold(prompt).split()[0] not in IMPERATIVES:
        yield entry.objection(
            "prompt", f"“{prompt}” asks nothing.", "End it with a question mark, or begin it “Name …”."
        )
    if entry.blank.answer_type is AnswerType.DATE and (wanted := _unsaid_precision(entry.blank.answer, prompt)):
        yield entry.objection(
            "prompt", f"“{prompt}” does not say how precise the date must be.", f"Ask for the {wanted}."
        )


def _unsaid_precision(answer: str, prompt: str) -> str:
    """The word that is missing in the prompt of a date; empty when nothing is."""
    date = parse_date(answer)
    if date is None:
        return ""
    if date.part:
        wanted, name = r"part|when in|late|early|middle|end|beginning", "part of the year"
    elif date.season:
        wanted, name = r"season", "season"
    elif date.decade:
        wanted, name = r"decade", "decade"
    elif date.century is not None:
        wanted, name = r"century", "century"
    else:
        wanted, name = ASKS_FOR[date.precision], str(date.precision.name).lower()
    return "" if re.search(rf"\b(?:{wanted})s?\b", prompt, re.IGNORECASE) else name


def _uncounted(entry: Entry) -> Iterator[Objection]:
    if entry.blank.answer_type is not AnswerType.QUANTITY or entry.blank.unit:
        return
    count = parse_quantity(entry.blank.answer)
    if count is None or not count.unit:
        yield entry.objection("unit", f"“{entry.blank.answer}” of what?", "Write what is counted: “unit: troops”.")


def _both_right_and_also_true(entry: Entry) -> Iterator[Objection]:
    accepted = {key_of(name) for name in entry.fact.names}
    for name in entry.blank.also_true:
        if key_of(name) in accepted:
            yield entry.objection("also_true", f"“{name}” is accepted as the answer.", "Keep it in one of the lists.")


def _near_duplicates(desk: Desk) -> Iterator[Objection]:
    for one, other in combinations(desk.entries, 2):
        for mine in one.blank.prompts:
            for theirs in other.blank.prompts:
                if key_of(mine) != key_of(theirs) and _nearly_same(mine, theirs):
                    yield _duplicate(other, theirs, one)


def _nearly_same(mine: str, theirs: str) -> bool:
    """Whether both ask with the same question words after the same content, or all but one word of it."""
    if QUESTION_WORDS & set(fold(mine).split()) != QUESTION_WORDS & set(fold(theirs).split()):
        return False
    left, right = content(mine), content(theirs)
    return left == right or (len(left ^ right) == 1 and len(left & right) >= ENOUGH_SHARED)


def _duplicate(entry: Entry, prompt: str, other: Entry) -> Objection:
    shared = {key_of(name) for name in entry.fact.names} & {key_of(name) for name in other.fact.names}
    what = f", and both accept “{min(shared)}”" if shared else ""
    return entry.objection(
        "prompt", f"“{prompt}” asks nearly the same as {other.place}{what}.", "Tell the two apart, or ask only one."
    )
