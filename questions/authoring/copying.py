"""A bank and a person in; a private copy of what it says now, with keys of its own, out.

Former versions, drafts and what people remember stay with the first bank; documents and their passages are shared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models, transaction

from questions.models import Bank, Fact, Question, Statement, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from questions.models import User

LONGEST_STEM = 80
BATCH = 500
Row = TypeVar("Row", bound=models.Model)


def may_copy(user: User) -> bool:
    """Instructors, and everyone who keeps a bank already."""
    return user.is_instructor or Bank.objects.owned_by(user).exists()


@transaction.atomic
def copy_bank(bank: Bank, *, owner: User, now: datetime) -> Bank:
    """A private bank of `owner` with the current units, statements, facts and questions of `bank`."""
    made = _twin(
        bank,
        key=_free_key(bank.key),
        title=f"{bank.title[:190]} (copy)",
        owner_id=owner.pk,
        visibility=Bank.Visibility.PRIVATE,
        is_shipped=False,
        archived_at=None,
        copied_from_id=bank.pk,
    )
    made.save()
    units = _copied(bank.units.current(), bank_id=made.pk)
    statements = _copy_statements(bank, made, units)
    olds = list(Fact.objects.current().filter(bank=bank, statement__in=statements, unit__in=units))
    new_facts = [
        _twin(
            fact,
            bank_id=made.pk,
            unit_id=units[fact.unit_id].pk,
            statement_id=statements[fact.statement_id].pk,
            key=f"{made.key}/{statements[fact.statement_id].key}/{fact.blank}",
            changed_at=now,
        )
        for fact in olds
    ]
    Fact.objects.bulk_create(new_facts, batch_size=BATCH)
    facts = {old.pk: new for old, new in zip(olds, new_facts, strict=True)}
    questions = Question.objects.current().filter(fact__in=facts)
    Question.objects.bulk_create(
        [_twin(one, fact_id=facts[one.fact_id].pk, version=1) for one in questions], batch_size=BATCH
    )
    return made


def _copy_statements(bank: Bank, made: Bank, units: dict[int, Unit]) -> dict[int, Statement]:
    olds = list(Statement.objects.filter(bank=bank, retired_at=None, unit__in=units))
    news = [_twin(one, bank_id=made.pk, unit_id=units[one.unit_id].pk) for one in olds]
    Statement.objects.bulk_create(news, batch_size=BATCH)
    statements = {old.pk: new for old, new in zip(olds, news, strict=True)}
    cites = Statement.passages.through
    ties = [
        cites(statement_id=statements[tie.statement_id].pk, passage_id=tie.passage_id)
        for tie in cites.objects.filter(statement__in=statements)
    ]
    cites.objects.bulk_create(ties, batch_size=BATCH)
    return statements


def _copied(rows: Iterable[Row], **changed: object) -> dict[int, Row]:
    """New rows like `rows`, by the ids of the old ones."""
    olds = list(rows)
    news = [_twin(one, **changed) for one in olds]
    if news:
        type(news[0]).objects.bulk_create(news, batch_size=BATCH)
    return {old.pk: new for old, new in zip(olds, news, strict=True)}


def _twin(row: Row, **changed: object) -> Row:
    """A new row with the columns of `row`, but for those of `changed`."""
    columns = {name: value for name, value in vars(row).items() if name != "id" and not name.startswith("_")}
    return type(row)(**columns | changed)


def _free_key(key: str) -> str:
    stem = f"{key[:LONGEST_STEM].rstrip('-')}-copy"
    taken = set(Bank.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
