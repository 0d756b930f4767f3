"""Decidim: proposals, comments and survey answers, with ; and , as CSV, as workbook and as JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.formats import detect
from burgerdata.intake.open import open_bron

PROPOSALS = [
    {
        "id": 12,
        "participatory_space": {"id": 1, "url": "https://p.example/processes/groen"},
        "component": {"id": 7},
        "title": {"nl": "Meer bomen", "en": ""},
        "body": {"nl": "<p>In de <b>wijk</b> &amp; op het plein</p>", "en": ""},
        "state": "accepted",
        "supports": 31,
        "endorsements": {"total_count": 2, "user_endorsements": ["Fatima de Wit", "Henk Jansen"]},
        "comments": 3,
        "published_at": "2026-03-01 09:30:00 UTC",
        "url": "https://p.example/processes/groen/f/7/proposals/12",
    },
    {
        "id": 15,
        "participatory_space": {"id": 1, "url": "https://p.example/processes/groen"},
        "component": {"id": 7},
        "title": {"nl": "", "en": "Less traffic"},
        "body": {"nl": "", "en": "Close the street on Sundays, please."},
        "state": "rejected",
        "supports": 4,
        "endorsements": {"total_count": 0, "user_endorsements": []},
        "comments": 0,
        "published_at": "2026-03-02 10:00:00 UTC",
        "url": "https://p.example/processes/groen/f/7/proposals/15",
    },
]


def comment(nummer: int, op: str, auteur: int, tekst: str, groep: str = "") -> dict:
    soort, _, doel = op.partition(" ")
    return {
        "id": nummer,
        "created_at": f"2026-03-0{nummer % 9 + 1} 12:00:00 UTC",
        "body": tekst,
        "locale": "nl",
        "author": {"id": auteur, "name": "Fatima de Wit"},
        "alignment": 1,
        "depth": 0,
        "user_group": {"id": 5 if groep else "", "name": groep},
        "commentable_id": int(doel),
        "commentable_type": f"Decidim::{soort}",
        "root_commentable_url": "https://p.example/processes/groen/f/7/proposals/12",
    }


COMMENTS = [
    comment(12, "Proposals::Proposal 12", 3, "Goed plan, vooral voor kinderen."),
    comment(13, "Comments::Comment 12", 4, "Maar wie onderhoudt ze?"),
    comment(14, "Comments::Comment 13", 3, "De gemeente toch?"),
    comment(15, "Proposals::Proposal 12", 4, "Onze vereniging wil helpen.", groep="Bomenvereniging"),
    comment(16, "Proposals::Proposal 99", 6, "Ook ergens anders."),
]


def flatten(record: dict, voor: str = "") -> dict[str, str]:
    plat = {}
    for naam, waarde in record.items():
        if isinstance(waarde, dict):
            plat |= flatten(waarde, f"{voor}{naam}/")
        else:
            plat[f"{voor}{naam}"] = ", ".join(waarde) if isinstance(waarde, list) else str(waarde)
    return plat


def write_export(pad: Path, records: list[dict], vorm: str) -> Path:
    rijen = [flatten(record) for record in records]
    doel = pad.with_suffix(f".{vorm.removesuffix(';').removesuffix(',')}")
    if vorm == "json":
        doel.write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    elif vorm == "xlsx":
        boek = openpyxl.Workbook()
        for rij in [list(rijen[0]), *(list(r.values()) for r in rijen)]:
            boek.active.append(rij)
        boek.save(doel)
    else:
        uit = io.StringIO()
        schrijver = csv.DictWriter(uit, list(rijen[0]), delimiter=vorm[-1])
        schrijver.writeheader()
        schrijver.writerows(rijen)
        doel.write_text(uit.getvalue(), encoding="utf-8", newline="")
    return doel


VORMEN = ("csv;", "csv,", "xlsx", "json")


@pytest.mark.parametrize("vorm", VORMEN)
def test_comments_find_the_proposal_and_the_comment_they_answer(tmp_path: Path, vorm: str) -> None:
    paden = [
        write_export(tmp_path / "proposals", PROPOSALS, vorm),
        write_export(tmp_path / "comments", COMMENTS, vorm),
    ]
    assert [detect(open_bron(pad)) for pad in paden] == ["decidim", "decidim"]
    t = bd.read_bestand(paden)
    fragmenten = t.fragmenten.set_index(t.fragmenten["fragment_id"].astype("str"))
    teksten = fragmenten["tekst"].tolist()
    assert teksten[:2] == [
        "Meer bomen\nIn de wijk & op het plein",
        "Less traffic\nClose the street on Sundays, please.",
    ]
    op = [
        None if pd.isna(ouder) else teksten.index(fragmenten.loc[str(ouder), "tekst"])
        for ouder in fragmenten["ouder_id"]
    ]
    assert op == [None, None, 0, 2, 3, 0, None]  # comment 12 is not proposal 12
    assert t.logboek.loc[t.logboek["reden"] == "reactie_zonder_bericht", "aantal"].tolist() == [1]


@pytest.mark.parametrize("vorm", VORMEN)
def test_people_organisations_and_unknown_writers_are_kept_apart(tmp_path: Path, vorm: str) -> None:
    paden = [
        write_export(tmp_path / "proposals", PROPOSALS, vorm),
        write_export(tmp_path / "comments", COMMENTS, vorm),
    ]
    t = bd.read_bestand(paden)
    rollen = t.deelnemers["rol"].astype("str").value_counts().to_dict()
    assert rollen == {
        "burger": 3,
        "organisatie": 1,
        "onbekend": 1,
    }  # author 4 is also the voice of the association
    stem = t.tellingen[t.tellingen["maat"] == "stem_voor"]["aantal"].tolist()
    steun = t.tellingen[t.tellingen["maat"] == "steun"]["aantal"].tolist()
    assert (stem, steun) == ([31, 4], [2, 0])


def test_messages_are_refused_as_a_survey(tmp_path: Path) -> None:
    pad = write_export(tmp_path / "comments", COMMENTS, "csv;")
    with pytest.raises(ContractError, match=r"berichten van een platform.*community"):
        bd.read_bestand(pad, instrument="enquete")


def test_names_of_authors_and_endorsers_go_and_are_masked(tmp_path: Path) -> None:
    met_naam = [*COMMENTS, comment(17, "Comments::Comment 12", 8, "Zoals Fatima de Wit al zei.")]
    t = bd.read_bestand(
        [write_export(tmp_path / "p", PROPOSALS, "csv;"), write_export(tmp_path / "c", met_naam, "csv;")]
    )
    weg = set(t.logboek.loc[t.logboek["reden"] == "kolom_persoonsgegeven", "kolom"])
    assert {"author/name", "endorsements/user_endorsements"} <= weg
    assert "Wit" not in " ".join(t.fragmenten["tekst"])


SURVEY_NL = ["Antwoord ID", "Beantwoord", "IP Hash", "Gebruiker-status"]
SURVEY_EN = ["ID", "Answered on", "IP Hash", "User status"]
SURVEY_ES = ["ID", "Respondido el", "Hash de IP", "Estado de la usuaria"]


def write_survey(pad: Path, kop: list[str], sep: str = ";") -> Path:
    rijen = [
        [
            *kop,
            "1. Hoe reist u?",
            "2. Wat vindt u van/de bus",
            "2. Wat vindt u van/de trein",
            "3. Wat kan beter?",
        ]
    ]
    keuzes = ["fiets, bus", "fiets", "bus, auto", "fiets, auto", "auto", "bus"]
    for nummer in range(1, 31):
        reis = keuzes[nummer % 6]
        oordeel = ["goed", "matig", "slecht"][nummer % 3]
        rij = [
            nummer,
            f"2026-03-01 10:{nummer:02d}:00 UTC",
            f"{nummer:040x}",
            "registered",
            reis,
            oordeel,
            "goed",
        ]
        rijen.append([*rij, f"Meer bussen in de avond, punt {nummer}."])
    uit = io.StringIO()
    csv.writer(uit, delimiter=sep).writerows(rijen)
    pad.write_text(uit.getvalue(), encoding="utf-8", newline="")
    return pad


@pytest.mark.parametrize("kop", [SURVEY_NL, SURVEY_EN, SURVEY_ES], ids=["nl", "en", "es"])
@pytest.mark.parametrize("sep", [";", ","])
def test_survey_answers_are_questions_of_persons(tmp_path: Path, kop: list[str], sep: str) -> None:
    pad = write_survey(tmp_path / "survey_user_answers.csv", kop, sep)
    assert detect(open_bron(pad)) == "decidim_enquete"
    t = bd.read_bestand(pad)
    assert len(t.deelnemers) == 30
    vragen = t.vragen.set_index("tekst")["soort"].astype("str").to_dict()
    assert vragen == {
        "Hoe reist u?": "meer_antwoorden",
        "Wat vindt u van – de bus": "schaal",
        "Wat vindt u van – de trein": "een_antwoord",
        "Wat kan beter?": "open",
    }
    reis = t.antwoorden[t.antwoorden["vraag_id"] == "v1"]
    # of every six people: fiets 3, bus 3, auto 3 times; thirty people
    assert reis["code"].astype("str").value_counts().to_dict() == {"fiets": 15, "bus": 15, "auto": 15}
    assert (t.logboek["kolom"] == kop[2]).any()


def test_a_text_typed_at_an_option_is_told_from_the_option(tmp_path: Path) -> None:
    pad = write_survey(tmp_path / "s.csv", SURVEY_NL)
    regels = pad.read_text(encoding="utf-8").splitlines()
    regels = [
        regels[0],
        *(
            r.replace("fiets, bus", "anders (step)").replace("fiets, auto", "anders (lopen)")
            for r in regels[1:]
        ),
    ]
    pad.write_text("\n".join(regels), encoding="utf-8")
    t = bd.read_bestand(pad)
    assert {"step", "lopen"} <= set(t.fragmenten["tekst"])
    assert "anders" in set(t.opties["label"])
