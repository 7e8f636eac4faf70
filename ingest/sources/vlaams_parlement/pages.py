"""What only the web pages say. One thing: where the spoken text of a question stands ("Bekijk het verslag")."""

import re
import warnings
from urllib.parse import urlsplit

_LABEL = re.compile(r"\bverslag\b", re.IGNORECASE)


def spoken_link(page: bytes) -> str:
    """The address in the page that leads to the report of a meeting, as written there; "" where there is none.

    A link says so by its path, ``.../verslag/1234``; of several the one whose words speak of the report goes first.
    """
    from bs4 import BeautifulSoup

    with warnings.catch_warnings():  # XHTML is no news here
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(page, "lxml")
    found = [
        (not _LABEL.search(link.get_text(" ")), str(link["href"]).strip())
        for link in soup.find_all("a", href=True)
        if re.search(r"/verslag/\d+", urlsplit(str(link["href"])).path)
    ]
    return min(found)[1] if found else ""
