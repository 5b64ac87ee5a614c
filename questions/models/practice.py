"""What one learner takes up, remembers and has answered. Rows in, rows out; reviews and corrections only grow."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from questions import vocabulary

from .library import Bank, Fact, Kind, Question, Unit

if TYPE_CHECKING:
    from datetime import datetime

    from .people import User


class LearnerQuerySet(models.QuerySet):
    """Rows that belong to one learner."""

    def of(self, learner: User) -> Self:
        return self.filter(learner=learner)


class StudyQuerySet(LearnerQuerySet):
    def active(self) -> Self:
        return self.filter(is_paused=False)

    def with_counts_for(self, learner: User) -> Self:
        """Each with its bank, which says how many facts it has and how many of them `learner` has met."""
        return self.prefetch_related(models.Prefetch("bank", Bank.objects.with_counts_for(learner)))

    def with_units(self) -> Self:
        """Each with its bank and the bank's current units in which something is asked."""
        units = Unit.objects.current().with_facts()
        return self.select_related("bank").prefetch_related(models.Prefetch("bank__units", units))


class Study(models.Model):
    """A bank, or some of its units (none named means all), that a learner has taken up."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="studies")
    bank = models.ForeignKey(Bank, on_delete=models.CASCADE, related_name="studies")
    units = models.ManyToManyField(Unit, blank=True, related_name="studies")
    position = models.PositiveIntegerField(default=0)
    new_per_day = models.PositiveSmallIntegerField(default=10)
    is_paused = models.BooleanField(default=False)

    objects = StudyQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["learner", "bank"], name="one_study_per_bank")]

    def __str__(self) -> str:
        return f"{self.learner_id} studies {self.bank_id}"


class MemoryQuerySet(LearnerQuerySet):
    def learnt(self) -> Self:
        """Memories that hold a state (not merely a suspension or the rest of an undone first review)."""
        return self.filter(stability__isnull=False)

    def due(self, day: date) -> Self:
        return self.filter(due__lte=day, is_suspended=False).awake(day)

    def awake(self, day: date) -> Self:
        """Memories that are not buried on `day`."""
        return self.filter(Q(rests_until__isnull=True) | Q(rests_until__lte=day))


class Memory(models.Model):
    """What one learner remembers of one fact. Stability in days; difficulty 1 to 10; `version` only grows."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memories")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="memories")
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    rung = models.PositiveSmallIntegerField(default=0)
    due = models.DateField(null=True)
    last_day = models.DateField(null=True, help_text="Day of the last review that moved the state.")
    review_count = models.PositiveIntegerField(default=0)
    lapse_count = models.PositiveIntegerField(default=0)
    is_suspended = models.BooleanField(default=False)
    rests_until = models.DateField(null=True, help_text="Buried: not asked before this day.")
    kinds = models.JSONField(default=dict, blank=True, help_text="What is held in each kind, where each has a memory.")
    version = models.PositiveIntegerField(default=0)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner", "fact"], name="one_memory_per_fact"),
            models.CheckConstraint(
                condition=Q(stability__isnull=True, difficulty__isnull=True, last_day__isnull=True)
                | Q(
                    # NULL > 0 is NULL, which a check lets pass: so it is said that nothing is missing
                    *(Q(stability__isnull=False), Q(difficulty__isnull=False), Q(last_day__isnull=False)),
                    *(Q(stability__gt=0), Q(difficulty__gte=1), Q(difficulty__lte=10)),
                ),
                name="memory_state_is_whole",
            ),
            models.CheckConstraint(condition=Q(rung__lte=2), name="rung_at_most_two"),
        ]
        indexes = [models.Index(fields=["learner", "due"])]

    def __str__(self) -> str:
        return f"{self.learner_id} remembers {self.fact_id}"


class ReviewQuerySet(LearnerQuerySet):
    def on(self, day: date) -> Self:
        return self.filter(day=day)

    def with_token(self, token: str) -> Review | None:
        """The review of this token with its last correction, undone or not."""
        return self.filter(token=token).with_corrections().first()

    def as_corrected(self) -> Self:
        """The reviews that stand, each with `is_right`: what the last correction, or else grading, says."""
        return self.with_corrections().exclude(last_act=Correction.Act.UNDO)

    def with_corrections(self) -> Self:
        """Each review, undone or not, with `last_act` and `last_outcome` (empty: none) and `is_right`."""
        right = [Review.Outcome.CORRECT, Review.Outcome.NEAR_MISS]
        last = Correction.objects.filter(review=models.OuterRef("pk")).order_by("-pk")
        says = models.Case(
            models.When(act=Correction.Act.CLAIM, then=True),
            models.When(act=Correction.Act.REGRADE, then=models.Q(outcome__in=right)),
            default=None,
            output_field=models.BooleanField(),
        )
        graded = models.Case(models.When(outcome__in=right, then=True), default=False)
        return self.annotate(
            last_act=Coalesce(models.Subquery(last.values("act")[:1]), models.Value("")),
            last_outcome=Coalesce(models.Subquery(last.values("outcome")[:1]), models.Value("")),
            is_right=Coalesce(models.Subquery(last.values_list(says)[:1]), graded, output_field=models.BooleanField()),
        )


