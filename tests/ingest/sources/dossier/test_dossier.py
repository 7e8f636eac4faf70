"""A dossier is read strictly, and asks each source for its own."""

from pathlib import Path

import pytest

from ingest.sources.dossier.dossier import Dossier, Entry, selections
from ingest.sources.dossier.reading import read_dossier
from ingest.sources.source import Selection
from kb.errors import InputError
from kb.settings import PROJECT_ROOT

WHOLE = """
title = "Herstel"
description = "Een loket voor kapotte dingen."

[[piece]]
source = "vlaams_parlement"
number = "SCHV-9112001"
note = "de aankondiging"

[[piece]]
source = "officiele_bekendmakingen"
number = "kst-99310-41"

[[piece]]
source = "tweede_kamer"
number = "2024D90001"

[[piece]]
source = "webpage"
address = "www.Example.org/herstel#top"

[[piece]]
source = "tweede_kamer"
number = "2024Z91307"
"""


def read(tmp_path: Path, text: str | bytes) -> Dossier:
    path = tmp_path / "herstel.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_dossier(path)


def test_every_entry_is_read_in_order_with_its_number_in_normal_form(tmp_path: Path) -> None:
    path = tmp_path / "herstel.toml"
    path.write_text(WHOLE, encoding="utf-8-sig")
    dossier = read_dossier(path)
    assert (dossier.title, dossier.description) == ("Herstel", "Een loket voor kapotte dingen.")
    assert dossier.entries == (
        Entry("vlaams_parlement", "schv-9112001", note="de aankondiging"),
        Entry("officiele_bekendmakingen", "kst-99310-41"),
        Entry("tweede_kamer", "2024D90001"),
        Entry("webpage", address="https://www.example.org/herstel"),
        Entry("tweede_kamer", "2024Z91307"),
    )


def test_each_source_is_asked_once_for_all_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "herstel.toml"
    path.write_text(WHOLE, encoding="utf-8")
    assert selections(read_dossier(path)) == (
        ("vlaams_parlement", Selection(numbers=("schv-9112001",))),
        ("officiele_bekendmakingen", Selection(numbers=("kst-99310-41",))),
        ("tweede_kamer", Selection(numbers=("2024D90001", "2024Z91307"))),
        ("webpage", Selection(numbers=("https://www.example.org/herstel",))),
    )


PIECE = 'title = "Herstel"\n[[piece]]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title = "Herstel', "is not valid TOML"),
        (b'title = "\xff"', "is not in UTF-8"),
        ('[[piece]]\nsource = "tweede_kamer"\nnumber = "2024D90001"', "title must say"),
        ('title = "Herstel"', "at least one [[piece]]"),
        ('title = "Herstel"\npiece = ["kst-99310-41"]', "at least one [[piece]]"),
        ('title = "Herstel"\nowner = "x"\n[[piece]]\nsource = "webpage"\naddress = "https://a.nl/"', '"owner"'),
        (PIECE + 'source = "tweede_kamer"\nnummer = "2024D90001"', 'did you mean "number"?'),
        (PIECE + 'source = "tweedekamer"\nnumber = "2024D90001"', 'not "tweedekamer"'),
        (PIECE + 'number = "2024D90001"', "piece 1: source must be one of"),
        (PIECE + 'source = "tweede_kamer"', "finds a piece by its number, such as 2024D40329"),
        (PIECE + 'source = "tweede_kamer"\nnumber = 20249', "number must be text in quotes"),
        (PIECE + 'source = "tweede_kamer"\nnumber = " "', "number must be text in quotes"),
        (PIECE + 'source = "tweede_kamer"\nnumber = "schv-1836653"', "not a number that tweede_kamer knows"),
        (PIECE + 'source = "vlaams_parlement"\nnumber = "kst-99310-41"', "not a number that vlaams_parlement knows"),
        (PIECE + 'source = "officiele_bekendmakingen"\nnumber = "nr. 948"', "not a number that officiele_bekend"),
        (PIECE + 'source = "tweede_kamer"\naddress = "https://a.nl/"', "by its number"),
        (PIECE + 'source = "webpage"\nnumber = "kst-99310-41"', "by its address"),
        (PIECE + 'source = "webpage"\naddress = "ftp://a.nl/"', "is not a web address"),
        (
            PIECE + 'source = "webpage"\naddress = "https://a.nl/"\n[[piece]]\nsource = "webpage"\naddress = "a.nl"',
            "piece 2 stands in it before: https://a.nl/",
        ),
    ],
)
def test_a_fault_is_told_in_one_sentence(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, text)
    assert said in told.value.message
    assert "herstel.toml" in told.value.message
    assert told.value.advice


@pytest.mark.parametrize("number", ["schv-1836653", "vi-2021377", "PI-1863968", "pfile-2086017", "SV 30 (2024-2025)"])
def test_every_number_that_the_flemish_source_takes_may_stand_in_it(tmp_path: Path, number: str) -> None:
    dossier = read(tmp_path, PIECE + f'source = "vlaams_parlement"\nnumber = "{number}"')
    assert [entry.name.lower() for entry in dossier.entries] == [number.lower()]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        read(tmp_path, '[[piece]]\nsource = "x"\n[[piece]]\nsource = "webpage"')
    assert told.value.message.count("herstel.toml") == 3


def test_a_dossier_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_dossier(tmp_path / "geen.toml")


def test_every_dossier_that_comes_with_the_project_can_be_read() -> None:
    paths = sorted((PROJECT_ROOT / "corpus" / "dossiers").glob("*.toml"))
    names = {path.stem: [entry.name for entry in read_dossier(path).entries] for path in paths}
    assert {"schv-1836653", "kst-31288-948"} <= set(names["kennisveiligheid"])
