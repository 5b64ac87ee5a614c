"""What a learner sends while practising: an address's query or a post in, a checked card, answer or act out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef

from questions.grading import LONGEST_ANSWER
from questions.models import Attempt, Item, Report, Unit
from questions.models.prepared import Prepared, number
from questions.practice.cards import BadCard, open_card
from questions.practice.corrections import LABELS
from questions.practice.queue import Today
from questions.vocabulary import OFFERED, Kind
from questions.web.kept import LONGEST_CARD

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User
    from questions.practice.cards import Card

LONGEST_TEXT = 2_000
MOST_MILLISECONDS = 3_600_000
"""An hour; whoever looks longer was elsewhere."""

UNCLOSED = Prepared(
    lambda: (
        Attempt.objects.of(number("learner"))
        .open()
        .annotate(holds=Exists(Item.objects.counted().filter(assignment=OuterRef("assignment"), fact=number("fact"))))
        .order_by()
        .values_list("closes_at", "holds")
    )
)
"""The learner's attempts that nobody has closed yet: until when, and whether a fact is asked in it."""
PUT_AWAY = "This fact is part of the quiz you are sitting. It comes back when you have handed it in."


class PracticeForm(forms.Form):
    """What the practice page is asked for: the queue, or extra practice of one sort."""

    more = forms.ChoiceField(choices=[("wrong", "wrong"), ("next", "next"), ("unit", "unit")], required=False)
    unit = forms.ModelChoiceField(Unit.objects.none(), required=False)

    def __init__(self, learner: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("unit"):
            self.fields["unit"].queryset = Unit.objects.current().visible_to(learner)

    def clean(self) -> dict[str, Any]:
        wanted = super().clean()
        if (wanted.get("more") == "unit") != bool(wanted.get("unit")):
            raise ValidationError("A unit is named exactly when a unit is practised.")
        return wanted

    @property
    def extra(self) -> str:
        """The sort of extra practice as cards carry it; empty for the queue."""
        more, unit = self.cleaned_data["more"], self.cleaned_data["unit"]
        return f"unit:{unit.pk}" if unit else more


@dataclass(frozen=True, slots=True)
class Handback:
    """What a card is shown again with: a notice, what was written about the fact `about`, and how long it took so far.

    `is_revealed`: the learner asked to see the answer of a flashcard.
    """

    notice: str = ""
    text: str = ""
    about: int | None = None
    milliseconds: int = 0
    is_revealed: bool = False


class AnswerForm(forms.Form):
    """A signed card and what was done with it: answered, given up, a hint asked for, the answer revealed.

    `has_run_out`: a quiz of the learner waits to be closed, whose answers came before this one.
    """

    ACTS = ("answer", "hint", "reveal", "give_up")

    card = forms.CharField(max_length=LONGEST_CARD, error_messages={"required": "The question was missing."})
    act = forms.ChoiceField(choices=[(act, act) for act in ACTS], required=False)
    answer = forms.CharField(required=False, strip=False)
    written = forms.CharField(required=False, strip=False)
    milliseconds = forms.CharField(required=False)
    done = forms.CharField(required=False)
    left = forms.CharField(required=False)

    def __init__(self, learner: User, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.learner, self.now = learner, now
        self.drawn: Card | None = None
        self.has_run_out = False

    def clean_card(self) -> Card:
        try:
            card = open_card(self.cleaned_data["card"], self.learner)
        except BadCard as bad:
            raise ValidationError(str(bad)) from bad
        unclosed = UNCLOSED.rows(learner=self.learner.pk, fact=card.fact.pk)
        if any(holds and closes_at > self.now for closes_at, holds in unclosed):
            raise ValidationError(PUT_AWAY)
        self.has_run_out = any(closes_at <= self.now for closes_at, _ in unclosed)
        self.drawn = card
        return card

    def clean_act(self) -> str:
        return self.cleaned_data["act"] or "answer"

    def clean_milliseconds(self) -> int:
        return min(_number(self.cleaned_data["milliseconds"]) or 0, MOST_MILLISECONDS)

    def clean(self) -> dict[str, Any]:
        done = super().clean()
        if self.drawn and len(done.get("written", "")) > LONGEST_TEXT:
            raise ValidationError(f"At most {LONGEST_TEXT:,} characters fit here. Shorten your text and send it again.")
        if self.drawn and done.get("act") == "answer":
            self.check_answer(self.drawn, done.get("answer", ""))
        return done

    def check_answer(self, card: Card, answer: str) -> None:
        """Raise `ValidationError` for what is no answer to this card at all, so that a slip is not counted as wrong."""
        if card.kind in OFFERED and answer not in card.options:
            raise ValidationError("Choose one of the options.")
        if card.kind == Kind.RECALL and answer not in {"yes", "no"}:
            raise ValidationError("Look at the answer first, then say whether you had it.")
        if not answer.strip():
            raise ValidationError("Write an answer, or choose “I don’t know”.")
        if len(answer) > LONGEST_ANSWER:
            raise ValidationError(f"An answer has at most {LONGEST_ANSWER} characters. Write only the answer itself.")

    @property
    def aided_card(self) -> Card | None:
        """The card as shown after a hint or with the answer revealed; None where an answer was given."""
        if self.cleaned_data["act"] == "hint":
            return replace(self.drawn, hinted=True)
        return self.drawn if self.cleaned_data["act"] == "reveal" else None

    def left_after(self, *, is_right: bool) -> Today | None:
        """What is left of the day after this answer, reckoned from what the card said; None where it said nothing.

        Only shown: the next card counts anew.
        """
        done, left = _number(self.cleaned_data["done"]), _number(self.cleaned_data["left"])
        if done is None or left is None:
            return None
        return Today(left, 0, 0, done) if self.drawn.extra else Today(max(0, left - is_right), 0, 0, done + 1)

    @property
    def card_again(self) -> Card:
        """The same card, handed back because a date was coarser than asked."""
        return replace(self.drawn, asked_again=True)

    def handback(self, notice: str = "") -> Handback:
        """What the card is shown again with: `notice`, or else the first fault."""
        done = getattr(self, "cleaned_data", {})
        written = self.data.get("written") or ("" if self.is_judged else self.data.get("answer"))
        return Handback(
            notice=notice or first_fault(self),
            text=written or "",
            about=self.drawn.fact.pk if self.drawn else None,
            milliseconds=done.get("milliseconds", 0),
            is_revealed=self.is_valid() and done["act"] == "reveal",
        )

    @property
    def is_judged(self) -> bool:
        """Whether the answer is a button of the page, not words of the learner."""
        return bool(self.drawn) and self.drawn.kind in {*OFFERED, Kind.RECALL}


def _number(text: str) -> int | None:
    """The whole number that a page wrote into a hidden field; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


def first_fault(form: forms.Form) -> str:
    return next(iter(form.errors.values()))[0] if form.errors else ""


class CorrectionForm(forms.Form):
    act = forms.ChoiceField(
        choices=[(act.value, label) for act, label in LABELS.items()],
        error_messages={"required": "Choose what to correct.", "invalid_choice": "There is no such correction."},
    )


class ReportForm(forms.Form):
    reason = forms.ChoiceField(choices=Report.Reason, error_messages={"required": "Say what is wrong."})
    note = forms.CharField(required=False, max_length=2000)


def _yes_or_no(yes: str, no: str) -> forms.TypedChoiceField:
    """Yes (1, and where nothing is said) or no (0)."""
    choices = [("1", yes), ("0", no)]
    return forms.TypedChoiceField(choices=choices, coerce=lambda text: text == "1", required=False, empty_value=True)


class SuspendForm(forms.Form):
    """Whether a fact is put away or taken back, and where the person goes next."""

    is_suspended = _yes_or_no("suspend", "ask again")
    next = forms.CharField(required=False, max_length=500)


class BuryForm(forms.Form):
    """Whether a fact rests till tomorrow or is asked today all the same, and where the person goes next."""

    is_buried = _yes_or_no("bury", "ask today")
    next = forms.CharField(required=False, max_length=500)


class RewriteForm(forms.Form):
    """How a fact that keeps slipping could be worded, and where the person goes next."""

    note = forms.CharField(required=False, max_length=2000)
    next = forms.CharField(required=False, max_length=500)


class FactsForm(forms.Form):
    """What to look for in the list of facts."""

    search = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(
        required=False,
        choices=[
            ("", "all facts"),
            ("due", "due now"),
            ("learning", "still learning"),
            ("firm", "firm"),
            ("lapsed", "forgotten before"),
            ("slipping", "keep slipping"),
            ("suspended", "put away"),
        ],
    )
