"""XML from strangers: no entities, no network, no DTD, bounded depth."""

from typing import Any

from kb.errors import InputError

MAX_DEPTH = 250


def parse_xml(data: bytes | str) -> Any:
    """The root element (lxml). Raises InputError for what is not well-formed or tries anything."""
    from lxml import etree  # type: ignore[import-untyped]

    head = data if isinstance(data, bytes) else data.encode("utf-8", errors="replace")
    if b"<!ENTITY" in head or b"<!\x00E\x00N\x00T\x00I\x00T\x00Y" in head:
        raise InputError("The XML defines entities of its own, which are not followed.", "Check where it comes from.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(head, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("The XML is damaged or cut short.", "Fetch it again from its source.") from error
    if root is None:
        raise InputError("The XML is empty.", "Fetch it again from its source.")
    return root
