"""People as printed, with the part they play in a document."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a person does in a document."""

    ASKER = "asker"
    ADDRESSEE = "addressee"
    ANSWERER = "answerer"
    ON_BEHALF_OF = "on_behalf_of"  # mede namens
    NOTIFIER = "notifier"  # sends a Mededeling
    SIGNATORY = "signatory"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Person:
    """One person (or office, where only the office is printed) in one part.

    ``name`` is "" where only an office is printed; ``office`` such as "Minister" or "Staatssecretaris" or
    "minister-president"; ``portfolio`` such as "Justitie en Veiligheid"; ``printed`` is the form in the document.
    ``key`` is under which printed forms of one person meet ("de vries"); "" where that would be a guess.
    """

    part: Part
    printed: str
    name: str = ""
    key: str = ""
    party: str = ""
    office: str = ""
    portfolio: str = ""

    @property
    def display(self) -> str:
        """For a screen: "Minister Agema (Volksgezondheid, Welzijn en Sport)", "Karl Vanlouwe", "Koekkoek (Volt)"."""
        who = " ".join(part for part in (self.office, self.name) if part) or self.printed
        between = self.party or self.portfolio
        return f"{who} ({between})" if between else who
