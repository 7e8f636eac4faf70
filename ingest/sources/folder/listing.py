"""Paths that a user names, as a listing: which files, under which ids, with what was given beside them."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ingest.sources.folder.candidates import METADATA_FILE, reason_to_skip
from ingest.sources.folder.item import SOURCE, FileItem
from ingest.sources.folder.metadata import FolderMetadata, nfc, read_metadata
from ingest.sources.folder.walking import FoundFile, walk
from ingest.sources.port import Listing, Skipped, Unusable
from kb.model.document import Problem
from kb.model.identity import DocumentId


def list_paths(paths: Sequence[Path]) -> Listing:
    """Every document below these files and folders; nothing is raised for a path that cannot be used.

    A folder's files are ``folder/<its name>/<relative path>``, a file named by itself is ``folder/<its name>``:
    the same on every machine and from every working directory.
    """
    collected = _Collected()
    for path in paths:
        if path.is_dir():
            collected.add_folder(path)
        else:
            collected.add_file(path)
    return collected.listing()


@dataclass(slots=True)
class _Collected:
    items: dict[DocumentId, FileItem] = field(default_factory=dict)
    by_file: dict[str, DocumentId] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    unusable: list[Unusable] = field(default_factory=list)
    scopes: list[str] = field(default_factory=list)

    def add_file(self, path: Path) -> None:
        """A file that the user names is taken whatever it is called: reading says what it is."""
        name = nfc(path.name) or str(path)
        if not os.path.lexists(path):
            self._fault(PurePosixPath(name), path, "not_found", f"{path} does not exist.", "Check the path.")
        elif not path.is_file():
            self._fault(PurePosixPath(name), path, "not_a_file", f"{path} is not a file or folder.", "Check the path.")
        elif path.name == METADATA_FILE:
            self.skipped.append(Skipped(str(path), "says things about other files; name the folder"))
        else:
            metadata = read_metadata(path.parent, _file_names(path.parent))
            self.scopes.append(f"{SOURCE}/{METADATA_FILE}")
            self._metadata_faults(PurePosixPath(), path.parent, metadata.faults + metadata.of(path.name).problems)
            self._take(path, PurePosixPath(name), metadata)

    def add_folder(self, path: Path) -> None:
        prefix = PurePosixPath(nfc(Path(os.path.abspath(path)).name))  # noqa: PTH100 - resolve() would follow a link
        self.scopes.append(str(DocumentId(SOURCE, str(prefix / "_"))).removesuffix("_"))
        files: list[tuple[FoundFile, PurePosixPath]] = []
        for found in walk(path):
            key = prefix / nfc(str(found.inner))
            if isinstance(found, FoundFile):
                files.append((found, key))
            elif found.is_fault:
                self._fault(
                    key, found.path, "not_opened", f"{found.path} {found.reason}.", "Check its rights, or remove it."
                )
            else:
                self.skipped.append(Skipped(str(found.path), found.reason))
        metadata = dict(self._metadata(prefix, files))
        for found, key in sorted(files, key=lambda entry: (entry[0].is_link, entry[1])):
            if _has_bad_name(key):
                self._fault_of_name(found.path)
            elif reason := _reason_to_skip(found.path):
                self.skipped.append(Skipped(str(found.path), reason))
            else:
                self._take(found.path, key, metadata[found.path.parent])

    def listing(self) -> Listing:
        return Listing(
            items=tuple(item for _, item in sorted(self.items.items())),
            skipped=tuple(self.skipped),
            unusable=tuple(self.unusable),
            scopes=tuple(self.scopes),
        )

    def _metadata(
        self, prefix: PurePosixPath, files: Sequence[tuple[FoundFile, PurePosixPath]]
    ) -> Iterator[tuple[Path, FolderMetadata]]:
        names: dict[Path, list[str]] = {}
        keys: dict[Path, PurePosixPath] = {}
        for found, key in files:
            names.setdefault(found.path.parent, []).append(found.path.name)
            keys[found.path.parent] = key.parent
        for folder, held in names.items():
            metadata = read_metadata(folder, held)
            self._metadata_faults(keys.get(folder, prefix), folder, metadata.problems)
            yield folder, metadata

    def _metadata_faults(self, key: PurePosixPath, folder: Path, problems: Sequence[Problem]) -> None:
        id = DocumentId(SOURCE, str(key / METADATA_FILE))
        self.unusable.extend(Unusable(id, str(folder / METADATA_FILE), problem) for problem in problems)

    def _fault_of_name(self, path: Path) -> None:
        where = os.fsencode(path).decode("utf-8", "replace")
        problem = Problem("bad_name", f"The name of {where} is not valid Unicode.", "Rename it and add it again.")
        self.unusable.append(Unusable(DocumentId(SOURCE, where), where, problem))

    def _take(self, path: Path, key: PurePosixPath, metadata: FolderMetadata) -> None:
        id = DocumentId(SOURCE, str(key))
        real = os.path.realpath(path)
        if real in self.by_file:
            if self.by_file[real] != id:
                self.skipped.append(Skipped(str(path), f"is the same file as {self.by_file[real]}"))
        elif id in self.items:
            other = self.items[id].location
            self._fault(
                key,
                path,
                "same_id",
                f"{path} would get the id {id}, which {other} has.",
                "Rename one of the two (or its folder), or add them from the folder above.",
            )
        else:
            self.items[id] = FileItem(id, str(path), metadata.of(path.name).given)
            self.by_file[real] = id

    def _fault(self, key: PurePosixPath, path: Path, code: str, message: str, advice: str) -> None:
        self.unusable.append(Unusable(DocumentId(SOURCE, str(key)), str(path), Problem(code, message, advice)))


def _file_names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _reason_to_skip(path: Path) -> str:
    try:
        return reason_to_skip(path)
    except OSError:
        return ""  # reading it will say what is wrong


def _has_bad_name(key: PurePosixPath) -> bool:
    """Names of files are bytes; those that are no UTF-8 reach Python with stand-ins that are no text."""
    try:
        str(key).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
