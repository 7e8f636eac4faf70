"""What a question asks for. Rules, not a model: they can be read, and the same question is always read the same way."""

import functools
import re
import unicodedata
from dataclasses import dataclass

from kb.answering.cues import (
    ASKING_WORDS,
    ASKS_FOR_MONEY,
    ASKS_GOVERNMENT,
    ASKS_OPINION,
    ASKS_PROMISE,
    ASKS_YES_OR_NO,
    INTENTS,
    KINDS,
    LONG_DATE,
    LOOKS_AHEAD,
    PARLIAMENTS,
)
from kb.language import stopwords
from kb.language.tokens import whole_dates
from kb.model.answer import Intent
from kb.model.terms import Kind, Parliament

STOP_WORDS = stopwords.DUTCH | stopwords.ENGLISH
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


@functools.lru_cache(maxsize=20_000)  # the same words and sentences are folded for every sign that is looked for
def folded(text: str) -> str:
    """Lower case without accents, for matching cue words; same length is not promised."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood.

    ``wants`` is what each side of a comparison is asked for (how many, when, who), and else the intent itself.
    ``parliaments`` are those it names (not those it is narrowed to by filters). ``words`` are the surface words that
    carry the topic; ``names`` those of them written as names. ``counted`` is what "hoeveel" counts, "" where it counts
    nothing, ``counted_near`` that with the words behind it. ``days`` are dates written out in it (ISO), ``kinds`` the
    kinds of document that it names. ``money`` says that an amount of money is asked for, ``asks_government`` that the
    government's own words are. ``expected`` is how many items a list question names ("welke vier stappen"), 0 where it
    names none.
    """

    text: str
    intent: Intent
    wants: Intent
    language: str
    parliaments: tuple[Parliament, ...]
    words: tuple[str, ...]
    names: tuple[str, ...] = ()
    counted: str = ""
    counted_near: tuple[str, ...] = ()
    days: frozenset[str] = frozenset()
    kinds: tuple[Kind, ...] = ()
    money: bool = False
    asks_government: bool = False
    expected: int = 0
    wants_opinion: bool = False
    wants_yes_or_no: bool = False
    wants_promise: bool = False
    looks_ahead: bool = False


@functools.lru_cache(maxsize=5_000)  # also asked of every question in the documents that an answer belongs to
def understand(text: str, wanted: Intent | None = None) -> Question:
    """Read a question; never fails, an unknown form is a FACT. ``wanted`` is the intent where the user says it."""
    plain = folded(text)
    named = tuple(parliament for parliament, pattern in PARLIAMENTS.items() if pattern.search(plain))
    intent = next((intent for intent, pattern in INTENTS if pattern.search(plain)), Intent.FACT)
    wants = next((each for each, pattern in INTENTS if each is not Intent.COMPARE and pattern.search(plain)), intent)
    if wanted is not None:
        intent, wants = wanted, wants if wanted is Intent.COMPARE else wanted
    elif len(named) > 1 and intent is not Intent.ANSWERED_YET:
        intent = Intent.COMPARE
    if wants in (Intent.COMPARE, Intent.FACT) and intent is Intent.COMPARE:
        wants = Intent.STATUS
    counted_near = _counted(plain) if wants is Intent.AMOUNT else ()
    counted = counted_near[0] if counted_near else ""
    undated = LONG_DATE.sub(" ", text)  # a day is matched as a day, not as words
    words = tuple(
        dict.fromkeys(
            word for word in _WORD.findall(undated) if folded(word) == counted or not _says_nothing(folded(word))
        )
    )
    if not words:  # a question of asking words only is still searched as it stands
        words = tuple(dict.fromkeys(_WORD.findall(text)))
    if wanted is None and intent is Intent.FACT and len(_WORD.findall(plain)) <= 3 and "?" not in text:
        intent = Intent.STATUS  # a bare topic: what stands, newest first
    language = _language(plain)
    expected = next((_COUNT_WORDS[word] for word in _WORD.findall(plain) if word in _COUNT_WORDS), 0)
    return Question(
        text=text,
        intent=intent,
        wants=wants if intent is Intent.COMPARE else intent,
        language=language,
        parliaments=named,
        words=words,
        names=tuple(word for word in words if _is_name(word, text) and (language == "nl" or "-" not in word)),
        counted=counted,
        counted_near=counted_near,
        days=frozenset(whole_dates(text)),
        kinds=tuple(kind for pattern, kinds in KINDS if pattern.search(plain) for kind in kinds),
        money=bool(ASKS_FOR_MONEY.search(plain)),
        asks_government=bool(ASKS_GOVERNMENT.search(plain)),
        expected=expected if intent is Intent.LIST else 0,
        wants_opinion=bool(ASKS_OPINION.search(plain)),
        wants_yes_or_no=bool(ASKS_YES_OR_NO.search(plain)),
        looks_ahead=bool(LOOKS_AHEAD.search(plain)),
        wants_promise=bool(ASKS_PROMISE.search(plain)),
    )


def _is_name(word: str, text: str) -> bool:
    """Whether the word is written as a name: a capital or a figure inside it, or a capital inside a sentence."""
    if any(char.isupper() for char in word[1:]) or any(char.isdigit() for char in word):
        return True
    return word[0].isupper() and bool(re.search(rf"[\w,;:)”\"'’«»] (?:[“«\"'‘(])?{re.escape(word)}", text))


def _counted(plain: str) -> tuple[str, ...]:
    """What is counted: the words of content behind "hoeveel", the noun among them ("Dutch-language moderators")."""
    asked = re.search(r"\b(?:hoeveel|how many|how much)\b(.*)", plain)
    words = _WORD.findall(asked.group(1)) if asked else []
    return tuple(word for word in words[:3] if word not in STOP_WORDS and not word.isdigit())


def _says_nothing(word: str) -> bool:
    return word in ASKING_WORDS or word in STOP_WORDS


def _language(plain: str) -> str:
    words = _WORD.findall(plain)
    english = sum(word in _ENGLISH for word in words)
    dutch = sum(word in _DUTCH for word in words)
    return "en" if english > dutch else "nl"
