"""What was forgiven, wrong or missing goes in; out comes a verdict with one plain sentence for the learner."""

from collections.abc import Sequence

from questions.vocabulary import Outcome

from .verdict import LONGEST_ANSWER, Forgiven, Verdict

EMPTY = "Nothing was written."
TOO_LONG = f"An answer has at most {LONGEST_ANSWER} characters. Write only the answer itself."
NUMBER_DIFFERS = "The number is a different one; numbers and years must be exact."
SEVERAL_PERSONS = "More than one person here goes by that name. Give the first name too."
ANOTHER_ANSWER = "That is the answer to another question here."
UNIT_DIFFERS = "The number is right, but it counts something else."
BOUND_DIFFERS = "The number is right, but it is not an upper limit."
ONE_END = "Give both ends of the range."

_WORTH_SAYING = (
    (Forgiven.TYPO, "Nearly: it is spelt {answer}."),
    (Forgiven.SURNAME, "Right. The full name is {answer}."),
    (Forgiven.ALTERNATIVE, "Right. Also known as {answer}."),
    (Forgiven.FINER, "Right. More exact than asked: only {answer} was checked."),
    (Forgiven.ACCENTS, "Right. With its accents: {answer}."),
    (Forgiven.NUMBER_WORDS, "Right. Here it is written {answer}."),
    (Forgiven.SEPARATORS, "Right. Here it is written {answer}."),
    (Forgiven.SPACING, "Right. It is written {answer}."),
    (Forgiven.TITLE, "Right. Titles do not count."),
    (Forgiven.ORDER, "Right. It is written {answer}."),
    (Forgiven.PUNCTUATION, "Right. It is written {answer}."),
)
"""What is said, the weightiest first. Case, articles and words such as "about" are let pass in silence."""


def right(matched: str, answer: str, forgiven: Sequence[Forgiven] = ()) -> Verdict:
    """A right answer, or a near miss where a typo was forgiven; only the weightiest difference is spoken of."""
    outcome = Outcome.NEAR_MISS if Forgiven.TYPO in forgiven else Outcome.CORRECT
    template = next((sentence for code, sentence in _WORTH_SAYING if code in forgiven), "")
    shown = answer if Forgiven.ALTERNATIVE in forgiven and Forgiven.TYPO not in forgiven else matched
    return Verdict(outcome, tuple(dict.fromkeys(forgiven)), matched, template.replace("{answer}", shown))


def wrong(message: str = "") -> Verdict:
    """A wrong answer and, where it is known, why."""
    return Verdict(Outcome.WRONG, message=message)


def incomplete(matched: str, missing: Sequence[str]) -> Verdict:
    """A right date that is coarser than asked: "Right so far. Give the day too."."""
    if tuple(missing) == ("part",):
        advice = "Say more exactly when."
    elif "both ends" in missing:
        advice = "Give both ends."
    else:
        named = [f"the {part}" for part in missing]
        advice = f"Give {' and '.join([', '.join(named[:-1]), named[-1]] if named[1:] else named)} too."
    return Verdict(Outcome.INCOMPLETE, matched=matched, message=f"Right so far. {advice}")
