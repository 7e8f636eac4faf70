"""Quotes: whole sentences, true slices, checked, and short enough to read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.answering.quoting import QUOTE_WORDS, Quoter, listed, merged, still_stands, widened
from kb.errors import CatalogError
from kb.model.document import Document, Section
from kb.model.identity import DocumentId
from kb.model.terms import Role
from kb.passages.cut import cut
from kb.passages.sentences import sentence_spans
from tests.kb.answering.made import document, evidence

TEXT = "Eerste zin. Tweede zin over het loket. Derde zin.\n\nEen andere alinea."
SECTION = Section("a1", Role.ANSWER, TEXT)


class Texts:
    def __init__(self, held: Document) -> None:
        self._held = held

    def document(self, id: DocumentId, version: int | None = None) -> Document:  # noqa: ARG002
        return self._held


def quote_of(section: Section, sentence: int, words: int = QUOTE_WORDS) -> str:
    start, end = widened(section, *sentence_spans(section.text)[sentence], words)
    return section.text[start:end]


def test_a_sentence_is_quoted_with_its_paragraph_and_no_further() -> None:
    assert quote_of(SECTION, 1) == "Eerste zin. Tweede zin over het loket. Derde zin."


def test_a_quote_stays_short_and_grows_forward_first() -> None:
    assert quote_of(SECTION, 1, words=7) == "Tweede zin over het loket. Derde zin."


def test_a_quote_does_not_grow_over_a_seam() -> None:
    cut_after_first = replace(SECTION, seams=(5,))
    assert quote_of(cut_after_first, 1) == "Tweede zin over het loket. Derde zin."


@given(st.lists(st.sampled_from(["Een zin.", "Nog een zin met nr. 3.", "Kort.", "\n\n"]), min_size=1, max_size=40))
def test_a_quote_is_always_whole_sentences_of_the_text(pieces: list[str]) -> None:
    section = replace(SECTION, text=" ".join(pieces))
    spans = sentence_spans(section.text)
    for start, end in spans:
        low, high = widened(section, start, end)
        assert low in [span[0] for span in spans]
        assert high in [span[1] for span in spans]
        assert low <= start < end <= high


def test_a_citation_is_a_slice_of_the_stored_text_and_still_stands() -> None:
    held = document(SECTION)
    citation = Quoter(Texts(held)).around(evidence(cut(held)[0]))
    assert citation.quote == TEXT[citation.start : citation.end]
    assert still_stands(citation, Texts(held))


def test_a_citation_stands_no_more_where_the_text_differs_by_a_letter() -> None:
    held = document(SECTION)
    citation = Quoter(Texts(held)).around(evidence(cut(held)[0]))
    other = document(replace(SECTION, text=TEXT.replace("Eerste", "eerste")))
    assert not still_stands(citation, Texts(other))
    assert not still_stands(citation, Texts(document()))


def test_an_index_that_differs_from_the_catalog_is_refused_not_quoted() -> None:
    passage = cut(document(SECTION))[0]
    changed = Texts(document(replace(SECTION, text=TEXT.upper())))
    with pytest.raises(CatalogError, match="is not in its stored text"):
        Quoter(changed).of_passage(passage)


def test_overlapping_quotes_are_shown_once() -> None:
    held = document(SECTION)
    quoter = Quoter(Texts(held))
    passage = cut(held)[0]
    whole, part = quoter.cite(passage, 0, 49), quoter.cite(passage, 12, 49)
    apart = quoter.cite(passage, 51, len(TEXT))
    assert merged([whole, part, apart]) == (whole, apart)


LISTED = (
    "Hij noemt het volgende.\n\nHet loket heeft drie taken:\n\n• raad geven;\n• doorverwijzen;\n• toezien.\n\nTot slot."
)


@pytest.mark.parametrize("part", ["Het loket heeft drie taken:", "• doorverwijzen;"])
def test_a_list_is_quoted_from_its_head_to_its_last_item(part: str) -> None:
    start = LISTED.index(part)
    low, high = listed(Section("a1", Role.ANSWER, LISTED), start, start + len(part))
    assert LISTED[low:high] == "Het loket heeft drie taken:\n\n• raad geven;\n• doorverwijzen;\n• toezien."


def test_a_sentence_outside_a_list_heads_none() -> None:
    assert listed(Section("a1", Role.ANSWER, LISTED), 0, len("Hij noemt het volgende.")) == (0, 0)
