"""A text of our own in; how fast it is drafted and imported beside a bare reading of its words, and in what memory.

The floor is one rule of Python that parts the same text into words, measured in the same run.
"""

from __future__ import annotations

import os
import re
import tracemalloc
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from django.test import override_settings
from django.utils import timezone

from questions.authoring.carrying_out import carry_out
from questions.authoring.import_document import Source, import_document
from questions.generation.drafts import draft
from questions.models import User
from questions.sources.document_text import read_document
from questions.sources.extraction import extract
from questions.text.english.lexicon import load

from .prose import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from questions.models import Import

FLOOR = re.compile(r"\w+|[^\w\s]")
LATER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
"""Where an import waits until it is carried out here."""


def drafting(kilobytes: int = 200) -> dict[str, float]:
    """Thousands of characters a second of processor time, how many times the floor that is, and the peaks of memory
    for this much and for four times as much, without the lexicon, whose size is said beside them."""
    lexicon = _peak(load.__wrapped__)
    load()
    text = text_of(kilobytes)
    _drafted(text)
    floor = median(_seconds(lambda: FLOOR.findall(text)) for _ in range(5))
    seconds = min(_seconds(lambda: _drafted(text)) for _ in range(2))
    one, four = (_peak(lambda size=size: _drafted(text_of(size))) for size in (kilobytes, 4 * kilobytes))
    return {
        "kilobytes": kilobytes,
        "drafts": _drafted(text),
        "kilobytes_a_second": round(kilobytes / seconds, 1),
        "floor_kilobytes_a_second": round(kilobytes / floor, 1),
        "ratio": round(seconds / floor, 1),
        "peak_megabytes": one,
        "peak_megabytes_fourfold": four,
        "peak_ratio": round(four / one, 2),
        "lexicon_megabytes": lexicon,
    }


def importing(kilobytes: int = 200) -> dict[str, float]:
    """The same for an import: read in a child process, drafted, and written to the database."""
    owner, _ = User.objects.get_or_create(username="bench-author")
    text = text_of(kilobytes)
    floor = median(_seconds(lambda: FLOOR.findall(text)) for _ in range(5))
    waiting = _waiting(text, owner)
    seconds = _seconds(lambda: carry_out(waiting.pk, clock=timezone.now))
    peaks = []
    for size in (kilobytes, 4 * kilobytes):
        one = _waiting(text_of(size), owner)
        peaks.append(_peak(lambda one=one: carry_out(one.pk, clock=timezone.now)))
    return {
        "kilobytes": kilobytes,
        "kilobytes_a_second": round(kilobytes / seconds, 1),
        "ratio": round(seconds / floor, 1),
        "peak_megabytes": peaks[0],
        "peak_megabytes_fourfold": peaks[1],
        "peak_ratio": round(peaks[1] / peaks[0], 2),
    }


def _waiting(text: str, owner: User) -> Import:
    with override_settings(TASKS=LATER):
        return import_document(Source(text.encode(), "bench.md"), owner=owner, bank=None, now=timezone.now())


def _drafted(text: str) -> int:
    document = read_document(text)
    return sum(1 for _ in draft(extract(document), document))


def _seconds(work: Callable[[], object]) -> float:
    """Of processor time, that of ended child processes with it."""
    began, children = process_time(), _of_children()
    work()
    return process_time() - began + _of_children() - children


def _of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _peak(work: Callable[[], object]) -> float:
    """Megabytes that Python takes for `work` at most."""
    tracemalloc.start()
    try:
        work()
        return round(tracemalloc.get_traced_memory()[1] / 1e6, 1)
    finally:
        tracemalloc.stop()
