"""Answers that are kept, shown again, copied elsewhere, and put in other words."""

from ui.messages.sentence import Counted, Sentence

ANSWER = Sentence(
    "een eerder antwoord opnieuw tonen, met wat er sindsdien met zijn bronnen gebeurde",
    "show an earlier answer again, with what became of its sources since",
)
HELP_ANSWER_ID = Sentence(
    "nummer van het antwoord; zonder nummer worden de laatste antwoorden genoemd",
    "id of the answer; without one, the last answers are listed",
)
HELP_LAST = Sentence("hoeveel antwoorden genoemd worden", "how many answers are listed")
HELP_FORMAT = Sentence(
    "text of markdown, om in een antwoord te plakken, of json (hetzelfde als --json)",
    "text or markdown, to paste into a reply, or json (the same as --json)",
)
HELP_PHRASED = Sentence(
    "ook in eigen woorden, door het taalmodel van [model] in config.toml; elke zin wordt nagekeken",
    "also in other words, by the language model of [model] in config.toml; every sentence is checked",
)
JSON_AND_FORMAT = Sentence("Geef --json of --format, niet beide.", "Give --json or --format, not both.")
NO_MODEL = Sentence(
    "Er is geen taalmodel ingesteld. Zet url en name onder [model] in config.toml.",
    "No language model is configured. Set url and name under [model] in config.toml.",
)

NONE_KEPT = Sentence("Er is nog geen antwoord bewaard.", "No answer has been kept yet.")
LOG_OFF = Sentence(
    "Antwoorden worden niet bewaard (answer.log in config.toml).", "Answers are not kept (answer.log in config.toml)."
)
NOT_KEPT = Sentence("Niet bewaard: {why}", "Not kept: {why}")
GIVEN_ON = Sentence("Antwoord {id}, gegeven op {moment}", "Answer {id}, given on {moment}")

SOURCES_NOW = Sentence("De bronnen nu", "The sources now")
NOTHING_CHANGED = Sentence(
    "Geen enkele bron is sindsdien gewijzigd; elk citaat staat er nog.",
    "No source has changed since; every quote still stands.",
)
CORPUS_CHANGED = Sentence(
    "De verzameling is sindsdien gewijzigd: stel de vraag opnieuw voor het antwoord van nu.",
    "The corpus has changed since: ask again for the answer of now.",
)
# By `kb.answer_log.changes.SourceState`.
STATES = {
    "unchanged": Sentence("ongewijzigd, het citaat staat er", "unchanged, the quote stands"),
    "newer": Sentence("er is een nieuwere versie ({current})", "there is a newer version ({current})"),
    "removed": Sentence(
        "uit de verzameling gehaald; de geciteerde versie is bewaard",
        "taken out of the corpus; the version that was cited is kept",
    ),
    "purged": Sentence(
        "gewist: het citaat kan niet meer nagekeken worden", "deleted: the quote can no longer be checked"
    ),
    "altered": Sentence(
        "de bewaarde versie bevat dit citaat niet op deze plaats", "the stored version does not hold this quote here"
    ),
}
STANDS = Sentence("het citaat staat er nog woordelijk in", "the quote is still in it, word for word")
STANDS_NO_MORE = Sentence("het citaat staat er niet meer in", "the quote is no longer in it")

FROM_VERSION = Sentence("{document}, versie {version}", "{document}, version {version}")
ANSWER_ID = Sentence("Antwoord {id} van Loket op verzameling {corpus}.", "Answer {id} by Loket on corpus {corpus}.")

PHRASED = Sentence(
    "In eigen woorden, door taalmodel {model}; elke zin is nagekeken tegen de citaten",
    "In other words, by language model {model}; every sentence is checked against the quotes",
)
DROPPED = Counted(
    Sentence("{n} zin weggelaten:", "{n} sentence left out:"),
    Sentence("{n} zinnen weggelaten:", "{n} sentences left out:"),
)
# By `kb.answering.phrasing.phrased.Why`.
WHYS = {
    "no_citation": Sentence("noemt geen bron", "cites nothing"),
    "unknown_citation": Sentence("noemt een bron die er niet is", "cites a source that is not there"),
    "name": Sentence("een naam die niet in het citaat staat", "a name that is not in the quote"),
    "figure": Sentence("een cijfer of bedrag dat niet in het citaat staat", "a figure that is not in the quote"),
    "date": Sentence("een datum die niet in het citaat staat", "a date that is not in the quote"),
    "negation": Sentence("een ontkenning te veel of te weinig", "a negation too many or too few"),
    "hedge": Sentence("stelliger dan het citaat", "surer than the quote"),
    "bound": Sentence("ruimer of enger dan het citaat", "wider or narrower than the quote"),
    "order": Sentence(
        "namen of cijfers in een andere volgorde dan in het citaat",
        "names or figures in another order than in the quote",
    ),
    "words": Sentence("te veel woorden die niet in het citaat staan", "too many words that are not in the quote"),
    "address": Sentence("een adres of opmaak", "an address or markup"),
    "unfinished": Sentence("afgebroken", "broken off"),
}
# By `kb.answering.phrasing.phrased.Problem`; each says that the answer above stands.
PROBLEMS = {
    "unreachable": Sentence(
        "Het taalmodel is niet bereikbaar; het antwoord met citaten blijft staan.",
        "The language model cannot be reached; the answer in quotes stands.",
    ),
    "slow": Sentence(
        "Het taalmodel was te traag; het antwoord met citaten blijft staan.",
        "The language model was too slow; the answer in quotes stands.",
    ),
    "broken_off": Sentence(
        "Het taalmodel brak af; het antwoord met citaten blijft staan.",
        "The language model broke off; the answer in quotes stands.",
    ),
    "refused": Sentence(
        "Het taalmodel weigerde het verzoek (LOKET_MODEL_KEY?); het antwoord met citaten blijft staan.",
        "The language model refused the request (LOKET_MODEL_KEY?); the answer in quotes stands.",
    ),
    "unexpected": Sentence(
        "Het taalmodel gaf geen bruikbaar antwoord; het antwoord met citaten blijft staan.",
        "The language model gave nothing usable; the answer in quotes stands.",
    ),
    "only_claims": Sentence(
        "Er zijn alleen beweringen van parlementsleden; die worden niet in andere woorden gezegd.",
        "There are only claims by members; those are not put in other words.",
    ),
    "nothing_left": Sentence(
        "Geen zin van het taalmodel hield stand; het antwoord met citaten blijft staan.",
        "No sentence of the language model held; the answer in quotes stands.",
    ),
}
