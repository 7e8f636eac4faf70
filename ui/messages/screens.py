"""What the screens say."""

from ui.messages.sentence import Sentence

# --- frame
NAME = Sentence("Loket", "Loket")
PURPOSE = Sentence(
    "Wat is er aan het Vlaams Parlement en de Tweede Kamer gezegd? Met de zin waarin het staat.",
    "What were the Flemish Parliament and the Dutch House told? With the sentence that says so.",
)
ASK = Sentence("Vragen", "Ask")
SEARCH = Sentence("Zoeken", "Search")
COLLECTION = Sentence("Verzameling", "Collection")
LANGUAGE = Sentence("Taal", "Language")
SAMPLE_NOTE = Sentence(
    "Dit is de voorbeeldverzameling: alle documenten, personen en loketten erin zijn verzonnen.",
    "This is the sample collection: all its documents, people and desks are fictional.",
)

# --- asking
QUESTION = Sentence("Uw vraag", "Your question")
QUESTION_HINT = Sentence("bijvoorbeeld: status van het loket", "for example: status of the loket")
ASK_BUTTON = Sentence("Vraag", "Ask")
EXAMPLES = Sentence("Probeer bijvoorbeeld", "Try for example")
FILTERS = Sentence("Filters", "Filters")
FILTERS_ON = Sentence("Filters ({n} aan)", "Filters ({n} on)")
PARLIAMENT = Sentence("Parlement", "Parliament")
KIND = Sentence("Soort document", "Kind of document")
SINCE = Sentence("Vanaf", "From")
UNTIL = Sentence("Tot en met", "Until")
ANY = Sentence("alle", "any")
CLEAR_FILTERS = Sentence("Filters wissen", "Clear filters")
LOOKING = Sentence("Zoeken in de documenten ...", "Looking through the documents ...")
DAYS_REVERSED = Sentence("De eerste dag ligt na de laatste.", "The first day is after the last.")
ONLY_CLAIMED = Sentence(
    "Van de regering is hierover niets gevonden; alleen parlementsleden spraken erover.",
    "Nothing by the government was found; only members spoke of it.",
)
OPENED = Sentence("nu geopend", "open now")

# --- the source
SOURCE = Sentence("Bron", "Source")
BACK_TO_ANSWER = Sentence("Bron sluiten", "Close source")
OFFICIAL_PAGE = Sentence("Officiële pagina", "Official page")
ASKED_ON = Sentence("Gevraagd", "Asked")
ANSWERED_ON = Sentence("Beantwoord", "Answered")
PUBLISHED_ON = Sentence("Gepubliceerd", "Published")
NUMBERS = Sentence("Nummers", "Numbers")
FILE = Sentence("Bestand", "File")
NO_ANSWER_HERE = Sentence("Op deze vraag staat hier geen antwoord.", "There is no answer to this question here.")
SEE_ANSWER = Sentence("Zie het antwoord op vraag {numbers}.", "See the answer to question {numbers}.")
BEFORE = Sentence("Wat eraan voorafgaat", "What comes before")
AFTER = Sentence("Wat erop volgt", "What comes after")
PAGE_IMAGE = Sentence("Bladzijde {page} zoals gedrukt", "Page {page} as printed")
PAGE_IMAGE_ALT = Sentence(
    "Afbeelding van bladzijde {page} van {title}; het citaat is gemarkeerd. De tekst staat erboven.",
    "Image of page {page} of {title}; the quote is marked. Its text stands above.",
)
PAGE_UNMARKED = Sentence(
    "Het citaat is op de afbeelding van bladzijde {page} niet letterlijk teruggevonden en dus niet gemarkeerd. "
    "In de tekst erboven is het wel gemarkeerd.",
    "The quote was not found word for word on the image of page {page}, so it is not marked there. "
    "In the text above it is marked.",
)
PAGE_FAILED = Sentence("De bladzijde kan niet als afbeelding getoond worden.", "The page cannot be shown as an image.")
SUPERSEDED = Sentence(
    "Dit is versie {version}; er is een nieuwere versie van dit document ({newest}).",
    "This is version {version}; there is a newer version of this document ({newest}).",
)
SOURCE_GONE = Sentence(
    "Dit document zit niet meer in de verzameling, dus het citaat wordt niet getoond.",
    "This document is no longer in the collection, so the quote is not shown.",
)
SOURCE_UNKNOWN = Sentence(
    "Deze bron bestaat niet in deze verzameling.", "This source does not exist in this collection."
)
QUOTE_GONE = Sentence(
    "Op deze plaats staat geen passage; het document staat hieronder zonder markering.",
    "There is no passage at this place; the document stands below without a mark.",
)

