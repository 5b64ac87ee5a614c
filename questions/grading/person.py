"""A person's name in; out comes a verdict. Titles do not count; a surname counts where only one person here has it."""

from rapidfuzz.distance import OSA

from questions.text.names import is_part_of_name, may_be_same_person, name_words, surnames

from .explain import SEVERAL_PERSONS, right, wrong
from .verdict import AnswerKey, Forgiven, Verdict
from .words import (
    WordRules,
    allowed_edits,
    alternative,
    canonical,
    explain_wrong,
    is_rival_as_near,
    match,
    match_exactly,
    match_typo,
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
        or match_typo(_without_same_person(key), given, RULES)
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
    if any(_goes_by(said, rival) and not _is_same_person(key, rival) for rival in key.rivals):
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
    if is_rival_as_near(_without_same_person(key), said, edits, RULES):
        return True
    text = " ".join(said)
    near = allowed_edits(len(text))
    return any(
        (surname == other or OSA.distance(text, " ".join(other), score_cutoff=near) <= edits)
        and not _is_same_person(key, rival)
        for rival in key.rivals
        for name in rival
        for other in surnames(name)
    )


def _goes_by(said: tuple[str, ...], rival: tuple[str, ...]) -> bool:
    """Whether some name of the rival holds all these words; an initial stands for any word it begins."""
    for name in rival:
        held = canonical(name, RULES)
        if all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in held) for word in said):
            return True
    return False


def _is_same_person(key: AnswerKey, rival: tuple[str, ...]) -> bool:
    return any(may_be_same_person(rival[0], name) for name in key.right)


def _without_same_person(key: AnswerKey) -> AnswerKey:
    rivals = tuple(rival for rival in key.rivals if rival and not _is_same_person(key, rival))
    return AnswerKey(key.answer, key.answer_type, key.accepted, rivals, key.unit)
