"""What the closed word lists are called on a screen."""

from kb.model.answer import Intent, OpenKind, Standing, State
from kb.model.document import PairState
from kb.model.people import Part
from kb.model.query import FoundBy
from kb.model.terms import Kind, Parliament, Role
from ui.messages.sentence import Sentence

PARLIAMENT_LABEL = Sentence("parlement", "parliament")
NO_PARLIAMENT = Sentence("Zonder parlement", "No parliament")

PARLIAMENTS: dict[Parliament, Sentence] = {
    Parliament.VLAAMS_PARLEMENT: Sentence("Vlaams Parlement", "Flemish Parliament"),
    Parliament.TWEEDE_KAMER: Sentence("Tweede Kamer", "Dutch House of Representatives"),
}

KINDS: dict[Kind, Sentence] = {
    Kind.ANSWERED_QUESTION: Sentence("Schriftelijke vraag met antwoord", "Written question with answer"),
    Kind.OPEN_QUESTION: Sentence("Schriftelijke vraag zonder antwoord", "Written question, no answer"),
    Kind.FOLLOW_UP_ANSWER: Sentence("Nader antwoord", "Follow-up answer"),
    Kind.COORDINATED_ANSWER: Sentence("Gecoördineerd antwoord", "Coordinated answer"),
    Kind.REFERRAL_ANSWER: Sentence("Verwijzend antwoord", "Referral to another minister"),
    Kind.POSTPONEMENT: Sentence("Uitstel van antwoord", "Answer postponed"),
    Kind.ANSWERED_ELSEWHERE: Sentence("Elders beantwoord", "Answered elsewhere"),
    Kind.WITHDRAWN: Sentence("Ingetrokken vraag", "Withdrawn question"),
    Kind.ORAL_QUESTION: Sentence("Mondelinge vraag", "Oral question"),
    Kind.LETTER: Sentence("Brief", "Letter"),
    Kind.REPORT: Sentence("Verslag", "Report"),
    Kind.MOTION: Sentence("Motie", "Motion"),
    Kind.POLICY_NOTE: Sentence("Beleidsnota", "Policy note"),
    Kind.PRESS_TEXT: Sentence("Perstekst", "Press text"),
    Kind.GENERIC: Sentence("Ander document", "Other document"),
}

REFERRAL = Sentence("verwijst door, geen eigen antwoord", "refers to another, no answer of its own")

ROLES: dict[Role, Sentence] = {
    Role.QUESTION: Sentence("vraag van een parlementslid", "question by a member"),
    Role.QUESTION_INTRO: Sentence("inleiding van een parlementslid", "introduction by a member"),
    Role.ANSWER: Sentence("antwoord van de regering", "government answer"),
    Role.ANSWER_INTRO: Sentence("inleiding van de regering", "government introduction"),
    Role.NOTICE: Sentence("mededeling, geen antwoord", "notice, not an answer"),
    Role.LETTER: Sentence("brief van de regering", "government letter"),
    Role.POLICY: Sentence("beleidstekst van de regering", "government policy text"),
    Role.PRESS: Sentence("perstekst", "press text"),
    Role.SPEECH: Sentence("gezegd in een vergadering", "said in a meeting"),
    Role.REPORT: Sentence("verslag", "report"),
    Role.NOTE: Sentence("voetnoot", "footnote"),
    Role.TABLE: Sentence("tabel", "table"),
    Role.HEAD: Sentence("hoofding", "heading of the document"),
    Role.TEXT: Sentence("tekst, spreker onbekend", "text, speaker unknown"),
}

STANDINGS: dict[Standing, Sentence] = {
    Standing.LATEST: Sentence("Laatst bekend", "Latest known"),
    Standing.EARLIER: Sentence("Eerder", "Earlier"),
    Standing.CLAIM: Sentence("Bewering van een parlementslid", "Claim by a member"),
    Standing.UNDATED: Sentence("Zonder datum", "Undated"),
    Standing.PLAIN: Sentence("", ""),
}

