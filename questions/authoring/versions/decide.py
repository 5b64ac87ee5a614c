"""What differs in a newer version and its author's decision in; the bank so changed, and what undoing needs, out."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from questions.authoring.acts import NotPossible, wait_for, who_is
from questions.authoring.change import (
    Change,
    Log,
    Rewriting,
    Rewritten,
    as_it_stands,
    change_statement,
    change_statements,
    drafts_of,
)
from questions.authoring.pool import make_anew
from questions.models import Bank, Difference, Draft, Fact, Statement
from questions.practice.facts import strengthen

from .anchor import Place
from .bring_over import BATCH, anchor
from .proposal import propose, written_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from questions.models import User

    from .proposal import Proposal

    Turns = Mapping[int, int]
    """By the ids of differences, how often each had been decided when a person saw it."""

Decision = Difference.Decision
CHANGES = {Decision.ANSWER: Change.ANSWER, Decision.WORDING: Change.WORDING}
MILDER = {Decision.ANSWER: (Decision.WORDING, Decision.KEPT), Decision.WORDING: (Decision.KEPT,)}
CANNOT_BE = "That cannot be decided for this statement."
DECIDED = "It is decided already. Undo that first."
MOVED_ON = "The statement was changed since. Change it in its editor instead."
NOT_DECIDED = "There is nothing to undo."


class StaleDifference(Exception):
    """Somebody decided meanwhile; `difference` is as it is now."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        super().__init__(what_happened(difference))


def what_happened(one: Difference) -> str:
    """Who decided what, in one sentence."""
    did = f"decided “{one.get_decision_display()}”" if one.decision else "took a decision back"
    return f"{who_is(one.decided_by)} {did} here in the meantime. Nothing was overwritten; look at it as it is now."


@transaction.atomic
def decide(one: Difference, decision: str, *, by: User, turn: int, now: datetime) -> Difference:
    """Carry out the decision. Raise `StaleDifference` when another was taken, `NotPossible` when it makes no sense."""
    statement = _locked(one)
    proposal = propose(one)
    _take_turn(one, turn, decision=decision, decided_by=by, decided_at=now)
    if decision not in proposal.decisions or statement.retired_at:
        raise NotPossible(CANNOT_BE)
    before = _as_it_is(statement)
    if decision == Decision.RETIRED:
        _retire(statement, now=now)
    elif decision in CHANGES:
        written = _written(one, statement, proposal, decision)
        change_statement(statement, written, change=CHANGES[Decision(decision)], now=now, log=_log(one, by))
        cite_anew(one, statement)
    one.before = before | {"text_after": statement.text}
    one.save(update_fields=["before"])
    return one


@transaction.atomic
def decide_all(ones: Iterable[Difference], decision: str, *, by: User, turns: Turns, now: datetime) -> None:
    """The same decision for all statements of one sentence; for those it makes no sense for, the mildest like it."""
    for one in _as_seen(ones, turns):
        possible = propose(one).decisions
        fit = next((way for way in (decision, *MILDER.get(decision, ())) if way in possible), None)
        if fit is None:
            raise NotPossible(CANNOT_BE)
        decide(one, fit, by=by, turn=one.turn, now=now)


@transaction.atomic
def undo_all(ones: Iterable[Difference], *, by: User, turns: Turns, now: datetime) -> None:
    """Take back what was decided of one sentence."""
    for one in _as_seen(ones, turns):
        undo_decision(one, by=by, turn=one.turn, now=now)


@transaction.atomic
def take_rewordings(bank: Bank, *, by: User, now: datetime) -> int:
    """Take the new wording of everything that was only reworded and waits; of how many statements.

    All at once; where one of them could not be asked any more so, one by one, and it is left waiting.
    """
    wait_for(bank)
    waiting = Difference.objects.of_bank(bank).waiting().filter(kind=Difference.Kind.REWORDED)
    found = list(waiting.select_related("statement", "version__document", "passage"))
    first = {one.statement_id: one for one in reversed(found)}
    with suppress(NotPossible), transaction.atomic():
        _take_wordings([one for one in first.values() if _way_for(one) == Decision.WORDING], by=by, now=now)
    left = waiting.select_related("statement", "version__document", "passage")
    return len(found) - len(left) + sum(_is_taken(one, by=by, now=now) for one in left)


def _way_for(one: Difference) -> str:
    return Decision.WORDING if Decision.WORDING in propose(one).decisions else Decision.KEPT


def _is_taken(one: Difference, *, by: User, now: datetime) -> bool:
    with suppress(NotPossible):
        decide(one, _way_for(one), by=by, turn=one.turn, now=now)
        return True
    return False


def _take_wordings(ones: list[Difference], *, by: User, now: datetime) -> None:
    """The new wording of several statements, whose questions are made anew once. Raise `NotPossible` as `decide`."""
    rows = []
    for one in ones:
        statement, proposal = one.statement, propose(one)
        _take_turn(one, one.turn, decision=Decision.WORDING, decided_by=by, decided_at=now)
        one.before = _as_it_is(statement)
        rows.append(Rewriting(statement, _written(one, statement, proposal, Decision.WORDING), _log(one, by)))
    if not rows:
        return
    change_statements(rows, change=Change.WORDING, now=now)
    for one, row in zip(ones, rows, strict=True):
        cite_anew(one, row.statement)
        one.before |= {"text_after": row.statement.text}
    Difference.objects.bulk_update(ones, ["before"], batch_size=BATCH)


