"""Why a file of a folder was left out, in both languages; the readers say it in English."""

import re

from ui.messages.sentence import Language, Sentence

# the English sentence is the reader's own; what changes in it is named
_REASONS = (
    Sentence("verborgen", "hidden"),
    Sentence("verborgen of tijdelijk", "hidden or temporary"),
    Sentence("is geen bestand en geen map", "is neither a file nor a folder"),
    Sentence("zegt iets over de andere bestanden", "says things about the other files"),
    Sentence("zegt iets over andere bestanden; noem de map", "says things about other files; name the folder"),
    Sentence(
        "gaat over de verzameling en hoort er niet bij; noem het bestand zelf om het op te nemen",
        "about the collection, not part of it; name the file itself to take it in",
    ),
    Sentence(
        "een bestand zonder extensie is geen soort document dat gelezen kan worden",
        "a file without a suffix is not a kind of document that can be read",
    ),
    Sentence(
        "{suffix} is geen soort document dat gelezen kan worden", "{suffix} is not a kind of document that can be read"
    ),
    Sentence("is hetzelfde bestand als {other}", "is the same file as {other}"),
    Sentence("is een koppeling naar {target}, die al opgenomen is", "is a link to {target}, which is taken already"),
)


def skip_reason(reason: str, language: Language) -> str:
    """A reader's reason in that language; as it stands where it is none of the known ones."""
    for sentence in _REASONS:
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(sentence.en))
        if match := re.fullmatch(pattern, reason, re.DOTALL):
            return sentence.to(language, **match.groupdict())
    return reason
