"""Many rows and a number for each in; that one column written, all in one go.

`bulk_update` builds an expression for every row, which takes seconds for thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POSITION = {
    "fact": "UPDATE questions_fact SET position = %s WHERE id = %s",
    "statement": "UPDATE questions_statement SET position = %s WHERE id = %s",
}
FACT_OF_DRAFT = "UPDATE questions_draft SET fact_id = %s WHERE id = %s"
MANY = 5_000
"""Keys that a query may name."""


def write_numbers(sql: str, numbers: Mapping[int, int]) -> None:
    """Give each row, by its key, its number."""
    if numbers:
        with connection.cursor() as cursor:
            cursor.executemany(sql, [(number, pk) for pk, number in numbers.items()])


def batches(pks: list[int]) -> Iterator[list[int]]:
    """The keys in as many lists as queries need."""
    return (pks[start : start + MANY] for start in range(0, len(pks), MANY))
