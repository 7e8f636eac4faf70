"""Bytes of the feed -> raw entities."""

import pytest

from ingest.sources.tweede_kamer.feed import read_entity, read_page
from kb.errors import UnexpectedError

_TK = 'xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0"'
_KEY = "77dc181f-00d6-4d5e-b188-3fd0c02f4006"


def _feed(*entries: str, links: str = "") -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{links}{"".join(entries)}</feed>'.encode()


def _entry(content: str, token: int | None = 7) -> str:
    link = f'<link rel="next" href="https://x/Feed?category=Toezegging&amp;skiptoken={token}"/>' if token else ""
    return f"<entry><title>{_KEY}</title>{link}<content>{content}</content></entry>"


def test_names_are_read_with_and_without_a_prefix() -> None:
    plain = f'<toezegging {_TK} id="{_KEY}" tk:verwijderd="false"><nummer>TZ1</nummer></toezegging>'
    prefixed = (
        f'<ns1:toezegging xmlns:ns1="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="{_KEY.upper()}" '
        'ns1:verwijderd="False"><ns1:nummer>TZ1</ns1:nummer></ns1:toezegging>'
    )
    bare = f'<toezegging id="{_KEY}" verwijderd="0"><nummer>TZ1</nummer></toezegging>'
    found = [read_page(_feed(_entry(one)), "Toezegging", "x").entities for one in (plain, prefixed, bare)]
    assert found[0] == found[1] == found[2]
    assert found[0][0].text("nummer") == "TZ1"
    assert not found[0][0].deleted


@pytest.mark.parametrize("said", ["true", "True", "1"])
def test_a_tombstone_is_known_by_its_mark(said: str) -> None:
    page = read_page(_feed(_entry(f'<zaak {_TK} id="{_KEY}" tk:verwijderd="{said}"/>')), "Zaak", "x")
    assert page.entities[0].deleted
    assert page.entities[0].key == _KEY


@pytest.mark.parametrize(
    ("links", "tokens", "token"),
    [
        ("", (5, 9), "9"),
        ('<link rel="next" href="/Feed?skiptoken=12&amp;category=Zaak"/>', (None, None), "12"),
        ('<link rel="resume" href="/Feed?category=Zaak&amp;skiptoken=13"/>', (None, None), "13"),
        ('<link rel="next" href="/Feed?skiptoken=99"/>', (5, 9), "9"),
        ('<link rel="self" href="/Feed?skiptoken=3"/>', (None, None), ""),
    ],
)
def test_the_token_stands_in_the_entries_or_in_the_feed(links: str, tokens: tuple[int | None, ...], token: str) -> None:
    entries = [_entry(f'<zaak {_TK} id="{_KEY}"/>', one) for one in tokens]
    assert read_page(_feed(*entries, links=links), "Zaak", "x").token == token


def test_references_repeat_and_an_empty_one_names_nobody() -> None:
    content = (
        f'<toezegging {_TK} id="{_KEY}"><toegezegdAan ref="B"/><toegezegdAan/><toegezegdAan ref="a"/>'
        "<kamerbriefNakoming>2026Z00002</kamerbriefNakoming><kamerbriefNakoming>2026Z00001</kamerbriefNakoming>"
        "</toezegging>"
    )
    entity = read_page(_feed(_entry(content)), "Toezegging", "x").entities[0]
    assert entity.linked("toegezegdAan") == ("a", "b")
    assert entity.all_texts("kamerbriefNakoming") == ("2026Z00002", "2026Z00001")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the entry is empty"),
        (f'<stemming {_TK} id="{_KEY}"/>', "a Zaak is expected"),
        (f"<zaak {_TK}/>", "it has no id"),
    ],
)
def test_an_entry_that_holds_no_entity_is_broken_and_the_others_are_read(content: str, reason: str) -> None:
    page = read_page(_feed(_entry(content), _entry(f'<zaak {_TK} id="{_KEY}"/>')), "Zaak", "x")
    assert len(page.entities) == 1
    assert reason in page.broken[0].reason
    assert page.entries == 2


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><html><body><p>Storing<br></body></html>",
        b'{"error":{"message":"An error has occurred."}}',
        b"<html xmlns='x'><body/></html>",
        b"",
    ],
)
def test_what_is_no_feed_is_refused_with_its_address(data: bytes) -> None:
    with pytest.raises(UnexpectedError, match="https://x/Feed") as caught:
        read_page(data, "Zaak", "https://x/Feed")
    assert caught.value.advice


def test_one_entity_is_read_alone_and_in_an_entry() -> None:
    alone = f'<zaak {_TK} id="{_KEY}"><nummer>2024Z00001</nummer></zaak>'
    entry = f'<entry xmlns="http://www.w3.org/2005/Atom"><content>{alone}</content></entry>'
    assert read_entity(alone.encode(), "Zaak", "x") == read_entity(entry.encode(), "Zaak", "x")
