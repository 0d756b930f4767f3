"""Other languages are set apart, and short Dutch answers are not."""

from __future__ import annotations

import pytest

from burgerdata.text import detect_language, detect_main_language

SENTENCES = {
    "nl": "Het duurde lang|Ik kon niet inloggen met DigiD|de site is onduidelijk en traag|Waarom moet alles digitaal?"
    "|Niemand neemt de telefoon op|Ik ben heel tevreden|geen idee wat ik moest invullen|werkt niet goed op mijn telefoon",
    "en": "It took me a long time to find the form|I could not log in with my account|The website is slow and not clear"
    "|Nobody answers the phone|Why is there no English version?",
    "de": "Ich konnte mich nicht anmelden|Die Seite ist sehr langsam und nicht verständlich|Es hat zu lange gedauert",
    "fr": "Je n'ai pas pu me connecter au site|Le formulaire est trop compliqué pour moi|C'est très lent et pas clair",
    "es": "No pude entrar en la página con mi cuenta|El formulario es muy difícil para los mayores",
    "pl": "Nie mogłem się zalogować na stronie|Formularz jest bardzo trudny i nie działa",
    "tr": "Siteye giriş yapmak çok zor ve form iyi değil|Bu form benim için çok uzun",
    "ar": "لم أتمكن من تسجيل الدخول",
    "ru": "Я не смог войти на сайт",
}
CASES = [(taal, sentence) for taal, sentences in SENTENCES.items() for sentence in sentences.split("|")]


@pytest.mark.parametrize(("taal", "zin"), CASES)
def test_the_language_of_a_sentence_is_told(taal: str, zin: str) -> None:
    assert detect_language(zin) == taal


@pytest.mark.parametrize(
    "tekst", ["prima", "te duur", "DigiD", "", "website", "42", "privacy en security", "helpdesk, service"]
)
def test_a_short_dutch_answer_is_never_taken_for_another_language(tekst: str) -> None:
    assert detect_language(tekst) in ("nl", "onbekend")


def test_the_main_language_of_a_survey_is_that_of_most_answers() -> None:
    assert detect_main_language([zin for taal, zin in CASES if taal in ("nl", "de")]) == "nl"
    assert detect_main_language([zin for taal, zin in CASES if taal == "en"]) == "en"
    assert detect_main_language(["prima"]) == "nl"
