"""A card, a review, or nothing left to ask, in; what the page of practice shows of it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.urls import reverse

from questions.assignments.hand_in import close_overdue
from questions.models import Correction, Fact, Report, Review
from questions.practice.cards import BadCard, cloze_first_letter, hint_of, open_card, sign
from questions.practice.changed import changed_before
from questions.practice.corrections import acts_of
from questions.practice.learner import day_of
from questions.practice.leeches import slips
from questions.practice.log import memory_of
from questions.practice.neighbours import shown_beside
from questions.practice.queue import left_of, look_at, next_card, next_due, summary
from questions.practice.review import MOVED_ON, StaleAnswer, record_review
from questions.vocabulary import OFFERED, Kind
from questions.web.drafts import cited
from questions.web.forms.practice import Handback
from questions.web.reading import Piece, gapped, pieces_of, with_passages
from questions.web.rounds import MINUTES
from questions.web.verdicts import say, say_when

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User
    from questions.practice.cards import Card
    from questions.practice.queue import Look, Today
    from questions.web.forms.practice import AnswerForm
    from questions.web.rounds import Round

WELCOME_BACK = "You had been logged out. Your answer is still here; send it again."


@dataclass(frozen=True, slots=True)
class Neighbour:
    fact: Fact
    pieces: list[Piece]


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


def record(learner: User, form: AnswerForm, *, now: datetime) -> Review:
    """The review of a valid answer, with all that its page shows; a quiz that ran out before it is handed in first.

    Raises what `record_review` raises, also where the answer was undone meanwhile.
    """
    done, card = form.cleaned_data, form.drawn
    if form.has_run_out:
        close_overdue(now=now, student=learner)
    review = record_review(
        learner,
        card,
        given=done["answer"],
        now=now,
        milliseconds=done["milliseconds"],
        gave_up=done["act"] == "give_up",
        written=done["written"],
    )
    if review.last_act == Correction.Act.UNDO:
        raise StaleAnswer(MOVED_ON, next_card(learner, now=now, extra=card.extra))
    review.fact, review.question = card.fact, card.question
    with_passages(card.fact.statement)
    return review


def card_page(learner: User, card: Card, *, now: datetime, back: Handback, look: Look | None = None) -> dict[str, Any]:
    """What card.html shows; what was written stays in the field only where it was written about this very fact."""
    look = look or look_at(learner, now=now)
    takes_text = card.kind not in OFFERED and card.fact.pk == back.about
    return {
        "card": card,
        "fact": card.fact,
        "signed": sign(card),
        "prompt": gapped(card.question.prompt),
        "first_letter": cloze_first_letter(card),
        "hint": hint_of(card),
        "revealed": back.is_revealed,
        "answer": card.question.answer if back.is_revealed else "",
        "milliseconds": back.milliseconds,
        "notice": back.notice,
        "given": back.text if takes_text else card.before,
        "left_over": "" if takes_text else back.text,
        "today": left_of(look),
        "next_url": practice_address(card.extra),
        "extra": card.extra,
        "undoable": look.shown.last_undoable,
        "extra_query": query_of(card.extra),
    }


def done_page(
    learner: User,
    *,
    now: datetime,
    back: Handback,
    extra: str = "",
    look: Look | None = None,
    over: Round | None = None,
) -> dict[str, Any]:
    """What done.html shows: the summary of the day, or of a round that is over, and when the next facts come back."""
    look = look or look_at(learner, now=now)
    day, count = next_due(learner, now=now, look=look)
    return {
        "summary": summary(learner, now=now, extra=extra, since=over and over.began),
        "over": over,
        "left": left_of(look),
        "round_minutes": MINUTES,
        "next_day": day,
        "next_count": count,
        "extra": extra,
        "extra_query": query_of(extra),
        "undoable": look.shown.last_undoable,
        "notice": back.notice,
        "left_over": back.text,
    }


def verdict_page(
    learner: User, review: Review, *, now: datetime, extra: str = "", notice: str = "", left: Today | None = None
) -> dict[str, Any]:
    """What verdict.html shows of `review`, which comes from `own_review` or `record`; `left` of the day, if known."""
    fact, day = review.fact, max(review.day, learner.local_day(now)) if left else day_of(learner, now)
    said = say(review, review.last_act, review.last_outcome)
    memory = review.memory
    return {
        "review": review,
        "fact": fact,
        "said": said,
        "prompt": gapped(review.question.prompt),
        "statement": pieces_of(fact.statement, fact.blank),
        "passages": cited(fact.statement),
        "comes_back": say_when(review, said, memory, day),
        "acts": acts_of(review, day),
        "report_reasons": Report.Reason.choices,
        "next_url": practice_address(extra),
        "neighbour": None if said.is_right else neighbour_shown(learner, review, now=now),
        "slips": slips(memory),
        "changed": changed_before(learner, review),
        "extra": extra,
        "extra_query": query_of(extra),
        "today": left or left_of(look_at(learner, now=now)),
        "notice": notice,
    }


def neighbour_shown(learner: User, review: Review, *, now: datetime) -> Neighbour | None:
    """The fact whose answer was given instead, where it may be shown."""
    if review.mistaken_for_id is None:
        return None
    fact = (
        shown_beside(learner, now=now).prefetch_related("statement__passages").filter(pk=review.mistaken_for_id).first()
    )
    return fact and Neighbour(fact, pieces_of(fact.statement, fact.blank))


def own_review(learner: User, token: str, *, now: datetime) -> Review:
    """The learner's review with all that its page shows; 404 for another's, and for a fact of a quiz being sat."""
    reviews = (
        Review.objects.of(learner)
        .with_corrections()
        .select_related("question", "fact__statement", "fact__unit", "fact__bank__document")
    )
    review = get_object_or_404(reviews.prefetch_related("fact__statement__passages"), token=token)
    get_object_or_404(
        Fact.objects.exclude(pk__in=Fact.objects.in_open_quiz(learner, now).values("pk")), pk=review.fact_id
    )
    review.memory = memory_of(learner, review.fact)
    return review


def kept_card(learner: User, kept: dict[str, str] | None) -> Card | None:
    """The card that was answered after the login had expired, if it is this learner's and still asked."""
    try:
        return open_card(kept["card"], learner) if kept else None
    except BadCard:
        return None


def given_back(card: Card, text: str) -> Handback:
    """What a kept answer is shown again with; the mere "yes" of a flashcard is no text."""
    is_text = card.kind != Kind.RECALL or text not in {"yes", "no"}
    return Handback(notice=WELCOME_BACK, text=text if is_text else "", about=card.fact.pk)
