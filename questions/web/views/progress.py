"""A learner's progress page: a request in, figures drawn and written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from questions.progress.calendar import calendar
from questions.progress.calibration import FEWEST_PROBES, calibration
from questions.progress.forecast import forecast
from questions.progress.mastery import mastery
from questions.web import charts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    day = request.user.local_day(timezone.now())
    done, due, held, truth = (
        calendar(request.user, day),
        forecast(request.user, day),
        mastery(request.user, day),
        calibration(request.user),
    )
    drawn = {
        "heat_map": charts.heat_map(done),
        "due_bars": charts.bars(due),
        "plot": charts.calibration_plot(truth.bands),
    }
    figures = {"calendar": done, "forecast": due, "mastery": held, "calibration": truth, "fewest": FEWEST_PROBES}
    return render(request, "questions/progress/progress.html", {"day": day} | figures | drawn)
