"""Which words point at nothing, judged by a reader."""

import pytest

from questions.generation.standing import dangling


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Where did he die?", "he"),
        ("They drank from the lake.", "They"),
        ("In which year was it found?", "it"),
        ("Which of these reached the lake?", ""),
        ("What did the latter find?", "the latter"),
        ("What happened that year?", "that year"),
        ("What does the passage call the lake?", "the passage"),
        ("According to the text, who came first?", "According to the text"),
        ("When did Ashby say that he was ill?", ""),
        ("Which man said that he was ill?", ""),
        ("What did the mules eat before they died?", ""),
        ("How long was it before the mules died?", ""),
        ("It was after the flood that Ashby came.", ""),
        ("Was it Ashby who drowned?", ""),
        ("Those who came first drank most.", ""),
        ("In 1871 the lake froze. What else happened in that year?", ""),
        ("What was the latter half of the journey like?", ""),
        ("Who led the expedition of 1871?", ""),
    ],
)
def test_a_text_stands_alone_or_its_pointer_is_named(text, word):
    assert dangling(text) == word