def _written(one: Difference, statement: Statement, proposal: Proposal, decision: str) -> dict[str, Rewritten]:
    """By blank, what becomes of the facts whose answers would change; where none would, of the first one."""
    facts = [fact for fact in statement.facts.current() if fact.blank in proposal.answers]
    facts = facts or list(statement.facts.current()[:1])
    is_same = decision == Decision.WORDING
    return {fact.blank: written_for(one, fact, proposal, is_same_answer=is_same) for fact in facts}


def _as_seen(ones: Iterable[Difference], turns: Turns) -> list[Difference]:
    """Those that the person saw, if they are as they were then."""
    seen = [one for one in ones if one.pk in turns]
    for one in seen:
        if one.turn != turns[one.pk]:
            raise StaleDifference(one)
    if not seen:
        raise NotPossible(CANNOT_BE)
    return seen


@transaction.atomic
def undo_decision(one: Difference, *, by: User, turn: int, now: datetime) -> Difference:
    """As before the decision: words, answers, citation; memories made fragile by it get back what they were."""
    statement = _locked(one)
    decision, decided_at, before = one.decision, one.decided_at, one.before
    if one.turn == turn and (not decision or not before):
        raise NotPossible(NOT_DECIDED)
    _take_turn(one, turn, decision="", decided_by=by, decided_at=None)
    if statement.text != before["text_after"] or bool(statement.retired_at) != (decision == Decision.RETIRED):
        raise NotPossible(MOVED_ON)
    if decision == Decision.RETIRED:
        _bring_back(statement, before)
    elif decision in CHANGES:
        lists = {blank: _rewritten(its) for blank, its in before["blanks"].items()}
        change_statement(statement, lists, change=Change.WORDING, now=now, log=Log(by=by))
        _cite_as_before(statement, before)
        _propose_as_before(statement, before, now=now)
        strengthen(statement.facts.all(), weakened_at=decided_at, made_by=by, now=now)
    return one


def cite_anew(one: Difference, statement: Statement) -> None:
    """Let the statement cite the new sentence."""
    if one.passage:
        anchor([(statement, Place(0, one.start, one.end, one.new_sentence))], [one.passage])


def _locked(one: Difference) -> Statement:
    Bank.objects.select_for_update().get(pk=one.version.bank_id)
    one.statement = Statement.objects.get(pk=one.statement_id)
    return one.statement


def _take_turn(one: Difference, turn: int, **fields: Any) -> None:
    guarded = Difference.objects.filter(pk=one.pk, turn=turn)
    if fields["decision"] and guarded.exclude(decision="").exists():
        raise NotPossible(DECIDED)
    if not guarded.update(turn=turn + 1, **fields):
        whole = Difference.objects.select_related("statement", "version__bank", "passage", "decided_by")
        raise StaleDifference(whole.get(pk=one.pk))
    one.turn = turn + 1
    for name, value in fields.items():
        setattr(one, name, value)


def _log(one: Difference, by: User) -> Log:
    return Log(by=by, why=f"A new version of “{one.version.document.title[:200]}” says so.", version=one.version)


def _as_it_is(statement: Statement) -> dict[str, Any]:
    facts = list(statement.facts.current())
    return {
        "blanks": {fact.blank: asdict(as_it_stands(fact)) for fact in facts},
        "facts": [fact.pk for fact in facts],
        "drafts": dict(drafts_of(statement).values_list("pk", "details")),
        "passages": list(statement.passages.values_list("pk", flat=True)),
        "start": statement.start,
        "end": statement.end,
    }


def _rewritten(its: Mapping[str, Any]) -> Rewritten:
    return Rewritten(**{name: tuple(value) if isinstance(value, list) else value for name, value in its.items()})


def _retire(statement: Statement, *, now: datetime) -> None:
    drafts = list(drafts_of(statement))
    Statement.objects.filter(pk=statement.pk).update(retired_at=now)
    statement.facts.current().update(retired_at=now)
    for draft in drafts:
        draft.state, draft.version = Draft.State.REJECTED, draft.version + 1
    Draft.objects.bulk_update(drafts, ["state", "version"])


def _bring_back(statement: Statement, before: dict[str, Any]) -> None:
    Statement.objects.filter(pk=statement.pk).update(retired_at=None)
    Fact.objects.filter(pk__in=before["facts"]).update(retired_at=None)
    drafts = list(Draft.objects.filter(pk__in=map(int, before["drafts"])))
    for draft in drafts:
        draft.state, draft.version = Draft.State.ACCEPTED, draft.version + 1
    Draft.objects.bulk_update(drafts, ["state", "version"])


def _propose_as_before(statement: Statement, before: dict[str, Any], *, now: datetime) -> None:
    """A draft that nobody had edited is an unedited one again, with all that was made of it."""
    unedited = [int(pk) for pk, details in before["drafts"].items() if not details]
    if Draft.objects.filter(pk__in=unedited).update(details={}):
        make_anew(statement.bank, now=now, touched=before["facts"])


def _cite_as_before(statement: Statement, before: dict[str, Any]) -> None:
    """The first passage as it was cited, with the drafts; the others beside it."""
    passages = list(statement.passages.model.objects.filter(pk__in=before["passages"]).order_by("pk"))
    if not passages or before["start"] is None:
        statement.passages.set(passages)
        return
    start, end = before["start"], before["end"]
    anchor([(statement, Place(0, start, end, passages[0].text[start:end]))], passages[:1])
    statement.passages.add(*passages[1:])
