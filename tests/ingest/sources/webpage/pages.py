"""Invented pages built the way government sites build theirs, each with what is its text and what stands around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """``kept`` are sentences of the page itself, ``left_out`` words of the site around it; ``stays`` are
    those among
        them that come through nevertheless: known, and seen here when that changes."""

    name: str
    html: str
    kept: tuple[str, ...]
    left_out: tuple[str, ...]
    title: str
    published: str = ""
    changed: str = ""
    address: str = "https://www.rijksoverheid.nl/x"
    stays: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        return self.html.encode()


def _page(head: str, body: str, lang: str = "nl") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


_RIJK_TOP = """
<div id="mainwrapper"><div class="skiplinks"><a href="#content-wrapper">Ga direct naar inhoud</a></div>
<header><div id="logotype" class="logo"><a href="/"><img src="logo.svg" alt="Logo">
<span class="hidden">Naar de homepage van Overheid voor iedereen</span></a></div></header>
<div id="navBar" role="navigation"><ul class="primary"><li><a href="/">Home</a></li><li><a
href="/o">Onderwerpen</a></li>
<li><a href="/m">Ministeries</a></li></ul><div id="searchForm" role="search"><form
action="/zoeken"><label>Zoeken binnen
deze site</label><input name="trefwoord"><button>Zoek</button></form></div></div>
<div class="breadCrumbNav"><span class="assistive">U bevindt zich hier:</span><a href="/">Home</a> &gt;
<a href="/o">Onderwerpen</a> &gt; Kringloop en herstel</div>
"""
_RIJK_END = """
<footer class="site-footer"><div class="wrapper"><h2>Service</h2><ul><li><a href="/contact">Contact met de
dienst</a></li>
<li><a href="/abo">Abonneren op nieuwsbrief</a></li></ul><h2>Over deze site</h2><ul><li><a
href="/c">Copyrightverklaring</a>
</li><li><a href="/p">Privacyverklaring</a></li></ul></div></footer></div>
"""

TOPIC = Example(
    "a topic of a national site",
    _page(
        "<title>Herstel van apparaten | Kringloop en herstel | Overheid voor iedereen</title>"
        '<meta name="DCTERMS.title" content="Herstel van apparaten">'
        '<meta name="DCTERMS.issued" scheme="DCTERMS.W3CDTF" content="2026-03-02T10:00">'
        '<meta name="DCTERMS.modified" scheme="DCTERMS.W3CDTF" content="2026-10-14T16:21">',
        _RIJK_TOP
        + """<main id="content-wrapper" tabindex="-1"><div class="article content"><h1>Herstel van
apparaten</h1>
<div class="intro"><p>Wie een kapot apparaat heeft, kan terecht bij het Reparatieloket.</p></div>
<h2>Wat doet het loket?</h2><p>Het loket geeft binnen twee werkdagen een <a href="/k">indicatie van de
kosten</a>.</p>
<ul><li>Advies is gratis.</li><li>De reparatie betaalt u zelf.</li></ul>
<div class="block related"><h2>Zie ook</h2><ul><li><a href="/r1">Regels voor reparateurs in uw gemeente</a></li>
<li><a href="/r2">Subsidie voor herstelwerkplaatsen</a></li></ul></div>
<div class="share"><h2>Deel deze pagina</h2><ul><li><a href="https://f">Deel deze pagina op uw Facebook
account</a></li>
<li><a href="https://l">Deel deze pagina op uw LinkedIn account</a></li></ul></div></div></main>"""
        + _RIJK_END,
    ),
    (
        "Wie een kapot apparaat heeft, kan terecht bij het Reparatieloket.",
        "Het loket geeft binnen twee werkdagen een indicatie van de kosten.",
        "Advies is gratis.",
        "De reparatie betaalt u zelf.",
        "Wat doet het loket?",
    ),
    (
        "Ga direct naar inhoud",
        "U bevindt zich hier",
        "Copyrightverklaring",
        "Deel deze pagina",
        "LinkedIn",
        "Zoeken binnen",
        "Subsidie voor herstelwerkplaatsen",
    ),
    "Herstel van apparaten",
    "2026-03-02",
    "2026-10-14",
)

NEWS = Example(
    "a news item of a national site",
    _page(
        "<title>Reparatieloket opent landelijk | Nieuwsbericht | Overheid voor iedereen</title>"
        '<meta name="DCTERMS.available" content="2026-06-19">',
        _RIJK_TOP
        + """<div id="main" class="main-content" role="main"><div id="content"><div
