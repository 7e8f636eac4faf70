"""What stands in and around an answer, on the command line and on a screen alike."""

from ui.messages.sentence import Counted, Sentence

DECLINED = Sentence("Geen antwoord in de documenten.", "No answer in the documents.")
LATEST_ON = Sentence("laatst bekend op {date}", "latest known on {date}")
LATEST_UNDATED = Sentence("laatst bekend, zonder datum", "latest known, undated")
CLAIM_BY_MEMBER = Sentence(
    "Bewering van een parlementslid, geen standpunt van de regering",
    "Claim by a member of parliament, not a government position",
)
UNDATED = Sentence("zonder datum", "undated")
STATE_SAID = Sentence("{state}: “{words}”", "{state}: “{words}”")
FOLLOWED_BY = Sentence("daarna: [{number}]", "since then: [{number}]")
NO_NEWS_SINCE = Sentence("Geen nieuws gevonden sinds {date}.", "No news found since {date}.")
INTENT_READ = Sentence("Begrepen als: {intent} (anders: --intent).", "Taken as: {intent} (otherwise: --intent).")
STILL_OPEN = Sentence("Nog open", "Still open")
EARLIER = Sentence("Eerder gezegd", "Said before")
CLAIMS_OF_MEMBERS = Sentence("Wat parlementsleden beweerden", "What members claimed")
SOURCES = Sentence("Bronnen", "Sources")
NEAR_MISSES = Sentence("Het dichtst in de buurt (geen antwoord)", "Nearest passages (not an answer)")
SEARCHED = Counted(
    Sentence("Gezocht in {n} document", "Searched {n} document"),
    Sentence("Gezocht in {n} documenten", "Searched {n} documents"),
)
SEARCHED_NONE = Sentence(
    "Binnen deze filters zijn er geen documenten om in te zoeken.",
    "Within these filters there are no documents to search.",
)
SEARCHED_UNTIL = Sentence("{searched}, tot en met {date}.", "{searched}, until {date}.")
IN_STEP = Sentence("Bijgewerkt met {source} op {date}.", "In step with {source} on {date}.")
IN_STEP_BUT = Counted(
    Sentence(
        "Bijgewerkt met {source} op {date}; {n} stuk ontbreekt.",
        "In step with {source} on {date}; {n} piece is missing.",
    ),
    Sentence(
        "Bijgewerkt met {source} op {date}; {n} stukken ontbreken.",
        "In step with {source} on {date}; {n} pieces are missing.",
    ),
)
NEVER_IN_STEP = Sentence("{source} is nog nooit geheel verzameld.", "{source} has never been collected as a whole.")
SEARCHED_UNDATED = Sentence("{searched}, geen daarvan met een datum.", "{searched}, none of them dated.")
PAGE = Sentence("p. {page}", "p. {page}")
QUESTION_NUMBER = Counted(
    Sentence("vraag {numbers}", "question {numbers}"), Sentence("vragen {numbers}", "questions {numbers}")
)
VERSION = Sentence("versie {version}", "version {version}")
QUOTE_WITHDRAWN = Sentence(
    "Dit citaat is weggelaten: de bron staat niet meer in de verzameling.",
    "This quote is left out: its source is no longer in the collection.",
)
MATCHES_EXACT = Counted(Sentence("{n} passage", "{n} passage"), Sentence("{n} passages", "{n} passages"))
BEST_OF = Sentence("De beste {shown} van {passages}", "The best {shown} of {passages}")
MATCHES_ESTIMATED = Sentence("ongeveer {passages}", "about {passages}")
NO_MATCHES = Sentence("Niets gevonden.", "Nothing found.")
FOUND_BY = Sentence("gevonden op {ways}", "found by {ways}")
UNDERSTOOD = Sentence("Begrepen: {parts}.", "Understood: {parts}.")
UNDERSTOOD_ONLY = Sentence("alleen {what} (“{words}”)", "only {what} (“{words}”)")
UNDERSTOOD_HIGHER = Sentence("hoger: {what} (“{words}”)", "higher: {what} (“{words}”)")
UNDERSTOOD_SINCE = Sentence("vanaf {first}", "from {first}")
UNDERSTOOD_UNTIL = Sentence("tot en met {last}", "until {last}")
UNDERSTOOD_BETWEEN = Sentence("{first} tot en met {last}", "{first} to {last}")
UNDERSTOOD_NEWEST = Sentence("het nieuwste", "the newest")
UNDERSTOOD_OUTSIDE = Sentence(
    "Daarbinnen staat geen antwoord; dit ligt erbuiten.", "There is no answer within that; this lies outside."
)
UNDERSTOOD_NOTHING_WITHIN = Sentence(
    "Daarbinnen staat niets; dit ligt erbuiten.", "Nothing lies within that; this is outside."
)
OR = Sentence(" of ", " or ")
