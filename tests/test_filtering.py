"""A part of a traject: what stays, what goes with it, and what the design still knows."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from burgerdata.contract import check_tabellen, conform_tabellen
from burgerdata.errors import MethodeError
from burgerdata.settings import Instellingen
from burgerdata.traject import Traject


def make_traject() -> Traject:
    """Return a survey and a focus group; one question of the survey has a phase of its own."""
    vragen = [
        {"activiteit_id": "enq", "vraag_id": "v", "soort": "een_antwoord", "rol": "inhoud", "fase": None},
        {
            "activiteit_id": "enq",
            "vraag_id": "later",
            "soort": "een_antwoord",
            "rol": "inhoud",
            "fase": "evaluatie",
        },
        {
            "activiteit_id": "enq",
            "vraag_id": "groep2",
            "soort": "een_antwoord",
            "rol": "kenmerk",
            "fase": None,
        },
    ]
    codes = [("v", "ja"), ("v", "nee"), ("later", "ja"), ("groep2", "jong"), ("groep2", "oud")]
    wie = ["a", "b", "c", "d"]
    antwoorden = {
        "v": ["ja", "nee", "ja", "ja"],
        "later": ["ja"] * 4,
        "groep2": ["jong", "jong", "oud", "oud"],
    }
    tabellen = {
        "activiteiten": pd.DataFrame(
            {
                "activiteit_id": ["enq", "fg"],
                "instrument": ["enquete", "focusgroep"],
                "fase": ["praktijk", "beleidsontwikkeling"],
                "eenheid": "persoon",
                "taal": "nl",
            }
        ),
        "deelnemers": pd.DataFrame(
            {"activiteit_id": ["enq"] * 4 + ["fg"], "deelnemer_id": [*wie, "g"], "rol": "burger"}
        ),
        "vragen": pd.DataFrame(vragen).assign(kolom="", tekst="?", omkeren=False),
        "opties": pd.DataFrame(codes, columns=["vraag_id", "code"]).assign(
            activiteit_id="enq", label=[code for _, code in codes], status="geldig"
        ),
        "antwoorden": pd.concat(
            [
                pd.DataFrame({"deelnemer_id": wie, "code": keuze, "vraag_id": vraag})
                for vraag, keuze in antwoorden.items()
            ]
        ).assign(activiteit_id="enq", volgnummer=1, status="gegeven"),
        "fragmenten": pd.DataFrame(
            {
                "fragment_id": ["fa", "fg"],
                "activiteit_id": ["enq", "fg"],
                "deelnemer_id": ["a", "g"],
                "tekst": "x",
            }
        ).assign(soort="uiting", taal="nl", volgnummer=1, vraag_id=[None, None]),
        "themas": pd.DataFrame({"thema_id": ["t"], "lijst": "l", "naam": "t", "omschrijving": ""}),
        "coderingen": pd.DataFrame({"codering_id": ["1", "2"], "fragment_id": ["fa", "fg"]}).assign(
            segment_id="s", thema_id="t", codeur="c", wijze="regel", begin=0, eind=1
        ),
        "doorwerking": pd.DataFrame(
            {"inbreng_id": ["i", "j"], "samenvatting": "s", "fase": ["praktijk", None]}
        ),
    }
    return Traject.from_tabellen(tabellen, Instellingen())


def test_codings_of_texts_that_are_left_out_are_left_out_too() -> None:
    deel = make_traject().only(instrument="focusgroep")
    assert deel.coderingen["codering_id"].tolist() == ["2"]
    assert deel.antwoorden.empty
    assert deel.opties.empty
    assert check_tabellen(deel.tabellen) == []


def test_a_question_with_a_phase_of_its_own_counts_for_that_phase() -> None:
    evaluatie = make_traject().only(fase="evaluatie")
    assert evaluatie.activiteiten["activiteit_id"].tolist() == ["enq"]
    assert set(evaluatie.vragen["vraag_id"]) == {"later", "groep2"}
    assert evaluatie.fragmenten.empty
    praktijk = make_traject().only(fase="praktijk")
    assert set(praktijk.vragen["vraag_id"]) == {"v", "groep2"}
    assert praktijk.doorwerking["inbreng_id"].tolist() == ["i", "j"]


def test_filters_can_be_joined_and_hold_several_values() -> None:
    traject = make_traject()
    assert len(traject.only(fase=["praktijk", "beleidsontwikkeling"]).activiteiten) == 2
    assert traject.only(fase="praktijk", instrument="focusgroep").activiteiten.empty


def test_persons_are_chosen_by_a_trait() -> None:
    deel = make_traject().only(kenmerk={"groep2": "oud"})
    assert deel.deelnemers["deelnemer_id"].tolist() == ["c", "d"]
    assert deel.activiteiten["activiteit_id"].tolist() == ["enq"]
    assert set(deel.antwoorden["deelnemer_id"]) == {"c", "d"}
    assert check_tabellen(deel.tabellen) == []


def test_a_filter_on_persons_is_a_domain_and_not_a_cut_sample() -> None:
    traject = make_traject()
    deel = traject.only(kenmerk={"groep2": "jong"})
    domein = deel.design("enq").proportion("v").set_index("level")
    # 1 of 2 in a domain of a sample of four: 4/3 x 2 x (1/4)^2.
    assert domein.loc["ja", "se"] == pytest.approx(math.sqrt(4 / 3 * 2 / 16))
    zelf = (
        traject.design("enq")
        .subset(lambda frame: frame["groep2"].eq("jong"))
        .proportion("v")
        .set_index("level")
    )
    assert domein.loc["ja", "se"] == pytest.approx(zelf.loc["ja", "se"])
    assert domein.loc["ja", "n"] == 2


def test_a_filter_on_a_filtered_part_still_knows_the_whole_sample() -> None:
    deel = make_traject().only(kenmerk={"groep2": "jong"}).only(activiteit_id="enq")
    assert len(deel.design("enq").frame) == 4


def test_a_value_or_trait_that_does_not_occur_is_refused_with_those_that_do() -> None:
    traject = make_traject()
    with pytest.raises(
        MethodeError, match="fase 'dienstverlening' komt niet voor; kies uit beleidsontwikkeling"
    ):
        traject.only(fase="dienstverlening")
    with pytest.raises(MethodeError, match="waarde 'oudst' komt niet voor; kies uit jong, oud"):
        traject.only(kenmerk={"groep2": "oudst"})
    with pytest.raises(MethodeError, match="kenmerk 'v' komt niet voor; kies uit groep2"):
        traject.only(kenmerk={"v": "ja"})


def test_the_whole_is_not_changed() -> None:
    traject = make_traject()
    traject.only(instrument="enquete")
    assert len(traject.activiteiten) == 2
    assert len(traject.coderingen) == 2


@pytest.mark.parametrize(
    "keuze", [{"fase": "evaluatie"}, {"instrument": "enquete"}, {"kenmerk": {"groep2": "oud"}}]
)
def test_a_part_fits_the_contract_as_if_it_had_been_loaded(keuze: dict) -> None:
    deel = make_traject().only(**keuze)
    for naam, tabel in conform_tabellen(dict(deel.tabellen)).items():
        pd.testing.assert_frame_equal(deel.tabellen[naam], tabel, check_exact=True)
        for kolom in tabel.select_dtypes("category"):
            eigen, andere = (frame[kolom].cat for frame in (deel.tabellen[naam], tabel))
            assert list(eigen.categories) == list(andere.categories)
            assert eigen.ordered == andere.ordered
