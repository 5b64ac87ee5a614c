"""Every address of the site: how it is visited, and what each role of `ROLES` gets. Walked by test_every_address.

`login` is the way to the login page; 404 means that for this role there is no such page. POSTs are sent so that the
role with the right succeeds: 303, or 200 where the answer is a page; 422 is a form that was understood and refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.everyone import World


@dataclass(frozen=True)
class Visit:
    """`at` names what of the world stands in the path, `sends` what is posted or asked."""

    answers: str
    at: Callable[[World], Any] | None = None
    sends: Callable[[World], dict[str, Any]] | None = None
    method: str = "get"


def get(
    answers: str, at: Callable[[World], Any] | None = None, sends: Callable[[World], dict[str, Any]] | None = None
) -> Visit:
    return Visit(answers, at, sends)


def post(
    answers: str, at: Callable[[World], Any] | None = None, sends: Callable[[World], dict[str, Any]] | None = None
) -> Visit:
    return Visit(answers, at, sends, method="post")


#            stranger student other teacher foreign staff
EVERYONE = " 200 200 200 200 200 200"
MEMBERS = "login 200 200 200 200 200"
STUDENT = "login 200 404 404 404 404"
TEACHER = "login 404 404 200 404 404"
DONE_BY_STUDENT = "login 303 404 404 404 404"
DONE_BY_TEACHER = "login 404 404 303 404 404"
DONE_BY_MEMBERS = "login 303 303 303 303 303"
OF_COURSE = "login 200 404 200 404 404"

PEOPLE = {  # a reset link ends when its student logs in
    "home": get("200 302 302 302 302 302"),
    "settings": get(MEMBERS),
    "scheduling": get(MEMBERS),
    "choose_share": post(DONE_BY_MEMBERS, sends=lambda _: {"share": "0.93"}),
    "fit_own": post(DONE_BY_MEMBERS),
    "forget_own": post(DONE_BY_MEMBERS),
    "yours": get(MEMBERS),
    "yours_download": get(MEMBERS),
    "leave_site": post("login 422 422 422 422 422", sends=lambda _: {"password": "not it"}),
    "reset_link": get("200 410 200 200 200 200", lambda w: [w.reset_token]),
    "reset_link_for": post(TEACHER, lambda w: [w.course.pk, w.student.pk]),
    "account_login": get("200 302 302 302 302 302"),
    "account_signup": get("200 302 302 302 302 302"),
    "account_logout": post("302 302 302 302 302 302"),
    "account_inactive": get(EVERYONE),
    "account_change_password": get(MEMBERS),
    "account_reset_password": get(EVERYONE),
    "account_reset_password_done": get(EVERYONE),
    "account_reset_password_from_key": get(EVERYONE, lambda _: ["1", "no-such-key"]),
    "account_reset_password_from_key_done": get(EVERYONE),
}
PRACTICE = {
    "today": get(MEMBERS),
    "change_limits": post(DONE_BY_MEMBERS, sends=lambda _: {"due_per_day": "40"}),
    "begin_round": post(DONE_BY_MEMBERS, sends=lambda _: {"minutes": "10"}),
    "planned_break": get(MEMBERS),
    "call_off_break": post(DONE_BY_MEMBERS),
    "practice": get(MEMBERS),
    "practise_more": get(MEMBERS),
    "answer": post("login 303 422 422 422 422", sends=lambda w: {"card": w.signed, "act": "give_up"}),
    "review": get(STUDENT, lambda w: [w.review.token]),
    "correct": post(DONE_BY_STUDENT, lambda w: [w.review.token], lambda _: {"act": "undo"}),
    "report": post(DONE_BY_STUDENT, lambda w: [w.review.token], lambda _: {"reason": "unclear"}),
    "facts": get(MEMBERS),
    "fact": get(TEACHER, lambda w: [w.secret.pk]),
    "suspend": post(DONE_BY_TEACHER, lambda w: [w.secret.pk], lambda _: {"is_suspended": "1"}),
    "bury": post(DONE_BY_TEACHER, lambda w: [w.secret.pk]),
    "rewrite": post(DONE_BY_TEACHER, lambda w: [w.secret.pk], lambda _: {"note": "Shorter."}),
    "forget": post(DONE_BY_TEACHER, lambda w: [w.secret.pk]),
    "progress": get(MEMBERS),
    "said": get(TEACHER, lambda w: [w.secret.statement_id]),
}
BANKS = {
    "reports": get(TEACHER, lambda w: [w.private.key]),
    "answer_report": post(DONE_BY_TEACHER, lambda w: [w.private.key, w.flagged.pk], lambda _: {"word": "Mended."}),
    "bank_facts": get(TEACHER, lambda w: [w.private.key]),
    "move_facts": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
    "change_fact": get(TEACHER, lambda w: [w.private.key, w.secret.pk]),
    "what_changed": get(TEACHER, lambda w: [w.private.key]),
    "new_version": get(TEACHER, lambda w: [w.private.key, w.revised.version.document_id]),
    "take_rewordings": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
    "decide_change": post(
        DONE_BY_TEACHER,
        lambda w: [w.private.key, w.revised.pk],
        lambda w: {"decision": "kept", "turns": f"{w.revised.pk}:1"},
    ),
    "undo_change": post(
        "login 404 404 422 404 404",
        lambda w: [w.private.key, w.revised.pk],
        lambda w: {"turns": f"{w.revised.pk}:1"},
    ),
    "copy_bank": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
    "bank_settings": get(TEACHER, lambda w: [w.private.key]),
    "archive_bank": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
    "delete_bank": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
}
LIBRARY = {
    "banks": get(MEMBERS),
    "bank": get(TEACHER, lambda w: [w.private.key]),
    "study": post(DONE_BY_TEACHER, lambda w: [w.private.key], lambda _: {"new_per_day": "5"}),
    "unit": get(TEACHER, lambda w: [w.private.key, "journey"]),
    "anki": get(TEACHER, lambda w: [w.private.key]),
    "anki_download": get(TEACHER, lambda w: [w.private.key], lambda _: {"style": "basic"}),
}
DESK = {  # `foreign` edits the bank beside the teacher, see everyone
    "editors": get("login 404 404 200 404 404", lambda w: [w.private.key]),
    "desk_news": get("login 404 404 200 404 404", lambda w: [w.private.key], lambda w: {"shown": f"{w.proposal.pk}.9"}),
    "move_drafts": post(
        DONE_BY_TEACHER,
        lambda w: [w.private.key],
        lambda w: {"drafts": [w.proposal.pk], "unit": w.private.units.first().pk},
    ),
    "desk": get(TEACHER, lambda w: [w.private.key]),
    "write_statement": get(TEACHER, lambda w: [w.private.key]),
    "desk_units": get(TEACHER, lambda w: [w.private.key]),
    "check_written": post(TEACHER, lambda w: [w.private.key], lambda _: {"text": "It is [blue](term:b1)."}),
    "accept_above": post(DONE_BY_TEACHER, lambda w: [w.private.key], lambda _: {"score": "0.5"}),
    "undo_desk": post(DONE_BY_TEACHER, lambda w: [w.private.key]),
    "draft": get("login 404 404 303 404 404", lambda w: [w.private.key, w.proposal.pk]),
    "edit_draft": get(TEACHER, lambda w: [w.private.key, w.proposal.pk]),
    "decide_draft": post(
        DONE_BY_TEACHER, lambda w: [w.private.key, w.proposal.pk], lambda _: {"act": "reject", "version": "1"}
    ),
    "reshape_draft": post(
        DONE_BY_TEACHER, lambda w: [w.private.key, w.proposal.pk], lambda _: {"act": "split", "version": "1"}
    ),
}
COURSES = {
    "courses": get(MEMBERS),
    "new_course": get("login 404 404 200 200 404"),
    "join_by_code": post(DONE_BY_MEMBERS, sends=lambda w: {"code": w.course.join_code}),
    "join": post(DONE_BY_MEMBERS, lambda w: [w.course.join_code]),
    "course": get(OF_COURSE, lambda w: [w.course.pk]),
    "edit_course": get(TEACHER, lambda w: [w.course.pk]),
    "new_code": post(DONE_BY_TEACHER, lambda w: [w.course.pk]),
    "remove_student": post(DONE_BY_TEACHER, lambda w: [w.place.pk]),
    "take_back_student": post(DONE_BY_TEACHER, lambda w: [w.removed.pk]),
    "new_quiz": get(TEACHER, lambda w: [w.course.pk]),
}
QUIZZES = {
    "build_quiz": get(TEACHER, lambda w: [w.draft.pk]),
    "quiz_settings": get(TEACHER, lambda w: [w.draft.pk]),
    "add_items": post(
        DONE_BY_TEACHER, lambda w: [w.draft.pk], lambda w: {"facts": [w.fact.pk], "kind": "choice", "unit": ""}
    ),
    "pick_items": post(DONE_BY_TEACHER, lambda w: [w.draft.pk], lambda _: {"count": "1", "kind": "choice"}),
    "preview_quiz": get(TEACHER, lambda w: [w.draft.pk]),
    "publish_quiz": post(DONE_BY_TEACHER, lambda w: [w.draft.pk]),
    "unpublish_quiz": post(DONE_BY_TEACHER, lambda w: [w.quiz.pk]),
    "delete_quiz": post(DONE_BY_TEACHER, lambda w: [w.draft.pk]),
    "change_item_kind": post(DONE_BY_TEACHER, lambda w: [w.draft_item.pk], lambda _: {"kind": "typed"}),
    "take_out_item": post(DONE_BY_TEACHER, lambda w: [w.draft_item.pk]),
    "withdraw_item": post(DONE_BY_TEACHER, lambda w: [w.item.pk]),
    "restore_item": post(DONE_BY_TEACHER, lambda w: [w.withdrawn.pk]),
    "results": get(TEACHER, lambda w: [w.quiz.pk]),
    "results_csv": get(TEACHER, lambda w: [w.quiz.pk]),
    "extend_quiz": get(TEACHER, lambda w: [w.quiz.pk]),
    "opened_attempt": get(TEACHER, lambda w: [w.done.pk]),
    "quiz": get("login 200 404 302 404 404", lambda w: [w.quiz.pk]),
    "start_quiz": post(DONE_BY_STUDENT, lambda w: [w.quiz.pk]),
    "sit": get(STUDENT, lambda w: [w.sitting.pk]),
    "save_answers": post(DONE_BY_STUDENT, lambda w: [w.sitting.pk]),
    "hand_in": post(DONE_BY_STUDENT, lambda w: [w.sitting.pk]),
    "own_result": get(STUDENT, lambda w: [w.done.pk]),
}
IMPORTS = {
    "new_import": get(MEMBERS),
    "import": get(TEACHER, lambda w: [w.imported.pk]),
    "cancel_import": post(DONE_BY_TEACHER, lambda w: [w.imported.pk]),
    "retry_import": post(DONE_BY_TEACHER, lambda w: [w.imported.pk]),
}
ADDRESSES: dict[str, Visit] = PEOPLE | PRACTICE | BANKS | LIBRARY | DESK | COURSES | QUIZZES | IMPORTS
