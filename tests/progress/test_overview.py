from questions.progress.calendar import Calendar, CalendarDay, Week
from questions.progress.forecast import DueDay, Forecast
from questions.progress.mastery import BankMastery, UnitMastery
from questions.progress.overview import Overview, overview
from questions.progress.streak import Streak
from tests.factories import MONDAY


def test_the_four_numbers_sum_the_figures_up():
    """2.4 + 3.3 facts known; nine waiting at 20 s each are three minutes; 100 s practised are two begun."""
    unit = UnitMastery(unit=None, facts=10, fragile=5, growing=0, firm=0, recalled=2.4)
    other = UnitMastery(unit=None, facts=7, fragile=5, growing=0, firm=0, recalled=3.3)
    due = Forecast(overdue=4, days=(DueDay(MONDAY, 5), DueDay(MONDAY, 8)))
    done = Calendar((Week((CalendarDay(MONDAY, 5, 5, 100_000),)),), Streak(3))

    found = overview([BankMastery(None, (unit,)), BankMastery(None, (other,))], due, done)

    assert found == Overview(known=6, facts=17, waiting=9, waiting_minutes=3, run=3, week_minutes=2)


def test_nothing_is_nothing():
    empty = Calendar((Week((CalendarDay(MONDAY, 0),)),))

    assert overview([], Forecast(0, (DueDay(MONDAY, 0),)), empty) == Overview(0, 0, 0, 0, 0, 0)
