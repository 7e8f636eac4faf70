"""Where pages state what they are called and since when they say what they say: one table, best first.

Names in small letters. ``DCTERMS.*`` is what Dutch government sites use (OWMS), ``article:*`` and ``og:*`` the Open
Graph names, ``datePublished`` and ``dateModified`` those of schema.org (in a script of type application/ld+json).
"""

import re

TITLE = ("dcterms.title", "og:title", "dc.title", "twitter:title")
PUBLISHED = (
    "dcterms.issued",
    "dcterms.available",
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
)
CHANGED = (
    "dcterms.modified",
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dc.date.modified",
    "last-modified",
)
# What a page prints beside the day. It wins: it is what the reader sees.
CHANGED_PRINTED = re.compile(
    r"\b(?:laatst(?:e)?\s+(?:gewijzigd|bijgewerkt|aangepast|update|wijziging)|(?:gewijzigd|bijgewerkt|herzien)\s+op"
    r"|last\s+(?:updated|modified))\b(?:\s+(?:op|on))?\s*:?",
    re.IGNORECASE,
)
PUBLISHED_PRINTED = re.compile(
    r"\b(?:publicatiedatum|gepubliceerd(?:\s+op)?|geplaatst\s+op|datum\s+publicatie|verschenen\s+op"
    r"|published(?:\s+on)?)\b\s*:?",
    re.IGNORECASE,
)
# What sites put behind or before a page's own title.
SITE_NAME = re.compile(r"\s+[|–—]\s+[^|–—]{2,60}$")
NOT_FOUND = re.compile(
    r"^(?:fout\s+)?404\b|^(?:pagina|page)\s+(?:is\s+)?(?:niet\s+gevonden|not\s+found|bestaat\s+niet)|niet\s+gevonden$",
    re.IGNORECASE,
)
