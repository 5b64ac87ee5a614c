"""A bank on the desk in; what an editor objects to in its multiple-choice questions out: what gives answers away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from questions.generation.options import MAX_POOL, objection_to
from questions.generation.wording import content, overlap
from questions.vocabulary import PROSE_TYPES, AnswerType

from .bank_desk import Desk, Entry, Objection

TOO_LONG = 1.6
"""Times the longest option (or, the other way round, the shortest), from which length alone tells the answer."""
SHOWN = 2
"""Wrong options that a learner sees beside the answer."""
QUOTES = "\"“”„'‘’"
FEW_LETTERS = 8
"""Letters of difference that nobody takes for a sign."""
TOO_OFTEN = 0.45
"""How often who always picks the longest (or the shortest) of three options may be right; by chance it is a third."""
LEAST_CHOICES = 20
COMMON = 0.08
"""Share of the bank's prompts from which a word is everywhere and therefore points nowhere."""

_ARTICLES = frozenset({"the", "a", "an"})
_PREPOSITION_WORDS = "after among at before between by for from in of on under with within without"
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
_OPENERS = frozenset({"to", "that", "until", "because", "so"})
_VALUES = frozenset({AnswerType.DATE, AnswerType.QUANTITY})


def objections(desk: Desk) -> Iterator[Objection]:
    """Everything that is wrong with the options of the bank."""
    common = _common_words(desk)
    for entry in desk.entries:
        yield from _not_beside(entry)
        yield from _repeated(entry)
        yield from _of_other_length(entry)
        yield from _of_other_form(entry)
        yield from _echoed(entry, common)
    yield from _longest_too_often(desk)


def _not_beside(entry: Entry) -> Iterator[Objection]:
    for option in entry.blank.options:
        if why := objection_to(entry.fact, option):
            yield entry.objection("options", f"“{option}” {why}.", "Replace it.")
    if len(entry.blank.options) > MAX_POOL:
        yield entry.objection("options", f"There are more than {MAX_POOL} options.", "Keep the best.")


def _repeated(entry: Entry) -> Iterator[Objection]:
    for one, other in combinations(entry.blank.options, 2):
        if overlap(one, other):
            yield entry.objection(
                "options", f"“{other}” and “{one}” hold one another; one is never shown.", "Replace one of them."
            )


def _of_other_length(entry: Entry) -> Iterator[Objection]:
    lengths = [len(option) for option in entry.pool]
    if not lengths or entry.blank.answer_type in _VALUES:
        return
    mine = len(entry.blank.answer)
    if mine > TOO_LONG * max(lengths) and mine - max(lengths) > FEW_LETTERS:
        yield entry.objection("options", "The answer is far longer than every option.", "Write options of its length.")
    if min(lengths) > TOO_LONG * mine and min(lengths) - mine > FEW_LETTERS:
        yield entry.objection("options", "The answer is far shorter than every option.", "Write options of its length.")


def _of_other_form(entry: Entry) -> Iterator[Objection]:
    """Where fewer than half of the options begin as the answer does, it stands out."""
    if entry.blank.answer_type in _VALUES or not entry.pool:
        return
    counts_capital = entry.blank.answer_type not in PROSE_TYPES
    mine = form_of(entry.blank.answer, counts_capital=counts_capital)
    others = [option for option in entry.pool if form_of(option, counts_capital=counts_capital) != mine]
    if 2 * len(others) > len(entry.pool):
        listed = ", ".join(f"“{option}”" for option in others)
        yield entry.objection(
            "options",
            f"The answer “{entry.blank.answer}” begins with {mine}; most options do not: {listed}.",
            "Give the options the form of the answer.",
        )


def form_of(text: str, *, counts_capital: bool = True) -> str:
    """How a text begins, in words: with quotation marks, an article, a preposition, a capital letter, a digit."""
    quoted = "a quotation mark and " if text.startswith(tuple(QUOTES)) else ""
    first = text.split(maxsplit=1)[0].strip(QUOTES) if text.split() else ""
    if first.lower() in _ARTICLES:
        return f"{quoted}an article"
    if first.lower() in _PREPOSITIONS:
        return f"{quoted}a preposition"
    if first.lower() in _OPENERS:
        return f"{quoted}“{first.lower()}”"
    if first[:1].isdigit():
        return f"{quoted}a digit"
    if not counts_capital:
        return f"{quoted}another word"
    return f"{quoted}a capital letter" if first[:1].isupper() else f"{quoted}a small letter"


def _common_words(desk: Desk) -> frozenset[str]:
    prompts = [prompt for entry in desk.entries for prompt in entry.blank.prompts]
    counted = Counter(word for prompt in prompts for word in content(prompt))
    return frozenset(word for word, n in counted.items() if n > COMMON * len(prompts))


def _echoed(entry: Entry, common: frozenset[str]) -> Iterator[Objection]:
    """Where a rare word of the prompt stands in the answer and in no option, it points at the answer."""
    for prompt in entry.blank.prompts if entry.pool else ():
        asked = content(prompt)
        echo = (asked & content(entry.blank.answer)) - common
        if echo and not any(asked & content(option) for option in entry.pool):
            yield entry.objection(
                "options",
                f"Of all options only the answer takes up words of “{prompt}” ({', '.join(sorted(echo))}).",
                "Let an option take up a word of the prompt too, or word the prompt anew.",
            )


def _longest_too_often(desk: Desk) -> Iterator[Objection]:
    chosen = [entry for entry in desk.entries if len(entry.pool) >= SHOWN and entry.blank.answer_type not in _VALUES]
    if len(chosen) < LEAST_CHOICES:
        return
    for word, sign in (("longest", 1), ("shortest", -1)):
        odds = {entry.place: _odds_by_length(entry, sign) for entry in chosen}
        if (rate := sum(odds.values()) / len(odds)) > TOO_OFTEN:
            worst = ", ".join(place for place, chance in odds.items() if chance == 1)
            yield Objection(
                desk.record.file,
                1,
                "",
                "options",
                f"Who always picks the {word} option is right {rate:.0%} of the time. It always works for {worst}.",
                "Make options there longer or shorter, so that length tells nothing.",
            )


def _odds_by_length(entry: Entry, sign: int) -> float:
    """How often the answer is the longest (`sign` 1) or shortest (-1) of itself and two options of the pool."""
    mine = sign * len(entry.blank.answer)
    draws = list(combinations([sign * len(option) for option in entry.pool], SHOWN))
    return sum(mine > max(draw) for draw in draws) / len(draws)
