"""Values as JSON."""

import datetime as dt
import json
from pathlib import Path

import pytest

from kb.model.identity import DocumentId
from kb.model.terms import Kind
from tests.ui.fake_knowledge import DOCUMENTS, OPEN_NOW, declined_answer, status_answer
from ui.jsonform import answer_as_json, citation_as_json, plain, written


def test_a_citation_has_exactly_the_documented_keys_and_who_says_it() -> None:
    assert list(citation_as_json(OPEN_NOW)) == [
        "document", "version", "source", "url", "title", "kind", "parliament", "date", "section", "questions", "page",
        "start", "end", "quote", "role", "speaker",
    ]  # fmt: skip


def test_a_quote_in_json_is_the_stored_slice() -> None:
    value = citation_as_json(OPEN_NOW)
    section = DOCUMENTS[0].section(value["section"])
    assert section.text[value["start"] : value["end"]] == value["quote"]


def test_a_declined_answer_says_why_and_claims_nothing() -> None:
    value = answer_as_json(declined_answer("zebra"))
    assert (value["status"], value["reason"], value["claims"]) == ("declined", "not_answered", [])
    assert len(value["near_misses"]) == 1


def test_any_value_of_ours_has_a_form() -> None:
    for value in (*DOCUMENTS, status_answer("x"), DocumentId("a", "b"), Kind.LETTER, dt.date(2024, 1, 2), Path("x")):
        json.loads(json.dumps(plain(value)))
    assert plain({Kind.LETTER: (1, None)}) == {"letter": [1, None]}
    assert plain(dt.datetime(2024, 1, 2, 3, 4, tzinfo=dt.UTC)) == "2024-01-02T03:04:00+00:00"


def test_what_is_none_of_ours_is_refused() -> None:
    with pytest.raises(TypeError):
        plain(object())


def test_one_object_is_one_line_and_keeps_its_letters() -> None:
    text = written({"a": "één\nregel"})
    assert "\n" not in text
    assert "één" in text
