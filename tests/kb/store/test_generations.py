"""How an index is published, read meanwhile, and cleared away."""

import subprocess
import sys
from pathlib import Path

import pytest

from kb.embedding.port import EmbedderIdentity
from kb.errors import IndexUnusableError, ModelMismatchError
from kb.model.query import Filters
from kb.store.generations import Generations
from kb.store.manifest import IndexedDocument, Recipe
from kb.store.port import Point
from kb.store.qdrant_server import IN_MEMORY, connect
from kb.store.storage import EdgeStorage, ServerStorage
from tests.kb.store.vectors import dense, passage, sparse

MODEL = EmbedderIdentity("model", "v1", 2)
RECIPE = Recipe(MODEL, "a1", "c1", ("words",))


@pytest.fixture(params=["edge", "client in memory"])
def generations(request: pytest.FixtureRequest, tmp_path: Path) -> Generations:
    if request.param == "edge":
        return Generations(tmp_path, EdgeStorage())
    return Generations(tmp_path, ServerStorage(IN_MEMORY, "loket", client=connect(IN_MEMORY)))


def recipe(generations: Generations) -> Recipe:
    return Recipe(MODEL, "a1", "c1", ("words",), generations.storage.engine)


def publish(generations: Generations, *keys: str, copy: bool = False) -> None:
    building = generations.build(recipe(generations), copy_current=copy)
    building.writer.upsert([Point(passage(key), dense(1, 0), {"words": sparse([1])}) for key in keys])
    documents = {f"folder/{key}": IndexedDocument(f"folder/{key}", 1, "hash", 1) for key in keys}
    building.publish(documents, "corpus1")


def keys(generations: Generations) -> list[str]:
    with generations.open_current() as opened:
        return [found.document.key for found in opened.index.passages(Filters())]


def present(generations: Generations) -> list[str]:
    return sorted(path.name for path in generations.root.iterdir())


def test_before_anything_is_published_there_is_no_index(generations: Generations) -> None:
    assert generations.current() is None
    assert generations.current_manifest() is None
    with pytest.raises(IndexUnusableError) as caught:
        generations.open_current()
    assert "loket index" in caught.value.advice
    assert not generations.root.exists()


def test_what_is_published_is_what_is_read(generations: Generations) -> None:
    publish(generations, "a", "b")
    with generations.open_current(MODEL, "a1") as opened:
        assert opened.manifest.generation == 1
        assert (opened.manifest.documents, opened.manifest.passages) == (2, 2)
        assert opened.manifest.recipe == recipe(generations)
        assert opened.manifest.corpus_version == "corpus1"
        assert opened.documents()["folder/a"] == IndexedDocument("folder/a", 1, "hash", 1)
    assert keys(generations) == ["a", "b"]


def test_a_generation_may_start_as_a_copy_of_the_current_one(generations: Generations) -> None:
    publish(generations, "a")
    publish(generations, "b", copy=True)
    assert keys(generations) == ["a", "b"]
    publish(generations, "c")
    assert keys(generations) == ["c"]


def test_nothing_is_seen_of_a_generation_before_it_is_published(generations: Generations) -> None:
    publish(generations, "a")
    building = generations.build(recipe(generations), copy_current=True)
    building.writer.upsert([Point(passage("b"), dense(1, 0), {"words": sparse([1])})])
    building.writer.delete_documents(["folder/a"])
    building.writer.flush()
    assert keys(generations) == ["a"]
    building.abandon()
    assert keys(generations) == ["a"]
    assert present(generations) == ["CURRENT", "gen-000001"]


def test_a_reader_keeps_its_generation_until_it_closes_and_learns_of_the_next(generations: Generations) -> None:
    publish(generations, "a")
    opened = generations.open_current()
    assert not opened.current_changed()
    publish(generations, "b")
    assert opened.current_changed()
    assert [found.document.key for found in opened.index.passages(Filters())] == ["a"]
    assert present(generations) == ["CURRENT", "gen-000001", "gen-000002"]
    opened.close()
    opened.close()
    publish(generations, "c")
    assert present(generations) == ["CURRENT", "gen-000003"]
    assert keys(generations) == ["c"]


def test_leftovers_of_a_killed_writer_are_cleared_by_the_next(generations: Generations) -> None:
    publish(generations, "a")
    killed = generations.build(recipe(generations), copy_current=True)
    killed.writer.flush()
    (generations.root / ".CURRENT.4711").write_text("gen-00")
    (generations.root / "gen-000009.removed" / "shard").mkdir(parents=True)
    assert len(present(generations)) == 5
    publish(generations, "b", copy=True)
    assert keys(generations) == ["a", "b"]
    assert present(generations) == ["CURRENT", "gen-000002"]


