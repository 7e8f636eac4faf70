"""DocumentId: the source and the source's own number, never a hash of the content, so that it survives a correction."""

from dataclasses import dataclass

from kb.errors import InputError


@dataclass(frozen=True, slots=True, order=True)
class DocumentId:
    """Written ``source/key``, such as ``tk/ah-tk-20242025-594``, ``vp/schv-1836653`` or ``folder/notes/a.pdf``.

    ``key`` may hold further slashes (a relative path); ``source`` may not.
    """

    source: str
    key: str

    def __str__(self) -> str:
        return f"{self.source}/{self.key}"

    @classmethod
    def parse(cls, text: str) -> "DocumentId":
        """Read the written form; raises InputError where it has no source or no key."""
        source, slash, key = text.partition("/")
        if not (source and slash and key):
            raise InputError(
                f"'{text}' is not a document id.",
                "Ids look like folder/report.pdf; `loket status --documents` lists them.",
            )
        return cls(source, key)
