"""Make the table of inflected forms that the stemmer does not bring to their word:
`python -m tools.language_data.stems DATA`.

Irregular plurals and the past tenses and participles of strong verbs come from `irregular_plurals.tsv` and
`strong_verbs.tsv` beside this file, those of weak verbs and diminutives from rules that OpenTaal's word lists must
confirm: a form is listed only where both it and its word are words, and no other word owns it. Older and wrong
spellings come from OpenTaal's corrections.
"""

import argparse
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from kb.language.lexicon import load_splitter
from kb.language.normalise import fold
from kb.language.stemming import STEMS_FILE, rule_stem
from tools.language_data.texts import lines

PLURALS = Path(__file__).parent / "irregular_plurals.tsv"
STRONG = Path(__file__).parent / "strong_verbs.tsv"
_SEPARABLE = (
    "aan achter af bij binnen boven buiten door heen in mee na neer om onder op over samen tegen tegemoet terug toe "
    "tussen uit vast vol voor voort voorbij vooruit weg stil deel plaats goed groot open stop waar bijeen aaneen ineen"
).split()
_INSEPARABLE = "be ver ont her er ge mis over onder door om vol voor weer wan aan".split()
_HARD_C = re.compile(r"c(?=[aourlt]|$)")
_PARTICIPLE = re.compile(r"ge(.+)[dt]")
_UNMARKED = re.compile(r"(be|ver|ont|her|er|mis|onder|over|)(.{2,}?[^aeioudt])[dt]")
# Words that look like a form of another and are not: what a reader found in the output.
NOT_FORMS = frozenset(
    """gezond bekend geweld gewoonte gemeente gebied gezicht gedicht gerecht gewicht gericht bericht gebit geluid gemoed
    beetje meisje toetje sprookje kwartje ietsje kiekje sneetje steekje uitje dagje potje zakje leden geleden baden
    bond bonden vocht stal stalen weken week boog beet rook las maten mat bad streek streken steek zat wezen wees
    reden rede stegen steeg bleek vloog lag sloten sloot slopen sloop goten goot voer voeren verdrag schoven
    gedrag gedragen aanbod waste werd roken schoten schoot wonnen week droeg kocht
    tand tanden rand randen gast gasten last lasten lijst lijsten vast""".split()
) - frozenset("steeg stegen wonnen droeg kocht werd vloog schoven sloot".split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with lexicon/ and text/")
    data: Path = parser.parse_args().data
    base = words(data, "opentaal_basiswoorden-gekeurd")
    listed = base | words(data, "opentaal_flexies-ongekeurd") | words(data, "wdutch")
    verbs = frozenset(
        word for word in listed if word.endswith("en") or word in ("gaan", "staan", "slaan", "zien", "doen")
    )
    found: dict[str, str] = {}
    for form, word in (
        *weak(base, listed, verbs),
        *diminutives(base, listed),
        *strong(base, verbs),
        *regular(base, listed),
    ):
        if form in listed and form not in NOT_FORMS:
            found[form] = rule_stem(word)
    found.update((form, rule_stem(word)) for form, word in plurals())
    for wrong, right in (*misspelt(data, listed), *former(listed)):
        found.setdefault(wrong, found.get(right) or rule_stem(right))
    rows = [f"{form}\t{stem}" for form, stem in sorted(found.items()) if rule_stem(form) != stem]
    STEMS_FILE.write_bytes(zlib.compress(("\n" + "\n".join(rows) + "\n").encode(), 9))
    print(f"{len(rows)} forms, {STEMS_FILE.stat().st_size / 1e3:.0f} kB: {STEMS_FILE.name}")


def words(data: Path, name: str) -> frozenset[str]:
    listed = lines(data / "lexicon" / f"{name}.txt.xz")
    return frozenset(fold(word) for word in listed if word.isalpha() and word.islower())


def plurals() -> Iterator[tuple[str, str]]:
    """Irregular plurals to their singular."""
    for line in PLURALS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            singular, found = line.split("\t")
            for plural in found.split():
                yield plural, singular


def regular(base: frozenset[str], listed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Regular plurals whose singular the stemmer cuts otherwise: "windmolens" and "windmolen"."""
    for word in base:
        for plural in (word + "s", word + "en"):
            if plural in listed and plural not in base:
                yield plural, word


def misspelt(data: Path, listed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Words that OpenTaal's corrections know to be misspelt or of an older spelling ("produkt") to the right ones."""
    for line in lines(data / "lexicon" / "opentaal_corrections.tsv.xz"):
        wrong, _, right = line.partition("\t")
        if wrong.isalpha() and right.isalpha() and wrong.islower() and right.islower():
            wrong, right = fold(wrong), fold(right)
            if wrong != right and wrong not in listed and right in listed:
                yield wrong, right


def former(listed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Words in the former spelling with k for a hard c ("kontakt", "produkt"), of those a compound may be made of."""
    for word in sorted(load_splitter().words()):
        old = _HARD_C.sub("k", word)
        if old != word and old not in listed:
            yield old, word


def strong(base: frozenset[str], verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Past tenses and participles to their infinitive, of each verb and of the prefixed verbs that are words."""
    for line in STRONG.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        infinitive, past, participle = line.split("\t")
        singular, _, plural = past.partition(" ")
        pasts = [singular, plural or (past + "n" if past.endswith("e") else past + "en")]
        yield from ((form, infinitive) for form in (*pasts, participle))
        bare = participle if infinitive.startswith("ge") else participle.removeprefix("ge")
        prefixed = [(prefix, participle) for prefix in _SEPARABLE] + [(prefix, bare) for prefix in _INSEPARABLE]
        for prefix, done in prefixed:
            verb = prefix + infinitive
            if verb in verbs:  # "dat hij de school afsloot"
                own = [prefix + form for form in pasts if not is_another(prefix + form, base, verbs)]
                yield from ((form, verb) for form in (*own, prefix + done))


def is_another(form: str, base: frozenset[str], verbs: frozenset[str]) -> bool:
    """Whether a past tense is also a word of its own or the plural of one: "invoeren", "uitspraken"."""
    if not form.endswith("en"):
        return False
    if form in verbs and form in base:
        return True
    root = form[:-2]
    long = root[:-1] + root[-2:-1] + root[-1]  # uitspraken: uitspraak
    devoiced = root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])
    return bool({root, form[:-1], root[:-1], long, devoiced} & base)


def weak(base: frozenset[str], listed: frozenset[str], verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Participles and past tenses of weak verbs: "gedaald", "ingevoerd", "daalde" to "dalen", "invoeren"."""
    infinitives: dict[str, str] = {}
    for verb in sorted(verbs & base):
        infinitives.setdefault(rule_stem(verb), verb)
    for form in listed:
        own = rule_stem(form)
        for prefix in ("", *_SEPARABLE):
            found = _PARTICIPLE.fullmatch(form.removeprefix(prefix)) if form.startswith(prefix) else None
            if found and own not in infinitives and len(found[1]) > 2:
                verb = infinitives.get(rule_stem(prefix + found[1]))
                if verb and (form + "e" in listed or prefix) and _is_past(prefix, found[1], listed):
                    yield form, verb
                    yield form + "e", verb
        found = _UNMARKED.fullmatch(form)
        if found and found[1] in ("", *_INSEPARABLE) and own not in infinitives:
            root = found[1] + found[2]
            verb = infinitives.get(rule_stem(root))
            # "loopt" is no noun; "verhoogd" may be listed as an adjective and is the verb's all the same.
            if verb and verb[:2] == form[:2] and (form not in base or (found[1] and _is_past("", root, listed))):
                yield form, verb
        past = re.fullmatch(r"(.{3,}[^aeiou])([dt])en?", form)
        if past and form not in base and past[1] + past[2] not in base and past[1] + past[2] + "e" not in base:
            verb = infinitives.get(rule_stem(past[1]))
            if verb and verb[:2] == past[1][:2]:
                yield form, verb


def _is_past(prefix: str, root: str, listed: frozenset[str]) -> bool:
    """Whether the verb has a past tense in the list: what tells "gedaald" from a noun that only looks like it."""
    return root.endswith("eer") or any(
        first + root + end in listed for first in {"", prefix} for end in ("de", "te", "den", "ten")
    )


def diminutives(base: frozenset[str], listed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """ "huisje", "tuintje", "boompje", "woninkje", "weggetje" and their plurals to their word."""
    for form in listed:
        found = re.fullmatch(r"(.{2,})jes?", form)
        if not found:
            continue
        root = found[1]
        candidates = [root]
        if root.endswith("t"):
            candidates.insert(0, root[:-1])  # tuintje
        if root.endswith("et") and len(root) > 4 and root[-3] == root[-4]:
            candidates.insert(0, root[:-3])  # weggetje
        if root.endswith("mp"):
            candidates.insert(0, root[:-1])  # boompje
        if root.endswith("nk"):
            candidates.append(root[:-1] + "g")  # woninkje
        for word in candidates:
            if word in base and len(word) > 2:
                yield form, word
                break


if __name__ == "__main__":
    main()
