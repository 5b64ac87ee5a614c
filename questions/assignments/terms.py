"""A quiz and a student in; out comes what holds for them: until when, how many attempts, and what they may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from questions.models import Assignment, Attempt, Extension

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from questions.models import User


class State(StrEnum):
    """Where a student stands with a quiz."""

    UPCOMING = "upcoming"
    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for one student; `attempts` are theirs, in order."""

    opens_at: datetime
    due_at: datetime
    attempts_allowed: int
    attempts: tuple[Attempt, ...]

    @property
    def open_attempt(self) -> Attempt | None:
        return next((attempt for attempt in self.attempts if attempt.handed_in_at is None), None)

    def over(self, now: datetime) -> list[Attempt]:
        """What was handed in, by the student or by its time."""
        return [attempt for attempt in self.attempts if attempt.over_since(now)]

    @property
    def left(self) -> int:
        """Attempts that can still be begun."""
        return max(0, self.attempts_allowed - len(self.attempts))

    def state(self, now: datetime) -> State:
        if now < self.opens_at:
            return State.UPCOMING
        if self.open_attempt and now < self.due_at:
            return State.IN_PROGRESS
        if now >= self.due_at:
            return State.DONE if self.attempts else State.CLOSED
        return State.OPEN if self.left else State.DONE

    def shows_answers(self, now: datetime) -> bool:
        """Right answers are shown after the due time, or once the last allowed attempt is handed in."""
        return now >= self.due_at or len(self.over(now)) >= self.attempts_allowed


def terms_for(quiz: Assignment, student: User) -> Terms:
    extension = Extension.objects.filter(assignment=quiz, student=student).first()
    return terms_from(quiz, extension, Attempt.objects.of(student).filter(assignment=quiz))


def terms_from(quiz: Assignment, extension: Extension | None, attempts: Sequence[Attempt]) -> Terms:
    return Terms(
        opens_at=quiz.opens_at,
        due_at=max(quiz.due_at, extension.due_at) if extension else quiz.due_at,
        attempts_allowed=quiz.attempts_allowed + (extension.extra_attempts if extension else 0),
        attempts=tuple(attempts),
    )


def phrase(moment: datetime, zone: str) -> str:
    """The moment as the course's people read it: "Friday 27 November, 18:00 (Europe/Berlin)"."""
    return f"{moment.astimezone(ZoneInfo(zone)):%A %-d %B, %H:%M} ({zone})"
