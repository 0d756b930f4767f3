"""Go Vocal: a sheet per phase, headers in four languages, anonymous authors, moments as dates and as text."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import burgerdata as bd
from burgerdata.formats import detect
from burgerdata.intake.open import open_bron

KOPPEN = {
    "nl": "ID|Titel|Beschrijving|Auteur|E-mail auteur|Auteur ID|Ingediend op|Reacties|Likes|Dislikes|URL|Project|Status|Geslacht|Leeftijd",
    "en": "ID|Title|Description|Author name|Author email|Author ID|Submitted at|Comments|Likes|Dislikes|URL|Project|Status|Gender|Age",
    "de": "ID|Titel|Beschreibung|Autor|E-Mail Autor|Autor ID|Veröffentlicht am|Kommentare|Likes|Dislikes|URL|Projekt|Status|Geschlecht|Alter",
    "fr": "ID|Titre|Description|Auteur|E-mail auteur|Auteur ID|Publié le|Commentaires|Likes|Dislikes|URL|Projet|Statut|Genre|Âge",
}
IDS = [str(uuid.uuid5(uuid.NAMESPACE_URL, f"idee {nummer}")) for nummer in range(4)]
A, B = (str(uuid.uuid5(uuid.NAMESPACE_URL, naam)) for naam in "ab")


def make_rows(kop: str, *, anoniem: str = "", tekstdatum: bool = False) -> list[list[Any]]:
    moment: Any = "03/14/2026 16:05:00" if tekstdatum else datetime(2026, 3, 14, 16, 5)
    slot = ["https://p.example/ideas/x", "Park", "voorgesteld", "vrouw", "18-34"]
    return [
        kop.split("|"),
        [IDS[0], "Bankjes", "'=meer <b>zitplek</b>", "Fatima de Wit", "f@x.nl", A, moment, 3, 10, 1, *slot],
        [
            IDS[1],
            "Water",
            "Een kraan bij de speeltuin graag",
            "Fatima de Wit",
            "f@x.nl",
            A,
            moment,
            0,
            4,
            0,
            *slot,
        ],
        [IDS[2], "Licht", "Het is te donker op het pad", "Henk Bos", "h@x.nl", B, moment, 1, 2, 0, *slot],
        [
            IDS[3],
            "Hond",
            "Geen honden bij het gras",
            anoniem,
            None,
            None,
            moment,
            0,
            0,
            5,
            *slot[:3],
            None,
            None,
        ],
    ]


@pytest.mark.parametrize("taal", list(KOPPEN))
@pytest.mark.parametrize("tekstdatum", [False, True])
def test_inputs_are_messages_of_persons_in_every_language(
    tmp_path: Path, taal: str, tekstdatum: bool, schrijf_boek: Callable[..., Path]
) -> None:
    rijen = make_rows(KOPPEN[taal], anoniem="Anoniem", tekstdatum=tekstdatum)
    pad = schrijf_boek(tmp_path / "inputs.xlsx", {"Fase 1": rijen})
    assert detect(open_bron(pad)) == "govocal"
    t = bd.read_bestand(pad)
    assert t.fragmenten["tekst"].tolist()[0] == "Bankjes\n=meer zitplek"
    assert t.deelnemers["rol"].astype("str").value_counts().to_dict() == {"burger": 2, "onbekend": 1}
    assert t.fragmenten["tijdstip"].dt.strftime("%d-%m %H:%M").unique().tolist() == ["14-03 16:05"]
    som = t.tellingen.groupby("maat", observed=True)["aantal"].sum().to_dict()
    assert som == {"reactie": 4, "like": 16, "dislike": 6}


def test_each_phase_is_a_groep_and_what_people_said_of_themselves_a_trait(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    stemmen = make_rows(KOPPEN["nl"])[:3]
    pad = schrijf_boek(
        tmp_path / "inputs.xlsx",
        {"Ideeën": make_rows(KOPPEN["nl"]), "Stemmen": [stemmen[0], [str(uuid.uuid4()), *stemmen[1][1:]]]},
    )
    t = bd.read_bestand(pad)
    assert t.fragmenten["groep"].astype("str").tolist() == ["Ideeën"] * 4 + ["Stemmen"]
    kenmerken = t.vragen.loc[t.vragen["rol"] == "kenmerk", "vraag_id"].astype("str").tolist()
    assert kenmerken == ["geslacht", "leeftijd"]
    groepen = t.deelnemers["groep"].isna().tolist()
    assert groepen == [True, False, False]  # the first wrote in both phases


def test_names_and_addresses_of_authors_go(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> None:
    t = bd.read_bestand(schrijf_boek(tmp_path / "i.xlsx", {"F": make_rows(KOPPEN["nl"])}))
    weg = set(t.logboek.loc[t.logboek["reden"] == "kolom_persoonsgegeven", "kolom"])
    assert {"Auteur", "E-mail auteur", "Auteur ID"} <= weg


def test_a_sheet_of_ones_own_is_left_aside(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> None:
    bladen = {"F": make_rows(KOPPEN["nl"]), "Aantekeningen": [["wie", "wat"], ["ik", "nog bellen"]]}
    t = bd.read_bestand(schrijf_boek(tmp_path / "i.xlsx", bladen))
    assert t.bronnen[["blad", "gebruikt"]].values.tolist() == [["F", True], ["Aantekeningen", False]]


@pytest.mark.parametrize(
    ("kop", "waarden"),
    [("Geboortejaar", (1961, 1984)), ("Postcode", ("3512 AB", "1011")), ("Tags", ("groen", "water"))],
)
def test_a_trait_of_which_no_two_authors_say_the_same_is_still_a_trait(
    tmp_path: Path, kop: str, waarden: tuple[Any, Any], schrijf_boek: Callable[..., Path]
) -> None:
    eigen = {A: waarden[0], B: waarden[1]}
    koppen, *rijen = make_rows(KOPPEN["nl"], anoniem="Anoniem")
    tabel = [[*koppen, kop], *([*rij, eigen.get(rij[5])] for rij in rijen)]
    t = bd.read_bestand(schrijf_boek(tmp_path / "inputs.xlsx", {"Fase 1": tabel}))
    vraag = t.vragen[t.vragen["kolom"].eq(kop)]
    assert vraag["rol"].tolist() == ["kenmerk"]
    gegeven = t.antwoorden["vraag_id"].eq(vraag["vraag_id"].iloc[0]) & t.antwoorden["status"].eq("gegeven")
    assert gegeven.sum() == 2


@pytest.mark.parametrize(
    ("kop", "leeg"),
    [("Auteursnaam|E-mail van auteur|Auteurs-ID", False), ("Auteur|Auteur ID|E-mail auteur", True)],
    ids=["other words", "an empty last column"],
)
def test_authors_are_known_by_the_column_that_says_who_they_are(
    tmp_path: Path, kop: str, leeg: bool, schrijf_boek: Callable[..., Path]
) -> None:
    koppen = KOPPEN["nl"].replace("Auteur|E-mail auteur|Auteur ID", kop)
    koppen, *rijen = make_rows(koppen)
    if leeg:  # number and address change places, and nobody gave an address
        rijen = [[*rij[:4], rij[5], None, *rij[6:]] for rij in rijen]
    t = bd.read_bestand(schrijf_boek(tmp_path / "i.xlsx", {"F": [koppen, *rijen]}))
    assert t.deelnemers["rol"].eq("burger").sum() == 2
