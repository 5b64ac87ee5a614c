"""A card, a review, or nothing left to ask, in; what the page of practice shows of it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse

from questions.models import Correction, Fact, Memory, Report, Review
from questions.practice.cards import BadCard, cloze_first_letter, draw, hint_of, open_card, sign
from questions.practice.corrections import acts_for
from questions.practice.queue import next_card, next_due, summary, today
from questions.practice.review import record_review
from questions.vocabulary import Kind
from questions.web.reading import gapped, pieces_of
from questions.web.verdicts import own_answer, say, say_when

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User
    from questions.practice.cards import Card
    from questions.web.forms.practice import AnswerForm

WELCOME_BACK = "You had been logged out. What you wrote is still here; send it again."


def query_of(extra: str) -> str:
    """The query that asks for this sort of extra practice: `unit:3` becomes `?more=unit&unit=3`."""
    if not extra:
        return ""
    more, _, unit = extra.partition(":")
    return "?" + urlencode({"more": more} | ({"unit": unit} if unit else {}))


def practice_address(extra: str = "") -> str:
    return reverse("practice") + query_of(extra)


def review_address(review: Review, extra: str = "") -> str:
    return reverse("review", args=[review.token]) + query_of(extra)


def again_address(review: Review, extra: str = "") -> str:
    """Where the card of an undone answer is shown again."""
    return practice_address(extra) + ("&" if extra else "?") + urlencode({"again": review.token})


def record(learner: User, form: AnswerForm, *, now: datetime) -> Review:
    """The review of a valid answer; raises what `record_review` raises."""
    done, card = form.cleaned_data, form.drawn
    return record_review(
        learner,
        card,
        given=done["answer"],
        now=now,
        milliseconds=done["milliseconds"],
        gave_up=done["act"] == "give_up",
        written=done["written"],
    )


def card_page(
    learner: User,
    card: Card,
    *,
    now: datetime,
    notice: str = "",
    text: str = "",
    revealed: bool = False,
    milliseconds: int = 0,
) -> dict[str, Any]:
    """What card.html shows; `text` is what the learner has written already."""
    takes_text = card.kind != Kind.CHOICE
    first_letter = cloze_first_letter(card)
    return {
        "card": card,
        "fact": card.fact,
        "signed": sign(card),
        "prompt": gapped(card.question.prompt),
        "first_letter": first_letter,
        "hint": hint_of(card),
        "revealed": revealed,
        "answer": card.question.answer if revealed else "",
        "milliseconds": milliseconds,
        "notice": notice,
        "given": text if takes_text else "",
        "left_over": "" if takes_text else text,
        "today": today(learner, now=now),
        "extra": card.extra,
        "undoable": last_undoable(learner, now=now),
        "extra_query": query_of(card.extra),
    }


def done_page(
    learner: User, *, now: datetime, extra: str = "", notice: str = "", text: str = "", **_of_a_card: Any
) -> dict[str, Any]:
    """What done.html shows: the summary of the day, and when the next facts come back."""
    day, count = next_due(learner, now=now)
    return {
        "summary": summary(learner, now=now, extra=extra),
        "next_day": day,
        "next_count": count,
        "extra": extra,
        "extra_query": query_of(extra),
        "undoable": last_undoable(learner, now=now),
        "notice": notice,
        "left_over": text,
    }


def verdict_page(learner: User, review: Review, *, now: datetime, extra: str = "", notice: str = "") -> dict[str, Any]:
    """What verdict.html shows of `review`, which comes from `own_review`."""
    fact, last = review.fact, review.corrections.last()
    said = say(review, last and last.act, last and last.outcome)
    memory = Memory.objects.of(learner).filter(fact=fact).first()
    return {
        "review": review,
        "fact": fact,
        "said": said,
        "own": own_answer(review),
        "prompt": gapped(review.question.prompt),
        "statement": pieces_of(fact.statement, fact.blank),
        "passages": [passage for passage in fact.statement.passages.all() if passage.text],
        "comes_back": say_when(memory, said, learner.local_day(now)),
        "acts": acts_for(review, now=now),
        "report_reasons": Report.Reason.choices,
        "next_url": practice_address(extra),
        "extra": extra,
        "extra_query": query_of(extra),
        "today": today(learner, now=now),
        "notice": notice,
    }


def own_review(learner: User, token: str, *, now: datetime) -> Review:
    """The learner's review with all that its page shows; 404 for another's, and for a fact of a quiz being sat."""
    reviews = Review.objects.of(learner).select_related(
        "question", "fact__statement", "fact__unit", "fact__bank__document"
    )
    review = get_object_or_404(reviews.prefetch_related("fact__statement__passages"), token=token)
    get_object_or_404(
        Fact.objects.exclude(pk__in=Fact.objects.in_open_quiz(learner, now).values("pk")), pk=review.fact_id
    )
    return review


def last_undoable(learner: User, *, now: datetime) -> Review | None:
    """Today's last answer that stands, where it may still be taken back."""
    last = Review.objects.of(learner).on(learner.local_day(now)).as_corrected().last()
    return last if last and any(act.value == "undo" for act in acts_for(last, now=now)) else None


def card_again(learner: User, token: str, *, now: datetime, extra: str) -> Card | None:
    """The card of an answer that was undone, to be answered again."""
    review = own_review(learner, token, now=now)
    last = review.corrections.last()
    is_open = last and last.act == Correction.Act.UNDO and review.fact.retired_at is None
    return draw(learner, review.fact, now=now, extra=extra) if is_open else None


def kept_card(learner: User, kept: dict[str, str] | None) -> Card | None:
    """The card that was answered after the login had expired, if it is this learner's and still asked."""
    try:
        return open_card(kept["card"], learner) if kept else None
    except BadCard:
        return None


def card_to_show(learner: User, *, now: datetime, extra: str, again: str = "") -> Card | None:
    return (again and card_again(learner, again, now=now, extra=extra)) or next_card(learner, now=now, extra=extra)
