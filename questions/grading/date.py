"""A date as it was typed in; out comes a verdict at the precision of the right answer.

A coarser right date is incomplete, a finer one must agree, and where the order of day and month is open either counts.
"""

import re
from collections.abc import Iterator

from questions.text.calendar import SEASONS
from questions.text.dates import MONTHS, Date, agrees, dates_of, is_coarser, missing_parts
from questions.text.edits import edits_between
from questions.text.fold import casefold, unaccent

from .explain import incomplete, right, wrong
from .verdict import AnswerKey, Forgiven, Verdict
from .words import PLAIN, allowed_edits, alternative, grade_words, match

_WORD = re.compile(r"[a-z]{4,}")
_CALENDAR_WORDS = (*MONTHS, *SEASONS, "winter")


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed date. Only the name of a month or season may hold a typo; a number never."""
    exact = match(key, given, PLAIN)
    if exact:
        return exact
    asked = [(date, text) for text in key.right for date in dates_of(text)]
    if not asked:
        return grade_words(key, given)
    given_dates, is_mended = dates_of(given), False
    if not given_dates:
        mended = _mend(given)
        given_dates, is_mended = dates_of(mended), True
    return (
        _match(key, asked, given_dates, [Forgiven.TYPO] if is_mended else [])
        or _match_coarser(asked, given_dates)
        or wrong(_what_differs(asked[0][0], given_dates))
    )


def _match(
    key: AnswerKey, asked: list[tuple[Date, str]], given: tuple[Date, ...], forgiven: list[Forgiven]
) -> Verdict | None:
    for said in given:
        for date, text in asked:
            if agrees(date, said):
                finer = [] if agrees(said, date) else [Forgiven.FINER]
                return right(text, key.answer, [*forgiven, *finer, *alternative(key, text)])
    return None


def _match_coarser(asked: list[tuple[Date, str]], given: tuple[Date, ...]) -> Verdict | None:
    for said in given:
        for date, text in asked:
            if is_coarser(date, said):
                return incomplete(text, missing_parts(date, said))
    return None


def _mend(given: str) -> str:
    """The text with each word that is a slip away from one month or season replaced by it."""
    return _WORD.sub(lambda found: _nearest(found.group()), unaccent(casefold(given)))


def _nearest(word: str) -> str:
    near = [name for name in _CALENDAR_WORDS if edits_between(word, name, 2) <= allowed_edits(len(name))]
    return near[0] if len(near) == 1 else word


def _what_differs(asked: Date, given: tuple[Date, ...]) -> str:
    """One sentence that names what is wrong, if the answer is one date of the same precision."""
    if len(given) != 1 or given[0].precision is not asked.precision or asked.end or given[0].end:
        return ""
    differing = list(_differences(asked, given[0]))
    if not differing or len(differing) > 2:
        return ""
    be = "is" if len(differing) == 1 else "are"
    return f"The {' and the '.join(differing)} {be} different."


def _differences(asked: Date, given: Date) -> Iterator[str]:
    if asked.day != given.day:
        yield "day"
    if asked.month != given.month:
        yield "month"
    if asked.season != given.season:
        yield "season"
    if asked.year != given.year:
        yield "year"
