"""What the command line says."""

from ui.messages.sentence import Counted, Sentence

# --- help
PROGRAM = Sentence(
    "Antwoorden over wat twee parlementen is gezegd, met de zin waarin het staat.",
    "Answers about what two parliaments were told, with the sentence that says so.",
)
EXIT_CODES = Sentence(
    "Afsluitcodes: 0 gedaan; 1 gedaan, met gemelde problemen; 2 verkeerd gebruik; 3 kon niet.",
    "Exit codes: 0 done; 1 done with problems that were reported; 2 wrong use; 3 could not be done.",
)
USAGE = Sentence("gebruik: ", "usage: ")
COMMAND_WORD = Sentence("OPDRACHT", "COMMAND")
COMMANDS = Sentence("opdrachten", "commands")
ARGUMENTS = Sentence("argumenten", "arguments")
OPTIONS = Sentence("opties", "options")
FILTERS = Sentence("filters", "filters")
MORE_HELP = Sentence("`loket OPDRACHT --help` legt een opdracht uit.", "`loket COMMAND --help` explains a command.")
HELP_HELP = Sentence("toon deze uitleg", "show this help")
HELP_VERSION = Sentence("toon de versie", "show the version")
HELP_CORPUS = Sentence("de map met alle gegevens", "the directory with all data")
HELP_CONFIG = Sentence("een ander instellingenbestand dan config.toml", "another settings file than config.toml")
HELP_LANG = Sentence("taal van de meldingen: nl of en", "language of the messages: nl or en")
HELP_DEBUG = Sentence(
    "toon bij een fout waar in het programma hij ontstond", "on an error, show where in the program it arose"
)
HELP_JSON = Sentence("één JSON-object in plaats van tekst", "one JSON object instead of text")

UP = Sentence(
    "een werkend systeem: zo nodig het voorbeeld inlezen, indexeren, de schermen openen",
    "a working system: take the sample in if needed, index, open the screens",
)
ADD = Sentence("bestanden en mappen inlezen", "take files and folders in")
INDEX = Sentence("de index gelijk brengen met de verzameling", "bring the index in line with the corpus")
ASK = Sentence("een vraag stellen: een antwoord met bronnen", "ask a question: an answer with its sources")
SEARCH = Sentence("passages zoeken", "search passages")
PARSE = Sentence("tonen hoe een bestand gelezen wordt", "show how a file is read")
STATUS = Sentence(
    "wat er in de verzameling zit, hoe recent, wat mislukte", "what is in the corpus, how fresh, what failed"
)
VERIFY = Sentence(
    "originelen, catalogus, index en citaten met elkaar vergelijken",
    "check originals, catalog, index and quotes against each other",
)
REMOVE = Sentence("documenten uit verzameling en antwoorden halen", "take documents out of corpus and answers")
SHOW = Sentence("een document tonen", "show a document")

HELP_PATHS = Sentence(
    "bestanden of mappen (PDF, DOCX, HTML, XML, tekst)", "files or folders (PDF, DOCX, HTML, XML, text)"
)
HELP_FILE = Sentence("het bestand", "the file")
HELP_QUESTION = Sentence("de vraag", "the question")
HELP_QUERY = Sentence("waarnaar gezocht wordt", "what to search for")
HELP_FROM_FILE = Sentence(
    'veel vragen tegelijk: een bestand met één vraag per regel, of JSON-regels met "question" en eventueel "id"; '
    "- leest van standaardinvoer",
    'many questions at once: a file with one question a line, or JSON lines with "question" and optionally "id"; '
    "- reads standard input",
)
HELP_LIMIT = Sentence("hoeveel passages getoond worden", "how many passages are shown")
HELP_REBUILD = Sentence("de index helemaal opnieuw maken", "make the index anew")
HELP_PURGE = Sentence(
    "ook de bewaarde versies en het origineel wissen", "delete the kept versions and the original too"
)
HELP_IDS = Sentence("nummers van documenten, zoals folder/brief.pdf", "ids of documents, such as folder/letter.pdf")
HELP_ID = Sentence("nummer van het document, zoals folder/brief.pdf", "id of the document, such as folder/letter.pdf")
HELP_AT_VERSION = Sentence("een eerdere versie", "an earlier version")
HELP_DOCUMENTS = Sentence("ook elk document noemen", "list every document too")
HELP_NO_BROWSER = Sentence("geen browser openen", "open no browser")
HELP_PORT = Sentence("poort van de schermen", "port of the screens")
HELP_CHECK = Sentence("alles voorbereiden, de schermen niet openen", "prepare everything, do not open the screens")

