"""Names of people as printed, their party or portfolio, and the key under which printed forms of one person meet.

The key is the surname with its prefixes, lower case, without accents: "Aukje de Vries (A.)", "A. de Vries" and
"Minister De Vries" all give "de vries". Where the surname cannot be told from a given name, the whole name is the key.
"""

import re
import unicodedata

PREFIXES = frozenset(
    "van de der den het 't ’t ten ter te in op uit aan bij voor von zu el al ben la le du des di da dos del vande vanden "
    "vander d' d’".split()
)
_INITIALS = re.compile(r"^(?:[A-Z]{1,2}[a-z]?\.\s?)+$")
_GIVEN = frozenset(
    """aad abigail agnes alexander allard alice amma andre andré andrea andy ann anna anne annelien annemarie annette
    an anja annick arjen arnout arthur aukje axel barbara barry bart bas bayram ben benjamin benny bert bieke björn bob
    boudewijn bram brecht brigitte bruno caroline caspar catherine celia cem charlotte chris christian christophe cieltje
    conny corien daan dafne daniel daniëlle danny david dennis derk diederik dilan dirk don ed eddy eline elke ellen els
    emile emilie emmily enneus eric erik ernst esther eva evelien ferd fien filip fleur fons francisco frank frans
    freddy freya gaby geert geke georges gerard gert gidi gijs griet guido gunther guy gwendolyn hanke hannah hannelore
    hans harm harry hatice hawre heleen helga henk henri herman hiba hicham hilde hind hugo ilse imade immanuel inez
    inge ingrid isabelle ismaïl jaak jaap jacqueline jan janneke jasper jean jeroen jesse jessica jimmy jo joachim joba
    joey johan john joke joost jorrit joris jos josé joseph joyce judith julie julien jurgen karel karin karl karla
    karolien kati kathleen katja katrien kim klaas koen koenraad kris kristof kurt lammert laura laurence laurens
    leo lies liesbeth lieve lilian lise lode loes lorin luc luca lucas lydia maaike maarten maikel manu manuela marc
    marco margot maria marie marieke mariëlle marijke marino marjolein mark marleen marlies martijn martin martine
    matthias maurits maxim maya meyrem michel michiel micky mieke mirjam mohammed monique mustafa nadia nawal nele
    nevin nicki nico niels olger orry patrick paul peter philippe pia pieter pim queeny raf raoul rik rita rob
    robert robrecht roel roelien roger romain ronald roosmarijn rosanne rutger ruud sam sander sandra sarah sascha sharon
    sigrid silvio simone sofie sofia sophie staf stefaan stephanie steve steven stieneke sven thierry thomas tijs tim tine
    tinne tjebbe tobias tom tunahan veerle vera vicky viviane vito wendy werner wesley wieke wilfried willem wim wopke wouter
    wybren yasmina yves zuhal zoë
    """.split()
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_NICKNAME = re.compile(r"\s*\([A-Z.\s]+\)\s*$")  # "Aukje de Vries (A.)"


def plain(text: str) -> str:
    """Lower case without accents, also without the spacing accents of some PDFs ("Kostic´")."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "´`¨ˇ¸^")
    return re.sub(r"\s+", " ", kept.replace("’", "'").replace(" - ", "-").replace(" – ", "-").replace("–", "-")).strip()


def person_key(name: str, surname_only: bool = False) -> str:
    """The key of a printed name. ``surname_only`` where the form never prints given names ("Minister Bruins Slot")."""
    name = _NICKNAME.sub("", name).strip(" ,.")
    words = re.sub(r"\s*[-–]\s*", "-", name).split()
    if not words:
        return ""
    kept = list(words)
    while len(kept) > 1 and _INITIALS.match(kept[0]):
        kept = kept[1:]
    if not surname_only and len(kept) > 1:
        kept = _without_given(kept)
    return plain(" ".join(kept))


def _without_given(words: list[str]) -> list[str]:
    if words[0].lower() in PREFIXES:
        return words
    for at, word in enumerate(words[1:], start=1):  # "Inge van Dijk", "Jos De Meyer"
        if word.lower() in PREFIXES:
            return words[at:]
    if plain(words[0]) in _PLAIN_GIVEN:
        return words[1:]
    return words


_PLAIN_GIVEN = frozenset(plain(name) for name in _GIVEN)


def repaired(name: str) -> str:
    """A printed name with lost spaces put back: "DaniëlleJansen" -> "Daniëlle Jansen"; "McCain" stays."""
    parts = []
    for word in name.split():
        if re.match(r"(?:Mc|Mac|De|Le|La|Van|D['’]|O['’])[A-Z]", word) or "-" in word:
            parts.append(word)
        else:
            parts.append(_GLUED.sub(" ", word))
    return re.sub(r"\s+", " ", " ".join(parts)).strip()


def titled(capitals: str) -> str:
    """ "MATTHIAS DIEPENDAELE" -> "Matthias Diependaele"; a name in mixed case stays as printed."""
    if capitals != capitals.upper():
        return capitals
    return re.sub(r"[^\W\d_]+", lambda m: m.group(0)[0] + m.group(0)[1:].lower(), capitals)
