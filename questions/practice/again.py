"""A card, and the answer to its fact that was undone, in; the card as it was then, with what was written, out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from questions.models import Review
from questions.vocabulary import OFFERED

from .cards import ASKED

if TYPE_CHECKING:
    from .cards import Card


def as_before(card: Card, undone: str) -> Card:
    """The question and the options of the undone answer, named by its token; what was written stands in `before`.

    A question that is no longer current is not asked again: then the card stays as it was drawn.
    """
    review = Review.objects.of(card.learner).with_token(undone)
    if review is None or review.fact_id != card.fact.pk:
        return card
    question = ASKED.first(question=review.question_id, fact=card.fact.pk)
    if question is None or not question.is_current:
        return card
    return replace(
        card,
        fact=question.fact,
        question=question,
        kind=question.kind,
        options=tuple(review.options),
        is_probe=False,
        before="" if question.kind in OFFERED else review.given,
    )
