"""What the command line says about collecting."""

from ui.messages.sentence import Counted, Sentence

FETCH = Sentence(
    "verzamelen bij een bron, en daarmee gelijk blijven", "collect from a source, and keep in step with it"
)
DOCTOR = Sentence(
    "een bron nagaan: geeft zij nog wat verwacht wordt, veld voor veld",
    "check a source: does it still give what is expected, field by field",
)

HELP_SOURCE = Sentence(
    "tweede_kamer, officiele_bekendmakingen, vlaams_parlement, webpage, of dossier",
    "tweede_kamer, officiele_bekendmakingen, vlaams_parlement, webpage, or dossier",
)
HELP_NAMES = Sentence(
    "bij webpage: adressen om te volgen; bij dossier: het bestand ervan",
    "with webpage: addresses to follow; with dossier: its file",
)
HELP_PAGES = Sentence("bij webpage: de adressen", "with webpage: the addresses")
HELP_ALL = Sentence("alle bronnen van config.toml, na elkaar", "every source of config.toml, one after the other")
HELP_SINCE = Sentence("alleen stukken vanaf deze dag, zoals 2024-06-01", "only pieces from this day on: 2024-06-01")
HELP_UNTIL = Sentence("alleen stukken tot en met deze dag", "only pieces up to this day")
HELP_ABOUT = Sentence("alleen stukken over dit onderwerp", "only pieces about this subject")
HELP_KIND = Sentence("alleen deze soort, in de woorden van de bron", "only this kind, in the source's own words")
HELP_NUMBER = Sentence(
    "alleen dit stuk, zoals 2024Z18561 of schv-1836653", "only this piece, such as 2024Z18561 or schv-1836653"
)
HELP_FETCH_LIMIT = Sentence(
    "hoogstens zoveel bestanden, de nieuwste eerst; de rest volgt later",
    "at most so many files, the newest first; the rest follows later",
)
HELP_DRY_RUN = Sentence("zeggen wat er opgehaald zou worden, niets bewaren", "say what would be fetched, keep nothing")
HELP_RETRY = Sentence("ook meteen opnieuw proberen wat eerder mislukte", "try again at once what failed before")

DOING = Sentence("verzamelen ({source})", "collecting ({source})")
NO_SOURCE = Sentence("Noem een bron, of geef --all. Er zijn: {known}.", "Name a source, or give --all. Known: {known}.")
UNKNOWN_SOURCE = Sentence(
    "Er is geen bron {given}. Bedoelde u {nearest}? Er zijn: {known}.",
    "There is no source {given}. Did you mean {nearest}? Known: {known}.",
)
SOURCE_AND_ALL = Sentence("Noem een bron of geef --all, niet beide.", "Name a source or give --all, not both.")
NO_DOSSIER = Sentence(
    "Noem het bestand van het dossier, zoals corpus/dossiers/kennisveiligheid.toml.",
    "Name the dossier's file, such as corpus/dossiers/kennisveiligheid.toml.",
)
ONLY_FOR = Sentence("{source} neemt geen namen aan: {given}.", "{source} takes no names: {given}.")
NOT_A_DAY = Sentence("{given} is geen dag zoals 2024-06-01.", "{given} is not a day such as 2024-06-01.")
NOT_A_LIMIT = Sentence("--limit wil een getal vanaf 1, niet {given}.", "--limit wants a number from 1, not {given}.")
DAYS_REVERSED = Sentence("--since {since} ligt na --until {until}.", "--since {since} is after --until {until}.")
NO_SOURCES = Sentence("fetch.sources in config.toml is leeg.", "fetch.sources in config.toml is empty.")
SAYS_NOTHING = Sentence("Een keuze mag niet leeg zijn.", "A selection must not be empty.")
NO_CONTACT = Sentence(
    "Zet uw adres onder fetch.contact in config.toml: dan kan een bron u bereiken.",
    "Put your address under fetch.contact in config.toml, so that a source can reach you.",
)

DONE = Sentence("gelukt", "done")
PROBLEMS = Sentence("gelukt, met problemen", "done, with problems")
FAILED = Sentence("mislukt", "failed")
INTERRUPTED = Sentence("onderbroken; de volgende keer gaat het verder", "interrupted; the next run goes on")
RUNNING = Sentence("afgebroken; de volgende keer gaat het verder", "broken off; the next run goes on")