INTENTS: dict[Intent, Sentence] = {
    Intent.STATUS: Sentence("stand van zaken", "status"),
    Intent.FACT: Sentence("feit", "fact"),
    Intent.AMOUNT: Sentence("hoeveel", "how much"),
    Intent.WHEN: Sentence("wanneer", "when"),
    Intent.WHO: Sentence("wie", "who"),
    Intent.WHY: Sentence("waarom", "why"),
    Intent.LIST: Sentence("opsomming", "list"),
    Intent.COMPARE: Sentence("vergelijking", "comparison"),
    Intent.LOOKUP: Sentence("document opzoeken", "document look-up"),
    Intent.ANSWERED_YET: Sentence("is er al een antwoord", "is there an answer yet"),
}

STATES: dict[State, Sentence] = {
    State.ANNOUNCED: Sentence("aangekondigd", "announced"),
    State.PLANNED: Sentence("gepland", "planned"),
    State.DELAYED: Sentence("uitgesteld of opgeschoven", "delayed"),
    State.STARTED: Sentence("begonnen", "started"),
    State.OPERATIONAL: Sentence("in werking", "operational"),
    State.STOPPED: Sentence("stopgezet", "stopped"),
    State.DENIED: Sentence("ontkend of afgewezen", "denied"),
}

OPEN_KINDS: dict[OpenKind, Sentence] = {
    OpenKind.QUESTION: Sentence(
        "gevraagd, nog geen antwoord in de documenten", "asked, no answer in the documents yet"
    ),
    OpenKind.PROMISE: Sentence("toegezegd", "promised"),
}

FOUND_BY: dict[FoundBy, Sentence] = {
    FoundBy.WORDS: Sentence("woorden", "words"),
    FoundBy.MEANING: Sentence("betekenis", "meaning"),
    FoundBy.NUMBER: Sentence("nummer", "number"),
}

PAIR_STATES: dict[PairState, Sentence] = {
    PairState.ANSWERED: Sentence("beantwoord", "answered"),
    PairState.UNANSWERED: Sentence("niet beantwoord", "not answered"),
    PairState.POSTPONED: Sentence("antwoord uitgesteld", "answer postponed"),
    PairState.REFERRED: Sentence("doorverwezen", "referred"),
    PairState.SEE_ANSWER: Sentence("zie een ander antwoord", "see another answer"),
}

PARTS: dict[Part, Sentence] = {
    Part.ASKER: Sentence("gevraagd door", "asked by"),
    Part.ADDRESSEE: Sentence("gevraagd aan", "asked of"),
    Part.ANSWERER: Sentence("antwoord van", "answered by"),
    Part.ON_BEHALF_OF: Sentence("mede namens", "also on behalf of"),
    Part.NOTIFIER: Sentence("bericht van", "notice by"),
    Part.SIGNATORY: Sentence("ondertekend door", "signed by"),
    Part.SPEAKER: Sentence("spreker", "speaker"),
}

# Codes of `kb.answering.declining.Reason`; a code without a sentence is shown with REASON_UNKNOWN.
REASONS: dict[str, Sentence] = {
    "nothing_found": Sentence(
        "Er zijn geen passages die bij deze vraag en deze filters passen.",
        "No passages fit this question and these filters.",
    ),
    "not_answered": Sentence(
        "De documenten spreken over iets in de buurt, maar geven geen antwoord op deze vraag.",
        "The documents speak of something near, but do not answer this question.",
    ),
    "only_question": Sentence(
        "De vraag is in het parlement gesteld; een antwoord staat niet in de documenten.",
        "The question was asked in parliament; the documents hold no answer to it.",
    ),
    "postponed": Sentence(
        "De vraag is gesteld en het antwoord is uitgesteld; een later antwoord staat niet in de documenten.",
        "The question was asked and the answer postponed; the documents hold no later answer.",
    ),
    "referred": Sentence(
        "De vraag is gesteld, en het antwoord laat haar over aan iemand anders; een verder antwoord is er niet.",
        "The question was asked, and the answer leaves it to someone else; there is no further answer.",
    ),
    "no_such_number": Sentence(
        "Geen document draagt of noemt dit nummer.",
        "No document carries or names this number.",
    ),
    "outside_filters": Sentence(
        "Binnen deze filters is er geen antwoord; daarbuiten misschien wel.",
        "There is no answer within these filters; outside them there may be.",
    ),
}
REASON_UNKNOWN = Sentence("Er is geen antwoord gevonden ({code}).", "No answer was found ({code}).")
