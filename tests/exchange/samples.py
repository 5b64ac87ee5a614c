"""Banks for the tests of exports: a small one of every shape, and a large one made in bulk."""

from __future__ import annotations

from datetime import UTC, datetime

from questions.models import Bank, Fact, Question, Statement
from tests.factories import LOADED, add_statement, make_bank, make_unit, place_name

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

LAKE = "In [1871](date:when) the [Ashby](person:who) expedition reached [Lake Orin](place:where)."
DELAY = "The expedition came late because [the mules had eaten the only map](cause:why)."
NAMES = "The [Kettle Society](organisation:payer) paid for [two](quantity:boats) boats."


def ashby() -> Bank:
    """Two units, three statements, six facts; one answer of seven words."""
    bank = make_bank("ashby", "The Ashby expedition")
    journey, money = make_unit(bank), make_unit(bank, "money", "Who paid")
    add_statement(journey, LAKE, "lake")
    add_statement(journey, DELAY, "delay", explanation="The mules were never blamed.")
    add_statement(money, NAMES, "names")
    return bank


def large_bank(count: int) -> Bank:
    """`count` facts in ten units, three a statement, each with a typed and a cloze question."""
    bank = make_bank("large", "A large bank")
    units = [make_unit(bank, f"unit-{n}", f"Unit {n}") for n in range(10)]
    statements = Statement.objects.bulk_create(
        Statement(bank=bank, unit=units[n * 30 // count], key=f"s{n}", position=n, text=_text(n))
        for n in range((count + 2) // 3)
    )
    facts = Fact.objects.bulk_create(
        Fact(
            bank=bank,
            unit=statements[n // 3].unit,
            statement=statements[n // 3],
            key=f"large/s{n // 3}/b{n % 3}",
            blank=f"b{n % 3}",
            position=n,
            answer=place_name(n % 8000),
            answer_type="place",
            changed_at=LOADED,
        )
        for n in range(count)
    )
    Question.objects.bulk_create(
        Question(fact=fact, kind=kind, prompt=f"Where did camp {fact.position} stand, by <kind> {kind}?", answer="")
        for fact in facts
        for kind in ("typed", "cloze")
    )
    return bank


def _text(number: int) -> str:
    camps = (f"camp {3 * number + n} at [{place_name((3 * number + n) % 8000)}](place:b{n})" for n in range(3))
    return f"In that year of the journey stood {', '.join(camps)}, as the diary says."
