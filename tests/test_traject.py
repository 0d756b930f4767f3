"""A Traject: frozen, its tables out of reach, made of whatever fits the contract."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pandas as pd
import pytest

from burgerdata.contract import check_tabellen
from burgerdata.errors import ContractError, MethodeError
from burgerdata.schema import TABELLEN
from burgerdata.settings import Instellingen
from burgerdata.traject import Traject, empty_traject


@pytest.fixture
def traject() -> Traject:
    return Traject.from_tabellen(
        {
            "activiteiten": pd.DataFrame(
                {"activiteit_id": ["enq", "kp"], "instrument": "enquete", "eenheid": "persoon", "taal": "nl"}
            ),
            "antwoorden": pd.DataFrame({"activiteit_id": "enq", "getal": [1.0, 2.0], "status": "gegeven"}),
        },
        Instellingen(titel="Digitale aangifte"),
    )


def test_every_table_of_the_contract_is_an_attribute_with_its_columns() -> None:
    leeg = empty_traject()
    for naam, schema in TABELLEN.items():
        assert getattr(leeg, naam).columns.tolist() == list(schema.namen), naam
        assert len(getattr(leeg, naam)) == 0


def test_an_empty_traject_keeps_the_contract() -> None:
    assert check_tabellen(empty_traject().tabellen) == []
    assert repr(empty_traject()) == "Traject 'zonder titel': leeg"


def test_a_traject_cannot_be_changed_in_place(traject: Traject) -> None:
    with pytest.raises(FrozenInstanceError):
        traject.instellingen = Instellingen()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        traject.antwoorden = pd.DataFrame()  # type: ignore[misc]
    with pytest.raises(TypeError):
        traject.tabellen["antwoorden"] = pd.DataFrame()  # type: ignore[index]


@pytest.mark.parametrize(
    "pak", [lambda t: t.antwoorden, lambda t: t.tabellen["antwoorden"]], ids=["attr", "map"]
)
def test_nothing_done_to_a_table_reaches_the_traject(traject: Traject, pak) -> None:
    voor = traject.antwoorden.copy()
    tabel = pak(traject)
    tabel.loc[0, "getal"] = 99.0
    tabel["nieuw"] = 1
    tabel.index = [7, 8]
    tabel.attrs["los"] = True
    del tabel["status"]
    pd.testing.assert_frame_equal(traject.antwoorden, voor)
    assert traject.antwoorden.attrs == {}


def test_a_cell_cannot_be_written_behind_the_back_of_pandas(traject: Traject) -> None:
    with pytest.raises(ValueError, match="read-only"):
        traject.antwoorden["getal"].to_numpy()[0] = 99.0


def test_what_a_traject_was_made_of_may_change_afterwards() -> None:
    bron = pd.DataFrame({"thema_id": ["tijd"], "volgorde": pd.Series([1], dtype="Int32")})
    tabellen = {"themas": bron}
    traject = Traject.from_tabellen(tabellen)
    bron.loc[0, "volgorde"] = 5
    tabellen["themas"] = bron.head(0)
    assert traject.themas["volgorde"].tolist() == [1]


def test_replacing_a_table_gives_another_traject_and_keeps_the_rest(traject: Traject) -> None:
    anders = traject.replace_tabellen(themas=pd.DataFrame({"thema_id": [1.0]}))
    assert anders.themas["thema_id"].tolist() == ["1"]
    assert len(traject.themas) == 0
    assert len(anders.antwoorden) == 2
    assert anders.instellingen is traject.instellingen


def test_replacing_by_what_does_not_fit_is_refused(traject: Traject) -> None:
    with pytest.raises(ContractError, match="tabel 'thema' bestaat niet"):
        traject.replace_tabellen(thema=pd.DataFrame())


def test_the_text_of_a_traject_gives_sizes_and_no_contents(traject: Traject) -> None:
    assert repr(traject) == "Traject 'Digitale aangifte': activiteiten 2, antwoorden 2"


def test_an_activity_that_does_not_exist_is_refused_with_those_that_do(traject: Traject) -> None:
    traject.check_activiteit("kp")
    with pytest.raises(MethodeError, match=r"^activiteit 'klantpanel' bestaat niet; kies uit enq, kp$"):
        traject.check_activiteit("klantpanel")
    with pytest.raises(MethodeError, match=r"kies uit \(geen\)"):
        empty_traject().check_activiteit("enq")


@pytest.mark.parametrize("maak", [copy.copy, copy.deepcopy, replace, lambda t: pickle.loads(pickle.dumps(t))])
def test_a_traject_survives_copying_and_another_process(traject: Traject, maak) -> None:
    kopie = maak(traject)
    assert list(kopie.tabellen) == list(TABELLEN)
    pd.testing.assert_frame_equal(kopie.antwoorden, traject.antwoorden)


def test_trajects_can_be_compared_and_kept_in_a_set(traject: Traject) -> None:
    zelfde = traject
    assert traject == zelfde
    assert traject != replace(traject)
    assert len({traject, traject}) == 1


def test_a_traject_that_was_asked_something_goes_to_another_process_without_the_answers(
    traject: Traject,
) -> None:
    traject.remember(("opzet", "pr4"), lambda: lambda: "a plan holds functions")
    terug = pickle.loads(pickle.dumps(traject))
    assert terug.remember(("opzet", "pr4"), lambda: "made again") == "made again"
    pd.testing.assert_frame_equal(terug.antwoorden, traject.antwoorden)
