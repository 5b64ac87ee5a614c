"""An answer made of words in; out comes a verdict: what the answer types have in common when words are compared.

Forgiven are case, accents, punctuation, articles, the spelling of numbers, and a typo in words only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from questions.text.edits import edits_between
from questions.text.fold import casefold, strip_articles, strip_titles, unaccent, unpunctuate
from questions.text.numbers import number_words_to_digits, roman_to_digits

from .explain import ANOTHER_ANSWER, NUMBER_DIFFERS, right, wrong
from .look_alikes import are_different_words
from .verdict import AnswerKey, Forgiven, Verdict

Words = tuple[str, ...]
Rival = tuple[str, ...]

_STAGES = (
    *(Forgiven.ACCENTS, Forgiven.PUNCTUATION, Forgiven.ARTICLE),
    *(Forgiven.TITLE, Forgiven.NUMBER_WORDS, Forgiven.EXTRA_WORDS),
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class WordRules:
    """What one answer type lets pass besides: titles before it, Roman numerals anywhere, words that may lead it in."""

    titles: bool = False
    roman_anywhere: bool = False
    leading: tuple[str, ...] = ()


PLAIN = WordRules()


def grade_words(key: AnswerKey, given: str, rules: WordRules = PLAIN) -> Verdict:
    """The verdict of the word rules alone: exact, forgiven, near miss, or wrong."""
    return match(key, given, rules) or match_typo(key, given, rules) or explain_wrong(key, given, rules)


def match(key: AnswerKey, given: str, rules: WordRules) -> Verdict | None:
    """The verdict if the answer is an accepted one but for what is always forgiven, else None."""
    exact = match_exactly(key, given)
    if exact:
        return exact
    said = canonical(given, rules)
    for accepted in key.right:
        full = canonical(accepted, rules)
        if full and (said == full or _differs_in_spaces(said, full)):
            if _names_a_rival(key, given, accepted, rules):
                return wrong(ANOTHER_ANSWER)
            return right(accepted, key.answer, [*_forgiven(given, accepted, rules), *alternative(key, accepted)])
    return None


def match_exactly(key: AnswerKey, given: str) -> Verdict | None:
    """The verdict if the answer is an accepted one but for case and surrounding space, else None."""
    said = given.strip()
    for accepted in key.right:
        if said == accepted.strip() != "":
            return right(accepted, key.answer, alternative(key, accepted))
    for accepted in key.right:
        if casefold(said) == casefold(accepted.strip()) != "":
            return right(accepted, key.answer, [Forgiven.CASE, *alternative(key, accepted)])
    return None


def match_typo(
    key: AnswerKey, given: str, rules: WordRules, is_ours: Callable[[Rival], bool] = lambda rival: False
) -> Verdict | None:
    """A near miss if a slip of the fingers explains the difference and no rival is as near, else None.

    `is_ours` tells of a rival whether it is this answer in other words.
    """
    said = canonical(given, rules)
    found = [(edits, text) for text in key.right if (edits := typos(said, canonical(text, rules)))]
    if not found:
        return None
    edits, accepted = min(found, key=lambda pair: pair[0])
    if not all(map(is_ours, rivals_near(key, said, edits, rules))):
        return None
    return right(accepted, key.answer, [Forgiven.TYPO, *alternative(key, accepted)])


def explain_wrong(key: AnswerKey, given: str, rules: WordRules) -> Verdict:
    """A wrong verdict that says, where it is so, that a number differs or that another question has this answer."""
    said = canonical(given, rules)
    for accepted in key.right:
        full = canonical(accepted, rules)
        if said != full and _without_digits(said) == _without_digits(full) != "":
            return wrong(NUMBER_DIFFERS)
    if next(rivals_near(key, said, 0, rules), None):
        return wrong(ANOTHER_ANSWER)
    return wrong()


def alternative(key: AnswerKey, accepted: str) -> list[Forgiven]:
    """What to note when an accepted alternative, not the answer itself, was given."""
    return [] if accepted == key.answer else [Forgiven.ALTERNATIVE]


@lru_cache(maxsize=2**13)
def canonical(text: str, rules: WordRules, without: Forgiven | None = None) -> Words:
    """The words that are compared; `without` leaves one stage out, to see whether that stage made the difference."""
    plain = casefold(text)
    if without is not Forgiven.ACCENTS:
        plain = unaccent(plain)
    plain = unpunctuate(plain) if without is not Forgiven.PUNCTUATION else " ".join(plain.split())
    if without is not Forgiven.EXTRA_WORDS:
        plain = next((plain[len(lead) + 1 :] for lead in rules.leading if plain.startswith(f"{lead} ")), plain)
    if without is not Forgiven.ARTICLE:
        plain = strip_articles(plain)
    if rules.titles and without is not Forgiven.TITLE:
        plain = strip_titles(plain)
    found = plain.split()
    if without is not Forgiven.NUMBER_WORDS:
        found = roman_to_digits(number_words_to_digits(found), anywhere=rules.roman_anywhere)
    return tuple(found)


def typos(said: Words, full: Words) -> int:
    """How many edits a typo may explain between two canonical answers; 0 if none or if it is no typo.

    One edit (insertion, deletion, change, swap of neighbours) from 5 letters, two from 9, counted over the whole
    answer; within one word of fewer than 9 letters one. Words with a digit and single letters must be the same.
    """
    joined = " ".join(full)
    allowed = allowed_edits(sum(letter.isalpha() for letter in joined))
    if not allowed or _fixed(said) != _fixed(full):
        return 0
    edits = edits_between(" ".join(said), joined, allowed)
    if edits > allowed or (len(said) == len(full) and not all(map(_may_be_a_slip, said, full))):
        return 0
    return edits


def allowed_edits(letters: int) -> int:
    """How many edits are forgiven in so many letters."""
    return 0 if letters < 5 else 1 if letters < 9 else 2


def rivals_near(key: AnswerKey, said: Words, edits: int, rules: WordRules) -> Iterator[Rival]:
    """The other answers of that type in the bank that are at most as many edits away, without this very answer."""
    text = " ".join(said)
    shortest, longest = len(text) - edits, len(text) + edits
    for rival, answers in zip(key.rivals, canonical_rivals(key.rivals, rules), strict=True):
        for answer in answers:
            joined = " ".join(answer)
            if (
                shortest <= len(joined) <= longest
                and edits_between(text, joined, edits) <= edits
                and not _is_this_answer(key, answers, rules)
            ):
                yield rival
                break


@lru_cache(maxsize=64)
def canonical_rivals(rivals: tuple[Rival, ...], rules: WordRules) -> tuple[tuple[Words, ...], ...]:
    """The rivals in the form that is compared, in their order; kept, as a bank's rivals serve all its answers."""
    return tuple(tuple(canonical(text, rules) for text in rival) for rival in rivals)


