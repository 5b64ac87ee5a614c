"""A person's name in; out comes a verdict. Titles do not count; a surname counts where only one person here has it."""

from collections.abc import Iterator
from functools import partial

from questions.text.edits import edits_between
from questions.text.names import is_part_of_name, may_be_same_person, name_words, surnames

from .explain import SEVERAL_PERSONS, right, wrong
from .verdict import AnswerKey, Forgiven, Verdict
from .words import (
    Rival,
    WordRules,
    alternative,
    canonical,
    canonical_rivals,
    explain_wrong,
    match,
    match_exactly,
    match_typo,
    rivals_near,
    typos,
)

RULES = WordRules(titles=True)

_LONGEST_NAME = 12
"""Words; a longer answer is not looked at as a part of a name."""


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed name; "Wilson, Woodrow" and "W. Wilson" are names too."""
    if len(given.split()) > _LONGEST_NAME:
        return match_exactly(key, given) or wrong()
    return (
        match(key, given, RULES)
        or _match_order(key, given)
        or _match_surname(key, given)
        or match_typo(key, given, RULES, partial(_is_same_person, key))
        or _match_surname_typo(key, given)
        or explain_wrong(key, given, RULES)
    )


def _match_order(key: AnswerKey, given: str) -> Verdict | None:
    """Surname first with a comma, East Asian names in either order, and rulers by number (Nicholas the Second)."""
    said = name_words(given)
    for accepted in key.right if said else ():
        full = name_words(accepted)
        if said == full or (sorted(said) == sorted(full) and _is_family_first(accepted)):
            return right(accepted, key.answer, [Forgiven.ORDER, *alternative(key, accepted)])
        if _numbered(given) == _numbered(accepted):
            return right(accepted, key.answer, [Forgiven.NUMBER_WORDS, *alternative(key, accepted)])
    return None


def _is_family_first(name: str) -> bool:
    return name_words(name)[:1] in surnames(name)


def _numbered(name: str) -> tuple[str, ...]:
    found = canonical(name, RULES)
    if len(found) > 1 and found[-1].endswith("th") and found[-1][:-2].isdigit():
        return (*found[:-1], found[-1][:-2])
    return found


def _match_surname(key: AnswerKey, given: str) -> Verdict | None:
    accepted = next((name for name in key.right if is_part_of_name(given, name)), None)
    if accepted is None:
        return None
    said = name_words(given)
    if not all(_is_same_person(key, rival) for rival in _persons_who_go_by(said, key)):
        return wrong(SEVERAL_PERSONS)
    return right(accepted, key.answer, [Forgiven.SURNAME, *alternative(key, accepted)])


def _match_surname_typo(key: AnswerKey, given: str) -> Verdict | None:
    """A mistyped bare surname, where no other person's name or surname is as near."""
    said = name_words(given)
    for accepted in key.right:
        for surname in surnames(accepted):
            edits = typos(said, surname)
            if edits and not _is_near_another(key, said, surname, edits):
                return right(accepted, key.answer, [Forgiven.SURNAME, Forgiven.TYPO, *alternative(key, accepted)])
    return None


def _is_near_another(key: AnswerKey, said: tuple[str, ...], surname: tuple[str, ...], edits: int) -> bool:
    if not all(_is_same_person(key, rival) for rival in rivals_near(key, said, edits, RULES)):
        return True
    text = " ".join(said)
    return any(
        (surname == other or edits_between(text, " ".join(other), edits) <= edits) and not _is_same_person(key, rival)
        for rival in key.rivals
        for name in rival
        for other in surnames(name)
    )


def _persons_who_go_by(said: tuple[str, ...], key: AnswerKey) -> Iterator[Rival]:
    """The rivals with a name that holds all these words; an initial stands for any word it begins."""
    whole = {word for word in said if len(word) > 1}
    initials = [word for word in said if len(word) == 1]
    for rival, names in zip(key.rivals, canonical_rivals(key.rivals, RULES), strict=True):
        for held in names:
            if whole.issubset(held) and all(any(word.startswith(one) for word in held) for one in initials):
                yield rival
                break


def _is_same_person(key: AnswerKey, rival: Rival) -> bool:
    return any(may_be_same_person(rival[0], name) for name in key.right)
