"""A mailed link opens the same question, filters and source."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model.answer import Intent
from kb.model.identity import DocumentId
from kb.model.query import Filters, Recognised
from kb.model.terms import Kind, Parliament
from ui.screens.address import Address, Place

_TEXT = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30).map(str.strip)
_KEY = st.text(alphabet="abc/@#:-. 19", min_size=1, max_size=12).map(str.strip).filter(bool)
_PLACES = st.builds(
    Place,
    st.builds(DocumentId, st.just("folder"), _KEY),
    st.integers(1, 99),
    st.just("a3-5"),
    st.integers(0, 500),
    st.integers(0, 500),
)
_ADDRESSES = st.builds(
    Address,
    _TEXT,
    st.builds(
        Filters,
        parliaments=st.lists(st.sampled_from(Parliament), unique=True).map(tuple),
        kinds=st.lists(st.sampled_from(Kind), unique=True).map(tuple),
        since=st.none() | st.dates(max_value=dt.date(2020, 1, 1)),
        until=st.none() | st.dates(min_value=dt.date(2020, 1, 1)),
    ),
    st.none() | _PLACES,
)


@given(_ADDRESSES)
def test_an_address_comes_back_as_it_was(address: Address) -> None:
    assert Address.read(address.written()) == address


def test_nothing_set_is_an_empty_address() -> None:
    assert Address().written() == {}
    assert Address.read({}) == Address()


@pytest.mark.parametrize(
    "parameters",
    [
        {"parliament": ["bundestag"], "kind": ["x"], "from": ["gisteren"], "to": ["2024-13-01"]},
        {"source": ["zonder versie"]},
        {"source": ["geen-bron@1#a:1-2"]},
        {"source": ["folder/a@1#a:1"]},
        {"unknown": ["1"]},
    ],
)
def test_what_a_link_has_wrong_is_left_out(parameters: dict[str, list[str]]) -> None:
    assert Address.read(parameters) == Address()


def test_reversed_days_are_put_right() -> None:
    read = Address.read({"from": ["2024-02-01"], "to": ["2024-01-01"]}).filters
    assert (read.since, read.until) == (dt.date(2024, 1, 1), dt.date(2024, 2, 1))


def test_a_document_can_be_opened_as_a_whole() -> None:
    assert Place.parse("folder/map/a.pdf@2") == Place(DocumentId("folder", "map/a.pdf"), 2)


def test_what_is_let_go_and_how_a_question_is_meant_stand_in_the_address() -> None:
    address = Address(question="loket", ignoring=(Recognised.DATES, Recognised.PERSON), intent=Intent.WHEN)
    assert address.written() == {"q": ["loket"], "literal": ["dates", "person"], "as": ["when"]}
    assert Address.read(address.written()) == address
    assert Address.read({"literal": ["datse"], "as": ["soon"]}) == Address()