def _is_this_answer(key: AnswerKey, answers: tuple[Words, ...], rules: WordRules) -> bool:
    """Whether a rival is the answer itself: the main form of one is a form of the other."""
    return canonical(key.answer, rules) in answers or answers[0] in {canonical(text, rules) for text in key.right}


def _names_a_rival(key: AnswerKey, given: str, accepted: str, rules: WordRules) -> bool:
    """Whether the answer with its title is a rival's with that title: "Empress X" where Emperor X is asked."""
    ours, said = (canonical(text, rules, Forgiven.TITLE) for text in (accepted, given))
    if said == ours or ours == canonical(accepted, rules) or said == canonical(given, rules):
        return False
    return any(said == canonical(text, rules, Forgiven.TITLE) for rival in key.rivals for text in rival)


def _forgiven(given: str, accepted: str, rules: WordRules) -> list[Forgiven]:
    """What had to be let pass: each stage without which the two would differ."""
    if _differs_in_spaces(canonical(given, rules), canonical(accepted, rules)):
        return [Forgiven.SPACING]
    return [s for s in _STAGES if canonical(given, rules, s) != canonical(accepted, rules, s)]


def _differs_in_spaces(said: Words, full: Words) -> bool:
    return said != full and "".join(said) == "".join(full) and _fixed(said) == _fixed(full)


def _fixed(found: Words) -> list[str]:
    """The words in which nothing may differ: those with a digit, and single letters (Vitamin A)."""
    return [word for word in found if len(word) == 1 or _DIGITS.search(word)]


def _without_digits(found: Words) -> str:
    """The words with every number replaced by one sign; empty if there is no number."""
    joined = " ".join(found)
    return _DIGITS.sub("#", joined) if _DIGITS.search(joined) else ""


def _may_be_a_slip(said: str, full: str) -> bool:
    if said == full:
        return True
    allowed = 2 if len(full) >= 9 else 1
    return edits_between(said, full, allowed) <= allowed and not are_different_words(said, full)
