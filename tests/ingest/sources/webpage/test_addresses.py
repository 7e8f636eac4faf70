"""Addresses as people type them."""

import pytest

from ingest.sources.webpage.addresses import document_of, normalised, origins_of, parliament_of
from kb.errors import InputError
from kb.model.identity import DocumentId
from kb.model.terms import Parliament


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://www.rijksoverheid.nl/onderwerpen/herstel", "https://www.rijksoverheid.nl/onderwerpen/herstel"),
        (" www.Vlaanderen.be ", "https://www.vlaanderen.be/"),
        ("HTTP://Example.org:80/A?b=1&utm_source=x#deel", "http://example.org/A?b=1"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a?q=a%20b&c", "https://example.org/a?q=a%20b&c"),
    ],
)
def test_an_address_is_brought_to_one_form(written: str, address: str) -> None:
    assert normalised(written) == address
    assert normalised(address) == address


@pytest.mark.parametrize(
    "written",
    ["", "herstel", "ftp://example.org/a", "file:///etc/passwd", "https://", "http://a b/", "https://x:y@z.nl"],
)
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(InputError):
        normalised(written)


def test_one_page_is_one_document_by_whatever_scheme() -> None:
    expected = DocumentId("web", "www.rijksoverheid.nl/herstel")
    assert document_of("https://www.rijksoverheid.nl/herstel/") == expected
    assert document_of("http://www.rijksoverheid.nl/herstel") == expected
    assert document_of("https://www.rijksoverheid.nl/herstel?p=2") != expected
    assert document_of("https://example.org/") == DocumentId("web", "example.org")


def test_only_the_site_itself_may_be_asked() -> None:
    assert origins_of(["https://www.a.nl/x", "https://www.a.nl/y", "http://127.0.0.1:81/z"]) == (
        "https://www.a.nl",
        "http://www.a.nl",
        "https://a.nl",
        "http://a.nl",
        "http://127.0.0.1:81",
    )


@pytest.mark.parametrize(
    ("address", "parliament"),
    [
        ("https://www.rijksoverheid.nl/x", Parliament.TWEEDE_KAMER),
        ("https://omgeving.vlaanderen.be/x", Parliament.VLAAMS_PARLEMENT),
        ("https://nietvlaanderen.be/x", None),
        ("https://example.org/vlaanderen.be", None),
    ],
)
def test_whose_site_it_is_follows_from_the_host(address: str, parliament: Parliament | None) -> None:
    assert parliament_of(address) is parliament
