"""Tasks that wait in the database in; done ones out, until it is ended.

Beside it, what dead workers began ends, and quizzes whose time is over are handed in.
"""

import logging
import threading
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from questions.assignments.hand_in import sweep
from questions.authoring.import_document import reap
from questions.practice.ease import A_DAY, learn_ease_daily
from questions.practice.fits import reap_fits

log = logging.getLogger(__name__)

REAP_EVERY = 15.0
"""Seconds."""
DUTIES = (reap, reap_fits, sweep)


class Command(BaseCommand):
    help = "Do the work that waits in the background: imports, fits, quizzes that ran out. `run` starts it too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="do what waits now, then end")

    def handle(self, *, batch: bool, **_options: Any) -> None:
        for name in ("django_tasks", "django_tasks_db"):
            logging.getLogger(name).setLevel(logging.WARNING)
        worker = Worker(
            queue_names=["*"],
            interval=0.2,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=f"worker-{timezone.now():%Y%m%d%H%M%S%f}",
            excluded_queue_names=[],
        )
        worker.configure_signals()
        ended = threading.Event()
        reaper = threading.Thread(target=look_after_until, args=[ended], daemon=True)
        reaper.start()
        try:
            worker.run()
        finally:
            ended.set()
            reaper.join()


def look_after_until(ended: threading.Event, duties: Iterable[Callable[..., object]] = DUTIES) -> None:
    """End the imports and fits of dead workers and hand in quizzes that ran out, now and again and again.

    The ease of the kinds is learnt once a day. A duty that fails is logged and comes up again; the others go on.
    """
    learnt_at = None
    while True:
        now = timezone.now()
        for duty in duties:
            _try(duty, now)
        if learnt_at is None or now - learnt_at > A_DAY:
            _try(learn_ease_daily, now)
            learnt_at = now
        connection.close()
        if ended.wait(REAP_EVERY):
            return


def _try(duty: Callable[..., object], now: datetime) -> None:
    try:
        duty(now=now)
    except Exception:
        log.exception("Failed for this time: %s", duty.__name__)
