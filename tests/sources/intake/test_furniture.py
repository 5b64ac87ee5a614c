"""What a page carries besides its text, in HTML, Markdown and plain text: none of it becomes a paragraph."""

from __future__ import annotations

import pytest

from questions.sources.intake.read import read_document

FIRST = "The Ashby expedition reached Lake Orin in 1871 after a journey of nine weeks."
SECOND = "Nobody else had paid for the boats, so the lake was named after the widow who did."
THIRD = "A second expedition followed in 1874 and drew the first map of the northern shore."

DIRTY_HTML = f"""<!doctype html><html><head><title>Lake Orin | The Lakes Site</title>
<style>p {{color: red}}</style></head>
<body class="has-sidebar"><header><a href="/">The Lakes Site</a></header>
<nav><ul><li><a href="/">Home page of this site.</a></li><li><a href="/in">Sign in to your account.</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to remember what you have read on this site, and so do others.</p></div>
<main><h1>Lake Orin <span class="mw-editsection">[edit]</span></h1>
<div class="meta">Last updated: 4 May 2020 · 9 min read</div>
<table class="infobox"><caption>Orin</caption><tr><th>Depth</th><td>90 m</td></tr></table>
<div role="note" class="hatnote">This article is about the lake. For the town of this name, see Orin (town).</div>
<p>The <a href="/ashby">Ashby expedition</a><sup class="reference"><a href="#c1">[1]</a></sup> reached <b>Lake Orin</b>
in 1871<sup>[citation needed]</sup> after a journey of nine weeks.<sup id="x">2</sup></p>
<figure><img src="orin.jpg" alt="The lake"><figcaption>The lake in June. Photo by R. Pale.</figcaption></figure>
<p>{SECOND} <span style="display:none">Hidden words that nobody sees.</span></p>
<h2>Later [edit]</h2><p>{THIRD}</p>
<h2>See also</h2><ul><li><a href="/b">Lake Bara is a smaller lake nearby.</a></li></ul>
<h2>References</h2><ol><li>Pale, R. (1990). A Short History of Orin. Calder Press. ISBN 0-000-00000-0.</li></ol></main>
<aside class="related"><p>Most read: the ten deepest lakes of the north and how they came by their names.</p></aside>
<script>var text = "In 1999 a script wrote this sentence about nothing at all.";</script>
<footer><p>© 2020 The Lakes Site. All rights reserved, and terms of use apply to all of it.</p></footer>
</body></html>"""

DIRTY_MARKDOWN = f"""[Home](/) | [Sign in](/in) | [Subscribe](/s)

# Lake Orin

> *From a list of lakes. Last updated: 4 May 2020. 9 min read.*

## Contents

- [Later](#later)
- [See also](#see-also)

| Fact | Value |
|---|---|
| Depth | 90 m |

## The lake [edit]

The [Ashby expedition](/ashby)[1] reached **Lake Orin** in 1871[citation needed] after a journey of nine weeks.[2][3]

![The lake in June](orin.jpg "Photo by R. Pale")

{SECOND}

### Later [edit]

{THIRD}

## See also

* [Lake Bara is a smaller lake nearby.](/b)

## References

1. Pale, R. (1990). *A Short History of Orin*. Calder Press. ISBN 0-000-00000-0. Retrieved 4 June 2012.

© 2020 The Lakes Site. All rights reserved. [Back to top](#)
"""

DIRTY_TEXT = f"""Lake Orin

Last updated

Lake_Orin_in_June.jpg
The lake in June, seen from the old road

Depth90 m

{FIRST.replace("1871", "1871 [1]")} [2]

{SECOND}

Later

{THIRD}

References

1. Pale, R. (1990). A Short History of Orin. p. 19. ISBN 0-000-00000-0.
2. Field, M. (1991). Lakes. Calder Press. Retrieved 4 June 2012.
"""


@pytest.mark.parametrize("dirty", [DIRTY_HTML, DIRTY_MARKDOWN, DIRTY_TEXT], ids=["html", "markdown", "text"])
def test_a_dirty_document_gives_what_the_clean_one_gives(dirty):
    document = read_document(dirty.encode())
    told = [one.text for one in document.paragraphs if not one.row]
    assert (document.title, told) == ("Lake Orin", [FIRST, SECOND, THIRD])


def test_boxes_of_related_articles_are_dropped():
    boxes = (
        '<span class="title">Lake Bara</span> Lake in the north\n\n'
        "Lake Bara is a lake in the north that dries up in June.\n\n"
        '<span class="title">Ann Ashby</span> Widow\n\n'
        "Ann Ashby was a widow who paid for two expeditions to the north.\n"
    )
    document = read_document(f"Lake Orin\n\n{FIRST}\n\n{SECOND}\n\n{boxes}".encode())
    assert [one.text for one in document.paragraphs] == [FIRST, SECOND]


def test_a_class_that_sounds_like_furniture_keeps_what_is_most_of_the_page():
    page = f'<html><body><div class="content sidebar"><p>{FIRST}</p><p>{SECOND}</p></div></body></html>'
    assert [one.text for one in read_document(page.encode()).paragraphs] == [FIRST, SECOND]


def test_a_paragraph_broken_in_mid_sentence_is_whole_again():
    broken = f"# Orin\n\nThe widow Ashby paid for all of the boats that reached the\n\nLake Orin in June.\n\n{SECOND}"
    whole = "The widow Ashby paid for all of the boats that reached the Lake Orin in June."
    assert [one.text for one in read_document(broken.encode()).paragraphs] == [whole, SECOND]


def test_items_of_a_list_are_paragraphs_when_they_are_sentences():
    text = f"# Orin\n\n- {FIRST}\n- boats\n- {SECOND}\n"
    assert [one.text for one in read_document(text.encode()).paragraphs] == [FIRST, SECOND]


def test_headings_lose_their_numbers_and_paragraphs_stand_under_their_path():
    text = f"# Orin\n\n## 1. The lake\n\n{FIRST}\n\n### 1.1 Its name\n\n{SECOND}\n"
    assert [(one.path, one.number) for one in read_document(text.encode()).paragraphs] == [
        (("The lake",), 1),
        (("The lake", "Its name"), 1),
    ]
