"""A learner's progress page: a request in, figures drawn and written out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from questions.practice.learner import day_of
from questions.progress.calendar import calendar
from questions.progress.calibration import FEWEST_PROBES, calibration
from questions.progress.fading import fading
from questions.progress.forecast import forecast
from questions.progress.mastery import mastery
from questions.progress.overview import overview
from questions.web import charts

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest, HttpResponse

    from questions.models import User


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    figures = figures_of(request.user, timezone.now())
    return render(request, "questions/progress/progress.html", {**figures, **drawn(figures), "fewest": FEWEST_PROBES})


def figures_of(learner: User, now: datetime) -> dict[str, Any]:
    day = day_of(learner, now)
    found = {
        "calendar": calendar(learner, day),
        "forecast": forecast(learner, day),
        "mastery": mastery(learner, day),
        "fading": fading(learner, day, now=now),
        "calibration": calibration(learner),
    }
    return found | {"overview": overview(found["mastery"], found["forecast"], found["calendar"])}


def drawn(figures: dict[str, Any]) -> dict[str, Any]:
    fall = charts.curve(figures["fading"])
    return {
        "banks": [(bank, [(unit, charts.stack(unit)) for unit in bank.units]) for bank in figures["mastery"]],
        "heat_map": charts.heat_map(figures["calendar"]),
        "due_bars": charts.bars(figures["forecast"]),
        "fall": fall,
        "fall_line": charts.line_through(fall),
        "plot": charts.calibration_plot(figures["calibration"].bands),
    }
