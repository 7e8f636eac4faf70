"""What every command gets."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli.terminal import Terminal
from ui.messages.sentence import Counted, Language, Sentence

if TYPE_CHECKING:
    from kb.knowledge_base import KnowledgeBase
    from kb.settings import Settings


_HELD: "list[KnowledgeBase]" = []


@dataclass(frozen=True, slots=True)
class Context:
    language: Language
    terminal: Terminal
    config: Path | None = None
    corpus: Path | None = None
    debug: bool = False

    def until_the_end(self, knowledge: "KnowledgeBase") -> "KnowledgeBase":
        """Held open until the process ends: closing a read-only index in order takes a tenth of a second."""
        _HELD.append(knowledge)
        return knowledge

    def settings(self) -> "Settings":
        """Read when asked for; ConfigError where they cannot be used."""
        from kb.settings import load_settings

        return load_settings(self.config, self.corpus)

    def say(self, sentence: Sentence, **values: object) -> str:
        return sentence.to(self.language, **values)

    def count(self, counted: Counted, n: int, **values: object) -> str:
        return counted.to(self.language, n, **values)
