"""Nothing of a document is markup, and a mark stands exactly around the quote."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from ui.safe_text import safe
from ui.screens.markup import definitions, element, label, paragraphs, with_words_marked

_TAGS = re.compile(r"</?(?:p|mark)>|<br>")


def test_markup_in_a_document_is_shown_as_text() -> None:
    shown = paragraphs("<script>alert('x')</script> & <b>vet</b>")
    assert "<script" not in shown
    assert "<b>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_quote_is_marked_where_it_stands() -> None:
    text = "Voor. Het citaat. Na."
    assert paragraphs(text, (6, 17)) == "<p>Voor. <mark>Het citaat.</mark> Na.</p>"


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    assert paragraphs("Een.\n\nTwee.", (0, 11)) == "<p><mark>Een.</mark></p><p><mark>Twee.</mark></p>"


def test_a_mark_outside_the_text_is_left_out() -> None:
    for place in ((0, 99), (5, 5), (-1, 3), (4, 2)):
        assert "<mark>" not in paragraphs("Kort.", place)


@given(st.text(alphabet="ab <>&\n\"'", max_size=60), st.integers(-2, 62), st.integers(-2, 62))
def test_no_character_is_lost_and_only_the_slice_is_marked(text: str, start: int, end: int) -> None:
    shown = paragraphs(text, (start, end))
    marked = unescape(_TAGS.sub("", "".join(re.findall(r"<mark>(.*?)</mark>", shown))))
    if 0 <= start < end <= len(text):
        assert "".join(marked.split()) == "".join(text[start:end].split())
    else:
        assert marked == ""
    assert "".join(unescape(_TAGS.sub("", shown)).split()) == "".join(text.split())


@given(st.text(max_size=80))
def test_a_label_holds_no_live_markdown(text: str) -> None:
    written = label(text)
    assert "\n" not in written
    assert re.sub(r"\\(.)", r"\1", written) == " ".join(safe(text).split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>:$~]", written)


def test_values_of_attributes_cannot_break_out() -> None:
    assert element("p", "x", title='"><script>') == '<p title="&quot;&gt;&lt;script&gt;">x</p>'
    assert "<i>" not in definitions([("Naam", "<i>")])


def test_words_of_a_query_are_marked_also_in_compounds() -> None:
    shown = with_words_marked(
        "De herstelcheques van het <loket>.\n\nHet reparatieloket.", "welke cheque? herstelcheque loket"
    )
    assert re.findall(r"<mark>(.*?)</mark>", shown) == ["herstelcheques", "loket", "reparatieloket"]
    assert "&lt;<mark>loket</mark>&gt;" in shown
    assert shown.count("<p>") == 2


@given(st.text(alphabet="ab c<>&\n'", max_size=60), st.text(alphabet="abc ", max_size=12))
def test_marking_words_loses_nothing(text: str, query: str) -> None:
    shown = unescape(_TAGS.sub("", with_words_marked(text, query)))
    assert "".join(shown.split()) == "".join(text.split())


def test_escape_codes_and_direction_marks_of_a_document_do_not_reach_the_page() -> None:
    nasty = "\x1b[31mrood\x1b[0m \x9b2J \x00 \u202etxet\u202c \u2066x\u2069"
    for shown in (paragraphs(nasty), paragraphs(nasty, (2, 9)), element("p", nasty, title=nasty), label(nasty)):
        assert not set(shown) & set("\x00\x1b\x9b\u202e\u202c\u2066\u2069")
        assert "rood" in shown
