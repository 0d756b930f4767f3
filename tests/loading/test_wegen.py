"""Weighting without Python: marges.xlsx and one line in traject.toml, told by `controleer` and by the report."""

from datetime import date

import pytest

from burgerdata.analysis import compare_populatie, describe_weging, summarise_vraag, weight_deelnemers
from burgerdata.errors import ContractError, MethodeError
from burgerdata.loading import check_traject, load_traject
from burgerdata.loading.kopie import OMGEVING, share_traject
from burgerdata.report.blocks import Alinea, Opsomming
from burgerdata.report.chapters.annexes import build
from burgerdata.report.chapters.certainty import state_certainty
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.printing import print_tabel

TOML = """titel = "Proef"
doelgroep = ["klanten van de bieb"]

[[levering]]
naam = "leden"
instrument = "enquete"
fase = "praktijk"
werving = "{werving}"
bestand = "ruw/e.csv"
persoon = "respnr"
kenmerken = ["leeftijd"]
{wegen}
"""
KOP = ["variabele", "categorie", "aandeel", "populatie", "peildatum", "bron"]
# 30 young people of whom 9 say ja, 10 old ones of whom 8 do: 17 of 40 (42,5%), and half of each group 55%
JONG, OUD = [("jong", nr < 9) for nr in range(30)], [("oud", nr < 8) for nr in range(10)]


def maak(maak_map, wegen='wegen = ["leeftijd"]', werving="klantbestand", namen=("jong", "oud")):
    regels = [f"{nr};{wie};{'ja' if ja else 'nee'}" for nr, (wie, ja) in enumerate(JONG + OUD)]
    rijen = [["leeftijd", naam, 0.5, "klanten van de bieb", date(2026, 1, 1), "bieb"] for naam in namen]
    return maak_map(
        TOML.format(wegen=wegen, werving=werving),
        ruw={"e.csv": "\n".join(["respnr;leeftijd;Was de brief duidelijk?", *regels])},
        bladen={"marges.xlsx": {"marges": [KOP, *rijen]}},
    )


def meet(traject):
    tabel = summarise_vraag(traject, "was_de_brief_duidelijk")
    return tabel.set_index("label")["aandeel"]["ja"]


def test_one_line_in_traject_toml_weights_the_figures_to_the_margins(maak_map):
    assert meet(load_traject(maak(maak_map))) == pytest.approx(0.55)


def test_without_the_line_nothing_is_weighted_and_controleer_says_how_to(maak_map):
    map_ = maak(maak_map, wegen="")
    assert meet(load_traject(map_)) == pytest.approx(0.425)
    assert (
        "traject.toml, rij 4: levering 'leden' is niet gewogen, en marges.xlsx heeft bevolkingscijfers over leeftijd; "
        'schrijf wegen = ["leeftijd"] onder deze levering om op dit kenmerk te wegen'
    ) in check_traject(map_).tekst


def test_who_is_weighted_is_not_asked_to_weight(maak_map):
    assert "is niet gewogen" not in check_traject(maak(maak_map)).tekst


def test_a_notebook_of_the_run_finds_the_weights_and_the_base_weights_as_they_were_loaded(
    maak_map, monkeypatch
):
    map_ = maak(maak_map)
    eerst = load_traject(map_)
    with share_traject(eerst, map_) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        terug = load_traject(map_)
    assert terug.deelnemers.equals(eerst.deelnemers)
    assert terug.wegingen == eerst.wegingen
    assert terug.deelnemers["basisgewicht"].eq(1).all()


@pytest.mark.parametrize(
    ("wegen", "namen", "wat"),
    [
        (
            'wegen = ["leeftijd", "gezin"]',
            ("jong", "oud"),
            "over gezin staat niets in marges.xlsx: daar staan leeftijd",
        ),
        (
            'wegen = ["leeftijd"]',
            ("jong", "ouder"),
            "'oud' staat niet in de marges; gebruik in marges.xlsx dezelfde namen",
        ),
    ],
)
def test_margins_that_do_not_fit_are_a_problem_with_its_line(maak_map, wegen, namen, wat):
    with pytest.raises(ContractError) as fout:
        load_traject(maak(maak_map, wegen=wegen, namen=namen))
    (probleem,) = fout.value.lijst
    assert str(probleem).startswith(
        "traject.toml, rij 12, kolom 'wegen': levering 'leden' is niet te wegen: "
    )
    assert wat in str(probleem)


def test_the_report_says_how_it_was_weighted_and_how_far_weights_differ(maak_map):
    # young 0.5 / 0.75, old 0.5 / 0.25; Kish: 40 squared over 30 x 0.667 squared + 10 x 2 squared = 30
    blokken = build(collect_opbrengst(load_traject(maak(maak_map)), datum=date(2026, 11, 27)), {})
    plek = next(nr for nr, blok in enumerate(blokken) if isinstance(blok, Alinea) and blok.kop == "Weging")
    lijst = blokken[plek + 1]
    assert isinstance(lijst, Opsomming)
    assert lijst.punten[0] == (
        "enquête: gewogen naar de bevolking op leeftijd (raking); de gewichten lopen van 0,67 tot 2,00 keer het "
        "gemiddelde; 40 mensen, evenveel waard als 30 ongewogen"
    )


def test_a_comparison_speaks_of_weighting_only_where_there_are_weights(maak_map):
    los, gewogen = (
        compare_populatie(load_traject(maak(maak_map, wegen=w))) for w in ("", 'wegen = ["leeftijd"]')
    )
    assert (
        los.attrs["toelichting"].antwoorden
        == "Aandeel van de deelnemers, niet gewogen, naast dat van de bevolking."
    )
    assert "gewogen" not in print_tabel(los)
    assert "voor en na weging" in gewogen.attrs["toelichting"].antwoorden
    assert print_tabel(gewogen)["gewogen"].tolist() == ["50%", "50%"]


def test_the_summary_says_that_a_survey_beside_the_population_was_not_weighted(maak_map):
    assert "niet gewogen" in state_certainty(
        collect_opbrengst(load_traject(maak(maak_map, wegen="")), datum=date(2026, 11, 27))
    )
    assert "niet gewogen" not in state_certainty(
        collect_opbrengst(load_traject(maak(maak_map)), datum=date(2026, 11, 27))
    )


def test_customers_are_weighted_to_figures_about_them_and_else_told_why_not(maak_map):
    traject = load_traject(maak(maak_map, wegen=""))
    assert describe_weging(weight_deelnemers(traject))["kenmerk"].tolist() == ["leeftijd"]
    over_allen = traject.marges.assign(populatie="inwoners van 18 jaar en ouder")
    with pytest.raises(
        MethodeError, match="leden kent leeftijd, maar de deelnemers komen uit een klantbestand"
    ):
        weight_deelnemers(traject, over_allen)
