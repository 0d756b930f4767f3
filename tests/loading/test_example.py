"""The synthetic example, loaded: what was planted is found, what must not come out does not."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from burgerdata.contract import check_tabellen

VOORBEELD = Path(__file__).parents[2] / "surveys" / "voorbeeld-digitale-aangifte"


def test_the_example_keeps_the_whole_contract(voorbeeld):
    assert check_tabellen(voorbeeld.tabellen) == []
    assert voorbeeld.instellingen.synthetisch
    assert voorbeeld.instellingen.niet_opgegeven == ()


def test_persons_and_talks_are_those_of_the_sources(voorbeeld):
    burgers = voorbeeld.deelnemers[voorbeeld.deelnemers["rol"] == "burger"]
    per = burgers.groupby("activiteit_id", observed=True, dropna=False)["personen"].agg(["size", "sum"])
    assert per.loc["focusgroep"].tolist() == [32, 32]
    assert per.loc["straatgesprek"].tolist() == [90, 98]
    assert per.loc["enquete"].tolist() == [1200, 1200]
    deelnemers = voorbeeld.deelnemers[voorbeeld.deelnemers["activiteit_id"] == "focusgroep"]
    leiders = deelnemers[deelnemers["rol"] == "gespreksleider"]
    assert leiders["groep"].tolist() == ["fg1", "fg2", "fg3", "fg4"]


def test_records_in_are_records_out_and_explained(voorbeeld):
    gebruikt = voorbeeld.bronnen[voorbeeld.bronnen["gebruikt"]]
    assert (gebruikt["records_in"] == gebruikt["records_uit"] + gebruikt["records_verklaard"]).all()
    proef = voorbeeld.logboek[voorbeeld.logboek["reden"] == "proefrij"]
    assert proef["aantal"].tolist() == [3]


def test_every_person_has_a_row_for_every_question(voorbeeld):
    antwoorden = voorbeeld.antwoorden
    rijen = antwoorden.groupby("activiteit_id", observed=True, dropna=False).apply(
        lambda deel: len(deel.drop_duplicates(["deelnemer_id", "vraag_id"]))
    )
    personen = voorbeeld.deelnemers["activiteit_id"].value_counts()
    vragen = voorbeeld.vragen["activiteit_id"].value_counts()
    for activiteit_id, aantal in rijen.items():
        assert aantal == personen[activiteit_id] * vragen[activiteit_id], activiteit_id


def test_the_same_people_are_found_in_the_waves_and_nowhere_else(voorbeeld):
    golven = {
        naam: set(deel["deelnemer_id"].astype("str"))
        for naam, deel in voorbeeld.deelnemers.groupby("activiteit_id", observed=True, dropna=False)
    }
    maart, september = golven["klantpanel_2026-03"], golven["klantpanel_2026-09"]
    assert len(maart & september) == 288
    assert not maart & golven["enquete"]


def test_the_grade_of_the_same_people_rises_as_planted(voorbeeld):
    antwoorden = voorbeeld.antwoorden
    cijfer = antwoorden[antwoorden["vraag_id"] == "cijfer_afhandeling"]
    breed = cijfer.pivot(index="deelnemer_id", columns="activiteit_id", values="getal")
    beide = breed[["klantpanel_2026-03", "klantpanel_2026-09"]].dropna()
    assert beide.mean().round(1).tolist() == [6.2, 6.7]


def test_age_bands_and_education_are_made_from_what_was_asked(voorbeeld):
    antwoorden = voorbeeld.antwoorden[voorbeeld.antwoorden["activiteit_id"] == "enquete"]
    leeftijd = antwoorden[antwoorden["vraag_id"] == "leeftijd"].set_index("deelnemer_id")
    groep = antwoorden[antwoorden["vraag_id"] == "leeftijdsgroep"].set_index("deelnemer_id")
    grenzen = (
        leeftijd["getal"].groupby(groep["code"].astype("str"), observed=True, dropna=True).agg(["min", "max"])
    )
    assert grenzen.loc["18-34"].between(18, 34).all()
    assert grenzen.loc["75+", "min"] >= 75
    geweigerd = groep.loc[leeftijd["status"] == "wil_niet_zeggen", "status"]
    assert set(geweigerd) == {"wil_niet_zeggen"}
    vragen = voorbeeld.vragen[voorbeeld.vragen["vraag_id"] == "opleiding"]
    assert set(vragen["rol"]) == {"kenmerk"}


def test_user_missing_codes_keep_their_meaning(voorbeeld):
    antwoorden = voorbeeld.antwoorden
    stelling = antwoorden[(antwoorden["vraag_id"] == "stelling_4") & (antwoorden["code"] == "98")]
    assert len(stelling) > 0
    assert set(stelling["status"]) == {"weet_niet"}
    assert stelling["getal"].isna().all()


def test_ticks_are_one_question_with_a_row_per_channel(voorbeeld):
    antwoorden = voorbeeld.antwoorden[voorbeeld.antwoorden["vraag_id"] == "kanalen"]
    opties = voorbeeld.opties[voorbeeld.opties["vraag_id"] == "kanalen"]
    assert opties["label"].tolist()[:3] == ["website van de politie", "telefoon (0900)", "politiebureau"]
    geen = antwoorden[antwoorden["status"] == "geen_gekozen"]
    assert len(geen) > 0
    assert geen["code"].isna().all()
    assert not antwoorden[antwoorden["status"] != "gegeven"].duplicated("deelnemer_id").any()


def test_refusals_are_counted_per_place_and_estimates_noted(voorbeeld):
    tellingen = voorbeeld.tellingen[voorbeeld.tellingen["activiteit_id"] == "straatgesprek"]
    assert set(tellingen["maat"]) == {"weigering"}
    assert tellingen["groep"].notna().all()
    geschat = voorbeeld.logboek[voorbeeld.logboek["reden"] == "geschatte_waarde"]
    assert geschat["kolom"].tolist() == ["Geschatte leeftijd", "Geslacht (geschat)"]


def test_turns_keep_their_order_group_and_speaker(voorbeeld):
    uitingen = voorbeeld.fragmenten[voorbeeld.fragmenten["activiteit_id"] == "focusgroep"]
    eerste = uitingen.groupby("groep", observed=True, dropna=False)["volgnummer"].agg(["min", "max", "size"])
    assert (eerste["min"] == 1).all()
    assert (eerste["max"] == eerste["size"]).all()
    assert uitingen["deelnemer_id"].notna().all()


def test_codings_point_at_the_words_themselves(voorbeeld):
    samen = voorbeeld.coderingen.merge(voorbeeld.fragmenten[["fragment_id", "tekst"]], on="fragment_id")
    gemak = samen[samen["thema_id"] == "inloggen"]
    stukken = {rij.tekst[rij.begin : rij.eind].casefold() for rij in gemak.itertuples()}
    assert "digid" in stukken
    assert len(samen) == len(voorbeeld.coderingen)


def test_the_period_of_a_wave_is_that_of_its_records(voorbeeld):
    activiteiten = voorbeeld.activiteiten.set_index("activiteit_id")
    assert activiteiten.loc["klantpanel_2026-06", "begindatum"].strftime("%Y-%m") == "2026-06"
    assert activiteiten.loc["enquete", "einddatum"] == pd.Timestamp("2026-06-21")


@pytest.mark.parametrize(
    "tabel", ["antwoorden", "fragmenten", "opties", "deelnemers", "logboek", "tellingen", "vragen"]
)
def test_planted_personal_data_come_out_nowhere(voorbeeld, tabel):
    with (VOORBEELD / "geplant.csv").open(encoding="utf-8-sig", newline="") as bestand:
        geplant = [rij["waarde"] for rij in csv.DictReader(bestand, delimiter=";")]
    frame = voorbeeld.tabellen[tabel]
    woorden = [kolom for kolom in frame.columns if frame[kolom].dtype in ("str", "category")]
    inhoud = "\n".join("\n".join(frame[kolom].dropna().astype("str").unique()) for kolom in woorden)
    assert geplant
    assert [waarde for waarde in geplant if waarde in inhoud] == []