FACTS = Sentence("Gegevens", "Details")

# --- searching
SEARCH_FOR = Sentence("Zoek naar", "Search for")
SEARCH_HINT = Sentence("woorden, een naam, een nummer", "words, a name, a number")
SEARCH_BUTTON = Sentence("Zoek", "Search")
SEARCH_EMPTY = Sentence(
    "Zoek op woorden, betekenis of een nummer. U krijgt passages, met hun plaats in het document.",
    "Search by words, meaning or a number. You get passages, with their place in the document.",
)
NARROW = Sentence("Verfijn", "Narrow down")
MORE = Sentence("Meer tonen", "Show more")
NOTHING_FOUND_ADVICE = Sentence("Probeer andere woorden, of wis de filters.", "Try other words, or clear the filters.")
OPEN = Sentence("Open", "Open")

# --- the collection
IN_COLLECTION = Sentence("Wat er in de verzameling zit", "What is in the collection")
DOCUMENTS = Sentence("Documenten", "Documents")
PASSAGES = Sentence("Passages", "Passages")
OLDEST = Sentence("Oudste", "Oldest")
NEWEST = Sentence("Nieuwste", "Newest")
UNDATED = Sentence("Zonder datum", "Undated")
COUNT = Sentence("Aantal", "Count")
PROBLEMS = Sentence("Wat niet ging", "What did not work")
NO_PROBLEMS = Sentence(
    "Geen problemen: alles wat aangeboden werd, is ingelezen.", "No problems: all that was offered was taken in."
)
PROBLEM_OF = Sentence("Bestand", "File")
REASON = Sentence("Reden", "Reason")
ADVICE = Sentence("Wat te doen", "What to do")
INDEX_BEHIND = Sentence(
    "De index loopt achter op de verzameling; antwoorden kunnen documenten missen. `loket index` brengt hem bij.",
    "The index is behind the corpus; answers may miss documents. `loket index` mends it.",
)
OPEN_DOCUMENT = Sentence("Open een document", "Open a document")
OPEN_NEWEST = Sentence(
    "Open een van de nieuwste {n} documenten (zoek de andere)",
    "Open one of the newest {n} documents (search the others)",
)
CHOOSE_DOCUMENT = Sentence("Kies een document", "Choose a document")

# --- when it does not go
EMPTY_TITLE = Sentence("De verzameling is nog leeg", "The collection is still empty")
EMPTY_ADVICE = Sentence(
    "Lees documenten in met `loket add MAP`, of neem het voorbeeld met `loket up`.",
    "Take documents in with `loket add FOLDER`, or take the sample with `loket up`.",
)
TROUBLE = Sentence("Dit lukt nu niet", "This does not work now")
# What a user can be told in their own language; what exactly is wrong follows in the words of the error.
TROUBLE_INDEX = Sentence("De index kan nu niet gebruikt worden", "The index cannot be used now")
TROUBLE_MODEL = Sentence(
    "De index is met een ander taalmodel gemaakt", "The index was made with another embedding model"
)
TROUBLE_CATALOG = Sentence("De verzameling kan nu niet gelezen worden", "The collection cannot be read now")
TROUBLE_SETTINGS = Sentence("De instellingen kloppen niet", "The settings are not right")
TROUBLE_BUSY = Sentence("Een ander programma werkt aan de verzameling", "Another program is working on the collection")
UNEXPECTED = Sentence(
    "Er ging iets mis dat niet had mogen gebeuren. Uw vraag staat nog in de adresbalk; laad de pagina opnieuw.",
    "Something went wrong that should not have. Your question is still in the address; reload the page.",
)
RETRY = Sentence("Opnieuw proberen", "Try again")

# Questions that the sample answers; the last one it does not.
SAMPLE_QUESTIONS: tuple[Sentence, ...] = (
    Sentence("Wat is de stand van zaken van het loket?", "status of the loket"),
    Sentence("Wanneer is het Vlaams Herstelloket geopend?", "When will the Dutch repair desk open nationwide?"),
    Sentence(
        "Waarom ging het Vlaams Herstelloket niet eind 2024 open?",
        "Who decides on a ban on water abstraction in Flanders?",
    ),
    Sentence(
        "Hoeveel Brusselaars stelden al een vraag aan het Vlaams Herstelloket?",
        "How many people from Brussels asked the Vlaams Herstelloket a question?",
    ),
)

TAKEN_WITH = Sentence("Uit de vraag begrepen:", "Understood from the question:")
SWITCH_OFF = Sentence("Laat dit los: {what}", "Let go of this: {what}")
SWITCH_ON = Sentence("alles weer meenemen", "take everything again")
INTENT = Sentence("Soort antwoord", "Kind of answer")
