"""Further invented pages, by other conventions; written after the reader was settled on those of `pages.py`."""

from tests.ingest.sources.webpage.pages import Example


def _page(title: str, body: str, head: str = "") -> str:
    top = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"{top}<body>{body}</body></html>"


BEM = Example(
    "blocks, elements and modifiers",
    _page(
        "Herstelbeleid – Provincie aan het Wad",
        """<div class="cc-window cc-banner" aria-label="cookieconsent"><span class="cc-message">Wij meten
het bezoek met
Matomo.</span></div><div class="o-header"><div class="o-header__logo">Provincie aan het Wad</div><ul
class="o-header__nav"><li>
<a>Bestuur</a></li><li><a>Loket en balie</a></li></ul></div><div class="l-main"><div
class="c-breadcrumb"><a>Home</a> / <a>Alle
thema's</a></div><h1 class="c-heading">Herstelbeleid</h1><div class="c-richtext"><p>De provincie steunt
twaalf herstelcafés met
elk 2.500 euro.</p><p>Gedeputeerde Brandsema noemt herstellen een ambacht.</p></div><div
class="c-tags"><a>herstel</a>
<a>afval</a></div></div><div class="c-footer__nav"><a>Proclaimer lezen</a></div>""",
    ),
    (
        "De provincie steunt twaalf herstelcafés met elk 2.500 euro.",
        "Gedeputeerde Brandsema noemt herstellen een ambacht.",
    ),
    ("Wij meten het bezoek", "Loket en balie", "Alle thema's", "Proclaimer lezen"),
    "Herstelbeleid",
)

PORTLET = Example(
    "a portal of portlets",
    _page(
        "Dienst Kringloop - Jaarplan",
        """<div id="banner"><span>Dienst Kringloop Nederland</span></div><ul
id="hoofd-navigatie"><li>Actueel</li><li>Werken bij
de dienst</li></ul><div id="content"><div class="portlet-layout"><div class="portlet-body"><h1>Jaarplan
2027</h1><p>In 2027 komen
er vier regio’s bij.</p><h3>Personeel</h3><p>De dienst groeit van 42 naar 58 voltijdbanen.</p></div><div
class="portlet-nested">
<div class="rs_skip rsbtn">Lees voor</div></div></div></div><div id="voettekst">Postbus 99310, Den Haag -
Cookiebeleid</div>""",
    ),
    ("In 2027 komen er vier regio’s bij.", "De dienst groeit van 42 naar 58 voltijdbanen."),
    ("Werken bij de dienst", "Cookiebeleid"),
    "Jaarplan 2027",
    stays=("Werken bij de dienst", "Cookiebeleid"),
)

ARIA = Example(
    "roles instead of elements",
    _page(
        "Klachten over herstel",
        """<div role="banner"><p>Ombudsdienst Kringloop</p></div><div role="navigation"><a>Onze
mensen</a></div><div role="main"><h1>
Klachten over herstel</h1><p>De ombudsdienst kreeg 84 klachten in 2025.</p><div
role="complementary"><p>Volg ons op
Mastodon</p></div><p>In 61 zaken kreeg de klager gelijk.</p></div><div role="contentinfo"><p>Ondernemingsnummer
0999.310.310</p></div>""",
    ),
    ("De ombudsdienst kreeg 84 klachten in 2025.", "In 61 zaken kreeg de klager gelijk."),
    ("Onze mensen", "Volg ons op Mastodon", "Ondernemingsnummer"),
    "Klachten over herstel",
)

PRESS = Example(
    "a press text with contact and archive",
    _page(
        "Vlaamse herstelcheque komt er | Kabinet",
        """<nav><a>Team</a><a>Pers</a></nav><article><h1>Vlaamse herstelcheque komt er</h1><time
datetime="2026-09-25">25 september
2026</time><p>De Vlaamse Regering besliste vandaag om een herstelcheque van 40 euro in te
voeren.</p><blockquote><p>“Wie
herstelt, spaart grondstoffen,” zegt minister Ostendael.</p></blockquote><p>De cheque geldt vanaf 1 maart
2027.</p></article>
<section class="archive-list"><h2>Vroegere berichten</h2><ul><li><a>Opening van de kringloopwinkel in
Genk</a></li><li><a>Nieuwe
statiegeldregeling in de maak</a></li></ul></section><footer><p>Woordvoerder: 0499 00 00 00</p></footer>""",
    ),
    (
        "De Vlaamse Regering besliste vandaag om een herstelcheque van 40 euro in te voeren.",
        "“Wie herstelt, spaart grondstoffen,” zegt minister Ostendael.",
        "De cheque geldt vanaf 1 maart 2027.",
    ),
    ("statiegeldregeling in de maak", "Woordvoerder"),
    "Vlaamse herstelcheque komt er",
    "2026-09-25",
    address="https://ostendael.vlaanderen.be/cheque",
)

