"""Documents, banks and what they ask. Keys in, current rows out; nothing here is ever deleted, only retired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from .choices import AnswerType, Kind
from .documents import Document, Passage

if TYPE_CHECKING:
    from datetime import datetime

    from .courses import Course
    from .people import User


def _fact_count(parent: str, *, met_by: User | None = None) -> Coalesce:
    """How many current facts a row of `parent` has; with `met_by`, how many of them that learner has met.

    A subquery, because a join would visit the memories of every learner.
    """
    facts = Fact.objects.current().filter(**{parent: models.OuterRef("pk")}).order_by()
    if met_by is not None:
        facts = facts.filter(memories__learner=met_by, memories__stability__isnull=False)
    counted = facts.values(parent).annotate(n=models.Count("pk")).values("n")
    return Coalesce(models.Subquery(counted), 0)


class BankQuerySet(models.QuerySet["Bank"]):
    def visible_to(self, user: User) -> Self:
        """Banks `user` may open: published ones, those they edit, and those shared in a course of theirs."""
        shared = Q(
            visibility=Bank.Visibility.COURSE,
            courses__memberships__person=user,
            courses__memberships__removed_at=None,
        )
        own = Q(owner=user) | Q(editors__person=user)
        return self.filter(Q(visibility=Bank.Visibility.PUBLIC) | own | shared).distinct()

    def owned_by(self, user: User) -> Self:
        """Banks that are `user`'s own: to share, to put away, to have others edit."""
        return self.filter(owner=user, is_shipped=False)

    def edited_by(self, user: User) -> Self:
        """Banks that `user` may write in: their own, and those whose owner invited them."""
        return self.filter(Q(owner=user) | Q(pk__in=user.editing.values("bank")), is_shipped=False)

    def kept_by(self, user: User) -> Self:
        """Banks whose reports `user` answers: those they edit; for administrators all that are not private."""
        own = Q(Q(owner=user) | Q(pk__in=user.editing.values("bank")), is_shipped=False)
        return self.filter(own | ~Q(visibility=Bank.Visibility.PRIVATE) if user.is_staff else own)

    def listed_for(self, user: User) -> Self:
        """Banks that `user` may open, without what others have put in the archive."""
        return self.visible_to(user).filter(Q(archived_at=None) | Q(owner=user))

    def shareable_by(self, instructor: User, course: Course) -> Self:
        """Banks that `instructor` may share with `course`: public ones, their own, and those it already has."""
        own = Q(owner=instructor, visibility=Bank.Visibility.COURSE)
        found = Q(visibility=Bank.Visibility.PUBLIC) | own
        return self.filter(found & Q(archived_at=None) | Q(courses=course)).distinct()

    def with_counts_for(self, learner: User) -> Self:
        """Each bank with `fact_count`, and `met_count` of those the learner has met."""
        return self.select_related("document").annotate(
            fact_count=_fact_count("bank"), met_count=_fact_count("bank", met_by=learner)
        )


class Bank(models.Model):
    """A subject's facts and questions."""

    class Visibility(models.TextChoices):
        PRIVATE = "private", "only me"
        COURSE = "course", "people of my courses"
        PUBLIC = "public", "everyone here"

    key = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=20, default="en")
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="banks")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="banks"
    )
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.PRIVATE)
    is_shipped = models.BooleanField(default=False)
    archived_at = models.DateTimeField(null=True, blank=True, help_text="When it was taken off the lists.")
    copied_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies")

    objects = BankQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class UnitQuerySet(models.QuerySet["Unit"]):
    def current(self) -> Self:
        return self.filter(retired_at=None)

    def visible_to(self, user: User) -> Self:
        return self.filter(bank__in=Bank.objects.visible_to(user).values("pk"))

    def with_facts(self) -> Self:
        """Those in which something is asked; of an imported document many a unit waits for its first accepted fact."""
        return self.filter(models.Exists(Fact.objects.current().filter(unit=models.OuterRef("pk"))))

    def with_counts_for(self, learner: User) -> Self:
        """Each unit with `fact_count` and `met_count`: how many current facts it has, how many the learner has met."""
        return self.annotate(fact_count=_fact_count("unit"), met_count=_fact_count("unit", met_by=learner))


