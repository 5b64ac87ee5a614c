"""A kind of question, its answer key and the given answer in; a verdict out. The one way into grading."""

from collections.abc import Callable

from questions.vocabulary import OFFERED, AnswerType, Kind

from . import cause, date, event, organisation, person, place, quantity, role, term, unknown
from .explain import EMPTY, TOO_LONG, right, wrong
from .verdict import LONGEST_ANSWER, AnswerKey, Verdict

GRADERS: dict[AnswerType, Callable[[AnswerKey, str], Verdict]] = {
    AnswerType.PERSON: person.grade,
    AnswerType.PLACE: place.grade,
    AnswerType.ORGANISATION: organisation.grade,
    AnswerType.EVENT: event.grade,
    AnswerType.DATE: date.grade,
    AnswerType.QUANTITY: quantity.grade,
    AnswerType.TERM: term.grade,
    AnswerType.ROLE: role.grade,
    AnswerType.CAUSE: cause.grade,
    AnswerType.UNKNOWN: unknown.grade,
}


def grade(kind: Kind, key: AnswerKey, given: str) -> Verdict:
    """The verdict on one answer; never raises, whatever was typed.

    Choice: the text of the chosen option. Recall: "yes" or "no", the learner's own word for it. Cloze and typed: what
    was typed, of at most 500 characters. "I don't know" is the caller's concern; an empty answer is wrong. Of the
    outcomes, INCOMPLETE comes only from dates.
    """
    if kind is Kind.RECALL:
        return right(key.answer, key.answer) if given.strip().lower() == "yes" else wrong()
    if kind in OFFERED:
        return right(given, key.answer) if given and given in key.right else wrong()
    if not given.strip():
        return wrong(EMPTY)
    if len(given) > LONGEST_ANSWER:
        return wrong(TOO_LONG)
    return GRADERS[key.answer_type](key, given)