HELP_PARLIAMENT = Sentence("vlaams_parlement of tweede_kamer", "vlaams_parlement or tweede_kamer")
HELP_KIND = Sentence(
    "soort document, zoals letter of written_question_with_answer",
    "kind of document, such as letter or written_question_with_answer",
)
HELP_ROLE = Sentence("wie er spreekt, zoals answer of question", "who speaks, such as answer or question")
HELP_SINCE = Sentence("vanaf deze dag (2024, 2024-10 of 2024-10-31)", "from this day (2024, 2024-10 or 2024-10-31)")
HELP_UNTIL = Sentence("tot en met deze dag", "until this day, included")
HELP_PERSON = Sentence("achternaam van wie vraagt of antwoordt", "surname of who asks or answers")
HELP_PARTY = Sentence("partij van wie vraagt", "party of who asks")
HELP_DOCUMENT = Sentence("alleen dit document", "this document only")
HELP_LITERAL = Sentence(
    "de vraag letterlijk nemen: uit de woorden geen filter maken en niets hoger zetten",
    "take the question literally: make no filter of its words and raise nothing",
)
HELP_INTENT = Sentence(
    "wat voor antwoord gevraagd wordt, waar de woorden anders begrepen zijn: {choices}",
    "what kind of answer is asked for, where the words were taken otherwise: {choices}",
)
HELP_NOT_UNDERSTOOD = Sentence(
    "dit niet uit de vraag begrijpen: {choices}", "do not understand this from the question: {choices}"
)

# --- wrong use
UNKNOWN_COMMAND = Sentence(
    "'{given}' is geen opdracht. Bedoelde u {nearest}?", "'{given}' is not a command. Did you mean {nearest}?"
)
UNKNOWN_OPTION_NEAR = Sentence(
    "'{given}' is geen optie van loket {command}. Bedoelde u {nearest}?",
    "'{given}' is not an option of loket {command}. Did you mean {nearest}?",
)
SURPLUS = Sentence(
    "'{given}' is te veel. Zet een vraag tussen aanhalingstekens.",
    "'{given}' is one too many. Put a question in quotes.",
)
MISSING = Sentence("Er ontbreekt iets: {names}.", "Something is missing: {names}.")
WANTS_VALUE = Sentence("{option} vraagt om een waarde.", "{option} wants a value.")
NOT_WITH_VALUE = Sentence("{option} krijgt geen waarde.", "{option} takes no value.")
ONE_OF = Sentence(
    "'{given}' kan niet bij {option}. Bedoelde u {nearest}? Mogelijk: {choices}.",
    "'{given}' does not fit {option}. Did you mean {nearest}? Possible: {choices}.",
)
NOT_A_DAY = Sentence(
    "'{given}' is geen dag. Schrijf 2024, 2024-10 of 2024-10-31.",
    "'{given}' is not a day. Write 2024, 2024-10 or 2024-10-31.",
)
NOT_A_COUNT = Sentence("'{given}' is geen getal vanaf 1.", "'{given}' is not a number of 1 or more.")
NOT_A_PORT = Sentence("'{given}' is geen poort (1-65535).", "'{given}' is not a port (1-65535).")
DAYS_REVERSED = Sentence("--from {since} ligt na --to {until}.", "--from {since} is after --to {until}.")
QUESTION_OR_FILE = Sentence("Geef een vraag, of --from-file.", "Give a question, or --from-file.")
QUESTION_AND_FILE = Sentence("Geef een vraag of --from-file, niet beide.", "Give a question or --from-file, not both.")
EMPTY_QUESTION = Sentence("De vraag is leeg.", "The question is empty.")
SEE_HELP = Sentence("Zie {command} --help.", "See {command} --help.")

