"""A round of practice that lasts some minutes: kept in the person's session, so that any process of the site knows it.

A round ends with the first look for a card after its time, never in the middle of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

MINUTES = (5, 10, 20)
SECONDS_LEFT = "Round-Seconds-Left"
"""A header of the card, for next_card.js: a card fetched ahead is not shown when the round has ended by then."""
KEPT = "round_of_practice"
LINGERS = timedelta(minutes=30)
"""After its end a round is still said to be over; whoever comes back later begins anew."""


@dataclass(frozen=True, slots=True)
class Round:
    began: datetime
    minutes: int

    @property
    def ends(self) -> datetime:
        return self.began + timedelta(minutes=self.minutes)

    def is_over(self, now: datetime) -> bool:
        return now >= self.ends

    def seconds_left(self, now: datetime) -> int:
        return max(0, int((self.ends - now).total_seconds()))


def begin(request: HttpRequest, minutes: int, *, now: datetime) -> None:
    """A round of so many minutes, from now; 0 for practice without an end."""
    if minutes:
        request.session[KEPT] = {"began": now.timestamp(), "minutes": minutes}
    else:
        request.session.pop(KEPT, None)


def round_of(request: HttpRequest, *, now: datetime) -> Round | None:
    """The round that is going on, or ended just now; None also where the clock went back behind its beginning."""
    kept = request.session.get(KEPT)
    if not kept:
        return None
    found = Round(datetime.fromtimestamp(kept["began"], UTC), kept["minutes"])
    return found if found.began <= now < found.ends + LINGERS else None