class="article"><h1>Reparatieloket opent
landelijk</h1><p class="article-meta">Nieuwsbericht | 19-06-2026 | 10:30</p>
<p class="intro">Het Reparatieloket gaat op 1 juli 2027 in het hele land open.</p>
<p>Minister Zilverberg schrijft dat aan de Kamer. ‘Herstellen moet gewoon worden’, aldus de minister.</p>
<h2>Kosten</h2><p>Het kabinet trekt er 7,8 miljoen euro per jaar voor uit.</p>
<div class="download-chunk"><h2>Documenten</h2><a class="publication" href="/brief.pdf">Kamerbrief over de
landelijke
opening <span class="meta">PDF document | 4 pagina's | 312 kB</span></a></div>
<div class="pagelinks"><h2>Meer informatie</h2><ul><li><a href="/o/herstel">Onderwerp: Kringloop en
herstel</a></li></ul>
</div></div></div></div>"""
        + _RIJK_END,
    ),
    (
        "Het Reparatieloket gaat op 1 juli 2027 in het hele land open.",
        "Minister Zilverberg schrijft dat aan de Kamer. ‘Herstellen moet gewoon worden’, aldus de minister.",
        "Het kabinet trekt er 7,8 miljoen euro per jaar voor uit.",
    ),
    ("Ga direct naar inhoud", "Abonneren op nieuwsbrief", "Ministeries", "U bevindt zich hier", "Onderwerp: Kringloop"),
    "Reparatieloket opent landelijk",
    "2026-06-19",
)

DOCUMENT = Example(
    "the page of a publication",
    _page(
        "<title>Evaluatie pilot Reparatieloket | Rapport | Overheid voor iedereen</title>",
        _RIJK_TOP
        + """<main><article><h1>Evaluatie pilot Reparatieloket</h1><p>Onderzoek naar de eerste twee jaar
van de pilot, in
opdracht van het ministerie.</p><p>De onderzoekers vinden dat de helpdesk sneller
kan.</p><dl><dt>Publicatiedatum</dt>
<dd>3 april 2026</dd><dt>Verantwoordelijk</dt><dd>Ministerie van Kringloop en
Herstel</dd></dl></article></main>"""
        + _RIJK_END,
    ),
    (
        "Onderzoek naar de eerste twee jaar van de pilot, in opdracht van het ministerie.",
        "De onderzoekers vinden dat de helpdesk sneller kan.",
    ),
    ("Copyrightverklaring", "Zoeken binnen", "Contact met de dienst"),
    "Evaluatie pilot Reparatieloket",
    "2026-04-03",
)

_VL_TOP = """
<div id="vl-cookie-consent" class="vl-modal" role="dialog" aria-label="Cookies"><h2>Deze website gebruikt
cookies</h2>
<p>Wij gebruiken cookies om uw surfervaring te verbeteren.</p><button>Alles toestaan</button></div>
<vl-ui-header></vl-ui-header><header class="vl-global-header"><div class="vl-layout"><a href="/">Vlaanderen
voor u</a>
<nav aria-label="Hoofdmenu"><ul><li><a href="/b">Bouwen, wonen en energie</a></li><li><a
href="/w">Werk</a></li></ul></nav>
</div></header>
"""
_VL_END = """
<div class="vl-region feedback-block"><h2>Was deze informatie
nuttig?</h2><button>Ja</button><button>Neen</button>
<p>Bedankt om ons te helpen de website te verbeteren.</p></div>
<footer class="vl-footer"><p>Dit is een officiële website van de overheid</p><ul><li><a
href="/d">Disclaimer</a></li>
<li><a href="/t">Toegankelijkheid van deze site</a></li></ul></footer>
"""

FLEMISH = Example(
    "a product page of a regional site",
    _page(
        "<title>Herstelloket - Vlaanderen voor u</title>"
        '<script type="application/ld+json">{"@type": "WebPage", "dateModified": "2026-10-02T08:00:00+02:00",'
        ' "datePublished": "2025-10-06"}</script>',
        _VL_TOP
        + """<div class="vl-breadcrumb"><ol><li><a href="/">Startpagina</a></li><li><a href="/l">Leefmilieu
