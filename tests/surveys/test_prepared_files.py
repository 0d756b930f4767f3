"""The files beside ruw/ fit the raw files and the vocabularies of the contract."""

import tomllib
from typing import Any

import pandas as pd
import pytest

from burgerdata import schema

from .conftest import AANGIFTE, JUPYTER, sheet, turns, wave


def test_every_question_stands_in_a_column_of_its_source(
    survey: tuple[pd.DataFrame, Any], waves: dict[str, pd.DataFrame], street: pd.DataFrame
) -> None:
    columns = {
        "enquete": set(survey[0].columns),
        "klantpanel": set().union(*(frame.columns for frame in waves.values())),
        "straatgesprek": set(street.columns),
        "community": set(wave(AANGIFTE / "ruw" / "nldm_deelnemers.csv").columns),
        "burgerberaad": set(sheet(AANGIFTE / "ruw" / "beraad_vooraf.xlsx").columns),
        "burgerdialoog": set(sheet(AANGIFTE / "ruw" / "dialoog_uitloop.xlsx").columns),
    }
    questions = sheet(AANGIFTE / "vragen.xlsx", "vragen")
    for activity, rows in questions.groupby("levering"):
        assert set(rows["kolom"]) <= columns[activity]


def test_the_questions_of_the_real_survey_stand_in_its_header() -> None:
    header = pd.read_csv(JUPYTER / "ruw" / "survey_short_columns.csv", nrows=0).columns
    questions = sheet(JUPYTER / "vragen.xlsx", "vragen")
    assert set(questions["kolom"]) <= set(header)
    assert set(header) - set(questions["kolom"]) == {"Unnamed: 0", "time_started", "date_submitted"}


@pytest.mark.parametrize("folder", [AANGIFTE, JUPYTER], ids=["aangifte", "jupyter"])
def test_questions_use_the_words_of_the_contract(folder: Any) -> None:
    questions = sheet(folder / "vragen.xlsx", "vragen")
    assert set(questions["soort"]) <= set(schema.VRAAG_SOORT)
    assert set(questions["rol"]) <= set(schema.VRAAG_ROL)
    assert set(questions["gebruik"]) <= {*schema.GEBRUIK, ""}
    assert set(questions["kompasvraag"]) <= {*schema.KOMPASVRAAG, ""}
    assert set(questions["omkeren"]) <= {"ja", "nee", ""}


@pytest.mark.parametrize("folder", [AANGIFTE, JUPYTER], ids=["aangifte", "jupyter"])
def test_deliveries_use_the_words_of_the_contract_and_name_existing_files(folder: Any) -> None:
    settings = tomllib.loads((folder / "traject.toml").read_text(encoding="utf-8"))
    for delivery in settings["levering"]:
        assert delivery["instrument"] in schema.INSTRUMENT
        assert delivery["fase"] in schema.FASE
        assert delivery["trede"] in schema.TREDE
        assert delivery["werving"] in schema.WERVING
        for pattern in [delivery.get("bestand"), *delivery.get("metingen", {}).values()]:
            assert pattern is None or list(folder.glob(pattern))


def test_the_example_covers_all_four_phases_and_all_nine_instruments() -> None:
    settings = tomllib.loads((AANGIFTE / "traject.toml").read_text(encoding="utf-8"))
    assert {delivery["instrument"] for delivery in settings["levering"]} == set(schema.INSTRUMENT)
    assert {delivery["fase"] for delivery in settings["levering"]} == set(schema.FASE)


def test_the_fieldwork_counts_agree_with_the_files(survey: tuple[pd.DataFrame, Any]) -> None:
    settings = tomllib.loads((AANGIFTE / "traject.toml").read_text(encoding="utf-8"))
    by_name = {delivery["naam"]: delivery for delivery in settings["levering"]}
    assert by_name["enquete"]["afgerond"] == len(survey[0])
    assert by_name["enquete"]["uitgenodigd"] > by_name["enquete"]["gestart"] >= 1200
    assert by_name["focusgroep"]["afgerond"] == len(sheet(AANGIFTE / "ruw" / "screener.xlsx"))


def test_margins_sum_to_one_and_say_that_they_are_invented() -> None:
    margins = sheet(AANGIFTE / "marges.xlsx")
    assert margins.groupby("variabele")["aandeel"].sum().to_dict() == pytest.approx(
        {"geslacht": 1.0, "leeftijdsgroep": 1.0, "opleiding": 1.0}
    )
    assert margins["bron"].str.startswith("Verzonnen").all()
    groups = sheet(AANGIFTE / "vragen.xlsx", "groepen")
    for trait in ("leeftijdsgroep", "opleiding"):
        assert set(groups.loc[groups["kenmerk"] == trait, "label"]) == set(
            margins.loc[margins["variabele"] == trait, "categorie"]
        )


def test_follow_up_is_partly_filled_with_a_reason_for_every_deviation() -> None:
    inputs = sheet(AANGIFTE / "doorwerking.xlsx")
    themes = {name.replace(" ", "_") for name in sheet(AANGIFTE / "themalijst.xlsx")["thema"]}
    assert tuple(inputs.columns) == schema.TABELLEN["doorwerking"].namen
    assert set(inputs["thema_id"]) <= themes
    assert set(inputs["status"]) - {""} <= set(schema.DOORWERKING_STATUS)
    assert "" in set(inputs["status"])
    assert (
        inputs.loc[inputs["status"].isin(["deels_overgenomen", "niet_overgenomen"]), "motivering"] != ""
    ).all()


def test_released_quotes_are_verbatim_in_their_source(
    survey: tuple[pd.DataFrame, Any], waves: dict[str, pd.DataFrame], street: pd.DataFrame
) -> None:
    texts = {
        "enquete": {*survey[0]["q10_open"], *survey[0]["q11_open"]},
        "straatgesprek": {*street["Wat valt u op?"], *street["Wat moet anders?"]},
        "focusgroep": {
            text for number in range(1, 5) for _, text in turns(AANGIFTE / "ruw" / f"fg{number}.docx")
        },
        **{f"klantpanel_{name}": set(frame.iloc[:, -1]) for name, frame in waves.items()},
        "community": set(wave(AANGIFTE / "ruw" / "nldm_berichten.csv")["Bericht"]),
        "signaal": set(wave(AANGIFTE / "ruw" / "signalen.csv")["Tekst"]),
    }
    quotes = sheet(AANGIFTE / "citaten.xlsx")
    assert len(quotes) >= 8
    assert set(quotes["activiteit"]) == set(texts)
    assert all(quote.tekst in texts[quote.activiteit] for quote in quotes.itertuples())
    assert set(quotes["vrijgegeven_door"]) == {"voorbeeldbeoordelaar"}
    assert set(quotes["thema"]) <= set(sheet(AANGIFTE / "themalijst.xlsx")["thema"])
