import pytest

from ingest.parsers.answers import is_pointer, is_procedural, is_referral, mentioned_questions


@pytest.mark.parametrize(
    "text",
    [
        "Zie het antwoord op vraag 3.",
        "Ja, zie ook het antwoord op vraag 9.",
        "Zie mijn antwoord op de vragen 2 en 3.",
        "Voor het antwoord op deze vraag verwijs ik u naar mijn antwoord op vraag 1.",
        "Hiervoor verwijs ik naar de beantwoording van vraag 4.",
    ],
)
def test_an_answer_that_only_points_is_known(text):
    assert is_pointer(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ja.",
        "De kosten stijgen. Zie ook het antwoord op vraag 3.",
        "Zoals ik in het antwoord op vraag 7 aangeef, zoekt UWV.",
    ],
)
def test_an_answer_with_content_is_no_pointer(text):
    assert not is_pointer(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Zoals bij vraag 2 aangegeven", (2,)),
        ("zie antwoord vraag 3", (3,)),
        ("(zie boven, vraag 6)", (6,)),
        ("in het antwoord op vragen 3, 4, 5, 9 en 10", (3, 4, 5, 9, 10)),
        ("zie de beantwoording van de vragen 1 t/m 3", (1, 2, 3)),
        ("zoals geantwoord onder vraag 4", (4,)),
        ("het antwoord op de vierde vraag", (4,)),
        ("antwoord op vraag vier", (4,)),
        ("uw antwoord op vraag 2 van de schriftelijke vragen over het loket", ()),
        ("vraagnummer 2024Z14250", ()),
        ("die vraag 20 jaar geleden", ()),
    ],
)
def test_mentions_of_questions_of_this_document_are_found(text, numbers):
    assert mentioned_questions(text, range(1, 13)) == numbers


@pytest.mark.parametrize(
    "question",
    [
        "Kunt u deze vragen afzonderlijk beantwoorden?",
        "Kunt u deze vragen één voor één en binnen een week beantwoorden?",
        "Kunt u alle bovenstaande vragen stuk voor stuk beantwoorden?",
        "Kunt u de bovenstaande vijf vragen afzonderlijk beantwoorden?",
        "Wilt u deze 12 vragen elk apart beantwoorden?",
        "Bent u bereid om alle vragen apart te beantwoorden?",
        "Wilt u deze vragen vóór het debat van 3 juni beantwoorden?",
        "Kunt u de antwoorden op deze vragen toesturen binnen drie weken?",
        "Kunt u deze vragen voor de plenaire behandeling van de begroting beantwoorden?",
    ],
)
def test_a_question_about_answering_is_procedural(question):
    assert is_procedural(question)


@pytest.mark.parametrize(
    "question",
    [
        "Kunt u de vragen van de gemeente over het tarief beantwoorden met cijfers?",
        "Waarom heeft u de eerdere vragen niet binnen de termijn beantwoord?",
        "Kunt u uitleggen hoe dit binnen drie weken kan?",
        "Wilt u deze vragen voor 1 mei beantwoorden? Wilt u tot die tijd geen onomkeerbare stappen zetten?",
    ],
)
def test_a_question_about_the_matter_is_not_procedural(question):
    assert not is_procedural(question)


@pytest.mark.parametrize(
    "text",
    [
        "Het antwoord op deze vraag behoort tot de bevoegdheid van de heer Jo Brouns, Vlaams minister van Economie.",
        "Ik verwijs hiervoor naar de minister bevoegd voor Energie en Klimaat.",
        "Voor het antwoord op deze vraag verwijs ik naar het gecoördineerd antwoord van minister Demir.",
    ],
)
def test_a_referral_is_known_by_its_words(text):
    assert is_referral(text)


@pytest.mark.parametrize(
    "text",
    [
        "De minister heeft 40 dossiers behandeld.",
        "Dit behoort tot de bevoegdheid van minister Dewaele, die antwoordt dat het plan in het najaar klaar is.",
        "Zie het antwoord op vraag 3 voor de winningen. Voor het toezicht verwijs ik naar de minister van Handhaving.",
        "",
    ],
)
def test_an_answer_with_facts_is_no_referral(text):
    assert not is_referral(text)
