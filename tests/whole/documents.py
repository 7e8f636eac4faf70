"""Documents written for these tests, in the form of a Flemish written question with its answer."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrittenQuestion:
    """A question of 14 November ``year`` with one answer per sub-question."""

    number: int
    subject: str
    answers: tuple[str, ...]
    year: int = 2024

    @property
    def text(self) -> str:
        asked = "\n\n".join(
            f"{number}. Wat is de stand van zaken van {self.subject}, onderdeel {number}?"
            for number in range(1, len(self.answers) + 1)
        )
        answered = "\n\n".join(f"{number}. {answer}" for number, answer in enumerate(self.answers, 1))
        return f"""SCHRIFTELIJKE VRAAG
nr. {self.number}
van LIES VERBEECK
datum: 14 november {self.year}

aan HANNE CLAES
VLAAMS MINISTER VAN OMGEVING

{self.subject} - Stand van zaken

De werking van {self.subject} werd vorig jaar aangekondigd. Burgers wachten erop.

{asked}


HANNE CLAES
VLAAMS MINISTER VAN OMGEVING

ANTWOORD
op vraag nr. {self.number} van 14 november {self.year}
van LIES VERBEECK

{answered}
"""

    def write(self, path: Path) -> Path:
        path.write_text(self.text, encoding="utf-8")
        return path


WATER = WrittenQuestion(
    7,
    "het waterloket",
    ("Het waterloket is sinds 1 oktober 2024 open in Aalst en Genk.", "Het waterloket kost 400.000 euro per jaar."),
)
BEES = WrittenQuestion(
    8,
    "het bijenplan",
    ("Het bijenplan loopt in twaalf gemeenten.", "Er werden 35 bijenhotels geplaatst."),
)
