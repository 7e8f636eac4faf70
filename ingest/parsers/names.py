"""Names of people as printed, their party or portfolio, and the key under which printed forms of one person meet.

The key is the surname with its prefixes, lower case, without accents: "Aukje de Vries (A.)", "A. de Vries" and
"Minister De Vries" all give "de vries". Where the surname cannot be told from a given name, the whole name is the key.
"""

import re
import unicodedata

PREFIXES = frozenset(
    "van de der den het 't ’t ten ter te in op uit aan bij voor von zu el al la le du des di da dos del vande vanden "
    "vander d' d’".split()
)
_INITIALS = re.compile(r"^(?:[A-Z]{1,2}[a-z]?\.\s?)+$")
_GIVEN = frozenset(
    """
    aad abigail agnes alexander alice allard amma an andre andrea andré andy anja ann anna annabel anne annelien
    annemarie annette annick arjen arnout arthur attje aukje axel barbara barry bart bas bayram ben benjamin
    benny bert bieke björn bob boudewijn bram brecht brigitte bruno caroline caspar catherine celia cem
    charlotte chris christian christophe cieltje conny corien corinne daan dafne daniel daniëlle danny david
    dennis derk diederik dilan dirk don ed eddy eline elke ellen els emile emilie emmily enneus eric erik ernst
    esther eva evelien femke ferd fien filip fleur fons francisco frank frans freddy frederik freya gaby geert
    geke georges gerard gert gidi gijs griet guido gunther guy gwendolyn gwenny hanke hannah hannelore hans harm
    harry hatice hawre hedwig heleen helga henk henri herman hiba hicham hilde hind hugo hülya ilse imade
    immanuel inez inge ingrid isabelle ismaïl jaak jaap jacqueline jan janneke jasper jean jeroen jesse jessica
    jimmy jo joachim joba joeri joey johan john joke joost joris jorrit jos joseph josé joyce judith julie
    julien jurgen kamiel karel karin karl karla karolien kathleen kati katja katrien kauthar kees kim kirsten
    klaas koen koenraad kris kristof kurt lammert laura laurence laurens leo lies liesbeth lieve lilian lilianne
    lise lode loes lorin lotte luc luca lucas lydia maaike maarten mahir maikel manu manuela marc marco margot
    maria marie marieke marijke marino mariëlle mariëtte marjolein mark marleen marlies martijn martin martine
    matthias maurits maxim maya meyrem michel michiel micky mieke mirjam mohammed mona monique mustafa nadia
    nawal nele nevin nicki nico niels nilüfer noor olger orry patrick paul peter philippe pia pieter pim queeny
    raf raoul rik rita rob robbert robert robrecht roel roelien roelof roger romain ronald roosmarijn rosanne
    roy ruben rutger ruud salima sam sander sandra sarah sascha sharon sigrid silvio simone sofia sofie songül
    sophie staf stefaan stephanie steve steven stieneke stijn suzanne sven thierry thom thomas tijs tim tine
    tinne tjebbe tjeerd tobias tom tunahan veerle vera vicky vincent vito viviane ward wendy werner wesley wieke
    wilfried willem wim wopke wouter wybe wybren yasmina yves zoë zuhal
    """.split()
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
_NICKNAME = re.compile(r"\s*\([A-Z.\s]+\)\s*$")  # "Aukje de Vries (A.)"


def plain(text: str) -> str:
    """Lower case without accents, also without the spacing accents of some PDFs ("Kostic´")."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "´`¨ˇ¸^")
    return re.sub(r"\s+", " ", kept.replace("’", "'").replace(" - ", "-").replace(" – ", "-").replace("–", "-")).strip()


def person_key(name: str, *, surname_only: bool = False, full_name: bool = False) -> str:
    """The key of a printed name.

    ``surname_only`` where the form never prints given names ("Minister Bruins Slot"); ``full_name`` where it always
    does (a signature, a Flemish title block).
    """
    name = _NICKNAME.sub("", name).strip(" ,.")
    words = re.sub(r"\s*[-–]\s*", "-", name).split()
    if not words:
        return ""
    kept = list(words)
    while len(kept) > 1 and _INITIALS.match(kept[0]):
        kept = kept[1:]
    if full_name and len(kept) == len(words) > 1 and words[0].lower() not in PREFIXES:
        kept = kept[1:]
    elif not surname_only and len(kept) > 1 and len(kept) == len(words):
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


_SMALL = frozenset("en van de het voor of in op aan".split())


def titled_portfolio(text: str) -> str:
    """ "ECONOMIE, INNOVATIE EN INDUSTRIE" -> "Economie, Innovatie en Industrie"; mixed case stays as printed."""
    text = re.sub(r"\s+", " ", text).strip()
    if text != text.upper():
        return text
    return " ".join(word.lower() if word.lower() in _SMALL else titled(word) for word in text.split(" "))


def given_name_at(words: list[str]) -> int | None:
    """Where in a run of words a known given name stands; None where there is none."""
    return next((at for at, word in enumerate(words) if plain(word.strip(",")) in _PLAIN_GIVEN), None)