FOUND = Sentence(
    "{listed} gegevens gezien; {new} documenten nieuw, {changed} gewijzigd, {removed} ingetrokken, {failed} mislukt.",
    "{listed} records seen; {new} documents new, {changed} changed, {removed} withdrawn, {failed} failed.",
)
TRAFFIC = Sentence("{requests} verzoeken, {megabytes} MB.", "{requests} requests, {megabytes} MB.")
WAITING = Counted(
    Sentence("{n} document wacht nog op een volgende keer.", "{n} document waits for another run."),
    Sentence("{n} documenten wachten nog op een volgende keer.", "{n} documents wait for another run."),
)
WOULD_FETCH = Counted(
    Sentence("{n} document zou opgehaald worden:", "{n} document would be fetched:"),
    Sentence("{n} documenten zouden opgehaald worden:", "{n} documents would be fetched:"),
)
NOT_FETCHED = Counted(
    Sentence("{n} document kon niet opgehaald of gelezen worden:", "{n} document could not be fetched or read:"),
    Sentence("{n} documenten konden niet opgehaald of gelezen worden:", "{n} documents could not be fetched or read:"),
)
WITHDRAWN = Counted(
    Sentence("{n} document is door de bron ingetrokken:", "{n} document was withdrawn by the source:"),
    Sentence("{n} documenten zijn door de bron ingetrokken:", "{n} documents were withdrawn by the source:"),
)
DEVIATIONS = Counted(
    Sentence("{n} afwijking van wat de bron vroeger gaf:", "{n} deviation from what the source gave before:"),
    Sentence("{n} afwijkingen van wat de bron vroeger gaf:", "{n} deviations from what the source gave before:"),
)
TIMES = Sentence("{times} keer", "{times} times")
LISTING_TROUBLE = Sentence("Bij het opvragen van de lijst:", "While listing:")

DOCTOR_FINE = Sentence("zoals verwacht", "as expected")
DOCTOR_TROUBLE = Sentence("niet zoals verwacht", "not as expected")
DOCTOR_NOTHING = Sentence("{source} had niets om na te gaan.", "{source} had nothing to check.")

TRYING_DOSSIER = Sentence(
    "De verzameling is leeg; eerst wordt het dossier {title} bij de parlementen opgevraagd (hoogstens {seconds} s).",
    "The corpus is empty; first the dossier {title} is asked of the parliaments (at most {seconds} s).",
)
DOSSIER_TAKEN = Counted(
    Sentence("Dit dossier is genomen: {n} document.", "That dossier was taken: {n} document."),
    Sentence("Dit dossier is genomen: {n} documenten.", "That dossier was taken: {n} documents."),
)
DOSSIER_NOT_TAKEN = Sentence(
    "De parlementen zijn van hier niet te bereiken.", "The parliaments cannot be reached from here."
)

COVERAGE = Sentence("Bronnen", "Sources")
LAST_SUCCESS = Sentence("bijgewerkt {date}", "in step at {date}")
NEVER = Sentence("nog nooit geheel verzameld", "never collected as a whole")
LAST_FAILURE = Sentence("mislukt {date}: {why}", "failed {date}: {why}")
HELD_OF = Sentence("{held} van {listed} stukken", "{held} of {listed} pieces")
GAP = Sentence(
    "{month} {kind}: {missing} van {total} ontbreken ({why})", "{month} {kind}: {missing} of {total} missing ({why})"
)
GAP_FAILED = Sentence("{n} mislukt", "{n} failed")
GAP_ABSENT = Sentence("{n} zonder bestand", "{n} without a file")
GAP_WAITING = Sentence("{n} nog op te halen", "{n} still to be fetched")
GAP_UNLISTED = Sentence("{n} niet in de lijst gezien", "{n} not seen in the listing")
NO_GAPS = Sentence("geen gaten", "no gaps")
UNDATED_MONTH = Sentence("zonder datum", "undated")
QUARANTINE = Counted(
    Sentence("{n} stuk in quarantaine", "{n} piece in quarantine"),
    Sentence("{n} stukken in quarantaine", "{n} pieces in quarantine"),
)
PIECE = Sentence("Stuk", "Piece")
REASON = Sentence("Reden", "Reason")
NEXT_TRY = Sentence("Opnieuw geprobeerd vanaf", "Tried again from")
