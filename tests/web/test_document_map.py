import re

import pytest

from questions.models import Bank, Unit
from questions.progress.mastery import BankMastery, Cell, Step, UnitMastery
from questions.web.document_map import note, row, squares


def test_facts_of_one_statement_stand_side_by_side():
    drawn = squares((Cell(1, 7), Cell(2, 7, Step.GROWING, 0.625), Cell(3, 9, Step.FIRM, 1.0, waits=True)))

    groups = re.findall(r'<span class="said" data-said="(\d+)">(.*?)</span>', drawn)
    assert [(statement, group.count("<a ")) for statement, group in groups] == [("7", 2), ("9", 1)]
    assert re.findall(r'class="(s\d[^"]*)" href="/facts/(\d+)/" aria-label="([^"]+)"', drawn) == [
        ("s0", "1", "1: not met"),
        ("s2", "2", "1: growing, 62 %"),
        ("s3 waits", "3", "2: firm, 100 %, due"),
    ]


def test_a_fact_put_away_is_no_link():
    assert "<a" not in squares((Cell(1, 7, Step.FIRM, 1.0, is_shown=False),))


@pytest.mark.parametrize(
    ("counts", "said"),
    [((9, 4, 3, 1), "1 firm · 3 growing · 4 fragile · 1 not met"), ((1, 0, 0, 0), "1 fact, none met yet")],
)
def test_a_unit_is_told_in_a_line(counts, said):
    facts, fragile, growing, firm = counts

    assert note(UnitMastery(None, facts=facts, fragile=fragile, growing=growing, firm=firm, recalled=0)) == said


@pytest.mark.parametrize(
    ("is_open", "title"),
    [(True, '<a class="row-title" href="/banks/b/units/u/">A'), (False, '<span class="row-title">A')],
)
def test_the_row_of_a_unit_leads_to_it_where_its_bank_is_open(is_open, title):
    unit = UnitMastery(Unit(key="u", title="A & B"), 1, 0, 0, 1, 0.9, (Cell(5, 1, Step.FIRM, 0.9),))

    drawn = row(BankMastery(Bank(key="b"), (unit,), is_open), unit)

    assert drawn.startswith(f'<li class="row">{title}')
    assert "<strong>90 %</strong> known today" in drawn
    assert 'aria-label="Map of A &amp; B: a square for each fact, in the order of the document"' in drawn
    assert '<span class="row-note">1 firm · 0 growing · 0 fragile · 0 not met</span>' in drawn