GRID = Example(
    "cards above the text",
    _page(
        "Wonen en herstel",
        """<div class="site-nav-wrapper"><div class="nav">Start | Thema's | Meedoen</div></div><div
class="main-wrapper no-sidebar">
<h1>Wonen en herstel</h1><div class="cards"><div class="card"><h2>Huurders</h2><p>Huurders melden een
defect bij de
verhuurder.</p></div><div class="card"><h2>Eigenaars</h2><p>Eigenaars krijgen een premie van 250
euro.</p></div></div><p>De premie
stopt op 31 december 2027.</p></div><div class="newsletter-signup"><p>Schrijf u in voor onze
nieuwsbrief</p></div><div
class="bottom">Website door Studio Wad</div>""",
    ),
    (
        "Huurders melden een defect bij de verhuurder.",
        "Eigenaars krijgen een premie van 250 euro.",
        "De premie stopt op 31 december 2027.",
    ),
    ("Meedoen", "Schrijf u in voor onze nieuwsbrief", "Studio Wad"),
    "Wonen en herstel",
    stays=("Schrijf u in voor onze nieuwsbrief", "Studio Wad"),
)

MODAL = Example(
    "windows that open over the page",
    _page(
        "Meldpunt herstel",
        """<div class="eu-cookie-compliance-banner"><h2>Uw privacy</h2><p>Deze site bewaart uw
voorkeuren.</p></div><dialog open><p>
Neem deel aan onze enquête!</p></dialog><div id="app"><div class="page-header"><a>Terug naar
overzicht</a></div><div
class="page-body"><h1>Meldpunt herstel</h1><p>Sinds 2024 kwamen 1.208 meldingen binnen over dure
onderdelen.</p><p>Het meldpunt
geeft ze door aan de inspectie.</p></div></div>""",
    ),
    (
        "Sinds 2024 kwamen 1.208 meldingen binnen over dure onderdelen.",
        "Het meldpunt geeft ze door aan de inspectie.",
    ),
    ("bewaart uw voorkeuren", "Neem deel aan onze enquête"),
    "Meldpunt herstel",
)

DEFINITIONS = Example(
    "terms with their meaning, and a note",
    _page(
        "Begrippen",
        """<header><p>Wetwijzer herstel</p></header><main><h1>Begrippen</h1><dl><dt>Hersteller</dt><dd>Wie
beroepshalve goederen
herstelt.</dd><dt>Toestel</dt><dd>Elk goed met een stekker of batterij.</dd></dl><p>De lijst is niet
volledig.<sup><a
href="#n1">1</a></sup></p><ol class="footnotes"><li id="n1">Zie ook de memorie van
toelichting.</li></ol></main><footer>Wetwijzer is
een initiatief</footer>""",
    ),
    (
        "Wie beroepshalve goederen herstelt.",
        "Elk goed met een stekker of batterij.",
        "De lijst is niet volledig.",
        "Zie ook de memorie van toelichting.",
    ),
    ("Wetwijzer is een initiatief",),
    "Begrippen",
)

SHAREPOINT = Example(
    "an intranet made public",
    _page(
        "Antwoorden voor gemeenten",
        """<div id="s4-titlerow" class="ms-dialogHidden"><div
id="DeltaTopNavigation"><ul><li>Gemeenten</li><li>Mijn
dossiers</li></ul></div></div><div id="DeltaPlaceHolderMain"><div class="ms-rtestate-field"><h1>Antwoorden
voor gemeenten</h1>
<p>Een gemeente mag een eigen loket openen.</p><p>De rijksbijdrage is 12.000 euro per jaar, tot en met
2028.</p></div></div><div
id="DeltaPageFooter"><p>Beheerd door de functioneel beheerder</p></div>""",
    ),
    ("Een gemeente mag een eigen loket openen.", "De rijksbijdrage is 12.000 euro per jaar, tot en met 2028."),
    ("Mijn dossiers", "functioneel beheerder"),
    "Antwoorden voor gemeenten",
)

FOLDED = Example(
    "answers that are hidden until a click",
    _page(
        "Vragen over herstel",
        """<button aria-controls="hoofdmenu" aria-expanded="false">Menu</button><ul id="hoofdmenu" hidden><li>Onze
diensten</li></ul><main><h1>Vragen over herstel</h1><h2><button aria-expanded="false" aria-controls="a1">Wie kan
aanvragen?</button></h2><div id="a1" hidden><p>Iedere inwoner vanaf zestien jaar.</p></div>
<div class="c-accordion"><button class="c-head">Hoe lang duurt het?</button>
<div class="c-body" aria-hidden="true"><p>Gemiddeld negen werkdagen.</p></div></div>
<h2>Kosten</h2><div
hidden="until-found"><p>Het advies is gratis tot 2028.</p></div><span aria-hidden="true">pijltje omlaag</span><p
hidden>Concepttekst van de redactie</p></main>""",
    ),
    (
        "Wie kan aanvragen?",
        "Iedere inwoner vanaf zestien jaar.",
        "Hoe lang duurt het?",
        "Gemiddeld negen werkdagen.",
        "Het advies is gratis tot 2028.",
    ),
    ("Onze diensten", "pijltje omlaag", "Concepttekst van de redactie"),
    "Vragen over herstel",
)

MORE_EXAMPLES = (FOLDED, BEM, PORTLET, ARIA, PRESS, GRID, MODAL, DEFINITIONS, SHAREPOINT)
