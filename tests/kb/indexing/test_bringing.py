"""The index follows the catalog."""

from dataclasses import replace
from pathlib import Path

import pytest

from kb.embedding.port import EmbedderIdentity
from kb.errors import ModelMismatchError
from kb.indexing.bringing import bring_in_line
from kb.indexing.verifying import verify
from kb.model.document import Document
from kb.model.passage import Passage
from kb.store.generations import Generations
from kb.store.qdrant_server import IN_MEMORY, connect
from kb.store.storage import ServerStorage
from tests.kb.indexing.corpus import HashEmbedder, MemoryCatalog, ask, contents, cut, making, scores


@pytest.fixture
def catalog() -> MemoryCatalog:
    made = MemoryCatalog()
    made.put("loket", "Het loket is open.\n\nHet meldpunt volgt later.")
    made.put("brief", "De minister schrijft over subsidies.")
    made.put("leeg", "Niets bijzonders.")
    return made


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path)


def check_in_line(catalog: MemoryCatalog, generations: Generations) -> None:
    with generations.open_current() as opened:
        assert verify(catalog, opened, (("c1", cut),)) == []
        expected = {p.id: p for one in catalog.documents.values() for p in cut(one)}
        assert {p.id: p for p in contents(opened)} == expected
        assert opened.manifest.passages == len(expected)
        assert opened.manifest.corpus_version == catalog.corpus_version()


def test_a_first_run_indexes_everything(catalog: MemoryCatalog, generations: Generations) -> None:
    told: list[tuple[int, int]] = []
    report = bring_in_line(catalog, generations, making(), progress=lambda done, total: told.append((done, total)))
    assert (report.added, report.changed, report.removed, report.unchanged) == (3, 0, 0, 0)
    assert (report.documents, report.passages, report.passages_written) == (3, 4, 4)
    assert report.published
    assert told == [(1, 3), (2, 3), (3, 3)]
    check_in_line(catalog, generations)
    with generations.open_current() as opened:
        assert ask(opened, "loket open") == ["Het loket is open."]


def test_a_run_with_nothing_new_publishes_nothing_and_embeds_nothing(
    catalog: MemoryCatalog, generations: Generations
) -> None:
    bring_in_line(catalog, generations, making())
    embedder = HashEmbedder()
    report = bring_in_line(catalog, generations, making(embedder))
    assert not report.published
    assert (report.unchanged, report.passages_written, embedder.embedded) == (3, 0, 0)
    assert generations.current() == 1


def test_only_what_changed_is_embedded_again(catalog: MemoryCatalog, generations: Generations) -> None:
    bring_in_line(catalog, generations, making())
    catalog.put("loket", "Het loket is weer dicht.")
    catalog.put("nieuw", "Een nieuwe vraag over het loket.")
    catalog.remove("brief")
    embedder = HashEmbedder()
    report = bring_in_line(catalog, generations, making(embedder))
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 1)
    assert embedder.embedded == report.passages_written == 2
    assert not report.from_scratch
    check_in_line(catalog, generations)
    with generations.open_current() as opened:
        assert sorted(ask(opened, "loket open subsidies")) == [
            "Een nieuwe vraag over het loket.",
            "Het loket is weer dicht.",
        ]


def test_a_carried_on_index_answers_exactly_like_one_made_from_nothing(catalog: MemoryCatalog, tmp_path: Path) -> None:
    carried, fresh = Generations(tmp_path / "carried"), Generations(tmp_path / "fresh")
    bring_in_line(catalog, carried, making())
    for step in range(6):
        catalog.put(f"nieuw {step}", f"Het loket, stap {step}.\n\nEen vraag over het loket en de minister.")
        catalog.put("loket", f"Het loket is open, zegt versie {step}.")
        if step % 2:
            catalog.remove(f"nieuw {step - 1}")
        bring_in_line(catalog, carried, making())
    bring_in_line(catalog, fresh, making())
    with carried.open_current() as one, fresh.open_current() as other:
        assert contents(one) == contents(other)
        for words in ("loket", "minister", "een vraag", "versie 5 loket"):
            assert scores(one, words) == scores(other, words)
            assert scores(one, words)


def test_a_document_whose_text_went_back_is_indexed_under_its_new_version(
    catalog: MemoryCatalog, generations: Generations
) -> None:
    bring_in_line(catalog, generations, making())
    catalog.put("brief", "De minister schrijft over subsidies.")
    report = bring_in_line(catalog, generations, making())
    assert report.changed == 1
    check_in_line(catalog, generations)


