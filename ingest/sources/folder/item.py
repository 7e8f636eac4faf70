"""One file that a user has."""

import stat
from dataclasses import dataclass
from pathlib import Path

from ingest.parsed import Given
from kb.errors import InputError
from kb.model.document import Problem
from kb.model.identity import DocumentId

SOURCE = "folder"


@dataclass(frozen=True, slots=True)
class FileItem:
    """``location`` is the path in the form in which the user gave it."""

    id: DocumentId
    location: str
    given: Given

    def remark_beside(self, location: str) -> Problem | None:
        """Two folders of one name give their files the same ids: where the earlier file is still there, and is
        another, the new version may be a different document."""
        earlier = Path(location)
        try:
            if not earlier.is_file() or earlier.samefile(self.location):
                return None
        except OSError:
            return None
        return Problem(
            "other_place",
            f"{self.location} is a new version of {self.id}, which came from {location}; that file is still there.",
            "If these are two documents, rename one of them (or its folder) and add it again.",
        )

    def read(self, limit: int) -> bytes:
        """The bytes of the file. Raises InputError where it cannot be read or holds more than ``limit`` bytes."""
        path = Path(self.location)
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
                raise InputError(f"{self.location} is not a file.", "Name a file or a folder.")
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise InputError(
                f"{self.location} cannot be read ({error.strerror}).", "Check that it is there, and its rights."
            ) from error
        if len(data) > limit:
            raise InputError(
                f"{self.location} is larger than {limit / 1e6:.0f} MB.",
                "Split it, or raise ingest.max_file_mb in config.toml.",
            )
        return data
