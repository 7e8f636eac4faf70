"""verify finds each way in which index and catalog can differ."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kb.indexing.bringing import bring_in_line
from kb.indexing.verifying import verify
from kb.model.identity import DocumentId
from kb.model.query import Filters
from kb.store.generations import Generations, NextGeneration
from kb.store.manifest import IndexedDocument
from kb.store.port import Point
from tests.kb.indexing.corpus import MemoryCatalog, cut, encode, making

Tampering = Callable[[NextGeneration, dict[str, IndexedDocument]], None]


def _point(building: NextGeneration, **changes: object) -> Point:
    (one,) = building.writer.passages(Filters(documents=("folder/brief",)))
    altered = replace(one, **changes)  # type: ignore[arg-type]
    return Point(altered, making().embedder.embed_passages([altered.text])[0], encode([altered])[0])


def _lose_a_passage(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    building.writer.delete_documents(["folder/brief"])


def _lose_a_document(building: NextGeneration, listed: dict[str, IndexedDocument]) -> None:
    building.writer.delete_documents(["folder/brief"])
    del listed["folder/brief"]


def _forge_a_text(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    building.writer.upsert([_point(building, text="De minister zwijgt over de subsidies")])


def _forge_a_title(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    building.writer.upsert([_point(building, title="Een andere titel")])


def _cut_another_slice(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    building.writer.upsert([_point(building, start=3, end=11, text="minister")])


def _keep_an_old_version(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    point = _point(building, version=7)
    building.writer.delete_documents(["folder/brief"])
    building.writer.upsert([point])


def _add_what_nobody_has(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    building.writer.upsert([_point(building, document=DocumentId("folder", "zomaar"))])


def _name_another_section(building: NextGeneration, _listed: dict[str, IndexedDocument]) -> None:
    point = _point(building, section="a99")
    building.writer.delete_documents(["folder/brief"])
    building.writer.upsert([point])


@pytest.mark.parametrize(
    ("tamper", "codes"),
    [
        (_lose_a_passage, {"lost"}),
        (_lose_a_document, {"not_indexed"}),
        (_forge_a_text, {"untrue", "different_passage"}),
        (_forge_a_title, {"different_passage"}),
        (_cut_another_slice, {"miscounted", "extra_passage"}),
        (_keep_an_old_version, {"stale"}),
        (_add_what_nobody_has, {"not_in_catalog"}),
        (_name_another_section, {"untrue", "missing_passage", "extra_passage"}),
    ],
)
def test_each_difference_is_found_and_named(tmp_path: Path, tamper: Tampering, codes: set[str]) -> None:
    catalog, generations = MemoryCatalog(), Generations(tmp_path)
    catalog.put("brief", "De minister schrijft over de subsidies")
    catalog.put("loket", "Het loket is open.\n\nHet meldpunt volgt later.")
    bring_in_line(catalog, generations, making())
    with generations.open_current() as opened:
        listed = dict(opened.documents())
        assert verify(catalog, opened, (("c0", _nothing), ("c1", cut))) == []
    building = generations.build(making().recipe("edge"), copy_current=True)
    tamper(building, listed)
    building.publish(listed, catalog.corpus_version())
    with generations.open_current() as opened:
        problems = verify(catalog, opened, (("c1", cut),))
    assert {problem.code for problem in problems} == codes
    assert all("loket index" in problem.advice for problem in problems)
    assert any("brief" in problem.message or "zomaar" in problem.message for problem in problems)


def test_a_catalog_that_moved_on_is_found(tmp_path: Path) -> None:
    catalog, generations = MemoryCatalog(), Generations(tmp_path)
    for key in ("gaat", "wijzigt", "blijft"):
        catalog.put(key, f"Tekst van wat {key}.")
    bring_in_line(catalog, generations, making())
    catalog.remove("gaat")
    catalog.put("wijzigt", "Nieuwe tekst.")
    catalog.put("komt", "Nieuw.")
    with generations.open_current() as opened:
        found = {(problem.code, problem.message.split("/")[1].split()[0]) for problem in verify(catalog, opened)}
    assert found == {("not_in_catalog", "gaat"), ("stale", "wijzigt"), ("not_indexed", "komt")}


def _nothing(_document: object) -> tuple[()]:
    return ()
