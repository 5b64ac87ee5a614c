"""Figures of progress become the charts and tables that the page prints; every value here is counted by hand."""

import re
from datetime import timedelta

from questions.models import Bank, Unit
from questions.progress.calendar import Calendar, CalendarDay, Week
from questions.progress.calibration import Calibration, Comparison
from questions.progress.fading import DAYS, Fading, Faint, Later
from questions.progress.figures import Figures
from questions.progress.forecast import DueDay, Forecast
from questions.progress.mastery import BankMastery, Cell, Step, UnitMastery
from questions.progress.overview import Overview
from questions.progress.time_spent import TimeSpent
from questions.web.drawing import drawn
from tests.factories import MONDAY

BEFORE = MONDAY - timedelta(days=7)


def figures(**changed):
    """Two weeks: 12 answers on the first Monday and 2, of them 1 right, on the second, which is today."""
    first = tuple(CalendarDay(BEFORE + timedelta(days=n), *((12, 12, 60_000) if n == 0 else (0,))) for n in range(7))
    done = Calendar((Week(first), Week((CalendarDay(MONDAY, 2, 1, 9_000),))))
    usual = {
        "day": MONDAY,
        "overview": Overview(known=1, facts=2, waiting=3, waiting_minutes=1, run=1, week_minutes=1),
        "mastery": [],
        "fading": Fading(2, tuple(Later(days, 2 - days / 30) for days in DAYS), (Faint(7, "Who <fled>?", 0.514),)),
        "forecast": Forecast(1, tuple(DueDay(MONDAY + timedelta(days=n), 2 - n) for n in range(3))),
        "calibration": Calibration(overall=None),
        "calendar": done,
        "time_spent": TimeSpent(tuple(done.days), seconds=5, seconds_before=0),
    }
    return Figures(**usual | changed)


def cells_of(rows):
    return [re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row) for row in rows.split("</tr>")[:-1]]


def test_the_days_with_answers_are_rows_the_newest_first_and_every_day_is_a_square():
    page = drawn(figures())

    assert cells_of(page["calendar_rows"]) == [
        ["Mon, 2 Nov 2026", "2", "1", "1"],
        ["Mon, 26 Oct 2026", "12", "12", "1"],
    ]
    assert page["heat_marks"].count("<rect") == 8
    assert re.findall(r"<title>(Monday[^<]*)</title>", page["heat_marks"]) == [
        "Monday, 26 October 2026: 12 answers, 1 min",
        "Monday, 2 November 2026: 2 answers, 1 min",
    ]


def test_a_day_answered_further_is_drawn_anew():
    """What was drawn is remembered by its values: another value is another drawing, never the old one."""
    before = drawn(figures())
    weeks = before["calendar"].weeks
    after = drawn(figures(calendar=Calendar((weeks[0], Week((CalendarDay(MONDAY, 3, 2, 9_000),))))))

    assert cells_of(after["calendar_rows"])[0] == ["Mon, 2 Nov 2026", "3", "2", "1"]
    assert "Monday, 2 November 2026: 3 answers, 1 min" in after["heat_marks"]
    assert cells_of(drawn(figures())["calendar_rows"]) == cells_of(before["calendar_rows"])


def test_what_a_right_answer_cost_stands_in_its_row():
    assert cells_of(drawn(figures())["time_rows"]) == [
        ["Mon, 2 Nov", "1", "1", "9 s"],
        ["Mon, 26 Oct", "1", "12", "5 s"],
    ]


def test_a_day_without_a_right_answer_has_no_cost():
    spent = TimeSpent((CalendarDay(MONDAY, 2, 0, 9_000),), seconds=0, seconds_before=0)

    assert cells_of(drawn(figures(time_spent=spent))["time_rows"]) == [["Mon, 2 Nov", "1", "0", "–"]]


def test_what_is_due_has_a_row_a_day_and_the_overdue_before_them():
    page = drawn(figures())

    assert cells_of(page["due_rows"]) == [
        ["before today", "1"],
        ["Mon, 2 Nov", "2"],
        ["Tue, 3 Nov", "1"],
        ["Wed, 4 Nov", "0"],
    ]
    assert page["due_marks"].count("<rect") == 4


def test_the_curve_has_a_point_and_a_row_a_day_and_what_is_faint_leads_to_its_fact():
    page = drawn(figures())

    assert [row[0] for row in cells_of(page["fall_rows"])] == [str(days) for days in DAYS]
    assert page["fall_marks"].count("<circle") == len(page["fall_line"].split()) == len(DAYS)
    assert page["faint_rows"] == (
        '<li class="row"><a class="row-title" href="/facts/7/">Who &lt;fled&gt;?</a>'
        '<span class="row-note">51 % likely to be recalled today</span></li>'
    )


def test_predictions_are_compared_by_kind_unit_and_band():
    typed, recall = Comparison("typed", 40, 0.9, 0.8, 0.65, 0.9), Comparison("recall", 4, 0.9, 1, 0.5, 1)
    band = Comparison("80 to 90 %", 40, 0.85, 0.8, 0.65, 0.9)
    page = drawn(figures(calibration=Calibration(typed, (typed, recall), (typed,), (band,))))

    assert cells_of(page["kind_rows"]) == [
        ["typed", "40", "90\N{NO-BREAK SPACE}%", "80\N{NO-BREAK SPACE}%", "yes"],
        ["recall (graded by you)", "4", "90\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%", "too few"],
    ]
    assert cells_of(page["band_rows"])[0][0] == "expected 80 to 90 %"
    assert len(cells_of(page["unit_rows"])) == 1
    assert page["plot_marks"].count("<circle") == page["plot_marks"].count("<line") == 1


def test_a_bank_has_a_row_a_unit_with_its_map():
    bank, unit = Bank(key="b", title="B"), Unit(key="u", title="The <first>")
    of_unit = UnitMastery(unit, 2, 0, 0, 1, 1.0, (Cell(5, 1, Step.FIRM, 1.0), Cell(6, 1)))
    [(_, rows)] = drawn(figures(mastery=[BankMastery(bank, (of_unit,))]))["banks"]

    assert rows.count("<li") == 1
    assert "The &lt;first&gt;</a>" in rows
    assert "<strong>50 %</strong> known today" in rows
    assert re.findall(r'href="(/facts/[^"]*)"', rows) == ["/facts/5/", "/facts/6/"]
