"""An item of a published quiz in; whether it counts changed, in every attempt; and what counts again remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from questions.grading import Verdict
from questions.models import Assignment, Attempt, Item, Response
from questions.vocabulary import Outcome

from .hand_in import close_overdue, remember

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def withdraw(item: Item, *, now: datetime) -> None:
    """Count the item no longer, in any attempt; scores are computed, so they follow at once.

    Reviews stay, also those of attempts that ran out before this and that nobody has closed yet.
    """
    close_overdue(now=now, quiz=item.assignment)
    Item.objects.filter(pk=item.pk, withdrawn_at=None).update(withdrawn_at=now)


@transaction.atomic
def restore(item: Item, *, now: datetime) -> int:
    """Count the item again. Answers handed in while it was withdrawn become reviews now; how many those were.

    They are dated when they were given, and were graded at hand-in. Who hands in at this moment has done so, or waits
    and finds the item counted: nobody can begin the quiz, and nobody hand it in, until this is done.
    """
    Assignment.objects.still_set(item.assignment_id)
    list(Attempt.objects.select_for_update().filter(assignment=item.assignment_id).order_by("pk").values_list("pk"))
    Item.objects.filter(pk=item.pk).update(withdrawn_at=None)
    graded = Response.objects.filter(item=item, attempt__handed_in_at__isnull=False).exclude(outcome="")
    rows = graded.exclude(given="").select_related("item__fact", "item__question", "attempt__student")
    rows = rows.select_related("attempt__assignment").order_by("answered_at")
    return sum(len(remember(row.attempt, [(row, _verdict_of(row))], now=now)) for row in rows)


def _verdict_of(response: Response) -> Verdict:
    """As it was found at hand-in."""
    return Verdict(Outcome(response.outcome), tuple(response.forgiven), message=response.message)