class Review(models.Model):
    """One answer: what was asked, given, found and believed then. Append-only; corrections are rows of their own."""

    class Outcome(models.TextChoices):
        CORRECT = vocabulary.Outcome.CORRECT, "correct"
        NEAR_MISS = vocabulary.Outcome.NEAR_MISS, "correct, typo forgiven"
        WRONG = vocabulary.Outcome.WRONG, "wrong"

    class Origin(models.TextChoices):
        PRACTICE = "practice", "practice"
        EXTRA = "extra", "extra practice"
        QUIZ = "quiz", "quiz"

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews")
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="reviews")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=12, choices=Kind)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.PRACTICE)
    options = models.JSONField(default=list, blank=True, help_text="The options as shown, in order.")
    given = models.TextField(blank=True)
    gave_up = models.BooleanField(default=False)
    hinted = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, choices=Outcome)
    forgiven = models.JSONField(default=list, blank=True)
    message = models.CharField(max_length=500, blank=True)
    rating = models.PositiveSmallIntegerField(help_text="FSRS: 1 Again, 2 Hard, 3 Good, 4 Easy.")
    guess_floor = models.FloatField(help_text="g: chance of a right answer by guessing.")
    ease = models.FloatField(default=0, help_text="b: logit offset of the kind.")
    prior = models.FloatField(help_text="p0: chance of knowing before a first review.")
    milliseconds = models.PositiveIntegerField(default=0)
    day = models.DateField()
    answered_at = models.DateTimeField()
    token = models.CharField(max_length=64)
    is_probe = models.BooleanField(default=False)
    is_repeat = models.BooleanField(default=False, help_text="Not the day's first of this fact; moves no state.")
    mistaken_for = models.ForeignKey(
        Fact,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        help_text="The other fact of the bank whose answer was given.",
    )
    answers_again = models.BooleanField(
        default=False, help_text="Given again after an undo; left out of calibration and probes."
    )
    # What was believed then; never changed afterwards.
    is_of_kind = models.BooleanField(default=False, help_text="What was believed is of the kind alone.")
    recall_before = models.FloatField(null=True, help_text="R: predicted chance of unaided typed recall.")
    success_before = models.FloatField(null=True, help_text="p: predicted chance of this kind succeeding.")
    stability_before = models.FloatField(null=True)
    difficulty_before = models.FloatField(null=True)
    rung_before = models.PositiveSmallIntegerField(default=0)
    due_before = models.DateField(null=True)
    stability_after = models.FloatField(null=True)
    difficulty_after = models.FloatField(null=True)
    rung_after = models.PositiveSmallIntegerField(default=0)
    interval = models.PositiveIntegerField(null=True, help_text="Days.")
    due_after = models.DateField(null=True)
    memory_version = models.PositiveIntegerField(help_text="Version of the memory the card was drawn from.")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["day", "answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["learner", "token"], name="one_review_per_token"),
            models.CheckConstraint(condition=Q(rating__gte=1, rating__lte=4), name="rating_is_fsrs"),
        ]
        indexes = [
            models.Index(fields=["learner", "day"]),
            models.Index(fields=["learner", "fact", "day"]),
        ]

    def __str__(self) -> str:
        return f"{self.learner_id} {self.fact_id} {self.day} {self.outcome}"


class Correction(models.Model):
    """An appended row about one review; the last one wins."""

    class Act(models.TextChoices):
        UNDO = "undo", "undone"
        CLAIM = "claim", "my answer was right"
        GUESSED = "guessed", "I guessed"
        EASY = "easy", "easy"
        REGRADE = "regrade", "graded again"
        FORGET = "forget", "forgotten on purpose"
        CHANGED = "changed", "the fact changed in its bank"

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="corrections")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="corrections")
    act = models.CharField(max_length=10, choices=Act)
    outcome = models.CharField(
        max_length=12, choices=Review.Outcome, blank=True, help_text="For a regrade: the new outcome."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="corrections_made"
    )
    made_at = models.DateTimeField()

    objects = LearnerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["learner", "review"])]

    def __str__(self) -> str:
        return f"{self.act} of {self.review_id}"


class ReportQuerySet(LearnerQuerySet):
    def of_bank(self, bank: Bank) -> Self:
        return self.filter(question__fact__bank=bank)

    def waiting(self) -> Self:
        return self.filter(resolved_at=None)

    def answered_since(self, moment: datetime) -> Self:
        """What was answered from `moment` on, the newest first, with what each is about."""
        return (
            self.filter(resolved_at__gte=moment)
            .select_related("question__fact__statement", "question__fact__bank")
            .order_by("-resolved_at")
        )


class Report(models.Model):
    """A learner says that a question is not right."""

    class Reason(models.TextChoices):
        WRONG = "wrong", "The answer is wrong"
        UNCLEAR = "unclear", "The question is unclear"
        MINE_RIGHT = "mine_right", "My answer was right"
        REWRITE = "rewrite", "It keeps slipping and needs a better wording"
        OTHER = "other", "Something else"

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(max_length=12, choices=Reason)
    note = models.TextField(blank=True, max_length=2000)
    given = models.TextField(blank=True)
    made_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolution = models.TextField(blank=True, max_length=2000, help_text="A word to the learner who reported it.")

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.reason}: {self.question_id}"