@pytest.mark.parametrize(
    "other",
    [EmbedderIdentity("hash", "2", 8), EmbedderIdentity("ander", "1", 8), EmbedderIdentity("hash", "1", 16)],
)
def test_another_model_is_refused_until_a_rebuild_is_asked_for(
    catalog: MemoryCatalog, generations: Generations, other: EmbedderIdentity
) -> None:
    bring_in_line(catalog, generations, making())
    changed = making(HashEmbedder(identity=replace(other, dimension=8)))
    if other.dimension == 8:
        with pytest.raises(ModelMismatchError) as caught:
            bring_in_line(catalog, generations, changed)
        assert "loket index --rebuild" in caught.value.advice
        assert generations.current() == 1
        report = bring_in_line(catalog, generations, changed, rebuild=True)
        assert report.from_scratch
        assert report.passages_written == 4
        generations.open_current(changed.embedder.identity).close()
    else:
        with pytest.raises(ModelMismatchError):
            bring_in_line(catalog, generations, making(HashEmbedder(identity=other)))


@pytest.mark.parametrize(("changes", "why"), [({"analyzer": "a2"}, "words"), ({"cutter_version": "c2"}, "passages")])
def test_another_way_of_making_passages_makes_everything_again(
    catalog: MemoryCatalog, generations: Generations, changes: dict[str, str], why: str
) -> None:
    bring_in_line(catalog, generations, making())
    report = bring_in_line(catalog, generations, making(**changes))
    assert why in report.from_scratch
    assert report.passages_written == 4


@pytest.mark.parametrize(
    "damage",
    ["CURRENT", "gen-000001/manifest.json", "gen-000001/documents.jsonl", "gen-000001/shard/edge_config.json"],
)
def test_a_damaged_index_is_made_again_from_the_catalog(
    catalog: MemoryCatalog, generations: Generations, damage: str
) -> None:
    bring_in_line(catalog, generations, making())
    (generations.root / damage).write_text("{")
    report = bring_in_line(catalog, generations, making())
    assert report.from_scratch
    check_in_line(catalog, generations)


def test_an_index_that_lost_its_points_is_made_again(catalog: MemoryCatalog, generations: Generations) -> None:
    bring_in_line(catalog, generations, making())
    building = generations.build(making().recipe("edge"), copy_current=True)
    with generations.open_current() as opened:
        listed = opened.documents()
    building.writer.delete_documents(["folder/loket"])
    building.publish(listed, catalog.corpus_version())
    report = bring_in_line(catalog, generations, making())
    assert "2 passages" in report.from_scratch
    check_in_line(catalog, generations)


def test_a_document_that_cannot_be_embedded_is_reported_and_the_rest_goes_in(
    catalog: MemoryCatalog, generations: Generations
) -> None:
    catalog.put("stuk", "Dit is leesbaar.\n\nDit is onleesbaar.")
    report = bring_in_line(catalog, generations, making())
    assert [problem.document for problem in report.problems] == ["folder/stuk"]
    assert report.documents == 3
    with generations.open_current() as opened:
        assert not [p for p in contents(opened) if p.document.key == "stuk"]
        assert [problem.code for problem in verify(catalog, opened)] == ["not_indexed"]
    healed = bring_in_line(catalog, generations, making(HashEmbedder(refuses="§§")))
    assert healed.added == 1
    check_in_line(catalog, generations)


def _shifted(document: Document) -> tuple[Passage, ...]:
    return tuple(replace(p, text=p.text + "!") if document.id.key == "brief" else p for p in cut(document))


def _doubled(document: Document) -> tuple[Passage, ...]:
    return cut(document) * (2 if document.id.key == "brief" else 1)


@pytest.mark.parametrize("cutter", [_shifted, _doubled])
def test_a_passage_that_is_not_a_slice_never_gets_in(
    catalog: MemoryCatalog, generations: Generations, cutter: object
) -> None:
    report = bring_in_line(catalog, generations, making(cutter=cutter))  # type: ignore[arg-type]
    assert [(one.document, one.problem.code) for one in report.problems] == [("folder/brief", "untrue_passage")]
    assert report.documents == 2


def test_a_run_that_fails_leaves_the_served_index_and_no_rubbish(
    catalog: MemoryCatalog, generations: Generations
) -> None:
    bring_in_line(catalog, generations, making())
    catalog.put("nieuw", "Iets nieuws.")

    def fail(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in_line(catalog, generations, making(), progress=fail)
    assert sorted(path.name for path in generations.root.iterdir()) == ["CURRENT", "gen-000001"]
    with generations.open_current() as opened:
        assert ask(opened, "loket") == ["Het loket is open."]


def test_an_empty_catalog_gives_an_empty_index(generations: Generations) -> None:
    report = bring_in_line(MemoryCatalog(), generations, making())
    assert (report.documents, report.passages) == (0, 0)
    with generations.open_current() as opened:
        assert ask(opened, "loket") == []


def test_a_server_is_brought_in_line_the_same_way(catalog: MemoryCatalog, tmp_path: Path) -> None:
    generations = Generations(tmp_path, ServerStorage(IN_MEMORY, "loket", client=connect(IN_MEMORY)))
    bring_in_line(catalog, generations, making())
    catalog.put("loket", "Het loket is weer dicht.")
    catalog.remove("brief")
    report = bring_in_line(catalog, generations, making())
    assert report.passages_written == 1
    check_in_line(catalog, generations)
