"""What is known of a page from its bytes."""

import datetime as dt

import pytest

from ingest.sources.webpage.records import Visited, read_page
from kb.errors import UnexpectedError
from tests.ingest.sources.webpage.more_pages import MORE_EXAMPLES
from tests.ingest.sources.webpage.pages import EXAMPLES, Example
from tests.ingest.sources.webpage.server import a_page

TODAY = dt.date(2026, 11, 20)
ADDRESS = "https://www.rijksoverheid.nl/onderwerpen/herstel"


def read(data: bytes) -> Visited:
    return read_page(data, ADDRESS, TODAY)


@pytest.mark.parametrize("example", [*EXAMPLES, *MORE_EXAMPLES], ids=lambda example: example.name)
def test_title_and_days_are_those_of_the_page(example: Example) -> None:
    visited = read(example.data)
    assert (visited.title, visited.published, visited.changed) == (example.title, example.published, example.changed)


def with_head(head: str, body: str = "<p>Het loket is open.</p>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>".encode()


@pytest.mark.parametrize(
    ("head", "body", "published", "changed"),
    [
        ('<meta name="DCTERMS.issued" content="2026-01-02">', "<p>x</p>", "2026-01-02", ""),
        ('<meta property="article:modified_time" content="2026-01-02T23:30:00+01:00">', "<p>x</p>", "", "2026-01-02"),
        ("", "<p>Laatst gewijzigd op: 3 mei 2026</p>", "", "2026-05-03"),
        ("", "<p>Laatst bijgewerkt 03-05-2026</p>", "", "2026-05-03"),
        ("", "<p>Gepubliceerd op 2 mei 2026. Laatst gewijzigd 3 mei 2026.</p>", "2026-05-02", "2026-05-03"),
        ("", "<p>Geplaatst op 2 mei 2026</p>", "2026-05-02", ""),
        ("", '<p>x</p><time datetime="2026-05-02T10:00">gisteren</time>', "2026-05-02", ""),
        ("", '<p>x</p><time datetime="2026-05-02">a</time><time datetime="2026-06-02">b</time>', "", ""),
        ("", '<p>x</p><time itemprop="dateModified" datetime="2026-05-02">b</time>', "", "2026-05-02"),
        ("", "<p>Het loket opende op 3 mei 2026.</p>", "", ""),
        ('<meta name="DCTERMS.modified" content="2031-01-01">', "<p>x</p>", "", ""),
        ('<meta name="DCTERMS.modified" content="onlangs">', "<p>x</p>", "", ""),
        (
            '<meta name="DCTERMS.modified" content="2026-01-01">',
            "<p>Laatst gewijzigd: 3 mei 2026</p>",
            "",
            "2026-05-03",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2026-04-01"}]}</script>',
            "<p>x</p>",
            "2026-04-01",
            "",
        ),
        ('<script type="application/ld+json">{"datePublished": </script>', "<p>x</p>", "", ""),
    ],
)
def test_days_are_read_where_they_are_stated_and_never_guessed(
    head: str, body: str, published: str, changed: str
) -> None:
    visited = read(with_head(head, body))
    assert (visited.published, visited.changed) == (published, changed)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Herstel | Overheid</title>", "<h1>Herstel van alles</h1><p>x</p>", "Herstel van alles"),
        ("<title>Herstel | Overheid</title>", "<p>x</p>", "Herstel"),
        ("<title>Herstel – Zeeland | Overheid</title>", "<h1>A</h1><h1>B</h1><p>x</p>", "Herstel – Zeeland"),
        ('<title>T</title><meta property="og:title" content="Uit het hoofd">', "<p>x</p>", "Uit het hoofd"),
        ("", "<h1>A</h1><h1>B</h1><p>x</p>", "A"),
        ("", "<p>x</p>", ""),
    ],
)
def test_the_title_is_the_one_heading_or_what_is_stated_without_the_site(head: str, body: str, title: str) -> None:
    assert read(with_head(head, body)).title == title


def test_bytes_that_differ_in_what_no_reader_sees_give_the_same_stamp() -> None:
    page = a_page("Herstel", "Het loket is open.")
    other = page.replace(b"<nav>", b"<!-- 17:03:22 --><script>var t = 'x91'</script><nav class='a'>Ander ")
    assert read(page) == read(other)
    assert read(page).stamp != read(a_page("Herstel", "Het loket is gesloten.")).stamp
    assert read(page).stamp != read(a_page("Herstel", "Het loket is open.", changed="3 mei 2026")).stamp


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n123", "image/png"),
        (a_page("Pagina niet gevonden", "Zoek verder."), "Pagina niet gevonden"),
        (a_page("404 - Deze pagina is weg", "Zoek verder."), "404"),
        (b"<!doctype html><html><body><script>laden()</script></body></html>", "no text"),
        (b"", "x-empty"),
    ],
)
def test_what_is_no_document_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(UnexpectedError, match=why):
        read(data)


@pytest.mark.parametrize(
    "odd", ["<![if !IE]>", "<![foo", "<!", "&#99999999999;", "<?xml?>", "\x00", "<time datetime='9999-99-99'>"]
)
def test_odd_markup_is_no_obstacle(odd: str) -> None:
    assert read(with_head(f"<title>Herstel</title>{odd}", f"<h1>Herstel</h1>{odd}<p>x</p>")).title == "Herstel"


def test_a_pdf_is_known_by_its_bytes() -> None:
    assert read(b"%PDF-1.7 a").media_type == "application/pdf"
    assert read(b"%PDF-1.7 a").stamp != read(b"%PDF-1.7 b").stamp
    assert read(b"%PDF-1.7 a").title == ""


def test_what_is_stored_comes_back_as_it_was() -> None:
    visited = read(a_page("Herstel", "Het loket is open.", changed="3 mei 2026"))
    assert Visited.of(visited.record) == visited
