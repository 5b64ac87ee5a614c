"""A fit that waits in; parameters of the learner's own, kept only where they predict later answers better, out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from questions.models import ParameterFit, Review
from questions.vocabulary import Kind, Rating

from . import evidence
from .fitting import Fit, Step, TooFewAnswers, fit
from .learner import is_per_kind
from .log import entry_of
from .replaying import replay_all
from .scheduler import Scheduling, State, review

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from questions.models import User

BROKE = "Something went wrong that is not your fault. Nothing was changed; try again, or tell whoever runs the site."
_A_DAY = date(2026, 1, 1)

SURE = 0.8
"""k from which a right answer counts as known when parameters are fitted."""


def carry_out_fit(pk: int, *, clock: Callable[[], datetime]) -> None:
    """Carry out the fit `pk` if it is waiting: keep what is better, and replay every memory under it; no due day moves.

    Its failure is written into it; what is no lack of answers is raised as well. The optional package must be there
    (`fitting.is_available`).
    """
    waiting = ParameterFit.objects.filter(pk=pk, state=ParameterFit.State.WAITING)
    if not waiting.update(state=ParameterFit.State.RUNNING, started_at=clock()):
        return
    one = ParameterFit.objects.select_related("learner").get(pk=pk)
    try:
        _keep_better(one, fit(histories(one.learner), one.learner.scheduler_parameters), now=clock())
    except TooFewAnswers as few:
        _fail(one, f"Not yet: {few}", now=clock())
    except Exception:
        _fail(one, BROKE, now=clock())
        raise


def _keep_better(one: ParameterFit, found: Fit, *, now: datetime) -> None:
    """Write what was found, and use it where it is better; nothing where the fit was taken for dead meanwhile."""
    learner, kept = one.learner, found.is_better and _is_accepted(found)
    done = {
        "state": ParameterFit.State.DONE,
        "parameters": list(found.parameters),
        "answers": found.items,
        "loss_before": found.loss_before,
        "loss_after": found.loss_after,
        "is_kept": kept,
        "finished_at": now,
    }
    with transaction.atomic():
        if ParameterFit.objects.filter(pk=one.pk, state=ParameterFit.State.RUNNING).update(**done) and kept:
            learner.scheduler_parameters = list(found.parameters)
            learner.save(update_fields=["scheduler_parameters"])
            replay_all(learner, now=now)


def _fail(one: ParameterFit, message: str, *, now: datetime) -> None:
    failed = {"state": ParameterFit.State.FAILED, "message": message[:500], "finished_at": now}
    ParameterFit.objects.filter(pk=one.pk).under_way().update(**failed)


def forget_parameters(learner: User, *, now: datetime) -> None:
    """Back to the defaults; every memory is replayed under them, no due day moves."""
    with transaction.atomic():
        learner.scheduler_parameters = None
        learner.save(update_fields=["scheduler_parameters"])
        replay_all(learner, now=now)


def answers_that_tell(learner: User) -> int:
    """How many answers a fit would learn from, about; a fit takes 400."""
    return Review.objects.of(learner).filter(is_repeat=False, recall_before__isnull=False).as_corrected().count()


def histories(learner: User) -> list[list[Step]]:
    """Per fact, or per kind of it where each has a memory, the standing answers that moved its memory, in order.

    A right answer that was more likely guessed than known counts as Again; one that is not sure is history only.
    """
    found: dict[tuple[int, str], list[Step]] = defaultdict(list)
    per_kind = is_per_kind()
    for row in Review.objects.of(learner).filter(is_repeat=False).as_corrected().order_by("day", "answered_at", "pk"):
        entry = entry_of(row)
        if entry.forgets:
            found = defaultdict(list, {key: steps for key, steps in found.items() if key[0] != row.fact_id})
            continue
        recalled = entry.answer.prior if row.recall_before is None else row.recall_before
        sure = 1.0 if entry.answer.rating is Rating.AGAIN else evidence.knew(recalled, entry.answer)
        rating = entry.answer.rating if sure > 0.5 else Rating.AGAIN
        steps = found[row.fact_id, row.kind if per_kind else ""]
        if not steps or steps[-1].day < row.day:
            steps.append(Step(row.day, row.answered_at, rating, row.kind != Kind.RECALL and sure >= SURE))
    return list(found.values())


def _is_accepted(found: Fit) -> bool:
    """Whether py-fsrs takes the parameters; it refuses what lies outside FSRS-6's bounds."""
    scheduling = Scheduling(found.parameters)
    try:
        first = review(None, Rating.GOOD, _A_DAY, scheduling)
    except ValueError:
        return False
    return isinstance(first, State)
