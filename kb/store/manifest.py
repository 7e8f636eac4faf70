"""What a generation says of itself: with what it was made, and of which documents."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kb.embedding.port import EmbedderIdentity
from kb.errors import IndexUnusableError, ModelMismatchError
from kb.store.payload import PAYLOAD_FORMAT
from kb.store.port import IndexShape

MANIFEST_FORMAT = 1
REBUILD = "Make it again with `loket index --rebuild`."


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a document becomes in the index; two equal recipes make equal indexes.

    ``analyzer`` and ``cutter`` are fingerprints of how words are analysed and how documents are cut into passages.
    ``engine`` is "edge" or "server".
    """

    embedder: EmbedderIdentity
    analyzer: str
    cutter: str
    sparse_legs: tuple[str, ...]
    engine: str = "edge"
    payload_format: int = PAYLOAD_FORMAT

    @property
    def shape(self) -> IndexShape:
        return IndexShape(self.embedder.dimension, self.sparse_legs)


@dataclass(frozen=True, slots=True)
class Manifest:
    """One generation. ``created`` is ISO 8601 in UTC; ``documents`` and ``passages`` are counts."""

    generation: int
    recipe: Recipe
    documents: int
    passages: int
    corpus_version: str
    created: str
    format: int = MANIFEST_FORMAT

    def check_embedder(self, configured: EmbedderIdentity) -> None:
        """Raises ModelMismatchError where the index was made with another model than the configured one."""
        if self.recipe.embedder != configured:
            raise ModelMismatchError(
                f"The index was made with the embedding model {_described(self.recipe.embedder)}, "
                f"and the settings name {_described(configured)}.",
                "Make it again with `loket index --rebuild`, or set `embedding.model` back.",
            )

    def check_analyzer(self, analyzer: str) -> None:
        """Raises IndexUnusableError where words were analysed in another way than questions would be."""
        if self.recipe.analyzer != analyzer:
            raise IndexUnusableError(
                "The index was made with another analysis of words than this version of Loket.",
                "Bring it in line with `loket index`.",
            )


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document in a generation; ``content_hash`` is the catalog's, ``passages`` how many it gave."""

    document: str
    version: int
    content_hash: str
    passages: int


def write_manifest(path: Path, manifest: Manifest) -> None:
    path.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_manifest(path: Path) -> Manifest:
    """Raises IndexUnusableError where it is missing, damaged or of another format."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != MANIFEST_FORMAT:
            raise IndexUnusableError(f"The index in {path.parent} is of another version of Loket.", REBUILD)
        recipe = Recipe(**stored["recipe"])
        recipe = replace(recipe, embedder=EmbedderIdentity(**stored["recipe"]["embedder"]))
        recipe = replace(recipe, sparse_legs=tuple(recipe.sparse_legs))
        return Manifest(**stored | {"recipe": recipe})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusableError(f"The index in {path.parent} cannot be read ({error}).", REBUILD) from error


def write_documents(path: Path, documents: Iterable[IndexedDocument]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for one in sorted(documents, key=lambda one: one.document):
            file.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")


def read_documents(path: Path) -> Mapping[str, IndexedDocument]:
    """By document id; raises IndexUnusableError where the list is missing or damaged."""
    try:
        with path.open(encoding="utf-8") as file:
            listed = [IndexedDocument(**json.loads(line)) for line in file]
    except (OSError, ValueError, TypeError) as error:
        raise IndexUnusableError(f"The index in {path.parent} cannot be read ({error}).", REBUILD) from error
    return {one.document: one for one in listed}


def _described(embedder: EmbedderIdentity) -> str:
    return f"{embedder.name} (version {embedder.version}, {embedder.dimension} dimensions)"
