"""The words of the vocabulary as columns know them, each with its name for people."""

from django.db import models

from questions import vocabulary


class AnswerType(models.TextChoices):
    PERSON = vocabulary.AnswerType.PERSON, "person"
    PLACE = vocabulary.AnswerType.PLACE, "place"
    ORGANISATION = vocabulary.AnswerType.ORGANISATION, "organisation"
    EVENT = vocabulary.AnswerType.EVENT, "event"
    DATE = vocabulary.AnswerType.DATE, "date"
    QUANTITY = vocabulary.AnswerType.QUANTITY, "quantity"
    TERM = vocabulary.AnswerType.TERM, "term"
    ROLE = vocabulary.AnswerType.ROLE, "role"
    CAUSE = vocabulary.AnswerType.CAUSE, "cause"
    UNKNOWN = vocabulary.AnswerType.UNKNOWN, "unknown"


class Kind(models.TextChoices):
    CHOICE = vocabulary.Kind.CHOICE, "choice"
    CLOZE = vocabulary.Kind.CLOZE, "cloze"
    TYPED = vocabulary.Kind.TYPED, "typed"
    RECALL = vocabulary.Kind.RECALL, "recall"
    TRUE_FALSE = vocabulary.Kind.TRUE_FALSE, "true or false"
