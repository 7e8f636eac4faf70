"""The words that tell what is asked and what a sentence says, in Dutch and English.

Patterns are matched on lower-case text without accents. They hold the words of official and everyday language, never
those of one document.
"""

import re

from kb.model.answer import Intent
from kb.model.terms import Kind, Parliament


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


# The first pattern that fits decides; the order goes from the most to the least telling words.
INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.ANSWERED_YET,
        _any(
            r"\bis er (?:al|reeds|inmiddels|ondertussen)(?: een)? (?:antwoord|reactie)\b",
            r"\b(?:al|reeds|inmiddels) (?:een antwoord|antwoord|beantwoord|geantwoord)\b",
            r"\b(?:zijn|is|werd|werden)\b.*\b(?:vraag|vragen|kamervragen)\b.*\bbeantwoord\b",
            r"\bhas\b.*\bbeen answered\b",
            r"\bis there (?:already )?an? answer\b",
            r"\bnog (?:niet|geen)\b.*\b(?:beantwoord|antwoord)\b",
        ),
    ),
    (
        Intent.COMPARE,
        _any(
            r"\bvergelijk",
            r"\bverschil(?:len)?\b.*\btussen\b",
            r"\bcompar(?:e|ed|ison)\b",
            r"\bdifferences? between\b",
            r"\bzowel\b.*\bals\b.*\b(?:vlaanderen|nederland)\b",
        ),
    ),
    (
        Intent.STATUS,
        _any(
            r"\bstatus\b",
            r"\bstand van (?:de )?zaken\b",
            r"\bstavaza\b",
            r"\bhoe (?:staat|stond) het (?:met|er)\b",
            r"\bhoe ver (?:staat|staan|is|zijn|zit)\b",
            r"\bhoever\b",
            r"\bwhere (?:does|do|is|are)\b.*\bstand\b",
            r"\bhow far\b",
            r"\bstate of play\b",
            r"\bprogress\b|\bvoortgang\b",
            r"\b(?:meest recente|laatste|nieuwste|huidige|actuele) "
            r"(?:standpunt|stand|positie|situatie|nieuws|plan|planning)",
            r"\b(?:latest|current|most recent) (?:position|state|situation|news|plan|status)\b",
            r"\bnext steps?\b|\bvolgende stap",
            r"^\s*(?:is|zijn|heeft|hebben|werd|wordt)\b.*\b(?:al|reeds|inmiddels|ondertussen|already|yet)\b",
            r"^\s*(?:has|have|is|are|did)\b.*\b(?:al|already|yet)\b",
        ),
    ),
    (
        Intent.WHY,
        _any(
            r"\bwaarom\b",
            r"\bwhy\b",
            r"\bom welke reden",
            r"\bwaardoor\b",
            r"\bhoe komt het\b",
            r"\bwat is de reden\b",
            r"\breasons? (?:for|why)\b",
            r"\bvanwaar\b",
        ),
    ),
    (
        Intent.AMOUNT,
        _any(
            r"\bhoeveel\b",
            r"\bhow (?:many|much)\b",
            r"\b(?:welk|wat is het|wat was het) (?:bedrag|budget|jaarbudget|percentage|aantal|aandeel)\b",
            r"\b(?:wat|hoeveel) (?:kost|kostte|kosten|heeft|hebben|had)\b.*\b(?:gekost|kosten)\b",
            r"\bwat kost(?:te|en)?\b",
            r"\bhoe (?:hoog|groot|lang|oud|vaak)\b",
            r"\bwhat (?:is|was) the (?:budget|amount|cost|number|share|percentage)\b",
            r"\bhow (?:large|high|long|often|old)\b",
        ),
    ),
    (
        Intent.WHEN,
        _any(
            r"\bwanneer\b",
            r"\bwhen\b",
            r"\b(?:welke|wat is de) (?:datum|deadline|termijn|timing|planning)\b",
            r"\btegen welke? (?:datum|jaar)\b",
            r"\bin welk jaar\b",
            r"\bsince which\b",
            r"\bwhat date\b",
            r"\btimeline\b",
        ),
    ),
    (
        Intent.WHO,
        _any(
            r"\bwie\b",
            r"\bwho(?:se|m)?\b",
            r"\b(?:welke|welk|which) (?:\w+ )?"
            r"(?:minister|staatssecretaris|dienst|organisatie|instelling|instantie|partij|"
            r"kamerlid|parlementslid|bewindspersoon|agency|party|member|university|universiteit|administratie|commissie)\b",
        ),
    ),
    (
        Intent.LIST,
        _any(
            r"\b(?:welke|wat (?:zijn|waren) de|which|what (?:are|were) the) "
            r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
            r"\b(?:som|lijst|noem|geef)\b.*\b(?:op|alle|de)\b",
            r"\blist\b|\bopsomming\b|\boverzicht van\b",
            r"\bwelke (?:\w+e )?(?:\w+en|\w+s)\b",
            r"\bwhich (?:\w+ )?\w+s\b",
        ),
    ),
)

