"""What became of the sentences of an invented document in its second version."""

from __future__ import annotations

import random

import pytest

from questions.authoring.versions.align import Became, align, of_paragraphs

LAKE = "Lake Velmar was discovered in 1764 by Ilse Brandom. It covers 312 square kilometres."
DAM = "Tobias Renfield built the first dam at Karsten in 1847. The dam broke on 9 March 1891. It was never built again."
HARBOUR = "The harbour of Ondrel was opened in 1903. Ships with grain and timber call there in summer."
RESERVE = "In 1956 the lake became a nature reserve. Nobody may fish there in spring."
OLD = [LAKE, DAM, HARBOUR, RESERVE]


def became(old, new):
    found = align(old, new)
    return [str(found.became[place]) for place in range(len(found.old))]


def test_an_equal_document_is_unchanged():
    assert set(became(OLD, OLD)) == {"unchanged"}
    assert align(OLD, OLD).fresh == set()


def test_a_paragraph_elsewhere_is_moved_and_the_longer_rest_is_not():
    assert became(OLD, [HARBOUR, LAKE, DAM, RESERVE]) == [*["unchanged"] * 5, *["moved"] * 2, *["unchanged"] * 2]


@pytest.mark.parametrize(
    ("sentence", "fate"),
    [
        ("The dam broke on 12 March 1891.", Became.CHANGED),
        ("The dam at Oskin broke on 9 March 1891.", Became.REWORDED),
        ("On 9 March 1891 the dam finally broke.", Became.REWORDED),
        ("The dam borke on 9 March 1891.", Became.REWORDED),
        ("A railway reached the northern shore some years later.", Became.GONE),
    ],
)
def test_a_sentence_is_reworded_changed_or_gone(sentence, fate):
    new = [LAKE, DAM.replace("The dam broke on 9 March 1891.", sentence), HARBOUR, RESERVE]

    assert became(OLD, new)[3] == fate
    assert bool(align(OLD, new).fresh) is (fate is Became.GONE)


def test_a_new_sentence_is_fresh():
    found = align(OLD, [LAKE, DAM, f"{HARBOUR} A lighthouse was added in 1911.", RESERVE])

    assert [found.new[place].text for place in found.fresh] == ["A lighthouse was added in 1911."]
    assert set(found.became.values()) == {Became.UNCHANGED}


def test_paragraphs_split_and_joined_change_no_sentence():
    first, second = DAM.split(" The dam", 1)

    assert set(became(OLD, [LAKE, first, f"The dam{second}", f"{HARBOUR} {RESERVE}"])) == {"unchanged"}


def test_a_split_sentence_keeps_both_parts_and_joined_ones_their_whole():
    long = "Tobias Renfield built the first dam at Karsten in 1847, and the dam broke on 9 March 1891 in a storm."
    parts = "Tobias Renfield built the first dam at Karsten in 1847. The dam broke on 9 March 1891 in a storm."

    split = align([long, HARBOUR], [parts, HARBOUR])
    joined = align([parts, HARBOUR], [long, HARBOUR])

    assert (split.to[0], split.fresh) == ([0, 1], set())
    assert (joined.to[0], joined.to[1]) == ([0], [0])
    assert {split.became[0], joined.became[0], joined.became[1]} == {Became.REWORDED}


def test_of_equal_sentences_the_one_with_the_same_neighbour_is_the_same():
    refrain = "It was rebuilt."
    old = [f"The mill burnt down in 1801. {refrain}", f"The inn burnt down in 1802. {refrain}"]

    found = align(old, [old[1], old[0]])

    assert [found.to[place] for place in range(4)] == [[2], [3], [0], [1]]


def test_paragraphs_are_counted_by_the_worst_of_their_sentences():
    new = [HARBOUR, LAKE.replace("1764", "1765"), DAM.replace(" It was never built again.", ""), "All of it is new."]

    assert of_paragraphs(align(OLD, new)) == {"moved": 1, "changed": 1, "reworded": 1, "gone": 1, "new": 1}


def test_nothing_and_something_have_nothing_in_common():
    assert became(OLD, []) == ["gone"] * 9
    assert align([], OLD).fresh == set(range(9))


def test_long_documents_are_aligned_as_they_were_shuffled():
    rng = random.Random(7)
    names = [
        f"{first}{last}" for first in ("Kar", "On", "Vel", "Os") for last in ("sten", "drel", "mar", "kin", "ford")
    ]
    old = [
        f"Mill {number} of {rng.choice(names)} ground {rng.randrange(100, 999)} sacks of {rng.choice(names)}."
        for number in range(2_000)
    ]
    places = list(range(2_000))
    rng.shuffle(places)

    found = align(old, [old[place] for place in places])

    assert [found.to[place][0] for place in range(2_000)] == sorted(range(2_000), key=lambda at: places[at])
