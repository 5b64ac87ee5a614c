"""A review, as corrected, in; the words and the tone that its page says it with out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from questions.models import Correction, Review
from questions.vocabulary import Kind

if TYPE_CHECKING:
    from datetime import date

    from questions.models import Memory

Act, Outcome = Correction.Act, Review.Outcome


@dataclass(frozen=True, slots=True)
class Said:
    """`tone` is right, near, wrong or self; `note` says what a correction changed, in one sentence."""

    heading: str
    tone: str
    note: str = ""

    @property
    def is_right(self) -> bool:
        return self.tone != "wrong"


_AS_GRADED = {
    Outcome.CORRECT: Said("Right", "right"),
    Outcome.NEAR_MISS: Said("Right, but for a slip", "near"),
    Outcome.WRONG: Said("Not right", "wrong"),
}
_AS_CORRECTED = {
    Act.UNDO: Said("Taken back", "wrong", "This answer was undone and counts for nothing."),
    Act.CLAIM: Said("Counted as right", "self", "You say your answer was right, so it counts as right."),
    Act.GUESSED: Said("Right, by a guess", "near", "A guess proves nothing, so it comes back soon."),
    Act.EASY: Said("Right, and easy", "right", "It stays away longer."),
    Act.FORGET: Said("Forgotten on purpose", "wrong", "You made the app forget this fact; this answer counts no more."),
    Act.CHANGED: Said("Changed since", "near", "The fact was changed in its bank after this answer; it is asked anew."),
}


def say(review: Review, act: str | None, outcome: str | None) -> Said:
    """What is said of `review`, whose last correction (if any) is `act`, with `outcome` where it was graded again."""
    if act == Act.REGRADE:
        graded = _AS_GRADED[Outcome(outcome)]
        return Said(graded.heading, graded.tone, "The answer was graded again after the question was mended.")
    if act:
        return _AS_CORRECTED[Act(act)]
    if review.gave_up:
        return Said("Here is the answer", "wrong")
    if review.kind == Kind.RECALL:
        had_it = review.outcome != Outcome.WRONG
        return Said("You had it", "self") if had_it else Said("You did not have it yet", "wrong")
    return _AS_GRADED[Outcome(review.outcome)]


def say_when(review: Review, said: Said, memory: Memory, day: date) -> str:
    """When the fact of `review` is asked again, as seen on `day`."""
    if memory.due is None:
        return "It comes up again as a new fact."
    if memory.is_suspended:
        return "You put this fact away: it is not asked."
    if not said.is_right and review.day == day and review.origin != Review.Origin.QUIZ:
        return "You will see it again today, after a few other cards."
    days = (memory.due - day).days
    if days <= 0:
        return "It comes back today."
    if days == 1:
        return "It comes back tomorrow."
    pattern = "l, j F" if days < 300 else "j F Y"
    return f"It comes back in {days} days, on {date_format(memory.due, pattern)}."
