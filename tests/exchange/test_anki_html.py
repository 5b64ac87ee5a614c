import pytest

from questions.exchange.anki_gaps import Gap, GapError, gaps_of
from questions.exchange.anki_html import Words, words_of


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("plain", Words("plain")),
        ("  two\n\twords ", Words("two words")),
        ("Who reached <b>Lake</b> Orin?", Words("Who reached Lake Orin?")),
        ("one<br>two<div>three</div>four", Words("one two three four")),
        ("a &lt; b &amp;&amp; c&nbsp;d &#123;x", Words("a < b && c d {x")),
        ("<style>p {}</style><script>boom()</script>said", Words("said")),
        ('hund <img src="dog.jpg">', Words("hund", has_picture=True)),
        ("dog [sound:dog.mp3]", Words("dog", has_sound=True)),
        ("[anki:play:q:0]", Words("", has_sound=True)),
        (r"area \(\pi r^2\)", Words(r"area \(\pi r^2\)", has_picture=True)),
        ("[latex]x[/latex]", Words("[latex]x[/latex]", has_picture=True)),
        ("broken <b", Words("broken <b")),
        ("<" * 5_000, Words("<" * 5_000)),
        ("", Words("")),
    ],
)
def test_a_field_is_read_as_words(html, words):
    assert words_of(html) == words


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("no gap", ("no gap",)),
        ("In {{c1::1871}} they left.", ("In ", Gap("1871"), " they left.")),
        ("{{c2::Ashby::who?}} left", (Gap("Ashby", "who?"), " left")),
        ("{{c1::<b>Ashby</b> &amp; Co}}", (Gap("Ashby & Co"),)),
        ("{{c1::a}}{{c1::b}}", (Gap("a"), Gap("b"))),
        ("so {{c1::a&#58;&#58;b}}", ("so ", Gap("a::b"))),
        ("a}} b:: {{Field}}", ("a}} b:: {{Field}}",)),
        ("at{{c1:: noon }}sharp", ("at ", Gap("noon"), " ", "sharp")),
        ("{{c1::}} nothing", (" nothing",)),
    ],
)
def test_a_sentence_is_read_with_its_gaps(html, pieces):
    assert gaps_of(html) == pieces


@pytest.mark.parametrize(
    ("html", "why"),
    [("{{c1::a {{c2::b}}}}", "It has a gap within a gap."), ("{{c1::a", "It has a gap that never ends.")],
)
def test_gaps_that_cannot_be_told_apart_are_refused(html, why):
    with pytest.raises(GapError, match=f"^{why}$"):
        gaps_of(html)
