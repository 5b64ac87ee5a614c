"""A due day moved without an answer."""

import pytest
from django.db import IntegrityError, transaction

from questions.models import DueMove
from tests.factories import MONDAY, NOON, make_facts, make_learner

pytestmark = pytest.mark.django_db


def test_a_move_that_moves_nothing_is_refused():
    days = {"due_from": MONDAY, "due_to": MONDAY, "day": MONDAY, "made_at": NOON}

    with pytest.raises(IntegrityError), transaction.atomic():
        DueMove.objects.create(learner=make_learner(), fact=make_facts(1)[0], reason="away", **days)
