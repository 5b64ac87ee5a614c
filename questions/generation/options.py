"""A fact and its bank in, the pool of wrong options out, best first; and for each rejected option of the author, why.

The rules stand in the design: type, precision and unit agree; no name of one is or holds a name of the other; not in
the fact's own statement; not the answer of the same prompt; nothing that the author or another line makes true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from questions.text.dates import Date, Precision, spans
from questions.text.fold import fold
from questions.text.names import may_be_same_person
from questions.vocabulary import AnswerType

from .bank import BankFacts, answers_clash, nearly_same_prompts
from .facts import FactIn
from .nearest import Counted, Dated, nearest
from .wording import content, key_of, overlap, stands_in

MAX_POOL = 8
ENOUGH = 4
"""Where the author wrote fewer options than this, answers of the bank fill the pool up to it."""
LEAST = 2
TRUE_SHARE = 0.8
"""Where another statement that names the candidate holds this share of the prompt's content, it may be true there."""
COMMON_NAME = 4
"""Letters from which a shared word makes two persons confusable."""


def pool(fact: FactIn, bank: BankFacts) -> tuple[str, ...]:
    """At most eight wrong options for `fact`, the author's first, then the bank's nearest; fewer where few are safe."""
    chosen: list[str] = []
    for option in fact.options:
        if not objection_to(fact, option) and not any(overlap(option, other) for other in chosen):
            chosen.append(option)
    if not fact.needs_author and len(chosen) < ENOUGH:
        for candidate in _candidates(fact, bank):
            if not any(_confusable(fact.answer_type, candidate.names, (other,)) for other in chosen):
                chosen.append(candidate.answer)
            if len(chosen) == ENOUGH:
                break
    return tuple(chosen[:MAX_POOL])


def objection_to(fact: FactIn, option: str) -> str:
    """Why the author's `option` may not stand beside the answer; empty when it may."""
    if any(key_of(option) == key_of(name) for name in fact.names):
        return "is the answer or accepted for it"
    if answers_clash(fact.names, (option,)):
        return "contains a name of the answer, or stands in one"
    if any(key_of(option) == key_of(name) for name in fact.also_true):
        return "is also true, says also_true"
    if _same_value(fact, option):
        return "means the same as the answer"
    if not fact.is_distinct and stands_in(option, fact.sentence):
        return "stands in the statement itself"
    return ""


def _same_value(fact: FactIn, option: str) -> bool:
    if fact.answer_type is AnswerType.DATE:
        mine, theirs = Dated(fact.answer), Dated(option)
        return bool(mine and theirs and set(spans(mine)) & set(spans(theirs)))
    if fact.answer_type is AnswerType.QUANTITY:
        count, other = Counted(fact.answer), Counted(option)
        return bool(count and other and (count.low, count.high) == (other.low, other.high))
    return False


def _candidates(fact: FactIn, bank: BankFacts) -> Iterator[FactIn]:
    """The bank's answers that may stand beside the answer of `fact`, nearest first, none twice."""
    seen: set[str] = set()
    told = _told(fact, bank)
    for other in nearest(fact, bank.lineups):
        key = key_of(other.answer)
        if key not in seen and other.key != fact.key and _may_stand_beside(fact, other, told):
            yield other
            seen.add(key)


def _may_stand_beside(fact: FactIn, other: FactIn, told: str) -> bool:
    return (
        not other.needs_author
        and not _confusable(fact.answer_type, fact.names, other.names)
        and not any(stands_in(name, fact.sentence) for name in other.names)
        and not answers_clash(fact.also_true, other.names)
        and not answers_clash(other.also_true, fact.names)
        and _keeps_the_year(fact, other)
        and not nearly_same_prompts(fact, other)
        and not any(f" {key} " in told for name in other.names if (key := key_of(name)))
    )


def _confusable(answer_type: AnswerType, mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if answers_clash(mine, theirs):
        return True
    if answer_type is AnswerType.PERSON:
        if any(may_be_same_person(one, other) for one in mine for other in theirs):
            return True
        return not _name_words(mine).isdisjoint(_name_words(theirs))
    if answer_type is AnswerType.DATE:
        return any(_overlap_in_time(Dated(one), Dated(other)) for one in mine for other in theirs)
    if answer_type is AnswerType.QUANTITY:
        values = [{(count.low, count.high) for name in names if (count := Counted(name))} for names in (mine, theirs)]
        return not values[0].isdisjoint(values[1])
    return False


def _name_words(names: tuple[str, ...]) -> set[str]:
    return {word for name in names for word in fold(name).split() if len(word) >= COMMON_NAME}


def _overlap_in_time(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None:
        return False
    return any(left[0] <= right[1] and right[0] <= left[1] for left in spans(one) for right in spans(other))


def _keeps_the_year(fact: FactIn, other: FactIn) -> bool:
    """Where the prompt names the answer's year, an option of another year would give itself away."""
    if fact.answer_type is not AnswerType.DATE:
        return True
    mine, theirs = Dated(fact.answer), Dated(other.answer)
    if mine is None or theirs is None or mine.year is None:
        return True
    is_named = any(re.search(rf"\b{mine.year}\b", prompt) for prompt in fact.prompts or (fact.cloze,))
    return mine.precision is Precision.YEAR or not is_named or mine.year == theirs.year


def _told(fact: FactIn, bank: BankFacts) -> str:
    """The other statements that say nearly all that a prompt asks for, folded: what is named there may be true.

    Whoever says so many of the words says one of the rarest, so that few statements are looked at.
    """
    found: dict[str, FactIn] = {}
    for prompt in fact.prompts or (fact.cloze,):
        words = content(prompt) - _stems(fact.names)
        least = TRUE_SHARE * len(words)
        rows = sorted((bank.by_stem.get(word, []) for word in words), key=len)
        for row in rows[: len(words) - ceil(least - 1e-9) + 1]:
            found |= {
                one.statement: one
                for one in row
                if one.statement != fact.statement and len(words & content(one.sentence)) >= least
            }
    return f" {' | '.join(key_of(one.sentence) for one in found.values())} "


def _stems(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(content(name) for name in names))
