"""An answer as text and Markdown to paste."""

from dataclasses import replace

import pytest

from kb.answering.phrasing.phrased import DroppedSentence, PhrasedSentence, Phrasing, Problem, Why
from kb.model.answer import Citation
from tests.ui.fake_knowledge import OPEN_NOW, declined_answer, status_answer
from ui.messages.sentence import Language
from ui.pasting import as_markdown, as_text, escaped

ANSWER = status_answer("status van het loket")
PHRASING = Phrasing(
    "klein-model",
    (PhrasedSentence("Het loket is in opbouw.", (1,)),),
    (DroppedSentence("Het kost [x](http://a) 5 euro.", Why.FIGURE, "5"),),
    Problem.BROKEN_OFF,
)
NASTY = (
    "# Kop\n<script>alert(1)</script> [klik](https://kwaad.example) ![x](http://y) **vet** `c` \x1b[31mrood\x1b[0m "
    "\u202eomgekeerd | a@b.nl www.kwaad.nl"
)


def numbers(citation: Citation) -> tuple[str, ...]:
    return ("SV 1 (2024-2025)",) if citation.document.key == "sv-1.txt" else ()


def test_every_claim_has_the_number_of_its_source_and_every_source_all_that_finds_it() -> None:
    text = as_text(ANSWER, numbers, Language.NL)
    assert "“Het herstelloket is in opbouw.” [1]" in text
    assert "laatst bekend op 31 oktober 2024 · minister Claes, antwoord van de regering:" in text
    assert (
        "[1] Herstelloket - Stand van zaken, SV 1 (2024-2025), Schriftelijke vraag met antwoord, 31 oktober 2024, "
        "vraag 1. https://example.org/sv-1 · sample/sv-1.txt · folder/sv-1.txt, versie 1"
    ) in text
    assert ANSWER.id in text
    assert "Bewering van een parlementslid, geen standpunt van de regering" in text


def test_markdown_says_the_same_and_links_the_source() -> None:
    text = as_markdown(ANSWER, numbers, Language.EN)
    assert text.startswith("## status van het loket\n\n### ")
    assert "\n> Het herstelloket is in opbouw. [1]\n" in text
    assert "- [1] Herstelloket - Stand van zaken, SV 1 (2024-2025)" in text
    assert "<https://example.org/sv-1>" in text


def test_a_declined_answer_says_so_with_the_nearest() -> None:
    text = as_text(declined_answer("zebra"), numbers, Language.EN)
    assert "No answer in the documents." in text
    assert "Nearest passages (not an answer)" in text
    assert "“Het reparatieloket opent in 2024.”" in text


def test_other_words_are_marked_as_a_models_with_what_was_left_out() -> None:
    text = as_text(ANSWER, numbers, Language.NL, PHRASING)
    assert "door taalmodel klein-model" in text
    assert "Het loket is in opbouw. [1]" in text
    assert "een cijfer of bedrag dat niet in het citaat staat (5): Het kost" in text
    assert "brak af; het antwoord met citaten blijft staan" in text
    assert "](" not in as_markdown(ANSWER, numbers, Language.NL, PHRASING).replace("\\]", "")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Gewoon, met cijfers: 1.200 (ja) - nee!", "Gewoon, met cijfers: 1.200 (ja) - nee!"),
        ("1. geen lijst", "1\\. geen lijst"),
        ("- geen lijst", "\\- geen lijst"),
        ("# geen kop", "\\# geen kop"),
        ("=== geen kop", "\\=== geen kop"),
        ("[a](http://b)", "\\[a\\](http\\://b)"),
        ("<b>", "\\<b\\>"),
        ("regel\neen", "regel een"),
        ("\x1b[2J\u202e", "\ufffd\\[2J\ufffd"),
    ],
)
def test_no_sign_of_a_document_means_anything(text: str, safe: str) -> None:
    assert escaped(text) == safe


def test_a_nasty_document_stays_text_wherever_it_is_shown() -> None:
    citation = replace(OPEN_NOW, quote=NASTY, title=NASTY, source=NASTY, url="https://x/><img src=y>", speaker=NASTY)
    claim = replace(ANSWER.claims[0], text=NASTY, citations=(citation,))
    nasty = replace(ANSWER, question=NASTY, claims=(claim,), near_misses=(citation,))
    for text in (as_markdown(nasty, lambda _: (NASTY,), Language.NL), as_text(nasty, lambda _: (NASTY,), Language.NL)):
        assert "\x1b" not in text
        assert "\u202e" not in text
    markdown = as_markdown(nasty, lambda _: (NASTY,), Language.NL)
    bare = markdown.replace("\\[", "").replace("\\]", "").replace("\\<", "").replace("\\>", "").replace("\\`", "")
    for sign in ("<script", "<img", "](", "`", "[klik", "**", "www.kwaad", "@"):
        assert sign not in bare.replace("\\*", "").replace("\\@", "")
    assert len([line for line in markdown.splitlines() if line.startswith("#")]) == 4
