"""An amount as it was typed in; out comes a verdict. The number must be equal; the unit may be left out."""

from questions.text.fold import fold
from questions.text.quantities import Quantity, quantities_of
from questions.text.units import is_mistyped_unit, is_what_was_asked, same_unit

from .explain import BOUND_DIFFERS, NUMBER_DIFFERS, ONE_END, UNIT_DIFFERS, right, wrong
from .verdict import AnswerKey, Forgiven, Verdict
from .words import PLAIN, alternative, grade_words, match, match_exactly


def grade(key: AnswerKey, given: str) -> Verdict:
    """The verdict on a typed amount. "About", "some" and "over" are let pass, "under" is not; a range has two ends."""
    exact = match_exactly(key, given)
    if exact:
        return exact
    asked = [(amount, text) for text in key.right for amount in quantities_of(text)]
    if not asked:
        return grade_words(key, given)
    said = quantities_of(given)
    equal = [(want, have, text) for have in said for want, text in asked if _same_number(want, have)]
    for want, have, text in equal:
        unit = _unit(key, want)
        if same_unit(unit, have.unit) or is_what_was_asked(key.question, unit, have.unit):
            return right(text, key.answer, [*_forgiven(text, given), *alternative(key, text)])
    for want, have, text in equal:
        if is_mistyped_unit(_unit(key, want), have.unit):
            return right(text, key.answer, [Forgiven.TYPO, *alternative(key, text)])
    return match(key, given, PLAIN) or _explain(asked, said, is_equal=bool(equal))


def _explain(asked: list[tuple[Quantity, str]], said: tuple[Quantity, ...], *, is_equal: bool) -> Verdict:
    if not said:
        return wrong()
    if is_equal:
        return wrong(UNIT_DIFFERS)
    if any((want.low, want.high) == (have.low, have.high) for want, _ in asked for have in said):
        return wrong(BOUND_DIFFERS)
    is_one_end = any(
        want.is_range and have.low == have.high in {want.low, want.high} for want, _ in asked for have in said
    )
    return wrong(ONE_END if is_one_end else NUMBER_DIFFERS)


def _unit(key: AnswerKey, asked: Quantity) -> str:
    """What is counted: as the answer says it, else as the key says it."""
    return asked.unit or fold(key.unit)


def _same_number(asked: Quantity, given: Quantity) -> bool:
    is_on_that_side = given.bound in {"", asked.bound} or (given.bound == "over" and not asked.bound)
    return (asked.low, asked.high) == (given.low, given.high) and is_on_that_side


def _forgiven(accepted: str, given: str) -> list[Forgiven]:
    """How the two are written: one in words, or with other separators, or with words around the number."""
    want, have = _digits(accepted), _digits(given)
    if bool(want) != bool(have) or want != have:
        return [Forgiven.NUMBER_WORDS]
    found = [Forgiven.SEPARATORS] if _separators(accepted) != _separators(given) else []
    return found if _letters(accepted) == _letters(given) else [*found, Forgiven.EXTRA_WORDS]


def _digits(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isdigit())


def _letters(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalpha())


def _separators(text: str) -> str:
    return "".join(sign for sign in text if sign in ",. '-–" or sign.isdigit()).strip(" ,.'")
