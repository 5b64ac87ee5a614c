"""What is due and what is coming go in; how many days a backlog takes at a daily limit comes out. Plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HORIZON = 365
"""Days that are looked ahead."""


def days_to_catch_up(late: int, limit: int, coming: Sequence[int], *, wrong: float, gap: int) -> int | None:
    """The day on which nothing is left over, today being 1; None where that is not within a year.

    `coming[n]`: facts due n days from today, 0 for today. Of what is answered the share `wrong` comes back the next
    day and the rest `gap` days later (a rough guess: their new intervals differ).
    """
    waiting, back = float(late), [0.0] * (HORIZON + gap + 2)
    for day in range(HORIZON):
        waiting += back[day] + (coming[day] if day < len(coming) else 0)
        done = min(float(limit), waiting)
        waiting -= done
        if waiting < 1:
            return day + 1
        back[day + 1] += done * wrong
        back[day + gap] += done * (1 - wrong)
    return None
