"""Where a model is looked for, and what its version stands for."""

from pathlib import Path

import pytest

from kb.embedding.model_files import ModelFiles, content_version, locate
from kb.errors import EmbeddingError


@pytest.fixture
def model(tmp_path: Path) -> Path:
    directory = tmp_path / "models" / "mine"
    directory.mkdir(parents=True)
    (directory / "model.safetensors").write_bytes(b"weights")
    (directory / "tokenizer.json").write_bytes(b"{}")
    return directory


def test_a_relative_model_is_found_under_the_root_and_named_after_its_directory(model: Path, tmp_path: Path) -> None:
    files = locate("models/mine", tmp_path)
    assert (files.directory, files.name) == (model, "mine")
    assert len(files.version) == 12


def test_the_name_in_loket_json_comes_first(model: Path, tmp_path: Path) -> None:
    (model / "loket.json").write_text('{"name": "ours", "version": "1", "dimension": 4}')
    assert locate("models/mine", tmp_path).name == "ours"


def test_a_damaged_loket_json_is_an_error(model: Path, tmp_path: Path) -> None:
    (model / "loket.json").write_text("{")
    with pytest.raises(EmbeddingError, match=r"loket\.json"):
        locate("models/mine", tmp_path)


def test_the_version_follows_the_content_and_not_the_card(model: Path) -> None:
    before = content_version(model)
    (model / "README.md").write_text("a card")
    (model / ".DS_Store").write_text("rubbish")
    assert content_version(model) == before
    (model / "model.safetensors").write_bytes(b"Weights")
    assert content_version(model) != before


def test_the_version_is_another_with_another_prefix(model: Path) -> None:
    files = ModelFiles(directory=model, name="mine", version="abc")
    versions = {files.version_with(*prefixes) for prefixes in [("", ""), ("q: ", ""), ("", "q: "), ("q: ", "p: ")]}
    assert len(versions) == 4
    assert files.version_with("", "") == "abc"


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("name", ["models/absent", "./absent/model", "absent", "/absent/model"])
def test_a_misspelt_directory_is_an_error_and_not_asked_of_a_hub(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> str:
        raise AssertionError("a hub was asked")

    monkeypatch.setattr("huggingface_hub.snapshot_download", never)
    with pytest.raises(EmbeddingError, match="There is no embedding model"):
        locate(name, tmp_path)


def test_a_hub_name_is_fetched_and_versioned_by_its_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = tmp_path / "cache" / "0123abc"
    monkeypatch.setattr("huggingface_hub.snapshot_download", lambda _name: str(snapshot))
    files = locate("clips/e5-small-trm-nl", tmp_path)
    assert files == ModelFiles(directory=snapshot, name="clips/e5-small-trm-nl", version="0123abc")


def test_a_hub_that_cannot_be_reached_is_an_embedding_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: str) -> str:
        raise ConnectionError("no network")

    monkeypatch.setattr("huggingface_hub.snapshot_download", refuse)
    with pytest.raises(EmbeddingError, match="could not be had"):
        locate("clips/e5-small-trm-nl", tmp_path)
