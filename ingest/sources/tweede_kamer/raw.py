"""An entity as an interface gives it, before it is interpreted: both interfaces, one form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """``texts`` and ``links`` are by the name in the SyncFeed, in the order given; a name may repeat. A field that is
    there without a value is in ``present`` only. ``present`` are the names as the interface wrote them, for the
    comparison with what is expected. ``updated`` is when the source last touched it, as written.
    """

    category: str
    key: str
    deleted: bool = False
    texts: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    present: tuple[str, ...] = ()
    updated: str = ""

    def text(self, name: str) -> str:
        """The first value of that name, spaces collapsed; "" where there is none."""
        return next((value for known, value in self.texts if known == name), "")

    def all_texts(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for known, value in self.texts if known == name))

    def linked(self, name: str) -> tuple[str, ...]:
        """The keys that are named there, each once, in a fixed order (the interfaces give them in any)."""
        return tuple(sorted({key for known, key in self.links if known == name}))

    def has(self, *names: str) -> bool:
        """Whether the interface wrote any of these fields, even without a value."""
        return any(name in self.present for name in names)

    @property
    def is_placeholder(self) -> bool:
        """An entity with an id and nothing else: the Chamber publishes some before (or after) they have content."""
        return not self.texts and not self.links