# --- going wrong
INTERNAL = Sentence(
    "Interne fout: {kind}. Dit is een fout in Loket zelf. Herhaal met --debug en meld wat er dan staat.",
    "Internal error: {kind}. This is a mistake in Loket itself. Repeat with --debug and report what it prints.",
)
BAD_LINE = Sentence("Regel {line} van {file} is geen vraag: {why}.", "Line {line} of {file} is not a question: {why}.")
BAD_LINE_NO_QUESTION = Sentence('geen "question" met tekst', 'no "question" with text')
BAD_LINE_NOT_JSON = Sentence("geen geldige JSON", "not valid JSON")
FILE_UNREADABLE = Sentence("{file} kan niet gelezen worden ({why}).", "{file} cannot be read ({why}).")
CHECK_PATH = Sentence("Controleer de naam en de rechten.", "Check the name and the rights.")

# --- progress and reports
DOING_ADD = Sentence("inlezen", "reading")
DOING_INDEX = Sentence("indexeren", "indexing")
DOING_ASK = Sentence("vragen", "asking")
REMAINING = Sentence("nog {time}", "{time} left")

TAKEN_IN = Counted(
    Sentence("{n} document ingelezen", "{n} document taken in"),
    Sentence("{n} documenten ingelezen", "{n} documents taken in"),
)
OF_WHICH = Sentence(
    "{new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd.",
    "{new} new, {changed} changed, {unchanged} unchanged.",
)
NOT_TAKEN_IN = Counted(
    Sentence("{n} bestand kon niet ingelezen worden:", "{n} file could not be taken in:"),
    Sentence("{n} bestanden konden niet ingelezen worden:", "{n} files could not be taken in:"),
)
IGNORED = Counted(
    Sentence("{n} bestand overgeslagen: {why}", "{n} file left out: {why}"),
    Sentence("{n} bestanden overgeslagen: {why}", "{n} files left out: {why}"),
)
NOTHING_TO_ADD = Sentence("Hier is niets om in te lezen.", "There is nothing to take in here.")
INDEXED = Counted(
    Sentence(
        "De index bevat {n} passage van {documents} documenten.",
        "The index holds {n} passage of {documents} documents.",
    ),
    Sentence(
        "De index bevat {n} passages van {documents} documenten.",
        "The index holds {n} passages of {documents} documents.",
    ),
)
INDEX_IN_LINE = Sentence("De index was al gelijk met de verzameling.", "The index was in line with the corpus already.")
REMOVED = Sentence(
    "{id} is weggehaald uit verzameling, index en antwoorden.", "{id} is taken out of corpus, index and answers."
)
PURGED = Sentence("{id} is weggehaald en gewist.", "{id} is taken out and deleted.")
VERIFIED = Sentence("Alles klopt.", "Everything is in order.")
NOT_VERIFIED = Counted(
    Sentence("{n} probleem gevonden:", "{n} problem found:"), Sentence("{n} problemen gevonden:", "{n} problems found:")
)

