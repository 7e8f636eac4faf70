"""An answer in a language model's words, every sentence checked; the quotes stand whatever comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from kb.answering.phrasing.checking import checked
from kb.answering.phrasing.phrased import DroppedSentence, PhrasedSentence, Phrasing, Problem, Why
from kb.answering.phrasing.quoted import Quote
from kb.answering.phrasing.request import Message, messages
from kb.answering.phrasing.sentences import Sentences, Written
from kb.model.answer import Citation
from kb.model.terms import Kind

# A model that goes on and on is not listened to.
_MOST_SENTENCES = 40


class Model(Protocol):
    """What gives the pieces of a text."""

    def stream(self, messages: Sequence[Message], take: Callable[[str], None]) -> Problem | None: ...


def _unseen(sentence: PhrasedSentence) -> None:
    """Nobody watches."""


def sayable(sources: Sequence[Citation]) -> list[Citation]:
    """What may be said in other words: what a government told a parliament; where there is none, what nobody only
    claims. In other words a claim of a member, or of a file of unknown origin, would sound like the answer's own."""
    told = [source for source in sources if source.role.is_government and source.kind is not Kind.PRESS_TEXT]
    return told or [source for source in sources if not source.role.is_member]


@dataclass(frozen=True, slots=True)
class Phraser:
    """``model`` is the name under which its words are shown."""

    endpoint: Model
    model: str

    def phrase(
        self, question: str, sources: Sequence[Citation], show: Callable[[PhrasedSentence], None] = _unseen
    ) -> Phrasing:
        """``sources`` are those of the answer, the first being number 1; ``show`` gets every sentence that is kept as
        soon as it is. Raises nothing of its own."""
        quotes = {at: source.quote for at, source in enumerate(sources, start=1) if source in sayable(sources)}
        if not quotes:
            return Phrasing(self.model, (), (), Problem.ONLY_CLAIMS)
        looked_up = {number: Quote(quote) for number, quote in quotes.items()}
        kept: list[PhrasedSentence] = []
        dropped: list[DroppedSentence] = []

        def judge(sentences: Sequence[Written]) -> None:
            for sentence in sentences:
                if len(kept) + len(dropped) >= _MOST_SENTENCES:
                    return
                found = checked(sentence, looked_up)
                if isinstance(found, DroppedSentence):
                    dropped.append(found)
                elif found not in kept:
                    kept.append(found)
                    show(found)

        coming = Sentences()
        problem = self.endpoint.stream(messages(question, quotes), lambda piece: judge(coming.take(piece)))
        if problem is None:
            judge(coming.rest())
        else:
            dropped.extend(DroppedSentence(one.text, Why.UNFINISHED) for one in coming.rest())
        if problem is None and not kept:
            problem = Problem.NOTHING_LEFT
        return Phrasing(self.model, tuple(kept), tuple(dropped), problem)
