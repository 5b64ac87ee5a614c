"""A day as SQLite stores it in; the date out, each day read once: a page reads a thousand of them, most of them alike.

Django's backend, imported first, reads each anew, in two calls of Python. Other databases hand over dates.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.backends.sqlite3 import base
from django.utils.dateparse import parse_date

if TYPE_CHECKING:
    from datetime import date


@lru_cache(maxsize=4_096)
def read_day(stored: bytes) -> date | None:
    """As Django reads it."""
    return parse_date(stored.decode())


base.Database.register_converter("date", read_day)
