"""A government site in memory, with what sites do to visitors. All content is invented."""

import hashlib
from dataclasses import dataclass, field

from tests.ingest.serving import NOT_FOUND, Asked, Reply


@dataclass(slots=True)
class Site:
    """``pages`` are bodies by path. ``nonce``: the bytes of a page differ at every visit, though its text does not;
    such a site gives no ETag."""

    pages: dict[str, bytes] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    nonce: bool = False
    robots: str = "User-agent: *\nAllow: /\n"
    visits: int = 0

    def answer(self, asked: Asked) -> Reply:
        self.visits += 1
        if asked.path == "/robots.txt":
            return Reply(self.robots.encode(), media_type="text/plain")
        if asked.path in self.moved:
            return Reply(b"", 301, "text/html", (("Location", self.moved[asked.path]),))
        body = self.pages.get(asked.path)
        if body is None:
            return NOT_FOUND
        if self.nonce:
            token = hashlib.sha256(str(self.visits).encode()).hexdigest()
            hidden = f'<form><input type="hidden" name="token" value="{token}"></form><!-- {token} -->'
            return Reply(body.replace(b"</body>", f"{hidden}</body>".encode()), media_type="text/html")
        mark = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        if asked.headers.get("If-None-Match") == mark:
            return Reply(b"", 304, "", (("ETag", mark),))
        kind = "application/pdf" if body.startswith(b"%PDF") else "text/html; charset=utf-8"
        return Reply(body, media_type=kind, headers=(("ETag", mark),))


def a_page(title: str, *paragraphs: str, changed: str = "") -> bytes:
    """``changed`` is printed, such as "14 oktober 2026"."""
    said = "".join(f"<p>{text}</p>" for text in paragraphs)
    foot = f"<p>Laatst gewijzigd: {changed}</p>" if changed else ""
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title} | Overheid</title></head><body>'
        f"<nav>Menu</nav><main><h1>{title}</h1>{said}{foot}</main></body></html>"
    ).encode()
