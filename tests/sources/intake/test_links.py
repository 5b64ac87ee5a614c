"""Links: within a page, to a page called so, or to any other."""

import pytest

from questions.sources.blocks import SignalKind
from questions.sources.intake.links import kind_of_link


@pytest.mark.parametrize("target", ["", "#cite-3", "mailto:a@example.org", "javascript:void(0)"])
def test_what_leads_to_no_page_is_an_anchor(target):
    assert kind_of_link(target, "salt pan") is SignalKind.ANCHOR


@pytest.mark.parametrize(
    "target",
    [
        "/wiki/Salt_pan",
        "https://example.org/salt-pans.html?from=orin#uses",
        "salt%20pan.md",
        "/topics/salt-pan/",
        "/wiki/Salt_pan_(geology)",
    ],
)
def test_a_page_that_is_called_as_the_words_are_is_named_by_them(target):
    assert kind_of_link(target, "salt pans") is SignalKind.NAMED


@pytest.mark.parametrize("target", ["/wiki/Evaporation_pond", "/", "https://example.org/?page=12"])
def test_another_page_is_only_linked(target):
    assert kind_of_link(target, "salt pans") is SignalKind.LINK