PARLIAMENTS: dict[Parliament, re.Pattern[str]] = {
    Parliament.VLAAMS_PARLEMENT: _any(
        r"\bvla+n?de?re?ns?\b", r"\bvlaamse?\b", r"\bflanders\b", r"\bflemish\b", r"\bbrussel\b"
    ),
    Parliament.TWEEDE_KAMER: _any(
        r"\bnederlandse?\b(?!talig)",
        r"\bnederland\b",
        r"\bden haag\b",
        r"\btweede kamer\b",
        r"\bkamervragen\b",
        r"\bnetherlands\b",
        r"\bholland\b",
        r"\bthe hague\b",
        r"\bdutch\b(?![ -](?:language|speaking))",
        r"\brijksoverheid\b",
    ),
}

# Words that name a kind of document.
KINDS: tuple[tuple[re.Pattern[str], tuple[Kind, ...]], ...] = (
    (_any(r"\b(?:kamer)?brief\b", r"\bletter\b"), (Kind.LETTER,)),
    (_any(r"\bbeleidsnota\b", r"\bbbt\b", r"\bconceptnota\b", r"\bpolicy (?:note|paper)\b"), (Kind.POLICY_NOTE,)),
    (_any(r"\bpersbericht\b", r"\bpress release\b"), (Kind.PRESS_TEXT,)),
    (_any(r"\bcommissiedebat\b", r"\bverslag\b", r"\bdebat\b", r"\bhoorzitting\b", r"\bcommissie\b"), (Kind.REPORT,)),
)

# Words that ask and do not carry a topic: left out of what a sentence must cover.
ASKING_WORDS = frozenset(
    """
    status stand zaken staat staan ver hoever wat welke welk wie waar waarom wanneer hoe hoeveel hoelang is zijn
    was waren werd werden wordt worden heeft hebben had hadden kan kunnen zal zullen zou zouden moet moeten mag
    mogen er al reeds inmiddels ondertussen nog niet ook graag meest recente recent laatste standpunt vindt vond
    zegt zei zeggen geantwoord antwoord antwoordde beantwoord antwoorden vraag vragen kamervragen schriftelijke
    mondelinge minister staatssecretaris regering kabinet overheid volgens komt komen kwam gaat gaan ging doet
    doen deed krijgt kreeg kregen geldt gelden over the of what which who whom whose where why when how many
    much are were did does do has have been be can could will would should said say says it that this there
    already yet latest current next steps timeline position answer answered question questions government
    cabinet about on in for to and or with from by at as an a vlaanderen vlaandern vlaams vlaamse nederland
    nederlands nederlandse flanders flemish netherlands dutch haag den sinds since tegen tussen between compare
    vergelijk verschil verschillen precies exact eigenlijk momenteel nu now bestaan bestaat list lijst noem som
    geef overzicht reden redenen reason reasons ervan daarvan hiervan beweerde bedroeg
    """.split()
)