CORPUS_EMPTY = Sentence("De verzameling is leeg.", "The corpus is empty.")
CORPUS_EMPTY_ADVICE = Sentence(
    "Lees iets in met `loket add MAP`, of probeer `loket up`.",
    "Take something in with `loket add FOLDER`, or try `loket up`.",
)
CORPUS_AT = Sentence("Verzameling in {path}", "Corpus in {path}")
DOCUMENTS = Sentence("documenten", "documents")
PASSAGES = Sentence("passages", "passages")
DATES_SPAN = Sentence("van {first} tot {last}", "from {first} to {last}")
UNDATED_COUNT = Sentence("{n} zonder datum", "{n} undated")
PER_PARLIAMENT = Sentence("per parlement", "by parliament")
PER_KIND = Sentence("per soort", "by kind")
PER_SOURCE = Sentence("per bron", "by source")
MODEL = Sentence("taalmodel", "model")
INDEX_STATE = Sentence("index", "index")
IN_LINE = Sentence("gelijk met de verzameling", "in line with the corpus")
NOT_IN_LINE = Sentence(
    "loopt achter op de verzameling: `loket index` brengt hem bij", "behind the corpus: `loket index` mends it"
)
PROBLEMS = Counted(Sentence("{n} probleem", "{n} problem"), Sentence("{n} problemen", "{n} problems"))
NEWEST = Sentence("nieuwste {date}", "newest {date}")

# --- up
SAMPLE_TAKEN = Sentence(
    "De verzameling is leeg: het verzonnen voorbeeld wordt ingelezen.",
    "The corpus is empty: the fictional sample is taken in.",
)
NO_SAMPLE = Sentence(
    "De verzameling is leeg en het voorbeeld ontbreekt in {path}.",
    "The corpus is empty and the sample is missing from {path}.",
)
READY = Sentence("Klaar.", "Ready.")
SCREENS_AT = Sentence(
    "De schermen staan op {address} (stoppen met Ctrl-C).", "The screens are at {address} (stop with Ctrl-C)."
)
SCREENS_FAILED = Sentence("De schermen stopten met code {code}.", "The screens stopped with code {code}.")
PORT_TAKEN = Sentence("Poort {port} is al in gebruik.", "Port {port} is in use already.")
PORT_ADVICE = Sentence("Kies een andere met --port.", "Choose another with --port.")

# --- show and parse
NUMBERS = Sentence("nummers", "numbers")
ASKED = Sentence("gevraagd", "asked")
ANSWERED = Sentence("beantwoord", "answered")
PUBLISHED = Sentence("gepubliceerd", "published")
FROM = Sentence("bron", "source")
KIND_LABEL = Sentence("soort", "kind")
PAIRS = Sentence("vragen en antwoorden", "questions and answers")
REFERS_TO = Sentence("zie het antwoord op vraag {numbers}", "see the answer to question {numbers}")
REFERENCES = Sentence("verwijst naar", "refers to")
REFERRED_BY = Sentence("wordt genoemd door", "is named by")
SAME_CASE = Sentence("zelfde vraag of zaak", "same question or case")
NOT_IN_CORPUS = Sentence("niet in de verzameling", "not in the corpus")
NO_KNOWN_NUMBER = Sentence("geen nummer dat hier bekend is", "no number that is known here")
TIMES = Sentence("{n} keer", "{n} times")
# Codes of `Reference.relation`; "cites" needs no word.
RELATIONS = {
    "see_also": Sentence("eerder bericht over deze vragen", "earlier notice about these questions"),
    "follows": Sentence("eerdere vragen", "earlier questions"),
    "parallel": Sentence("dezelfde vraag aan een andere minister", "the same question to another minister"),
}
NO_SUCH_DOCUMENT = Sentence("'{given}' zit niet in de verzameling.", "'{given}' is not in the corpus.")
NO_SUCH_DOCUMENT_NEAR = Sentence(
    "'{given}' zit niet in de verzameling. Bedoelde u {nearest}?",
    "'{given}' is not in the corpus. Did you mean {nearest}?",
)
TAKEN_IN_WITH_REMARKS = Counted(
    Sentence("{n} document ingelezen met een opmerking:", "{n} document taken in with a remark:"),
    Sentence("{n} documenten ingelezen met een opmerking:", "{n} documents taken in with a remark:"),
)
INTERRUPTED_RUN = Sentence(
    "Onderbroken: wat hierboven staat is gedaan, de volgende keer volgt de rest.",
    "Interrupted: what is above is done, the next run does the rest.",
)
AND_MORE = Sentence("... en nog {n}; `loket status` noemt ze alle.", "... and {n} more; `loket status` lists them all.")
