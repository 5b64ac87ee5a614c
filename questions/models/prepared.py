"""A queryset with named places in; the rows for the values that fill them out, its SQL written only once.

Django writes the SQL of a queryset anew at each use, which takes it longer than the database takes to answer. What is
asked at every card and every answer is written once for each kind of database, and then only filled in.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BooleanField, DateField, DateTimeField, Expression, IntegerField, TextField
from django.db.models.expressions import Col
from django.db.models.query import FlatValuesListIterable, ValuesListIterable
from django.db.models.sql import UpdateQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from django.db.models import Field, QuerySet
    from django.db.models.sql.compiler import SQLCompiler


VALUES = (ValuesListIterable, FlatValuesListIterable)
READ_BY_DRIVER = (BooleanField, DateField)


class Place(Expression):
    """Where a value will stand; a queryset takes it wherever it takes an expression."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, _compiler: SQLCompiler, _connection: object) -> tuple[str, list[Place]]:
        return "%s", [self]


def number(name: str) -> Place:
    return Place(name, IntegerField())


def text(name: str) -> Place:
    return Place(name, TextField())


def a_day(name: str) -> Place:
    return Place(name, DateField())


def instant(name: str) -> Place:
    return Place(name, DateTimeField())


class Prepared:
    """A query to be asked again and again. `build` makes the queryset, once for each kind of database."""

    def __init__(self, build: Callable[[], QuerySet]) -> None:
        self.build = build
        self.written: dict[str, Written] = {}

    def rows(self, **values: Any) -> list[Any]:
        """What the queryset holds where these values fill its places: models, or rows of values, as it says."""
        written = self.written.get(connection.vendor) or self._write()
        filled = _fill(written.places, values)
        if written.iterable in VALUES:
            return _values(written, filled)
        one = copy(written.compiler)
        one.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        one.as_sql = lambda *_, **__: (written.sql, filled)
        one.get_converters = lambda _: written.converters
        asked = SimpleNamespace(
            db=DEFAULT_DB_ALIAS,
            query=SimpleNamespace(get_compiler=lambda *_, **__: one),
            _known_related_objects={},
        )
        return list(written.iterable(asked))

    def first(self, **values: Any) -> Any:
        """The first of `rows`, None where there is none."""
        return next(iter(self.rows(**values)), None)

    def _write(self) -> Written:
        queryset = self.build()
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, places = compiler.as_sql()
        converters = _needed(compiler.get_converters([column for column, *_ in compiler.select]))
        written = Written(compiler, sql, places, converters, queryset._iterable_class)  # noqa: SLF001 - reads its rows
        return self.written.setdefault(connection.vendor, written)


def _needed(converters: dict[int, Any]) -> dict[int, Any]:
    """Without those that find nothing left to do: SQLite's driver itself reads a column by its declared type."""
    if connection.vendor != "sqlite":
        return converters
    return {
        place: (convert, column)
        for place, (convert, column) in converters.items()
        if not isinstance(column, Col) or type(column.output_field) not in READ_BY_DRIVER
    }


def _values(written: Written, filled: tuple[Any, ...]) -> list[Any]:
    """Rows of values as the driver gives them, converted where there is need to."""
    with connection.cursor() as cursor:
        cursor.execute(written.sql, filled)
        rows = cursor.fetchall()
    if written.compiler.has_extra_select:  # columns that are there to be ordered by
        rows = [row[: written.compiler.col_count] for row in rows]
    if written.converters and rows:
        rows = _converted(rows, written.converters)
    return [row[0] for row in rows] if written.iterable is FlatValuesListIterable else rows


def _converted(rows: list[tuple[Any, ...]], converters: dict[int, Any]) -> list[tuple[Any, ...]]:
    """Column by column: Django goes row by row, and makes a list of each."""
    columns, read_by = list(zip(*rows, strict=True)), connections[DEFAULT_DB_ALIAS]
    for place, (convert_in_turn, column) in converters.items():
        for convert in convert_in_turn:
            columns[place] = tuple(convert(value, column, read_by) for value in columns[place])
    return list(zip(*columns, strict=True))


class PreparedUpdate:
    """An update to be made again and again: each of `columns`, in the rows that `build` finds."""

    def __init__(self, build: Callable[[], QuerySet], columns: Sequence[str]) -> None:
        self.build, self.columns = build, columns
        self.written: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def run(self, **values: Any) -> int:
        """How many rows were changed; a value for each column by its name, and for each place of the queryset."""
        sql, places = self.written.get(connection.vendor) or self._write()
        with connection.cursor() as cursor:
            cursor.execute(sql, _fill(places, values))
            return int(cursor.rowcount)

    def _write(self) -> tuple[str, tuple[Any, ...]]:
        queryset = self.build()
        query = queryset.query.chain(UpdateQuery)
        field_of = queryset.model._meta.get_field  # noqa: SLF001 - public but for its name
        query.add_update_values({name: Place(name, field_of(name)) for name in self.columns})
        return self.written.setdefault(connection.vendor, query.get_compiler(DEFAULT_DB_ALIAS).as_sql())


def _fill(places: Sequence[Any], values: Mapping[str, Any]) -> tuple[Any, ...]:
    """What stands in each place, as the database of this thread wants it."""
    return tuple(
        each.output_field.get_db_prep_value(values[each.name], connection) if isinstance(each, Place) else each
        for each in places
    )


@dataclass(frozen=True, slots=True)
class Written:
    """SQL with its places in order, and what Django reads its rows with."""

    compiler: SQLCompiler
    sql: str
    places: tuple[Any, ...]
    converters: dict[int, Any]
    iterable: type
