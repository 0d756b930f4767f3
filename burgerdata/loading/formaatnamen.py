"""How the overview of `nieuw` calls the formats that a person knows by another name."""

from __future__ import annotations

FORMAATNAAM = {
    "spss": "SPSS",
    "excel": "Excel",
    "csv": "csv",
    "docx": "Word",
    "tekst": "tekst",
    "webvtt": "ondertitels",
    "beurtentabel": "tabel met beurten",
    "stata": "Stata",
    "limesurvey": "LimeSurvey",
    "kobo": "KoboToolbox of ODK",
    "msforms": "Microsoft Forms",
    "qualtrics": "Qualtrics",
    "surveymonkey": "SurveyMonkey",
    "googleforms": "Google Forms",
    "decidim": "Decidim",
    "decidim_enquete": "Decidim",
    "govocal": "Go Vocal",
    "chat": "chat",
    "consul": "Consul Democracy",
    "pabulib": "burgerbegroting (.pb)",
    "json": "JSON",
}