class Unit(models.Model):
    """A chapter of a bank."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="units")
    key = models.SlugField(max_length=100)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    position = models.PositiveIntegerField()
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["bank", "key"], name="one_unit_per_key")]

    def __str__(self) -> str:
        return self.title


class StatementQuerySet(models.QuerySet["Statement"]):
    def of_unit(self, unit: Unit) -> Self:
        """What the unit says, in the order of teaching, with the places it comes from."""
        return self.filter(unit=unit, retired_at=None).prefetch_related("passages")

    def visible_to(self, user: User) -> Self:
        return self.filter(bank__in=Bank.objects.visible_to(user).values("pk"), retired_at=None)

    def without(self, facts: models.QuerySet[Fact]) -> Self:
        return self.exclude(facts__in=facts)


class Statement(models.Model):
    """One sentence of knowledge. `text` keeps its blanks as written: `In [1871](date:when) …`."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="statements")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="statements")
    key = models.SlugField(max_length=100)
    position = models.PositiveIntegerField()
    text = models.TextField()
    explanation = models.TextField(blank=True)
    claim_of = models.CharField(max_length=200, blank=True)
    passages = models.ManyToManyField(Passage, related_name="statements")
    start = models.PositiveIntegerField(
        null=True, blank=True, help_text="Where its sentence begins in a stored passage."
    )
    end = models.PositiveIntegerField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["bank", "key"], name="one_statement_per_key")]

    def __str__(self) -> str:
        return f"{self.bank_id}/{self.key}"

    @property
    def citation(self) -> str:
        """The places it comes from, as a person reads them; wants `passages` prefetched."""
        return "; ".join(str(passage) for passage in self.passages.all())


class FactQuerySet(models.QuerySet["Fact"]):
    def current(self) -> Self:
        return self.filter(retired_at=None)

    def visible_to(self, user: User) -> Self:
        return self.filter(bank__in=Bank.objects.visible_to(user).values("pk"))

    def in_open_quiz(self, learner: User, now: datetime) -> Self:
        """Facts of a quiz `learner` is sitting: kept out of practice, reading and fact pages till it is handed in."""
        return self.filter(
            items__assignment__attempts__student=learner,
            items__assignment__attempts__handed_in_at=None,
            items__assignment__attempts__closes_at__gt=now,
            items__withdrawn_at=None,
        ).distinct()

    def with_source(self) -> Self:
        """Everything a verdict, a facts page or an export shows, in a fixed number of queries."""
        return self.select_related("statement", "unit", "bank__document").prefetch_related("statement__passages")


class Fact(models.Model):
    """One thing to remember: one blank of a statement. `key` is bank/statement/blank and never changes."""

    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="facts")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="facts")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="facts")
    key = models.CharField(max_length=310, unique=True)
    blank = models.SlugField(max_length=100)
    position = models.PositiveIntegerField(help_text="Place in the bank's order of teaching.")
    answer = models.TextField()
    answer_type = models.CharField(max_length=20, choices=AnswerType)
    accepted = models.JSONField(default=list, blank=True)
    also_true = models.JSONField(default=list, blank=True)
    unit_of_measure = models.CharField(max_length=60, blank=True)
    hint = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=12, default="stated")
    changed_at = models.DateTimeField(help_text="When anything this fact shows last changed.")
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        ordering = ["bank", "position"]
        indexes = [models.Index(fields=["bank", "position"]), models.Index(fields=["bank", "answer_type"])]

    def __str__(self) -> str:
        return self.key


class QuestionQuerySet(models.QuerySet["Question"]):
    def current(self) -> Self:
        return self.filter(is_current=True, fact__retired_at=None)


class Question(models.Model):
    """One way of asking one fact, in one version. `distractors` is the whole pool of wrong options, best first."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(max_length=12, choices=Kind)
    wording = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    prompt = models.TextField()
    answer = models.TextField()
    accepted = models.JSONField(default=list, blank=True)
    distractors = models.JSONField(default=list, blank=True)
    is_current = models.BooleanField(default=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["fact", "kind", "wording"]
        constraints = [
            models.UniqueConstraint(fields=["fact", "kind", "wording", "version"], name="one_question_per_version"),
            models.UniqueConstraint(
                fields=["fact", "kind", "wording"], condition=Q(is_current=True), name="one_current_question"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact_id} {self.kind}.{self.wording} v{self.version}"
