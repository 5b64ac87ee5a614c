"""Nothing in; what the site's work costs, as ratios to a floor measured in the same run, as JSON out.

It runs in a database of its own, made and dropped; the site's data is not touched.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand
from django.test.utils import override_settings, setup_databases, teardown_databases

from questions.management.bench.drafting import drafting, importing
from questions.management.bench.pages import practising, progress

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


class Command(BaseCommand):
    help = "Measure an answer, the next card, the page of progress and drafting, in a database of its own."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reviews", type=int, default=200_000, help="of the learner whose progress is read")
        parser.add_argument("--kilobytes", type=int, default=200, help="of text that is drafted (200)")

    def handle(self, *, reviews: int, kilobytes: int, **_: Any) -> None:
        made = setup_databases(verbosity=0, interactive=False)
        try:
            with override_settings(DEBUG=False, STORAGES=PLAIN):  # no test environment: it would watch every template
                figures = {
                    **practising(),
                    "progress": progress(reviews),
                    "drafting": drafting(kilobytes),
                    "importing": importing(kilobytes),
                }
        finally:
            teardown_databases(made, verbosity=0)
        for line in told(figures):
            self.stderr.write(line)
        self.stdout.write(json.dumps(figures, indent=2))


def told(figures: dict[str, dict[str, float]]) -> list[str]:
    """The figures as sentences."""
    answer, card, page = figures["answer"], figures["card"], figures["progress"]
    return [
        f"An answer with its verdict takes {answer['ratio']} times a bare view with one select, insert and update.",
        f"The next card takes {_times(card)}.",
        f"Progress of a learner with {page['reviews']:,} reviews takes {_times(page)}.",
        *told_of("Drafting", figures["drafting"]),
        *told_of("Importing", figures["importing"]),
    ]


def _times(page: dict[str, float]) -> str:
    return f"{page['ratio_to_bare']} times that bare view, {page['ratio']} times one that only shows"


def told_of(work: str, text: dict[str, float]) -> list[str]:
    one, four = text["peak_megabytes"], text["peak_megabytes_fourfold"]
    return [
        f"{work} reads {text['kilobytes_a_second']} kB a second of processor time, {text['ratio']} times the floor's.",
        f"{work} four times the text takes {text['peak_ratio']} times the memory ({one} and {four} MB).",
    ]