MONTHS = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
LONG_DATE = re.compile(rf"\b\d{{1,2}} {MONTHS} (?:19|20)\d\d\b", re.IGNORECASE)
TIME = _any(
    rf"\b\d{{1,2}} {MONTHS}\b",
    rf"\b{MONTHS} (?:19|20)\d\d\b",
    r"\b(?:19|20)\d\d\b",
    r"\b(?:voorjaar|najaar|zomer|winter|herfst|lente|kwartaal|jaareinde|jaarwisseling)\b",
    r"\b(?:begin|medio|eind|einde|halverwege|vanaf|sinds|uiterlijk|binnen) (?:van )?(?:het |de |dit |volgend |komend )?"
    r"(?:jaar|maand|week|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|(?:19|20)\d\d)\b",
    r"\b(?:dit|volgend|vorig|komend) (?:jaar|voorjaar|najaar|kwartaal)\b",
    r"\b(?:komende|volgende|deze) (?:maand|maanden|week|weken|legislatuur|kabinetsperiode|zomer)\b",
    r"\bop (?:korte|middellange) termijn\b",
)
# A figure that counts something: not a year, a date, an article or a paper's number.
FIGURE = re.compile(
    r"(?<![\w.,/-])(?!(?:19|20)\d\d(?![\d.,]*\d))\d[\d.,]*(?![\w/-])(?! (?:januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december)\b)"
    r"|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|honderd|duizend|geen enkele?|"
    r"de helft|een derde|een kwart|miljoen|miljard|procent)\b"
)
NOT_A_FIGURE = re.compile(r"\b(?:artikel|art\.|nr\.?|nummer|vraag|lid|kamerstuk|bijlage|paragraaf|stap|fase) \d[\d.,]*")
# That a figure or date is not known is an answer to "how many" and "when" too.
NOT_KNOWN = _any(
    r"\bniet (?:\w+ )?(?:geregistreerd|bijgehouden|bekend|gekend|beschikbaar|vastgelegd|bepaald|gemeten|voorhanden)\b",
    r"\bgeen (?:\w+ )?(?:cijfers|gegevens|zicht|informatie|registratie|datum)\b",
    r"\bkan (?:ik )?(?:nog )?(?:geen|niet) (?:\w+ ){0,3}(?:noemen|zeggen|geven|meedelen)\b",
)
MONEY = re.compile(r"€|\beur(?:o)?\b|\b(?:miljoen|miljard|mln|mld)\b")
ASKS_FOR_MONEY = _any(
    r"\b(?:jaar)?budget",
    r"\bbedrag",
    r"\bkost",
    r"\bgekost\b",
    r"\bgeld\b",
    r"\beuro",
    r"\bsubsidie",
    r"\bcost",
    r"\bmoney\b",
    r"\bmiddelen\b",
    r"\bspen[dt]",
    r"\bfunding\b",
)
# Whoever asks for this asks what the government says: a member's words are no answer to it.
ASKS_GOVERNMENT = _any(
    r"\bantwoord",
    r"\bgeantwoord\b",
    r"\bstandpunt\b",
    r"\b(?:minister|staatssecretaris|regering|kabinet)\b.*\b(?:vindt|zegt|zei|van plan)\b",
    r"\b(?:vindt|zegt|zei|antwoordde)\b.*\b(?:minister|staatssecretaris|regering|kabinet)\b",
    r"\banswer(?:ed)?\b",
    r"\bposition\b",
)
CAUSE = _any(
    r"\bomdat\b",
    r"\bdoordat\b",
    r"\baangezien\b",
    r"\bwant\b",
    r"\bwegens\b",
    r"\bvanwege\b",
    r"\bdaarom\b",
    r"\bimmers\b",
    r"\bnamelijk\b",
    r"\breden(?:en)?\b",
    r"\bkomt (?:onder andere |mede |vooral )?door\b",
    r"\bals gevolg van\b",
    r"\bgezien\b",
    r"\bhierdoor\b",
    r"\bdaardoor\b",
    r"\bdient? om\b",
    r"\bzodat\b",
    r"\btegen deze achtergrond\b",
    r"\bom te voorkomen\b",
    r"\bte wijten\b",
    r"\boorzaak\b",
    r"\bdan ook\b",
)