en natuur</a></li>
<li>Herstelloket</li></ol></div><main class="vl-main-content"><section class="vl-region"><div class="vl-layout">
<h1 class="vl-title">Herstelloket</h1><div class="vl-introduction"><p>Bij het Herstelloket krijgt u gratis
advies over een
kapot toestel.</p></div><div class="vl-typography"><h2>Voorwaarden</h2><p>U woont in het Vlaamse
Gewest.</p><ol><li>Meld u
aan met itsme.</li><li>Beschrijf het toestel.</li></ol><h2>Bedrag</h2><p>De herstelcheque van 40 euro
bestaat vanaf 1 maart
2027.</p></div></div></section></main>"""
        + _VL_END,
        "nl-BE",
    ),
    (
        "Bij het Herstelloket krijgt u gratis advies over een kapot toestel.",
        "U woont in het Vlaamse Gewest.",
        "Meld u aan met itsme.",
        "De herstelcheque van 40 euro bestaat vanaf 1 maart 2027.",
    ),
    ("surfervaring", "Bouwen, wonen en energie", "Leefmilieu en natuur", "Disclaimer", "Was deze informatie nuttig?"),
    "Herstelloket",
    "2025-10-06",
    "2026-10-02",
    "https://www.vlaanderen.be/herstelloket",
)

ACCORDION = Example(
    "questions that fold open",
    _page(
        "<title>Veelgestelde vragen over het Herstelloket | Vlaanderen voor u</title>",
        _VL_TOP
        + """<main><h1>Veelgestelde vragen over het Herstelloket</h1><details><summary>Wat kost een
advies?</summary><div><p>Een
advies is gratis.</p></div></details><details><summary>Wie voert de herstelling uit?</summary><div><p>Een
erkende hersteller
uit het register.</p></div></details><div class="vl-accordion js-vl-accordion"><button
class="vl-toggle">Kan ik een klacht
indienen?</button><div class="vl-accordion__content" ><p>Ja, binnen zes maanden bij de
ombudsdienst.</p></div></div>
<p class="page-updated">Laatst bijgewerkt: 12 november 2026</p></main>"""
        + _VL_END,
    ),
    (
        "Een advies is gratis.",
        "Wie voert de herstelling uit?",
        "Een erkende hersteller uit het register.",
        "Kan ik een klacht indienen?",
        "Ja, binnen zes maanden bij de ombudsdienst.",
    ),
    ("surfervaring", "Disclaimer", "Alles toestaan"),
    "Veelgestelde vragen over het Herstelloket",
    "",
    "2026-11-12",
)

TABLES = Example(
    "figures in a table",
    _page(
        "<title>Cijfers</title>",
        """<nav class="main-menu"><a href="/">Start</a><a href="/c">Cijfers en