def test_a_finished_generation_whose_switch_was_cut_short_is_cleared_too(generations: Generations) -> None:
    publish(generations, "a")
    first = (generations.root / "CURRENT").read_text()
    building = generations.build(recipe(generations), copy_current=True)
    building.writer.seal()
    building.writer.close()
    (generations.root / "gen-000002.building").rename(generations.root / "gen-000002")
    assert (generations.root / "CURRENT").read_text() == first
    publish(generations, "b")
    assert present(generations) == ["CURRENT", "gen-000002"]
    assert keys(generations) == ["b"]


def test_another_embedding_model_is_refused_with_the_command_that_mends_it(generations: Generations) -> None:
    publish(generations, "a")
    for other in (
        EmbedderIdentity("other", "v1", 2),
        EmbedderIdentity("model", "v2", 2),
        EmbedderIdentity("model", "v1", 3),
    ):
        with pytest.raises(ModelMismatchError) as caught:
            generations.open_current(other)
        assert "loket index --rebuild" in caught.value.advice
        assert "model" in caught.value.message
    with pytest.raises(IndexUnusableError, match="words"):
        generations.open_current(MODEL, "a2")
    generations.open_current(MODEL, "a1").close()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("CURRENT", "gen-000077\n"),
        ("CURRENT", "../../etc\n"),
        ("CURRENT", "gen-000001.building\n"),
        ("CURRENT", ""),
        ("gen-000001/manifest.json", ""),
        ("gen-000001/manifest.json", '{"format": 99}'),
        ("gen-000001/manifest.json", '{"format": 1}'),
        ("gen-000001/manifest.json", "[]"),
    ],
)
def test_a_damaged_index_is_refused_in_one_sentence_with_advice(tmp_path: Path, file: str, content: str) -> None:
    generations = Generations(tmp_path)
    publish(generations, "a")
    (generations.root / file).write_text(content)
    with pytest.raises(IndexUnusableError) as caught:
        generations.open_current()
    assert "loket index --rebuild" in caught.value.advice


def test_an_index_of_the_other_engine_is_refused(tmp_path: Path) -> None:
    publish(Generations(tmp_path), "a")
    server = Generations(tmp_path, ServerStorage(IN_MEMORY, "loket", client=connect(IN_MEMORY)))
    with pytest.raises(IndexUnusableError, match="edge"):
        server.open_current()


def test_on_a_server_an_alias_names_the_current_collection(tmp_path: Path) -> None:
    client = connect(IN_MEMORY)
    generations = Generations(tmp_path, ServerStorage(IN_MEMORY, "loket", client=client))
    publish(generations, "a")
    publish(generations, "b")
    assert client.count("loket-current").count == 1
    assert [one.name for one in client.get_collections().collections] == ["loket-gen-000002"]


READER = """
import sys
from pathlib import Path
from kb.model.query import Filters
from kb.store.generations import Generations
with Generations(Path(sys.argv[1])).open_current() as opened:
    print([found.document.key for found in opened.index.passages(Filters())], flush=True)
    sys.stdin.readline()
    print(opened.index.count(Filters()), opened.current_changed(), flush=True)
"""


def test_other_processes_read_side_by_side_while_one_writes(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    publish(generations, "a", "b")
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "['a', 'b']\n"
    publish(generations, "c", copy=True)
    publish(generations, "d", copy=True)
    assert present(generations) == ["CURRENT", "gen-000001", "gen-000003"]
    for reader in readers:
        out, _ = reader.communicate("\n", timeout=60)
        assert out == "2 True\n"
        assert reader.returncode == 0
    generations.clear_away()
    assert present(generations) == ["CURRENT", "gen-000003"]


OPENER = """
import sys, threading
from pathlib import Path
from kb.model.query import Filters
from kb.store.generations import Generations
generations, counts, stop = Generations(Path(sys.argv[1])), [], threading.Event()
threading.Thread(target=lambda: (sys.stdin.readline(), stop.set()), daemon=True).start()
while not stop.is_set():
    with generations.open_current() as opened:
        counts.append((opened.index.count(Filters()), opened.manifest.generation))
    if len(counts) == 1:
        print("reading", flush=True)
print(sorted({count for count, _ in counts}), len({number for _, number in counts}) > 1)
"""


def test_readers_that_open_while_generations_come_and_go_always_find_a_whole_one(tmp_path: Path) -> None:
    generations = Generations(tmp_path)
    publish(generations, "a", "b", "c")
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
    for _ in range(8):
        publish(generations, "a", "b", "c")
    for reader in readers:
        out, _ = reader.communicate("\n", timeout=60)
        assert out == "[3] True\n"


def test_opening_imports_neither_the_client_nor_anything_before_it_is_needed() -> None:
    code = (
        "import sys, kb.store.generations, kb.store.qdrant_edge, kb.store.qdrant_server, kb.indexing.bringing;"
        "print([name for name in ('qdrant_edge', 'qdrant_client', 'sqlalchemy', 'torch') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