# A question that wants an opinion, and one that wants yes or no; and the words that give them.
ASKS_OPINION = _any(
    r"\bwat (?:vindt|vond|denkt|is de mening|is het standpunt)\b",
    r"\bhoe (?:beoordeelt|oordeelt|kijkt|staat \w+ tegenover)\b",
    r"\bis \w+ (?:het eens|van mening)\b",
    r"\bopinion\b",
    r"\bwhat does .* think\b",
    r"\bvan mening\b",
)
OPINION = _any(
    r"\b(?:deel|deelt|delen) (?:deze|die|de|uw) (?:mening|opvatting|zorg|zorgen|conclusie|analyse)\b",
    r"\bmening deel",
    r"\bik (?:vind|acht|begrijp|onderschrijf|betreur|hecht|ben van)\b",
    r"\bkabinet (?:vindt|acht|is van|hecht|onderschrijft)\b",
    r"\bvan mening\b",
    r"\bhet is aan\b",
    r"\bacht (?:ik|het kabinet|de regering)\b",
    r"\bniet (?:wenselijk|opportuun|nodig)\b",
    r"\bregering (?:vindt|acht|meent|is van)\b",
    r"\bbeoordeel(?:t|d|de|den)?\b",
)
ASKS_YES_OR_NO = re.compile(
    r"^\s*(?:is|zijn|was|waren|kan|kunnen|mag|mogen|moet|moeten|komt|komen|heeft|hebben|wordt|worden|gaat|gaan|klopt|wil|zal|"
    r"zullen|geldt|bestaat|bestaan|doet|krijgt|krijgen|can|may|must|does|do|did|has|have|will|are|should)\b"
)
DECIDES = _any(
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
)
# What a notice or referral says of an answer: put off, given elsewhere, taken back, for another to give.
OUTCOME = _any(
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
# What a sentence says about how far something is, in the order of progress.
STATES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "denied",
        _any(
            r"\bnooit de bedoeling\b",
            r"\bniet van plan\b",
            r"\boverweeg niet\b",
            r"\bgeen sprake van\b",
            r"\bklopt niet\b",
            r"\bonjuist\b",
            r"\bniet (?:gesloten|geschrapt|afgeschaft|stopgezet)\b",
        ),
    ),
    (
        "stopped",
        _any(
            r"\bstopgezet\b",
            r"\bgestopt\b",
            r"\bgeschrapt\b",
            r"\bafgeschaft\b",
            r"\bbeeindigd\b",
            r"\bingetrokken\b",
            r"\bopgeheven\b",
        ),
    ),
    (
        "delayed",
        _any(
            r"\bvertraging\b",
            r"\bvertraagd\b",
            r"\buitgesteld\b",
            r"\buitstel\b",
            r"\blater dan\b",
            r"\bverschoven\b",
            r"\bopgeschoven\b",
            r"\bnog niet (?:klaar|gereed|operationeel|gestart|open)\b",
        ),
    ),
    (
        "operational",
        _any(
            r"\boperationeel\b",
            r"\bin werking\b",
            r"\bin gebruik\b",
            r"\bgeopend\b",
            r"\bopen(?:de|t)?\b",
            r"\bvan start gegaan\b",
            r"\bgelanceerd\b",
            r"\bin voege\b",
            r"\bactief sinds\b",
        ),
    ),
    (
        "started",
        _any(
            r"\bgestart\b",
            r"\bin opbouw\b",
            r"\bin uitvoering\b",
            r"\bloopt\b",
            r"\blopen(?:de)?\b",
            r"\bbegonnen\b",
            r"\bop schema\b",
            r"\bwerk(?:en|t|ten)? (?:aan|verder)\b",
            r"\buitgerold\b",
            r"\bopgericht\b",
            r"\baangevat\b",
            r"\bopgestart\b",
            r"\bnog gewerkt\b",
            r"\bbesluit genomen\b",
        ),
    ),
    (
        "planned",
        _any(
            r"\bvoorzien\b",
            r"\bgepland\b",
            r"\bplanning\b",
            r"\bstre(?:ven|eft|ef)\b",
            r"\bverwacht",
            r"\bzullen\b",
            r"\bzal\b",
            r"\bvoornemens\b",
            r"\buitwerking\b",
            r"\buitbouw\b",
            r"\bvoorbereid",
            r"\bplan van aanpak\b",
            r"\bop termijn\b",
            r"\bdoelstelling\b",
        ),
    ),
    ("announced", _any(r"\baangekondigd\b", r"\bkondig(?:t|de|en)?\b", r"\bvoornemen\b", r"\bstellen voor\b")),
)