trends</a></nav><main><h1>Cijfers over het
loket</h1><p>Tussen 6 oktober 2025 en 30 september 2026 kwamen 41.260 vragen
binnen.</p><table><thead><tr><th>Provincie</th>
<th>Vragen</th></tr></thead><tbody><tr><td>Antwerpen</td><td>12.004</td></tr><tr><td>Limburg</td><td>5.310</td></tr></tbody>
</table><p>Bron: jaarverslag van het agentschap.</p></main><footer>Contacteer de webmaster</footer>""",
    ),
    (
        "Tussen 6 oktober 2025 en 30 september 2026 kwamen 41.260 vragen binnen.",
        "Antwerpen",
        "12.004",
        "5.310",
        "Bron: jaarverslag van het agentschap.",
    ),
    ("Cijfers en trends", "Contacteer de webmaster"),
    "Cijfers over het loket",
)

OLD = Example(
    "a page laid out in tables",
    _page(
        "<title>Stichting Herstelwerk - Subsidie</title>",
        """<table width="980"><tr><td colspan="2" class="banner">Stichting Herstelwerk, sinds
1998</td></tr><tr><td width="180"
class="menu"><a href="1.htm">Welkom</a><br><a href="2.htm">Werkplaatsen</a><br><a
href="3.htm">Vrijwilligers gezocht</a></td>
<td class="inhoud"><h1>Subsidie voor werkplaatsen</h1><p>Een werkplaats kan tot 5.000 euro subsidie krijgen voor
gereedschap. De aanvraag loopt via de gemeente.</p><p>Aanvragen kan tot en met 31 januari 2027. Wie later
is, komt in de
volgende ronde.</p><p>De stichting beslist binnen acht weken. Tegen het besluit staat bezwaar
open.</p></td></tr><tr>
<td colspan="2" class="footer">Webdesign door Pixelhuis</td></tr></table>""",
    ),
    (
        "Een werkplaats kan tot 5.000 euro subsidie krijgen voor gereedschap. De aanvraag loopt via de gemeente.",
        "De stichting beslist binnen acht weken. Tegen het besluit staat bezwaar open.",
    ),
    ("Vrijwilligers gezocht", "Webdesign door Pixelhuis", "sinds 1998"),
    "Subsidie voor werkplaatsen",
)

BLOG = Example(
    "an article of a publishing system",
    _page(
        "<title>Zo werkt het register – Agentschap Kringloop</title>"
        '<meta property="og:title" content="Zo werkt het register">'
        '<meta property="article:published_time" content="2026-02-11T09:00:00+01:00">'
        '<meta property="article:modified_time" content="2026-02-12T14:05:00+01:00">',
        """<div id="page" class="site"><header id="masthead" class="site-header"><p
class="site-title">Agentschap Kringloop</p>
</header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main"
class="site-main">
<article id="post-812" class="post type-post hentry"><header class="entry-header"><h1
class="entry-title">Zo werkt het
register</h1><div class="entry-meta"><span class="posted-on">Geplaatst op <time class="entry-date published"
datetime="2026-02-11T09:00:00+01:00">11 februari 2026</time></span></div></header><div
class="entry-content"><p>Herstellers
schrijven zich gratis in. Het agentschap controleert hun opleiding.</p><p>Wie twee klachten krijgt, gaat uit het
register.</p><div class="sharedaddy sd-sharing-enabled"><h3>Delen:</h3><ul><li><a>Klik om af te
drukken</a></li></ul></div>
</div></article><nav class="navigation post-navigation"><h2>Bericht navigatie</h2><a>Vorig bericht: Nieuwe
directeur</a></nav>
<div id="comments" class="comments-area"><h2>Een reactie op “Zo werkt het register”</h2><ol><li><p>Jan
zegt: mooi
initiatief!</p></li></ol></div></main></div><aside id="secondary" class="widget-area"><h2>Recente
berichten</h2><ul><li><a>Open
dag in Genk</a></li></ul></aside></div></div>""",
    ),
    (
        "Herstellers schrijven zich gratis in. Het agentschap controleert hun opleiding.",
        "Wie twee klachten krijgt, gaat uit het register.",
    ),
    ("Open dag in Genk", "Vorig bericht", "Klik om af te drukken", "mooi initiatief"),
    "Zo werkt het register",
    "2026-02-11",
    "2026-02-12",
)

COOKIES = Example(
    "a banner that is longer than the page",
    _page(
        "<title>Openingsuren | Herstelloket</title>",
        """<div id="CybotCookiebotDialog" name="CybotCookiebotDialog"><h2>Deze website maakt gebruik van
