"""Where a model's files are, and the version of their content."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kb.errors import EmbeddingError


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model in a directory. `name` comes from its loket.json, else from the directory or the hub."""

    directory: Path
    name: str
    version: str

    def version_with(self, *prefixes: str) -> str:
        """The version of these files used with prefixes: other prefixes give other vectors."""
        if not any(prefixes):
            return self.version
        return sha256("\0".join((self.version, *prefixes)).encode()).hexdigest()[:12]


def locate(model: str, root: Path) -> ModelFiles:
    """The model's files: a directory (relative to `root`), else a name on a hub, fetched if it is not cached.

    Raises EmbeddingError where there is neither.
    """
    directory = root / model
    if directory.is_dir():
        return ModelFiles(directory=directory, name=_name(directory), version=content_version(directory))
    return _from_hub(model, directory)


def content_version(directory: Path) -> str:
    """First 12 hex digits of a SHA-256 over paths and contents. The model card and hidden files are left out:
    they do not change a vector."""
    digest = sha256()
    for path in sorted(directory.rglob("*")):
        inside = path.relative_to(directory)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(".") for part in inside.parts):
            digest.update(f"{inside.as_posix()}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
    return digest.hexdigest()[:12]


def _name(directory: Path) -> str:
    described = directory / "loket.json"
    if not described.is_file():
        return directory.name
    try:
        return str(json.loads(described.read_text(encoding="utf-8"))["name"])
    except (ValueError, KeyError, TypeError) as error:
        raise EmbeddingError(f"{described} does not name the model.", "Restore the model's directory.") from error


def _from_hub(model: str, directory: Path) -> ModelFiles:
    missing = EmbeddingError(
        f"There is no embedding model in {directory}, and '{model}' could not be had from a model hub.",
        "Check `model` under [embedding] in config.toml; the model that comes with the project is "
        "models/loket-static-nl.",
    )
    if model.startswith((".", "/", "~")) or model.count("/") != 1 or directory.parent.is_dir():
        # A path that is misspelt must not become a question to a server elsewhere.
        raise missing
    from huggingface_hub import snapshot_download

    try:
        snapshot = Path(snapshot_download(model))
    except Exception as error:  # the hub client, its transport and its cache each raise their own kinds
        raise missing from error
    # The hub's cache names the directory after the revision it holds.
    return ModelFiles(directory=snapshot, name=model, version=snapshot.name)
