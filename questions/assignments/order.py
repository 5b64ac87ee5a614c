"""An attempt and its items in; the order in which it shows them, and their options, out. The same on every machine."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from questions.models import Attempt, Item

T = TypeVar("T")

PREVIEW = "preview"


def seed_of(attempt: Attempt) -> str:
    return f"attempt {attempt.pk}"


def shuffle(things: Iterable[T], seed: str, name: Callable[[T], object] = str) -> list[T]:
    """The things in an order that depends on nothing but the seed and their names."""
    return sorted(things, key=lambda thing: hashlib.sha256(f"{seed}: {name(thing)}".encode()).digest())


def items_in(items: Iterable[Item], seed: str) -> list[Item]:
    return shuffle(items, seed, lambda item: item.pk)


def options_in(item: Item, seed: str) -> tuple[str, ...]:
    return tuple(shuffle(item.options, f"{seed} item {item.pk}"))