cookies</h2><p>We
gebruiken cookies om content en advertenties te personaliseren, om functies voor social media te bieden en
om ons
websiteverkeer te analyseren.</p><p>Noodzakelijke cookies helpen een website bruikbaarder te maken, door
basisfuncties als
paginanavigatie mogelijk te maken.</p><p>Statistische cookies helpen eigenaren van websites begrijpen hoe
bezoekers hun
website gebruiken.</p></div><div class="wrapper"><div class="topbar">Bel gratis 1700</div><div
class="content"><h1>Openingsuren
</h1><p>Het loket is elke werkdag open van 9 tot 17 uur.</p><p>Op feestdagen is het loket
gesloten.</p></div></div>""",
    ),
    ("Het loket is elke werkdag open van 9 tot 17 uur.", "Op feestdagen is het loket gesloten."),
    ("advertenties te personaliseren", "paginanavigatie", "Statistische cookies"),
    "Openingsuren",
)

DRUPAL = Example(
    "a page of a departmental site",
    _page(
        "<title>Beleidskader herstel | Departement Omgeving en Herstel</title>",
        """<a class="visually-hidden focusable" href="#main-content">Overslaan en naar de inhoud gaan</a>
<div class="dialog-off-canvas-main-canvas"><div class="layout-container"><div class="region region-header"><div
class="block-system-branding-block">Departement Omgeving en Herstel</div><div class="block-menu-main"><ul
class="menu"><li>Over
ons</li><li>Vacatures bij het departement</li></ul></div></div><div class="region region-breadcrumb"><div
class="block-system-breadcrumb-block"><ol class="breadcrumb"><li><a>Home</a></li><li><a>Beleid en
regelgeving</a></li></ol>
</div></div><div id="main-content" class="region region-content"><div class="block-system-main-block"><h1
class="page-title">Beleidskader herstel</h1><div class="node__content"><div class="field
field--name-body"><p>De Vlaamse
Regering keurde op 3 juli 2026 het beleidskader herstel goed.</p><p>Het kader bevat drie pijlers:
informeren, opleiden en
ondersteunen.</p></div><div class="field field--name-field-related"><div class="field__label">Lees ook</div><div
class="field__item"><a>Subsidies voor herstelcafés</a></div></div></div></div></div><div class="region
region-footer"><div
class="block-menu-footer">Sitemap en privacy</div></div></div></div>""",
    ),
    (
        "De Vlaamse Regering keurde op 3 juli 2026 het beleidskader herstel goed.",
        "Het kader bevat drie pijlers: informeren, opleiden en ondersteunen.",
    ),
    ("Overslaan en naar de inhoud", "Vacatures bij het departement", "Beleid en regelgeving", "Sitemap en privacy"),
    "Beleidskader herstel",
    address="https://omgeving.vlaanderen.be/beleidskader",
)

SIDE_MENU = Example(
    "a menu inside the main part",
    _page(
        "<title>Aanvraag indienen | Overheid voor iedereen</title>",
        _RIJK_TOP
        + """<main><div class="row"><div class="col-4"><div class="sub-navigation"><h2>In dit
