"""One of everybody and one of everything: six roles around one course, for the tests that walk every address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from questions.assignments.hand_in import hand_in
from questions.assignments.sit import start
from questions.models import Difference, Document, DocumentVersion, Draft, Import, Passage, Report
from questions.practice.cards import Card, draw, sign
from questions.practice.review import record_review
from questions.web.reset_links import token_for
from tests.assignments.classroom import make_bank, make_course, make_draft, make_person, make_quiz
from tests.factories import make_memory, make_study

if TYPE_CHECKING:
    from questions.models import Assignment, Attempt, Bank, Course, Fact, Item, Membership, Review, User

ROLES = ("stranger", "student", "other", "teacher", "foreign", "staff")
"""Nobody; a student of the course; a student of another one; who teaches the course; who teaches another; an
administrator who is in no course."""


@dataclass(frozen=True)
class World:
    people: dict[str, User]
    bank: Bank
    private: Bank
    course: Course
    place: Membership
    removed: Membership
    draft: Assignment
    quiz: Assignment
    sitting: Attempt
    done: Attempt
    item: Item
    withdrawn: Item
    draft_item: Item
    fact: Fact
    review: Review
    signed: str
    reset_token: str
    imported: Import

    @property
    def secret(self) -> Fact:
        """A fact of a bank that only the teacher sees."""
        return self.private.facts.first()

    @property
    def flagged(self) -> Report:
        """What the student reported of it while it was shared."""
        question = self.secret.questions.first()
        return Report.objects.create(
            learner=self.student, question=question, reason=Report.Reason.UNCLEAR, made_at=timezone.now()
        )

    @property
    def revised(self) -> Difference:
        """A sentence of that bank that is gone from the newest version of its document."""
        if found := Difference.objects.first():
            return found
        newer = Document.objects.create(title="The second edition")
        Passage.objects.create(document=newer, key="p1", paragraph=1, text="It is all new.")
        bank, statement = self.private, self.secret.statement
        Import.objects.create(
            owner=bank.owner,
            bank=bank,
            document=newer,
            sha256="1" * 64,
            size=9,
            state="done",
            created_at=timezone.now(),
        )
        version = DocumentVersion.objects.create(
            bank=bank, document=newer, replaces=bank.document, made_by=bank.owner, made_at=timezone.now()
        )
        return Difference.objects.create(version=version, statement=statement, kind="gone", old_sentence="It was so.")

    @property
    def proposal(self) -> Draft:
        """A draft on the desk of that bank."""
        return self.private.drafts.get()

    @property
    def student(self) -> User:
        return self.people["student"]


def make_world() -> World:
    now = timezone.now()
    open_now = {"opens_at": now - timedelta(hours=1), "due_at": now + timedelta(days=1)}
    people = make_people()
    student, teacher = people["student"], people["teacher"]
    course = make_course(teacher, student)
    make_course(people["foreign"], people["other"])
    bank, private = make_bank(), make_secret(teacher)
    facts = list(bank.facts.all())
    quiz, past = make_quiz(course, facts[:2], **open_now), make_quiz(course, facts[2:3], **open_now)
    done = start(past, student, now=now)
    hand_in(done, now=now)
    sitting = start(quiz, student, now=now)
    withdrawn = quiz.items.last()
    withdrawn.withdrawn_at = now
    withdrawn.save()
    draft = make_draft(course, facts[:2], **open_now)
    make_study(student, bank)
    make_memory(student, facts[3], due=student.local_day(now))
    card = draw(student, facts[3], now=now)
    return World(
        people=people,
        bank=bank,
        private=private,
        course=course,
        place=course.memberships.get(person=student),
        removed=make_removed(course),
        draft=draft,
        quiz=quiz,
        sitting=sitting,
        done=done,
        item=quiz.items.first(),
        withdrawn=withdrawn,
        draft_item=draft.items.first(),
        fact=facts[3],
        review=make_review(student, card),
        signed=sign(draw(student, facts[2], now=now)),
        reset_token=token_for(student),
        imported=Import.objects.create(owner=teacher, sha256="0" * 64, size=9, created_at=now),
    )


def make_people() -> dict[str, User]:
    return {
        "student": make_person("sam"),
        "other": make_person("olga"),
        "teacher": make_person("mira", is_instructor=True),
        "foreign": make_person("fred", is_instructor=True),
        "staff": make_person("root", is_staff=True, is_superuser=True),
    }


def make_secret(teacher: User) -> Bank:
    """A private bank with one proposal on its desk."""
    bank = make_bank("secret", visibility="private", owner=teacher)
    text = "The ferry sank in [1880](date:b1)."
    Draft.objects.create(bank=bank, position=0, text=text, answer="1880", answer_type="date")
    return bank


def make_removed(course: Course) -> Membership:
    return course.memberships.create(
        person=make_person("gone"), role="student", joined_at=course.created_at, removed_at=course.created_at
    )


def make_review(student: User, card: Card) -> Review:
    return record_review(student, card, given="", gave_up=True, now=timezone.now())
