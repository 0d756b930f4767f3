"""What was planted in the community, assembly, dialogue, usability test and signals, counted without the package."""

from typing import Any

import pandas as pd
import pytest

from .conftest import AANGIFTE, sheet, wave
from .test_planted_truths import finder

RUW = AANGIFTE / "ruw"


def form(name: str) -> pd.DataFrame:
    return sheet(RUW / f"{name}.xlsx").set_index("Deelnemer")


def test_citizens_of_the_community_want_a_person_when_it_does_not_work(truths: dict[str, Any]) -> None:
    messages = wave(RUW / "nldm_berichten.csv")
    people = wave(RUW / "nldm_deelnemers.csv")
    assert (len(people), people["Geslacht"].value_counts().to_dict()) == (
        truths["N_COMMUNITY"],
        {"man": 32, "vrouw": 32},
    )
    moment = pd.to_datetime(messages["Geplaatst op"], format="%d-%m-%Y %H:%M")
    assert moment.dt.normalize().nunique() == truths["DAGEN_COMMUNITY"]
    assert messages["Opdracht"].nunique() == 3
    assert (messages["Antwoord op"] != "").mean() > 0.3
    third = messages[(messages["Opdracht"] == "Wie helpt u als het niet lukt?") & (messages["Antwoord op"] == "")]
    citizens = third[third["Gebruiker"].isin(people["Gebruiker"])]
    assert citizens["Bericht"].map(finder("menselijk contact")).sum() == truths["MENSELIJK_CONTACT_COMMUNITY"]


def test_one_recommendation_misses_the_threshold_and_few_members_have_little_education(
    truths: dict[str, Any],
) -> None:
    book = RUW / "burgerberaad.xlsx"
    votes = sheet(book, "stemmen")
    share = (votes["Voor"] / (votes["Voor"] + votes["Tegen"])).astype(float)
    assert votes.loc[share < 0.75, "Aanbeveling"].tolist() == [truths["NIET_GEHAALD"]]
    last = truths["AANWEZIG"][-1]
    assert votes[["Voor", "Tegen", "Onthouding"]].sum(axis=1).eq(last).all()
    present = sheet(book, "aanwezigheid").filter(like="Sessie").eq("ja").sum()
    assert tuple(present) == truths["AANWEZIG"]
    drawn = sheet(book, "loting").set_index("Categorie")
    low = drawn.loc["laag (CBS)"]
    assert (low["Doel"], low["Geloot"]) == (16, truths["LAAG_OPGELEID_IN_BERAAD"])
    members = sheet(RUW / "beraad_leden.xlsx")
    for trait in ("Geslacht", "Leeftijdsgroep", "Opleiding"):
        assert members[trait].value_counts().to_dict() == drawn["Geloot"][members[trait].unique()].to_dict()


def test_the_same_members_trust_more_afterwards(truths: dict[str, Any]) -> None:
    before, after = form("beraad_vooraf"), form("beraad_achteraf")
    assert (len(before), len(after)) == (truths["TRECHTER"]["gestart"], truths["TRECHTER"]["afgerond"])
    for code, difference in truths["VERSCHIL_BERAAD"].items():
        column = next(name for name in after if name.startswith(f"{code}."))
        change = (after[column] - before[column][after.index]).astype(float)
        assert change.mean() == pytest.approx(difference, abs=0.5 / len(after))


def test_one_idea_gets_the_most_dots_at_every_table(truths: dict[str, Any]) -> None:
    dots = sheet(RUW / "burgerdialoog.xlsx", "stippen")
    per_table = dots.pivot(index="Tafel", columns="Stelling", values="Stippen").astype(int)
    assert (per_table.idxmax(axis=1) == truths["MEESTE_STIPPEN"]).all()
    assert per_table.sum(axis=1).tolist() == [truths["N_DIALOOG"] // 6 * 3] * 6
    assert len(form("dialoog_uitloop")) == truths["N_UITLOOP"]


def test_most_people_fail_one_task_in_the_first_round_only(truths: dict[str, Any]) -> None:
    for number, (name, planted) in enumerate(truths["GELUKT"].items(), start=1):
        book = RUW / f"usability_ronde{number}.xlsx"
        tasks = sheet(book, "taken")
        assert tuple(tasks["Gelukt"].eq("ja").groupby(tasks["Taak"]).sum()) == planted
        assert tasks.groupby("Taak")["Deelnemer"].nunique().tolist() == [12] * 5
        steps = ("helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens")
        answers = sheet(book, "sus").set_index("Deelnemer").map(steps.index)
        signs = [1 if item % 2 == 0 else -1 for item in range(10)]
        score = ((answers * signs).sum(axis=1) + 20) * 2.5  # Brooke (1996)
        assert score.mean() == pytest.approx(truths["SUS"][name])
    first, second = (counts[truths["MOEILIJKE_TAAK"] - 1] for counts in truths["GELUKT"].values())
    assert first == min(truths["GELUKT"]["ronde 1"]) < 6 < second


def test_signals_of_citizens_about_failures_grow_over_the_months(truths: dict[str, Any]) -> None:
    signals = wave(RUW / "signalen.csv")
    citizens = signals[signals["Type melder"] == "burger"]
    month = citizens["Datum"].str[3:5]
    assert tuple(month.value_counts().sort_index()) == truths["PER_MAAND"]
    failures = citizens["Tekst"].map(finder("technische storing"))
    assert tuple(failures.groupby(month).sum()) == truths["STORING"]
    others = signals["Type melder"].value_counts()
    assert (others["organisatie"], others["medewerker"]) == (truths["N_ORGANISATIE"], truths["N_MEDEWERKER"])
