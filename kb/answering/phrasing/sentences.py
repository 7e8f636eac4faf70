"""A text that comes in pieces, as sentences with the numbers that each cites."""

import re
from dataclasses import dataclass

from kb.passages.sentences import sentence_spans

_CITES = r"(?:[\[【]\s*\d+(?:\s*[,;–-]\s*\d+)*\s*[\]】]\s*)+"
_CITATION = re.compile(r"[\[【]\s*(\d+(?:\s*[,;–-]\s*\d+)*)\s*[\]】]")
# "… is open. [1] De minister …": the citation belongs to the sentence before it.
_AFTER_STOP = re.compile(rf"([.!?…][\"'”’»)]*)[ \t]*({_CITES})")
# The end of a text in which a citation may still be coming.
_MAY_CITE = re.compile(r"^\s*(?:[\[【][^\]】]*)?$")
_BULLET = re.compile(r"^(?:[-*•#>]+|\d{1,2}[.)])\s+")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_SPACE_BEFORE = re.compile(r"\s+([.,;:!?…])")


@dataclass(frozen=True, slots=True)
class Written:
    """One sentence of a model. ``text`` without citations; ``cited`` as they were given, each once."""

    text: str
    cited: tuple[int, ...]


class Sentences:
    """Takes pieces of text; gives each sentence once, when it is complete."""

    def __init__(self) -> None:
        self._text = ""
        self._given = 0

    def take(self, piece: str) -> list[Written]:
        """The sentences that are complete with this piece."""
        self._text += piece
        return self._from(complete_only=True)

    def rest(self) -> list[Written]:
        """What is left at the end."""
        return self._from(complete_only=False)

    def _from(self, *, complete_only: bool) -> list[Written]:
        text = _AFTER_STOP.sub(_moved, _THOUGHT.sub("", self._text))
        pieces = [text[start:end] for start, end in sentence_spans(text)]
        if complete_only and pieces:
            # The last may go on; before a bracket that is still open, the one before it too.
            del pieces[-2 if _MAY_CITE.match(pieces[-1]) else -1 :]
        fresh = pieces[self._given :]
        self._given = max(self._given, len(pieces))
        return [one for one in map(written, fresh) if re.search(r"\w", one.text)]


def written(sentence: str) -> Written:
    """A sentence taken apart; ranges such as [1-3] are written out."""
    cited: list[int] = []
    for found in _CITATION.finditer(sentence):
        for part in re.split(r"[,;]", found[1]):
            numbers = [int(number) for number in re.findall(r"\d{1,4}", part)]
            cited.extend(range(numbers[0], min(numbers[-1], numbers[0] + 20) + 1))
    text = _BULLET.sub("", _CITATION.sub("", sentence).replace("**", "").strip())
    return Written(_SPACE_BEFORE.sub(r"\1", " ".join(text.split())), tuple(dict.fromkeys(cited)))


def _moved(found: re.Match[str]) -> str:
    return f" {found[2].strip()}{found[1]} "
