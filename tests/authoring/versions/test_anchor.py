"""Where a citation stands in a new version."""

from questions.authoring.versions.align import align
from questions.authoring.versions.anchor import Anchors

OLD = ["The dam broke in 1891. It was never built again.", "The harbour of Ondrel was opened in 1903."]


def find(new, paragraph, cited):
    start = OLD[paragraph].index(cited)
    return Anchors(align(OLD, new), OLD, new).find(paragraph, start, start + len(cited))


def test_a_part_of_a_sentence_is_found_to_the_character():
    new = ["A preface.", "Of the shore: The harbour of Ondrel was opened in 1903.", OLD[0]]

    found = find(new, 1, "harbour of Ondrel")

    assert (found.is_verbatim, found.place.paragraph) == (True, 1)
    assert new[1][found.place.start : found.place.end] == "harbour of Ondrel"


def test_two_sentences_cited_together_stay_together():
    found = find([f"Once: {OLD[0]}"], 0, OLD[0])

    assert (found.is_verbatim, found.place.start, found.place.end) == (True, 6, 6 + len(OLD[0]))


def test_a_changed_sentence_has_a_place_but_not_the_same_characters():
    found = find(["The dam broke in 1892. It was never built again."], 0, "The dam broke in 1891.")

    assert (str(found.became), found.is_verbatim) == ("changed", False)
    assert found.place.reads == "The dam broke in 1892."


def test_what_is_gone_has_no_place():
    found = find([OLD[0]], 1, OLD[1])

    assert (str(found.became), found.place) == ("gone", None)
