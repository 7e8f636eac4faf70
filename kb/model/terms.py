"""The closed word lists. Their values are what stands in the catalog, the index, `documents.toml` and the JSON."""

from enum import StrEnum


class Parliament(StrEnum):
    """Whose document it is (a government's press text counts with its parliament)."""

    VLAAMS_PARLEMENT = "vlaams_parlement"
    TWEEDE_KAMER = "tweede_kamer"


class Kind(StrEnum):
    """What a document is, decided by its text first and its metadata second."""

    ANSWERED_QUESTION = "written_question_with_answer"
    OPEN_QUESTION = "written_question_only"
    FOLLOW_UP_ANSWER = "follow_up_answer"  # nader antwoord
    COORDINATED_ANSWER = "coordinated_answer"  # gecoördineerd antwoord: one minister for several
    REFERRAL_ANSWER = "referral_answer"  # verwijzend antwoord: another minister is competent
    POSTPONEMENT = "postponement"  # Mededeling (uitstel antwoord)
    ANSWERED_ELSEWHERE = "notice_answered_elsewhere"
    WITHDRAWN = "withdrawn"
    ORAL_QUESTION = "oral_question"
    LETTER = "letter"
    REPORT = "report"
    MOTION = "motion"
    POLICY_NOTE = "policy_note"  # beleidsnota, BBT, conceptnota
    PRESS_TEXT = "press_text"
    GENERIC = "generic"

    @property
    def is_answer(self) -> bool:
        """True where a government answers the questions itself; a postponement or referral is never an answer."""
        return self in (Kind.ANSWERED_QUESTION, Kind.FOLLOW_UP_ANSWER, Kind.COORDINATED_ANSWER)

    @property
    def is_written_question(self) -> bool:
        return self in (
            Kind.ANSWERED_QUESTION,
            Kind.OPEN_QUESTION,
            Kind.FOLLOW_UP_ANSWER,
            Kind.COORDINATED_ANSWER,
            Kind.REFERRAL_ANSWER,
            Kind.POSTPONEMENT,
            Kind.ANSWERED_ELSEWHERE,
            Kind.WITHDRAWN,
        )


class Role(StrEnum):
    """In which capacity a section speaks."""

    QUESTION = "question"  # a member asks, and claims things while asking
    QUESTION_INTRO = "question_intro"  # what a member writes before or after the numbered questions
    ANSWER = "answer"  # the government answers
    ANSWER_INTRO = "answer_intro"  # what it says before the first numbered answer
    NOTICE = "notice"  # postponement, referral, answered elsewhere: not an answer
    LETTER = "letter"
    POLICY = "policy"
    PRESS = "press"
    SPEECH = "speech"
    REPORT = "report"
    NOTE = "note"  # footnotes, taken out of the text that they cut
    TABLE = "table"  # kept as a table, not embedded as prose
    HEAD = "head"  # letterhead, title block, signature: kept for display, not searched as prose
    TEXT = "text"  # speaker and capacity unknown

    @property
    def is_government(self) -> bool:
        """Words that the government itself stands for."""
        return self in (Role.ANSWER, Role.ANSWER_INTRO, Role.LETTER, Role.POLICY, Role.PRESS, Role.NOTICE)

    @property
    def is_member(self) -> bool:
        """Words of a member of parliament: a claim, not a government position."""
        return self in (Role.QUESTION, Role.QUESTION_INTRO)
