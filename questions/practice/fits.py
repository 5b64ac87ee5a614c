"""A learner who wants parameters of their own in; a fit that waits for a worker, one at a time, out; and reaped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from questions.models import ParameterFit

from .fitting import FEWEST_ITEMS, HOW_TO_GET_IT, MODEL, is_available
from .parameters import answers_that_tell
from .tasks import fit_own_parameters

if TYPE_CHECKING:
    from datetime import datetime

    from questions.models import User

LONGEST = timedelta(minutes=10)
"""A fit of 10,000 answers takes a second, the replay of 10,000 memories some: whatever runs longer has died."""
DIED = "The program that was fitting them was stopped. Nothing was changed; try again."
UNDER_WAY = "They are being fitted already."
MISSING = "This site cannot fit parameters yet."


class NotNow(Exception):
    """Nothing can be fitted now; the message says why in a sentence."""


def ask_for_fit(learner: User, *, now: datetime) -> ParameterFit:
    """The fit, waiting for a worker. Raise `NotNow` where one is under way, or there is too little to learn from."""
    if not is_available():
        raise NotNow(f"{MISSING} {HOW_TO_GET_IT}")
    if (answers := answers_that_tell(learner)) < FEWEST_ITEMS:
        raise NotNow(f"Not yet: {answers} answers tell something so far; it takes {FEWEST_ITEMS}.")
    try:
        with transaction.atomic():
            made = waiting_fit(learner, now=now)
            task = fit_own_parameters.enqueue(made.pk)  # rolled back, there is no task either
            ParameterFit.objects.filter(pk=made.pk).update(task_id=str(task.id))
    except IntegrityError as twice:
        raise NotNow(UNDER_WAY) from twice
    made.refresh_from_db()
    return made


def waiting_fit(learner: User, *, now: datetime) -> ParameterFit:
    """A fit that waits; raise `IntegrityError` where one of the learner is under way."""
    return ParameterFit.objects.create(learner=learner, state=ParameterFit.State.WAITING, model=MODEL, made_at=now)


def reap_fits(*, now: datetime) -> int:
    """End the fits whose worker died, so that none runs for ever; how many there were."""
    ended = {"state": ParameterFit.State.FAILED, "message": DIED, "finished_at": now}
    return ParameterFit.objects.begun_before(now - LONGEST).update(**ended)
