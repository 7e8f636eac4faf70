"""The words that tell what a sentence says: a date, a figure, a cause, an opinion, a decision, a list, a promise.

Patterns are matched on lower-case text without accents. They hold the words of official and everyday language, never
those of one document.
"""

import re

from kb.answering.cues import MONTHS, any_of

_MONTH_NAMES = MONTHS.removeprefix("(?:").removesuffix(")")
TIME = any_of(
    rf"\b\d{{1,2}} {MONTHS}\b",
    rf"\b{MONTHS} (?:19|20)\d\d\b",
    r"\b(?:19|20)\d\d\b",
    r"\b(?:voorjaar|najaar|zomer|winter|herfst|lente|kwartaal|jaareinde|jaarwisseling|zomerreces)\b",
    r"\b(?:begin|medio|eind|einde|halverwege|vanaf|sinds|uiterlijk|binnen) (?:van )?(?:het |de |dit |volgend |komend )?"
    rf"(?:jaar|maand|week|{_MONTH_NAMES}|(?:19|20)\d\d)\b",
    r"\b(?:dit|volgend|vorig|komend) (?:jaar|voorjaar|najaar|kwartaal)\b",
    r"\b(?:komende|volgende|deze) (?:maand|maanden|week|weken|legislatuur|kabinetsperiode|zomer)\b",
    r"\bop (?:korte|middellange) termijn\b",
)
# A figure that counts something: not a year, a date, an article or a paper's number. The word behind it is group 1.
FIGURE = re.compile(
    r"(?:(?<![\w.,/-])(?!(?:19|20)\d\d(?![\d.,]*\d))\d[\d.,]*(?![\w/-])"
    rf"(?! {MONTHS}\b)"
    r"|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|vijftien|zestien|achttien|negentien|"
    r"twintig|dertig|veertig|vijftig|honderd|duizend|geen enkele?|de helft|een derde|een kwart|miljoen|miljard|procent)"
    r"\b)(?: (?:a|tot) [\d.,]+)?\W*([^\W\d_]+)?"
)
NOT_A_FIGURE = re.compile(
    r"\b(?:artikel|art\.|nr\.?|nummer|vraag|vragen|lid|kamerstuk|bijlage|paragraaf|stap|fase) \d[\d.,]*"
)
# A figure before one of these measures time; it answers "how long", not "how many".
TIME_UNIT = re.compile(
    r"(?:jaar|jaren|maand(?:en)?|week|weken|dag(?:en)?|werkdagen|uur|uren|minuten|minuut|kwartaal|euro|eur|cent|kilometer|"
    r"km|meter|ton|kilo|kilogram|graden)$"
)
# That a figure or date is not known is an answer to "how many" and "when" too.
_KNOWN = r"(?:geregistreerd|bijgehouden|bekend|gekend|beschikbaar|vastgelegd|bepaald|gemeten|voorhanden|geteld)"
FIGURE_NOT_KNOWN = any_of(
    rf"\b(?:dat|dit|hoeveel|aantal(?:len)?|cijfers?|gegevens|kostprijs|aandeel|percentage|getal|wachttijd)\b.*\bniet "
    rf"(?:\w+ ){{0,2}}{_KNOWN}\b",
    rf"\bniet (?:\w+ )?{_KNOWN} hoeveel\b",
    r"\bgeen (?:\w+ )?(?:cijfers?|gegevens|zicht|informatie|registratie|getal|aantallen)\b",
    r"\bkan (?:ik )?(?:nog )?(?:geen|niet) (?:\w+ ){0,3}(?:noemen|zeggen|geven|meedelen)\b",
)
TIME_NOT_KNOWN = any_of(
    r"\b(?:nog )?geen (?:\w+ )?(?:datum|termijn|tijdspad|planning|timing|zicht|uitspraken?)\b",
    r"\b(?:datum|termijn|tijdspad|planning|timing|moment|maand|wanneer)\b.*\b(?:nog )?niet\b",
    r"\bkan (?:ik )?(?:nog )?(?:geen|niet) (?:\w+ ){0,3}(?:noemen|zeggen|geven|meedelen)\b",
)
MONEY = re.compile(r"€|\beur(?:o)?\b|\b(?:miljoen|miljard|mln|mld)\b")
CAUSE = any_of(
    r"\bomdat\b",
    r"\bdoordat\b",
    r"\baangezien\b",
    r"\bwant\b",
    r"\bwegens\b",
    r"\bvanwege\b",
    r"\bomwille van\b",
    r"\bdaarom\b",
    r"\bimmers\b",
    r"\bnamelijk\b",
    r"\breden(?:en)?\b",
    r"\bkomt (?:\w+ ){0,2}door\b",
    r"\b(?:als )?gevolg(?:en)? van\b",
    r"\bgezien (?:het|de|dat|deze|bovenstaande)\b",
    r"\bgelet op\b",
    r"\bhierdoor\b",
    r"\bdaardoor\b",
    r"\bwaardoor\b",
    r"\bdient? om\b",
    r"\bzodat\b",
    r"\btegen deze achtergrond\b",
    r"\bin het licht van\b",
    r"\bom te voorkomen\b",
    r"\bte (?:wijten|danken|maken) (?:aan|met)\b",
    r"\boorza(?:ak|ken)\b",
    r"\bdan ook\b",
    r"\bten koste\b",
    r"\bhet doel hiervan\b",
    r"\b(?:heeft|hebben) (?:\w+ ){0,3}geleid tot\b",
    r"\bleid(?:t|de|den|en) (?:\w+ ){0,2}tot\b",
    r"\bonderbroken door\b",
    r"\b(?:hangt|hing) samen met\b",
    r"\bdankzij\b",
    r"\bdit betekent dat\b",
    r"\blogisch\b",
    r"\binherent\b",
)
OPINION = any_of(
    r"\b(?:deel|deelt|delen) (?:deze|die|de|uw) (?:mening|opvatting|zorg|zorgen|conclusie|analyse|aanname)\b",
    r"\bmening deel",
    r"\bik (?:vind|acht|begrijp|onderschrijf|betreur|hecht|ben van|ben geen voorstander|ben (?:een )?voorstander)\b",
    r"\bkabinet (?:vindt|acht|is van|hecht|onderschrijft)\b",
    r"\bvan mening\b",
    r"\bhet is aan\b",
    r"\bacht (?:ik|het kabinet|de regering)\b",
    r"\bniet (?:wenselijk|opportuun|nodig)\b",
    r"\bregering (?:vindt|acht|meent|is van)\b",
    r"\bbeoordeel(?:t|d|de|den)?\b",
)
DECIDES = any_of(
    r"^(?:\W*)(?:ja|nee|neen|dat klopt|dat is (?:juist|onjuist|correct))\b",
    r"\bniet\b",
    r"\bgeen\b",
    r"\bverplicht",
    r"\bbereid\b",
    r"\bvoornemens\b",
    r"\bmogelijk\b",
    r"\btoegestaan\b",
    r"\bbesloten\b",
    r"\bbesliste?\b",
    r"\boverweeg\b",
    r"\bzal\b",
    r"\bzullen\b",
    r"\buitsluitend\b",
    r"\bgratis\b",
)
PROMISE = any_of(
    r"\b(?:zeg|zegt|zegde) (?:\w+ ){0,4}toe\b",
    r"\btoegezegd\b",
    r"\btoezegging",
    r"\b(?:beloof|belooft|beloofde|beloofd)\b",
    r"\bik (?:zal|informeer|bezorg|stuur|kom) (?:\w+ ){0,8}(?:kamer|parlement|commissie|informeren|bezorgen|terug)\b",
    r"\bvoornemens (?:om )?(?:\w+ ){0,8}te informeren\b",
)
# Who is to decide, judge or act: what "who" asks for where no name is given.
RESPONSIBLE = any_of(
    r"\bbevoegd(?:heid)?\b",
    r"\bverantwoordelijk(?:heid)?\b",
    r"\b(?:is|ligt|zijn|liggen) (?:\w+ ){0,2}(?:aan|bij) (?:de|het|een)\b",
    r"\bbeslis(?:t|sen|te|ten)?\b",
    r"\bbesluit(?:en)?\b",
    r"\btoezicht\b",
    r"\bin opdracht van\b",
    r"\bvoert\b.*\buit\b",
    r"\bgegund aan\b",
    r"\b(?:stelde|stelt|pleit|pleitte|vraagt|vroeg|betreurt|zegt|zei)\b",
)
# An office or a body: an answer to "who" without a capital.
OFFICE = re.compile(
    r"\b(?:\w*(?:minister|staatssecretaris|gouverneurs?|burgemeesters?|gemeenten?|provincies?|commissie|agentschap|dienst|"
    r"inspectie|autoriteit|rechter|toezichthouders?|directeur|bank|organisatie|stichting|universiteiten|instellingen|"
    r"maatschap|functionarissen))\b"
)
# Several things named one after the other, or the head of a list.
_NAMED = r"[^,;:.]{2,80}"
ENUMERATES = any_of(
    r":\s*$",
    rf":{_NAMED}(?:[,;]{_NAMED})+ en\b",
    rf"{_NAMED},{_NAMED},{_NAMED} en\b",
    r"\b1\)|\ba\)",
    rf"(?:,{_NAMED}){{2,}} (?:en|of)\b",
)
ITEM = re.compile(
    r"^(?:[•▪–-]|\w{1,2}[.)]|ten (?:eerste|tweede|derde|vierde|vijfde)\b|het (?:eerste|tweede|derde|vierde) )"
)
# A sentence that leaves the answer to someone else.
REFERS = any_of(
    r"\bverwijs (?:ik )?(?:\w+ ){0,3}(?:naar|door)\b",
    r"\bik verwijs\b",
    r"\b(?:valt|vallen|behoort) (?:\w+ ){0,4}(?:onder|tot) de bevoegdheid\b",
)
# What a notice or referral says of an answer: put off, given elsewhere, taken back, for another to give.
OUTCOME = any_of(
    r"\bniet (?:binnen|tijdig|op tijd)\b",
    r"\buitstel\b",
    r"\bzo spoedig mogelijk\b",
    r"\bdoen toekomen\b",
    r"\bbevoegdheid\b",
    r"\bverwijs\b",
    r"\bingetrokken\b",
    r"\bzijn beantwoord\b",
    r"\bgecoordineerde?\b",
)
