"""Activity, themes, sources and quotes of a community and of signals: people, never messages, and no interval."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import MethodeError
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

LIJST = pd.DataFrame({"thema": ["Duur", "Taal"], "woorden_wel": ["duurt lang; lang gewacht", "taal"]})
TOML = """[[levering]]
instrument = "community"
bestand = "forum.csv"
kolommen = { bericht_id = "nr", antwoord_op = "op", persoon = "wie", tijdstip = "tijd", bericht = "tekst" }

[[levering]]
instrument = "signaal"
bestand = "klachten.csv"
kolommen = { persoon = "klant", datum = "dag", bericht = "klacht" }

[[levering]]
naam = "los"
instrument = "signaal"
bestand = "briefjes.csv"
kolommen = { datum = "dag", bericht = "briefje" }
"""


@pytest.fixture(scope="module")
def traject(tmp_path_factory: pytest.TempPathFactory) -> Traject:
    map_ = tmp_path_factory.mktemp("traject")
    (map_ / "traject.toml").write_text(TOML, encoding="utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
    forum = ["nr;op;wie;tijd;tekst"]
    for nummer in range(1, 13):  # one person writes twelve times, eleven others once
        forum.append(f"{nummer};;P01;{1 + nummer % 3}-3-2026 10:00;Het duurt lang, voor de keer {nummer}.")
    forum += [
        f"{20 + n};1;P{10 + n};4-3-2026 11:00;Ik begreep de taal van de brief niet zo goed ({n})."
        for n in range(11)
    ]
    (map_ / "forum.csv").write_text("\n".join(forum), encoding="utf-8")
    klachten = [
        "klant;dag;klacht",
        *(f"K{n};{1 + n % 28}-4-2026;Ik heb te lang gewacht op antwoord {n}." for n in range(40)),
    ]
    (map_ / "klachten.csv").write_text("\n".join(klachten), encoding="utf-8")
    (map_ / "briefjes.csv").write_text("dag;briefje\n1-4-2026;De taal is te moeilijk.\n", encoding="utf-8")
    return bd.code_fragmenten(bd.load_traject(map_), LIJST)


def test_twelve_messages_of_one_person_are_one_person(traject: Traject) -> None:
    themas = bd.count_themas(traject)
    forum = themas[themas["activiteit_id"] == "community"].set_index("thema")
    assert forum[["n", "basis"]].values.tolist() == [[1, 12], [11, 12]]
    assert forum["aandeel"].isna().all()
    assert forum["kwalitatief"].all()


def test_signals_have_no_interval_and_say_that_people_came_forward(traject: Traject) -> None:
    themas = bd.count_themas(traject.only(instrument="signaal"))
    signaal = themas[themas["activiteit_id"] == "signaal"].set_index("thema")
    assert signaal.loc["Duur", ["n", "basis"]].tolist() == [40, 40]
    assert themas[["onder", "boven"]].isna().all().all()
    assert read_toelichting(themas).zelfselectie
    figuur = bd.plot_themas(themas[themas["activiteit_id"] == "signaal"])
    assert "40" in figuur.alt + figuur.digest


def test_unknown_people_are_not_the_same_as_not_asked(traject: Traject) -> None:
    bronnen = bd.compare_bronnen(traject).set_index(["activiteit_id", "thema"])["tekst"]
    assert bronnen[("los", "Taal")] == "1 van 1 meldingen"  # counted as what they are
    assert bronnen[("community", "Duur")] == "1 van 12"


def test_quotes_come_from_a_community_one_per_person(traject: Traject) -> None:
    citaten = bd.quote_fragmenten(traject.only(instrument="community"), thema="Duur", n=5, vrijgegeven=False)
    assert len(citaten) == 1
    assert citaten["tekst"].iloc[0].startswith("Het duurt lang")


def test_activity_is_that_of_people_and_days(traject: Traject) -> None:
    totaal = bd.measure_activiteit(traject).set_index("activiteit_id").loc["community"]
    assert totaal[["berichten", "reacties", "mensen", "dagen", "hoogste"]].tolist() == [23, 11, 12, 4, 12]
    assert totaal["aandeel_actiefste"] == pytest.approx(12 / 23)
    per_persoon = bd.measure_activiteit(traject, per="persoon")
    forum = per_persoon[per_persoon["activiteit_id"] == "community"]
    assert forum[["berichten", "mensen"]].values.tolist() == [
        ["1", 11],
        ["2", 0],
        ["3 tot en met 5", 0],
        ["6 tot en met 10", 0],
        ["meer dan 10", 1],
    ]
    per_dag = bd.measure_activiteit(traject, per="dag")
    forum = per_dag[per_dag["activiteit_id"] == "community"]
    assert forum[["berichten", "mensen"]].values.tolist() == [[4, 1], [4, 1], [4, 1], [11, 11]]


def test_the_distributions_add_up_to_the_totals(traject: Traject) -> None:
    totaal = bd.measure_activiteit(traject).set_index("activiteit_id")
    per_persoon = (
        bd.measure_activiteit(traject, per="persoon").groupby("activiteit_id")[["mensen", "aantal"]].sum()
    )
    assert per_persoon["mensen"].to_dict() == totaal["mensen"].to_dict()
    assert per_persoon["aantal"].to_dict() == totaal["door_mensen"].to_dict()
    per_dag = bd.measure_activiteit(traject, per="dag").groupby("activiteit_id")["berichten"].sum()
    assert per_dag.to_dict() == totaal["berichten"].to_dict()


def test_a_traject_without_messages_and_another_split_are_refused(traject: Traject, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("nr;cijfer\n1;7\n2;8", encoding="utf-8")
    with pytest.raises(MethodeError, match="geen berichten"):
        bd.measure_activiteit(bd.read_bestand(tmp_path / "e.csv"))
    with pytest.raises(MethodeError, match="'week' kan niet"):
        bd.measure_activiteit(traject, per="week")
