import pytest

from ingest.sources.tweede_kamer.entities import Case, Dossier, Paper, Version
from ingest.sources.tweede_kamer.numbers import Asked, asked, publications
from kb.errors import InputError

_CASE = (Case(number="2024Z18561", kind="Schriftelijke vragen"),)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024D40329", {"paper": "2024D40329"}),
        ("nds-tk-2022D07485", {"paper": "2022D07485"}),
        ("2024z18561", {"case": "2024Z18561"}),
        ("kv-tk-2024Z18561", {"case": "2024Z18561"}),
        ("tk/kv-tk-2024Z18561", {"case": "2024Z18561"}),
        ("ah-tk-20242025-1244", {"annex": "242501244", "publication": "ah-tk-20242025-1244"}),
        ("242501244", {"annex": "242501244"}),
        ("ah-1271549", {"publication": "ah-1271549"}),
        ("kst-1268678", {"publication": "kst-1268678"}),
        ("kst-31288-948", {"dossier": "31288", "serial": "948", "publication": "kst-31288-948"}),
        ("31 288, nr. 948", {"dossier": "31288", "serial": "948", "publication": "kst-31288-948"}),
        (
            "kst-36800-VIII-182",
            {"dossier": "36800", "addition": "VIII", "serial": "182", "publication": "kst-36800-VIII-182"},
        ),
        (
            "kst-21501-02-3196",
            {"dossier": "21501", "addition": "02", "serial": "3196", "publication": "kst-21501-02-3196"},
        ),
        ("21501-02", {"dossier": "21501", "addition": "02"}),
        ("36800-viii", {"dossier": "36800", "addition": "VIII"}),
        ("31 288", {"dossier": "31288"}),
        ("TZ202411-001", {"promise": "TZ202411-001"}),
        ("7F3A9B77-d230-4a00-9856-2f0f8e967e62", {"key": "7f3a9b77-d230-4a00-9856-2f0f8e967e62"}),
    ],
)
def test_a_number_is_understood_as_it_is_typed(typed: str, meant: dict[str, str]) -> None:
    assert asked(typed) == Asked(typed, **meant)


@pytest.mark.parametrize("typed", ["", "loket", "SV 30 (2024-2025)", "2024X18561", "ah-tk-2024-1"])
def test_what_is_no_number_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(InputError, match="no number of the Tweede Kamer") as caught:
        asked(typed)
    assert "kst-31288-948" in caught.value.advice


@pytest.mark.parametrize(
    ("paper", "dossiers", "named", "expected"),
    [
        # made from the fields, before anything is published
        (Paper(kind="Schriftelijke vragen"), (), (), ("kv-tk-2024Z18561",)),
        (Paper(kind="Antwoord schriftelijke vragen", annex="242501244"), (), (), ("ah-tk-20242025-1244",)),
        (Paper(kind="Mededeling (uitstel antwoord)", annex="242500600"), (), (), ("ah-tk-20242025-600",)),
        (Paper(kind="Brief regering", serial="948"), (Dossier("31288"),), (), ("kst-31288-948",)),
        (Paper(kind="Brief regering", serial="182"), (Dossier("36800", "VIII"),), (), ("kst-36800-VIII-182",)),
        # what was published agrees, differs, or is a bare number
        (Paper(kind="Brief regering", serial="948"), (Dossier("31288"),), ("kst-31288-948",), ("kst-31288-948",)),
        (
            Paper(kind="Brief regering", serial="948"),
            (Dossier("31288"),),
            ("kst-31288-948-n1",),
            ("kst-31288-948-n1", "kst-31288-948"),
        ),
        (
            Paper(kind="Brief regering", serial="948"),
            (Dossier("31288"),),
            ("kst-1268678",),
            ("kst-31288-948", "kst-1268678"),
        ),
        (
            Paper(kind="Antwoord schriftelijke vragen", annex="252600012"),
            (),
            ("ah-1271549",),
            ("ah-tk-20252026-12", "ah-1271549"),
        ),
        # nothing to make one from
        (Paper(kind="Bijlage", serial="948"), (Dossier("31288"),), (), ()),
        (Paper(kind="Brief regering", serial="4", chamber="1"), (Dossier("36373"),), (), ()),
        (Paper(kind="Brief regering"), (Dossier("31288"),), (), ()),
        (Paper(kind="Brief regering", serial="948"), (), (), ()),
        (Paper(kind="Aanhangsel van de Handelingen", annex="242501244"), (), (), ()),
        (Paper(kind="Antwoord schriftelijke vragen", annex="249901244"), (), (), ()),
        (Paper(kind="Brief regering"), (), ("onbekend 12",), ()),
    ],
)
def test_the_publication_that_others_refer_to_comes_first(
    paper: Paper, dossiers: tuple[Dossier, ...], named: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    versions = tuple(Version(publication=name) for name in named)
    assert publications(paper, _CASE, dossiers, versions) == expected
