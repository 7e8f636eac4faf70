"""The fields of a search answer and of a metadata.xml: which are expected, which are known and not used.

Local names: the prefixes and namespaces of SRU 1.2 and 2.0 differ. Read in clients of others and in two records in
their tests; no full answer of the live interface was seen, so ``ignored`` is what OWMS 4 and the site's own metadata
are known to hold, and some of it may never come.
"""

from ingest.sources.strict import Shape


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


RESPONSE = Shape(
    "SRU searchRetrieveResponse",
    required=("numberOfRecords",),
    optional=_names("records nextRecordPosition version diagnostics"),
    ignored=_names(
        "echoedSearchRetrieveRequest resultSetId resultSetIdleTime resultSetTTL resultCountPrecision facetedResults"
        " searchResultAnalysis extraResponseData"
    ),
)
RECORD = Shape(
    "SRU record",
    required=("recordData",),
    ignored=_names(
        "recordSchema recordPacking recordXMLEscaping recordIdentifier recordPosition"
        " extraRecordData surrogateDiagnostic"
    ),
)
KERN = Shape(
    "SRU owmskern",
    required=_names("identifier title type"),
    optional=("modified",),
    ignored=_names("creator language authority temporal spatial"),
)
MANTEL = Shape(
    "SRU owmsmantel",
    required=("date",),
    optional=_names("issued available modified"),
    ignored=_names(
        "alternative abstract audience subject description publisher source isPartOf isFormatOf isReplacedBy replaces"
        " isVersionOf hasVersion hasPart hasFormat requires isRequiredBy conformsTo relation coverage rights"
        " rightsHolder accessRights license contributor created valid dateSubmitted tableOfContents references"
        " isReferencedBy"
    ),
)
TPMETA = Shape(
    "SRU tpmeta",
    required=("publicatienaam",),
    optional=_names(
        "vergaderjaar vraagnummer aanhangselnummer indiener ontvanger datumIndiening datumOntvangst dossiernummer"
        " ondernummer hoofddocument"
    ),
    ignored=_names(
        "product-area content-area organisatietype organisation-type jaargang publicatienummer aanhangsel bijlage"
        " dossiertitel behandeldDossier documenttitel documentstatus startpagina eindpagina paginering bladzijden"
        " versieinformatie versienummer externMetadataRecord subrubriek datumBrief datumVergadering"
        " datumOndertekening vergaderingsnummer handelingenitemnummer betreft itemnaam kamer toevoeging startdatum"
        " einddatum referentienummer spreker"
    ),
)
ENRICHED = Shape(
    "SRU enrichedData",
    required=_names("preferredUrl itemUrl"),
    ignored=_names("url timestamp"),
)
# metadata.xml: the ``name`` of each <metadata>.
METADATA = Shape(
    "metadata.xml",
    required=_names("DC.identifier DC.title DC.type"),
    optional=_names(
        "DCTERMS.issued DCTERMS.available DCTERMS.modified DCTERMS.date OVERHEIDop.vergaderjaar OVERHEIDop.vraagnummer"
        " OVERHEIDop.aanhangselNummer OVERHEIDop.indiener OVERHEIDop.ontvanger OVERHEIDop.datumIndiening"
        " OVERHEIDop.datumOntvangst OVERHEIDop.dossiernummer OVERHEIDop.ondernummer OVERHEIDop.publicationName"
    ),
    ignored=_names(
        "DC.creator DC.language DC.publisher DC.source DC.format DC.rights OVERHEID.category OVERHEIDop.aanhangsel"
        " OVERHEIDop.bijlage OVERHEIDop.documenttitel OVERHEIDop.dossiertitel OVERHEIDop.hoofddocument"
        " OVERHEIDop.publicationIssue OVERHEIDop.documentStatus OVERHEIDop.externMetadataRecord DCTERMS.language"
        " DCTERMS.alternative OVERHEID.organisationType OVERHEID.authority"
    ),
)
