"""Passage: what is embedded, found and quoted. A true slice of a section."""

import datetime as dt
from dataclasses import dataclass

from kb.model.identity import DocumentId
from kb.model.terms import Kind, Parliament, Role

_IN_OFFICE = ("minister", "staatssecretaris", "viceminister", "vice-minister", "vlaams minister")


@dataclass(frozen=True, slots=True)
class Passage:
    """``text == section.text[start:end]``. ``context`` is embedded with it and never quoted.

    ``context`` holds the title and, for an answer, the question it belongs to, or, for a letter, its heading.
    ``order`` is the place in the document (0, 1, 2 ...). ``date`` is when the words were said, None if unknown.
    ``people`` are keys of everyone who asks or answers in the document; ``parties`` likewise.
    """

    document: DocumentId
    version: int
    section: str
    start: int
    end: int
    text: str
    order: int
    kind: Kind
    role: Role
    title: str
    context: str = ""
    heading: str = ""
    speaker: str = ""
    questions: tuple[int, ...] = ()
    page: int | None = None
    date: dt.date | None = None
    parliament: Parliament | None = None
    people: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable across runs, and readable: ``folder/a.pdf@1#a3-5:0-812``."""
        return f"{self.document}@{self.version}#{self.section}:{self.start}-{self.end}"

    @property
    def is_government(self) -> bool:
        """Words that a government stands for; in a debate the speaker tells."""
        if self.role is Role.SPEECH:
            return self.speaker.lower().startswith(_IN_OFFICE)
        return self.role.is_government

    @property
    def is_member(self) -> bool:
        """Words of a member: a claim. In a debate, whoever holds no office."""
        if self.role is Role.SPEECH:
            return bool(self.speaker) and not self.is_government
        return self.role.is_member

    @property
    def embedded_text(self) -> str:
        """What the embedding and the word index see."""
        return f"{self.context}\n{self.text}" if self.context else self.text
