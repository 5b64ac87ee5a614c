"""Bank files for tests, about an invented expedition: one that can be read, and the same with one thing changed."""

from __future__ import annotations

SMALL = """\
key: orin
title: The Ashby expedition
description: How the lake was found.
language: en
document:
  title: A Short History of Lake Orin
  author: M. Field
  publication: Annals of Dry Lakes
  year: 1990
  link: https://example.org/orin
passages:
  lake-1: {section: The lake, paragraph: 1, sha256: ""}
  money-2: {section: The money, paragraph: 2, sha256: ""}
units:
  - key: journey
    title: The journey
    summary: From the coast to the lake.
    statements:
      - key: arrival
        cite: lake-1
        text: "In [1871](date:when) the [Ashby](person:who) expedition reached [Lake Orin](place:where)."
        blanks:
          when:
            prompt: In which year did the Ashby expedition reach Lake Orin?
            options: ["1869", "1874", "1880"]
          who:
            prompt: Whose expedition reached Lake Orin in 1871?
            accept: [Lord Ashby]
            options: [Burton, Kettle, Morrow]
          where:
            prompt: Which lake did the Ashby expedition reach in 1871?
            options: [Lake Tamsin, Lake Vell, Lake Corrow]
      - key: lateness
        cite: [lake-1, money-2]
        explanation: The mules were never blamed.
        text: "Ashby's party came late because [the mules had eaten the only map](cause:why)."
        blanks:
          why:
            prompt: Why did Ashby's party come late to the lake?
            options: [the guides had sold the only boat, the river had taken the bridge, the cook had lost the compass]
            basis: paraphrased
  - key: money
    title: Who paid
    statements:
      - key: payer
        cite: money-2
        text: "The [Kettle Society](organisation:payer) paid for [two](quantity:boats) boats."
        blanks:
          payer:
            prompt: Which society paid for the boats of the Ashby expedition?
            options: [Lantern Club, Harbour Guild, Alder Union]
          boats:
            prompt: How many boats did the Kettle Society pay for?
            unit: boats
            options: [three, four, five]
"""


def changed(*changes: tuple[str, str], text: str = SMALL) -> str:
    """`text` with each first part replaced by the second; every first part must stand there exactly once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text
