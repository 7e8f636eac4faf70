"""The words that tell what is asked, in Dutch and English.

Patterns are matched on lower-case text without accents. They hold the words of official and everyday language, never
those of one document.
"""

import re

from kb.model.answer import Intent
from kb.model.terms import Kind, Parliament


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for all."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


# The first pattern that fits decides; the order goes from the most to the least telling words.
INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.ANSWERED_YET,
        any_of(
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
        any_of(
            r"\bvergelijk",
            r"\bverschil(?:len)?\b.*\btussen\b",
            r"\bcompar(?:e|ed|ison)\b",
            r"\bdifferences? between\b",
            r"\bzowel\b.*\bals\b.*\b(?:vlaanderen|nederland)\b",
        ),
    ),
    (
        Intent.STATUS,
        any_of(
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
            # What a government says on a matter is its position: the newest first.
            r"\bwat (?:zei|zegt|schrijft|schreef|vindt|vond|verklaart|verklaarde|antwoordt|antwoordde) "
            r"(?:de |het )?(?:\w+ )?(?:minister|staatssecretaris|kabinet|regering)\b.*\bover\b",
            r"\bwhat (?:did|does|do|has|have) the (?:\w+ )?(?:minister|government|cabinet|state secretary)\b.*"
            r"\b(?:say|said|think|write|written)\b.*\b(?:about|on)\b",
            r"^\s*(?:is|zijn|heeft|hebben|werd|wordt)\b.*\b(?:al|reeds|inmiddels|ondertussen|already|yet)\b",
            r"^\s*(?:has|have|is|are|did)\b.*\b(?:al|already|yet)\b",
        ),
    ),
    (
        Intent.WHY,
        any_of(
            r"\bwaarom\b",
            r"\bwhy\b",
            r"\bom welke reden",
            r"\bwaardoor\b",
            r"\bhoe komt het\b",
            r"\bwat is de reden\b",
            r"\b(?:wat|welke)\b.*\b(?:oorza(?:ak|ken)|redenen|verklaring)\b",
            r"\breasons? (?:for|why)\b",
            r"\bvanwaar\b",
        ),
    ),
    (
        Intent.AMOUNT,
        any_of(
            r"\bhoeveel\b",
            r"\bhow (?:many|much)\b",
            r"\b(?:welk|wat is het|wat was het) (?:bedrag|budget|jaarbudget|percentage|aantal|aandeel)\b",
            r"\b(?:wat|hoeveel) (?:kost|kostte|kosten|heeft|hebben|had)\b.*\b(?:gekost|kosten)\b",
            r"\bwat (?:kost(?:te|en)?|verdien(?:t|en|de)|bedra(?:agt|gen)|betaal(?:t|de)|betalen)\b",
            r"\bwelk deel\b",
            r"\bhoe (?:hoog|groot|lang|oud|vaak)\b",
            r"\bwhat (?:is|was) the (?:budget|amount|cost|number|share|percentage)\b",
            r"\bhow (?:large|high|long|often|old)\b",
        ),
    ),
    (
        Intent.WHEN,
        any_of(
            r"\bwanneer\b",
            r"\bwhen\b",
            r"\b(?:welke|wat is de) (?:nieuwe )?(?:datum|deadline|termijn|timing|planning|streefdatum)\b",
            r"\btegen welke? (?:datum|jaar)\b",
            r"\bin welk jaar\b",
            r"\bsince which\b",
            r"\bwhat date\b",
            r"\btimeline\b",
        ),
    ),
    (
        Intent.WHO,
        any_of(
            r"(?:^|[:;,.?(] ?)\W*(?:\w+ )?wie\b",
            r"\b(?:weet|zeg|zeggen|vertel) (?:\w+ ){0,2}wie\b",
            r"\bwho(?:se|m)?\b",
            r"\b(?:welke|welk|which) (?:\w+ )?"
            r"(?:minister|staatssecretaris|dienst|organisatie|instelling|instantie|partij|"
            r"kamerlid|parlementslid|bewindspersoon|agency|party|member|university|universiteit|administratie|commissie)\b",
        ),
    ),
    (
        Intent.LIST,
        any_of(
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
    Parliament.VLAAMS_PARLEMENT: any_of(
        r"\bvla+n?de?re?ns?\b", r"\bvlaamse?\b", r"\bflanders\b", r"\bflemish\b", r"\bbrussel\b"
    ),
    Parliament.TWEEDE_KAMER: any_of(
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
    (any_of(r"\b(?:kamer)?brief\b", r"\bletter\b"), (Kind.LETTER,)),
    (any_of(r"\bbeleidsnota\b", r"\bbbt\b", r"\bconceptnota\b", r"\bpolicy (?:note|paper)\b"), (Kind.POLICY_NOTE,)),
    (any_of(r"\bpersbericht\b", r"\bpress release\b"), (Kind.PRESS_TEXT,)),
    (any_of(r"\bcommissiedebat\b", r"\bverslag\b", r"\bdebat\b", r"\bhoorzitting\b", r"\bcommissie\b"), (Kind.REPORT,)),
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
ASKS_FOR_MONEY = any_of(
    r"\b(?:jaar)?budget",
    r"\bbedra(?:g|agt)",
    r"\bkost",
    r"\bgekost\b",
    r"\bgeld\b",
    r"\beuro",
    r"\bsubsidie",
    r"\b\w*steun\b",
    r"\bcost",
    r"\bmoney\b",
    r"\bmiddelen\b",
    r"\bspen[dt]",
    r"\bfunding\b",
    r"\bverdien",
    r"\bloon\b|\blonen\b|\bsalaris",
    r"\bboetes?\b",
    r"\bvergoeding",
)
# Whoever asks for this asks what the government says: a member's words are no answer to it.
ASKS_GOVERNMENT = any_of(
    r"\bantwoord",
    r"\bgeantwoord\b",
    r"\bstandpunt\b",
    r"\b(?:minister|staatssecretaris|regering|kabinet)\b.*\b(?:vindt|zegt|zei|van plan)\b",
    r"\b(?:vindt|zegt|zei|antwoordde)\b.*\b(?:minister|staatssecretaris|regering|kabinet)\b",
    r"\banswer(?:ed)?\b",
    r"\bposition\b",
)

# A question that wants an opinion, and one that wants yes or no; and the words that give them.
ASKS_OPINION = any_of(
    r"\bwat (?:vindt|vond|denkt|is de mening|is het standpunt)\b",
    r"\bhoe (?:beoordeelt|oordeelt|kijkt|staat \w+ tegenover)\b",
    r"\bis \w+ (?:het eens|van mening)\b",
    r"\bopinion\b",
    r"\bwhat does .* think\b",
    r"\bvan mening\b",
)
ASKS_YES_OR_NO = re.compile(
    r"^\s*(?:is|zijn|was|waren|kan|kunnen|mag|mogen|moet|moeten|komt|komen|heeft|hebben|wordt|worden|gaat|gaan|klopt|wil|zal|"
    r"zullen|geldt|bestaat|bestaan|doet|krijgt|krijgen|can|may|must|does|do|did|has|have|will|are|should)\b"
)
# A question about what is to come: the newest date counts, and a date that was past when it was named does not.
LOOKS_AHEAD = any_of(
    r"\b(?:tegen|vanaf|tot|voor) wanneer\b",
    r"\bwanneer (?:komt|komen|gaat|gaan|zal|zullen|moet|moeten|kan|kunnen|wordt|worden)\b",
    r"\bwanneer (?:opent|start|verschijnt|hoort|krijgt|krijgen)\b",
    r"\b(?:deadline|streefdatum|timeline|tijdlijn|planning|timing)\b",
    r"\bwhen (?:will|is|are|can|does)\b",
    r"\b(?:zal|zullen|will)\b",
)
# A question for what was promised.
ASKS_PROMISE = any_of(
    r"\btoezegging",
    r"\btoegezegd\b",
    r"\bzegde .* toe\b",
    r"\bbelo(?:ofd|fte|ofde)\b",
    r"\bpromis",
    r"\bcommitments?\b",
)
