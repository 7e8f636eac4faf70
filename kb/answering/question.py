"""What a question asks for. Rules, not a model: they can be read, and the same question is always read the same way."""

import re
import unicodedata
from dataclasses import dataclass

from kb.answering.cues import ASKING_WORDS, INTENTS, PARLIAMENTS
from kb.model.answer import Intent
from kb.model.terms import Parliament

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENGLISH = frozenset("the of what which who is are how many does did why when where has have for and in on to".split())
_DUTCH = frozenset(
    "de het een van wat welke wie is zijn hoe hoeveel waarom wanneer waar heeft voor en in op naar".split()
)
_COUNT_WORDS = {
    word: count
    for count, words in enumerate(
        (
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
        ),
        start=2,
    )
    for word in words.split()
}


def folded(text: str) -> str:
    """Lower case without accents, for matching cue words; same length is not promised."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. ``topic`` is the text without official numbers and asking words' weight removed.

    ``parliaments`` are those it names (not those it is narrowed to by filters). ``expected`` is how many items a list
    question names ("welke vier stappen"), 0 where it names none. ``words`` are the surface words that carry the topic.
    """

    text: str
    intent: Intent
    language: str
    parliaments: tuple[Parliament, ...]
    words: tuple[str, ...]
    expected: int = 0

    @property
    def wants_comparison(self) -> bool:
        return self.intent is Intent.COMPARE


def understand(text: str) -> Question:
    """Read a question; never fails, an unknown form is a FACT."""
    plain = folded(text)
    named = tuple(parliament for parliament, pattern in PARLIAMENTS.items() if pattern.search(plain))
    intent = next((intent for intent, pattern in INTENTS if pattern.search(plain)), Intent.FACT)
    if len(named) > 1 and intent in (Intent.STATUS, Intent.FACT, Intent.LIST):
        intent = Intent.COMPARE
    words = tuple(dict.fromkeys(word for word in _WORD.findall(text) if folded(word) not in ASKING_WORDS))
    if not words:  # a question of asking words only is still searched as it stands
        words = tuple(dict.fromkeys(_WORD.findall(text)))
    if intent is Intent.FACT and len(_WORD.findall(plain)) <= 3 and "?" not in text:
        intent = Intent.STATUS  # a bare topic: what stands, newest first
    expected = next((_COUNT_WORDS[word] for word in _WORD.findall(plain) if word in _COUNT_WORDS), 0)
    return Question(
        text=text,
        intent=intent,
        language=_language(plain),
        parliaments=named,
        words=words,
        expected=expected if intent is Intent.LIST else 0,
    )


def _language(plain: str) -> str:
    words = _WORD.findall(plain)
    english = sum(word in _ENGLISH for word in words)
    dutch = sum(word in _DUTCH for word in words)
    return "en" if english > dutch else "nl"
