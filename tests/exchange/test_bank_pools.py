"""Pools are approved as they are: a changed pool must be approved again."""

import hashlib

from questions.exchange.bank_desk import Desk
from questions.exchange.bank_pools import confirmations, objections, pools
from questions.sources.bank_file import read_bank_file
from tests.sources.files import SMALL, changed

PLACES = ("arrival/when", "arrival/who", "arrival/where", "lateness/why", "payer/payer", "payer/boats")


def desk(text):
    return Desk.of(read_bank_file(text, file="orin.yaml"))


def approved(text=SMALL):
    block = "".join(f"  {place}: {known}\n" for place, known in confirmations(desk(text)).items())
    return f"{text}confirmed:\n{block}"


def said(text):
    return [(one.field, one.problem) for one in objections(desk(text))]


def test_every_pool_is_shown_with_its_prompt_and_answer():
    found = pools(desk(SMALL))
    assert [pool.place for pool in found] == list(PLACES)
    assert str(found[1]) == (
        "[new] arrival/who: Whose expedition reached Lake Orin in 1871?\n    Ashby | Burton | Kettle | Morrow"
    )


def test_new_pools_are_objected_to_and_approved_ones_are_not():
    assert [field for field, _ in said(SMALL)] == [f"{place.split('/')[1]}.options" for place in PLACES]
    assert said(SMALL)[1][1] == "The pool has not been confirmed: Burton | Kettle | Morrow."
    assert said(approved()) == []
    assert {pool.state for pool in pools(desk(approved()))} == {"confirmed"}


def test_a_changed_option_or_answer_must_be_approved_again():
    told = [("who.options", "The pool has changed since it was confirmed: Burton | Kettle | Vane.")]
    assert said(changed(("Kettle, Morrow]", "Kettle, Vane]"), text=approved())) == told
    answer = said(changed(("[Ashby](person:who)", "[Ashly](person:who)"), text=approved()))
    assert answer == [("who.options", "The pool has changed since it was confirmed: Burton | Kettle | Morrow.")]


def test_another_order_or_prompt_needs_no_approval():
    text = changed(
        ("[Burton, Kettle, Morrow]", "[Morrow, Burton, Kettle]"),
        ("Whose expedition reached Lake Orin in 1871?", "Who led the expedition to Lake Orin?"),
        text=approved(),
    )
    assert said(text) == []


def test_an_approval_of_nothing_is_objected_to():
    text = f"{approved()}  gone/who: 0123456789abcdef\n"
    assert said(text) == [("who.options", "A pool is confirmed that is not there.")]


def test_the_hash_is_of_answer_and_options():
    said = b'["Ashby", ["Burton", "Kettle", "Morrow"]]'
    assert confirmations(desk(SMALL))["arrival/who"] == hashlib.sha256(said).hexdigest()[:16]