onderdeel</h2><ul><li><a>Voorwaarden
bekijken</a></li><li><a>Aanvraag volgen</a></li></ul></div></div><div class="col-8"><h1>Aanvraag
indienen</h1><p>U dient de
aanvraag digitaal in.</p><p>Binnen acht weken krijgt u een besluit.</p><h2>Bijlagen</h2><p>Voeg de factuur
van het gereedschap
toe.</p><div class="contact-block"><h2>Contact</h2><p>Bel 0800 99 310 op werkdagen van 9 tot 12
uur.</p></div></div></div>
<div class="last-modified">Laatst gewijzigd op 5 mei 2026</div></main>"""
        + _RIJK_END,
    ),
    (
        "U dient de aanvraag digitaal in.",
        "Binnen acht weken krijgt u een besluit.",
        "Voeg de factuur van het gereedschap toe.",
        "Bel 0800 99 310 op werkdagen van 9 tot 12 uur.",
    ),
    ("Voorwaarden bekijken", "Aanvraag volgen", "Copyrightverklaring"),
    "Aanvraag indienen",
    "",
    "2026-05-05",
)

LINKS = Example(
    "a list of rules, all of them links",
    _page(
        "<title>Regelgeving over herstel | Overheid voor iedereen</title>",
        _RIJK_TOP
        + """<main><h1>Regelgeving over herstel</h1><p>Deze regels gelden sinds 1 januari
2026.</p><ul><li><a href="/w1">Wet op het
herstel van goederen</a></li><li><a href="/w2">Besluit register van reparateurs</a></li><li><a
href="/w3">Regeling subsidie
werkplaatsen</a></li></ul></main>"""
        + _RIJK_END,
    ),
    (
        "Deze regels gelden sinds 1 januari 2026.",
        "Wet op het herstel van goederen",
        "Besluit register van reparateurs",
        "Regeling subsidie werkplaatsen",
    ),
    ("Copyrightverklaring", "Ministeries"),
    "Regelgeving over herstel",
)

SHORT = Example(
    "a page of two sentences",
    _page(
        "<title>Pilot gestopt</title>",
        """<div class="cookie-notice">Wij plaatsen alleen functionele cookies.</div><header><nav>Menu
Zoeken Inloggen</nav></header>
<main><h1>Pilot gestopt</h1><p>De pilot in Friesland is op 1 november 2026 gestopt.</p><p>Een besluit over
het vervolg
komt in het voorjaar.</p></main><footer>© 2026 Provincie aan het Wad</footer>""",
    ),
    ("De pilot in Friesland is op 1 november 2026 gestopt.", "Een besluit over het vervolg komt in het voorjaar."),
    ("functionele cookies", "Inloggen", "Provincie aan het Wad"),
    "Pilot gestopt",
)

SEVERAL = Example(
    "several articles on one page",
    _page(
        "<title>Stand van zaken | Dienst Kringloop</title>",
        """<div class="header"><div
class="hoofdmenu"><ul><li>Nieuws</li><li>Agenda</li></ul></div></div><div id="inhoud"><h1>Stand
van zaken</h1><article><h2>September 2026</h2><p>Het loket in Zeeland behandelde 310
vragen.</p></article><article><h2>Oktober
2026</h2><p>Het loket in Twente kreeg een tweede helpdesk.</p></article><article><h2>November
2026</h2><p>De evaluatie is
uitgesteld tot december.</p></article></div><div class="footer"><p>Deel op sociale media</p><p>Alle rechten
voorbehouden</p></div>""",
    ),
    (
        "Het loket in Zeeland behandelde 310 vragen.",
        "Het loket in Twente kreeg een tweede helpdesk.",
        "De evaluatie is uitgesteld tot december.",
    ),
    ("Agenda", "Alle rechten voorbehouden", "Deel op sociale media"),
    "Stand van zaken",
)

EXAMPLES = (
    TOPIC,
    NEWS,
    DOCUMENT,
    FLEMISH,
    ACCORDION,
    TABLES,
    OLD,
    BLOG,
    COOKIES,
    DRUPAL,
    SIDE_MENU,
    LINKS,
    SHORT,
    SEVERAL,
)
