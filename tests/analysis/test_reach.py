"""Response, population and weights."""

from __future__ import annotations

import math
import re
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from burgerdata.analysis import (
    compare_populatie,
    describe_respons,
    summarise_cijfer,
    trace_doorwerking,
    weight_deelnemers,
)
from burgerdata.analysis.example import make_example
from burgerdata.analysis.indicatoren import score_indicatoren
from burgerdata.analysis.indicatoren.bereik import measure_respons
from burgerdata.analysis.populatie import fill_marges
from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.designs import add_columns
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError, MethodeWaarschuwing
from burgerdata.figures.foot import shorten_bron
from burgerdata.findings import state_bevinding
from burgerdata.indelingen import check_herkomstmarge, check_indeling
from burgerdata.settings import Drempels, Instellingen
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_orakel, make_vraag

MARGES = pd.DataFrame({"variabele": "groep2", "categorie": ["jong", "oud"], "aandeel": [0.3, 0.7]})


def test_raked_weights_keep_the_standard_errors_of_r(r: dict[str, Any]) -> None:
    traject = make_orakel(ontwerp="gewogen")
    gewogen = weight_deelnemers(traject, kenmerken=["opleiding", "geslacht"], variantie="rake")
    bij_r = r["gewogen.rake2.mean.cijfer1"]
    rij = summarise_cijfer(gewogen, "cijfer1").iloc[0]
    assert rij["gemiddelde"] == pytest.approx(bij_r["est"], rel=1e-8)
    assert rij["se"] == pytest.approx(bij_r["se"], rel=1e-8)


def test_greg_residuals_are_the_default_and_smaller_than_fixed_weights() -> None:
    traject = make_orakel(ontwerp="gewogen")
    gewogen = weight_deelnemers(traject, kenmerken=["opleiding", "geslacht"])
    los = gewogen.design("enq")
    assert los.core.calibrations is not None
    assert gewogen.deelnemers["gewicht"].to_numpy() == pytest.approx(los.weights.to_numpy())


def test_weights_meet_the_margins_and_who_is_unknown_weighs_one(enquete: Traject) -> None:
    gewogen = weight_deelnemers(enquete, MARGES)
    personen = gewogen.deelnemers[gewogen.deelnemers["rol"] == "burger"].reset_index(drop=True)
    som = personen["gewicht"].sum()
    # p9 gave no age and weighs 2 of 15: the others divide 13 as 0.3 to 0.7.
    assert personen["gewicht"].iloc[9] == pytest.approx(2.0)
    assert personen["gewicht"].iloc[:5].sum() == pytest.approx(0.3 * 13)
    assert personen["gewicht"].iloc[5:9].sum() == pytest.approx(0.7 * 13)
    assert som == pytest.approx(15)
    assert gewogen.deelnemers["basisgewicht"].iloc[:10].tolist() == [1.0] * 5 + [2.0] * 5


def test_bounds_do_not_give_a_weight_to_who_has_none(enquete: Traject) -> None:
    gewicht = enquete.deelnemers["gewicht"].where(enquete.deelnemers["deelnemer_id"].ne("p0"), 0.0)
    zonder = enquete.replace_tabellen(deelnemers=enquete.deelnemers.assign(gewicht=gewicht))
    personen = weight_deelnemers(zonder, MARGES, grenzen=(0.3, 3)).deelnemers.set_index("deelnemer_id")
    # 14 in all, p9 without age 2 of it: four young divide 0.3 x 12, all within the bounds
    assert personen["gewicht"].loc[["p0", "p1", "p4", "p9"]].tolist() == pytest.approx([0, 0.9, 0.9, 2])


def test_what_weighting_cost_is_reported(enquete: Traject) -> None:
    assert "deff" in weight_deelnemers(enquete, MARGES).wegingen["enq"].methode


def test_weighting_twice_starts_from_the_same_base_weights(enquete: Traject) -> None:
    een = weight_deelnemers(enquete, MARGES)
    twee = weight_deelnemers(een, MARGES)
    assert twee.deelnemers["gewicht"].tolist() == pytest.approx(een.deelnemers["gewicht"].tolist())


def test_names_that_differ_are_all_named(enquete: Traject) -> None:
    anders = MARGES.assign(categorie=["Jong", "oud"])
    with pytest.raises(
        MethodeError, match="'Jong' komt bij de deelnemers niet voor; 'jong' staat niet in de marges"
    ):
        weight_deelnemers(enquete, anders)


def test_a_filtered_part_is_not_weighted(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="weeg eerst"):
        weight_deelnemers(enquete.only(kenmerk={"groep2": "jong"}), MARGES)


def test_the_sample_stands_beside_the_population(enquete: Traject) -> None:
    tabel = compare_populatie(enquete, MARGES).set_index("categorie")
    assert tabel["n"].to_dict() == {"jong": 5, "oud": 4}
    assert tabel["steekproef"].to_dict() == pytest.approx({"jong": 5 / 9, "oud": 4 / 9})
    assert tabel["gewogen"].to_dict() == pytest.approx({"jong": 5 / 13, "oud": 8 / 13})
    assert tabel["dissimilariteit"].iloc[0] == pytest.approx(5 / 9 - 0.3)


@pytest.mark.parametrize(
    ("werving", "variabele", "reden"),
    [
        (
            "klantbestand",
            "leeftijd",
            "passen alleen bij de enquête, en wie uit een klantbestand komt, is niet met",
        ),
        ("panel", "inkomen", "geen activiteit heeft een kenmerk dat zo heet als in marges.xlsx (‘inkomen’)"),
        ("panel", "leeftijd", ""),
    ],
)
def test_why_nobody_is_laid_beside_the_population_is_the_true_reason(
    werving: str, variabele: str, reden: str
) -> None:
    opties = {"1": "jong", "2": "oud"}
    vraag = make_vraag(
        "enquete", "leeftijd", "een_antwoord", {"a": "1", "b": "2"}, opties=opties, rol="kenmerk"
    )
    vast = {
        "activiteiten": make_activiteit("enquete", "enquete", fase="praktijk", werving=werving),
        "deelnemers": make_deelnemers("enquete", ["a", "b"]),
    }
    marges = pd.DataFrame({"variabele": variabele, "categorie": ["jong", "oud"], "aandeel": 0.5})
    traject = Traject.from_tabellen(join(vast, vraag)).replace_tabellen(marges=fill_marges(marges))
    assert reden in state_onvergelijkbaar(traject)
    assert bool(state_onvergelijkbaar(traject)) == bool(reden)
    if reden:
        with pytest.raises(MethodeError, match=re.escape(reden)):
            compare_populatie(traject)


def test_without_margins_the_remedy_is_named(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match=r"vul marges\.xlsx"):
        compare_populatie(enquete)


def test_response_is_of_the_first_step_that_is_known(voorbeeld: Traject) -> None:
    tabel = describe_respons(voorbeeld)
    enquete = tabel[tabel["activiteit_id"] == "enquete"].set_index("stap")
    assert enquete["n"].to_dict() == {"uitgenodigd": 3480, "gestart": 1241, "afgerond": 1160}
    assert enquete.loc["afgerond", "aandeel"] == pytest.approx(1160 / 3480)
    straat = tabel[tabel["activiteit_id"] == "straatgesprek"]
    assert straat["stap"].tolist() == ["aangesproken", "meegedaan"]
    assert straat["n"].iloc[1] == 90


def test_who_took_part_is_known_from_the_data_where_only_the_invited_were_given() -> None:
    # 20 invited and 8 rows of citizens: 40%
    t = make_example()
    alleen = t.activiteiten.assign(afgerond=pd.NA).astype(t.activiteiten.dtypes)
    traject = t.replace_tabellen(activiteiten=alleen)
    tabel = describe_respons(traject)
    assert tabel[["stap", "n", "aandeel"]].to_numpy().tolist() == [
        ["uitgenodigd", 20, 1.0],
        ["deelnemers", 8, 0.4],
    ]
    assert state_bevinding(tabel) == "Bij ‘enquête’ deed 40% van de uitgenodigde mensen mee"
    assert [(m.waarde, m.n) for m in measure_respons(traject)] == [(pytest.approx(0.4), 20)]


def test_a_conversation_with_more_people_counts_all_of_them_among_the_invited() -> None:
    # 20 invited; of eight rows one is of three people: 10 of 20
    t = make_example()
    personen = t.deelnemers["personen"].where(t.deelnemers.index != t.deelnemers.index[0], 3)
    traject = t.replace_tabellen(
        activiteiten=t.activiteiten.assign(afgerond=pd.NA).astype(t.activiteiten.dtypes),
        deelnemers=t.deelnemers.assign(personen=personen).astype(t.deelnemers.dtypes),
    )
    assert describe_respons(traject)["n"].tolist() == [20, 10]
    assert [(m.waarde, m.n) for m in measure_respons(traject)] == [(pytest.approx(0.5), 20)]


@pytest.mark.parametrize(("uitgenodigd", "gezegd"), [(20, False), (pd.NA, True)])
def test_that_a_conversation_counts_once_is_said_only_where_refusals_are_counted(
    uitgenodigd: object, gezegd: bool
) -> None:
    t = make_example()
    leeg = {"uitgenodigd": uitgenodigd, "afgerond": pd.NA}
    weigering = pd.DataFrame(
        {"telling_id": ["t"], "activiteit_id": "enquete", "groep": "", "maat": "weigering", "aantal": 4}
    )
    traject = t.replace_tabellen(
        activiteiten=t.activiteiten.assign(**leeg).astype(t.activiteiten.dtypes), tellingen=weigering
    )
    tabel = describe_respons(traject)
    assert ("één gesprek telt als één deelname" in " ".join(read_toelichting(tabel).noten)) is gezegd
    assert tabel["n"].tolist() == ([12, 8] if gezegd else [20, 8])


def test_a_source_of_which_nobody_is_known_is_not_said_to_have_nobody() -> None:
    vast = {
        "activiteiten": pd.concat(
            [make_activiteit("enq", "enquete"), make_activiteit("stickers", "burgerdialoog")],
            ignore_index=True,
        ),
        "deelnemers": make_deelnemers("enq", ["p1", "p2"]),
    }
    tabel = describe_respons(Traject.from_tabellen(vast))
    assert tabel[["activiteit_id", "stap", "n"]].to_numpy().tolist() == [["enq", "deelnemers", 2]]


def test_the_example_is_weighted_on_its_margins(voorbeeld: Traject) -> None:
    gewogen = weight_deelnemers(voorbeeld)
    tabel = compare_populatie(gewogen)
    enquete = tabel[tabel["activiteit_id"] == "enquete"]
    assert (enquete["gewogen"] - enquete["bevolking"]).abs().max() < 0.005


def test_follow_up_names_what_is_missing(enquete: Traject) -> None:
    inbreng = pd.DataFrame(
        {
            "inbreng_id": ["a", "b", "c"],
            "samenvatting": ["x", "y", "z"],
            "fase": ["praktijk"] * 3,
            "status": [None, "niet_overgenomen", "overgenomen"],
            "trede": ["informeren", "raadplegen", "adviseren"],
            "besluit_datum": [None, None, "2026-06-10"],
        }
    )
    tabel = trace_doorwerking(enquete.replace_tabellen(doorwerking=inbreng)).set_index("inbreng_id")
    assert list(tabel.index) == ["c", "b", "a"]
    assert tabel["status"].to_dict() == {"c": "overgenomen", "b": "niet overgenomen", "a": "nog te besluiten"}
    assert tabel["let_op"].to_dict() == {
        "c": "motivering ontbreekt; het besluit viel voordat de gesprekken en metingen klaar waren",
        "b": "motivering ontbreekt",
        "a": "trede informeren telt niet als participatie",
    }


@pytest.mark.parametrize(
    ("besloten", "noot"),
    [
        ([None, None, "2026-06-10"], "Over 2 punten is nog niet besloten; gepland op 15-06-2026."),
        ([None, "2026-06-10", "2026-06-10"], "Over 1 punt is nog niet besloten; gepland op 15-06-2026."),
        (
            [None, "2026-06-10", "2026-06-15"],
            "Over 1 punt zou op 15-06-2026 worden besloten; daarover is niets vastgelegd.",
        ),
        (["2026-06-10"] * 3, ""),
    ],
)
def test_the_day_of_the_decision_is_told_of_what_is_open_alone_and_as_passed_once_others_were_decided(
    enquete: Traject, besloten: list[str | None], noot: str
) -> None:
    status = ["overgenomen" if dag else "in_behandeling" for dag in besloten]
    inbreng = pd.DataFrame({"inbreng_id": list("abc"), "samenvatting": "x", "status": status})
    t = replace(enquete, instellingen=replace(enquete.instellingen, besluit=date(2026, 6, 15)))
    tabel = trace_doorwerking(t.replace_tabellen(doorwerking=inbreng.assign(besluit_datum=besloten)))
    noten = read_toelichting(tabel).noten
    assert noten[1:] == ((noot,) if noot else ())
    assert noten[0].startswith("Laatste besluit in dit overzicht")


@pytest.mark.parametrize(("trede", "gemist"), [("raadplegen", False), ("adviseren", True), (None, True)])
def test_from_advice_up_every_decision_needs_a_reason(
    enquete: Traject, trede: str | None, gemist: bool
) -> None:
    statussen = ["overgenomen", "in_behandeling", "buiten_kaders"]
    inbreng = pd.DataFrame({"inbreng_id": list("abc"), "samenvatting": "x", "fase": "praktijk"})
    t = enquete.replace_tabellen(
        activiteiten=enquete.activiteiten.assign(
            trede="adviseren"
        ),  # what a row without a rung falls back on
        doorwerking=inbreng.assign(status=statussen, trede=trede),
    )
    let_op = trace_doorwerking(t).set_index("inbreng_id")["let_op"].eq("motivering ontbreekt")
    assert let_op.to_dict() == {"a": gemist, "b": False, "c": True}


def test_the_weighting_says_what_it_cost_and_mended() -> None:
    from burgerdata.analysis import describe_weging

    gewogen = weight_deelnemers(make_orakel(ontwerp="gewogen"), kenmerken=["opleiding", "geslacht"])
    tabel = describe_weging(gewogen)
    gewicht = gewogen.deelnemers["gewicht"]
    assert tabel["deff"].iloc[0] == pytest.approx(len(gewicht) * (gewicht**2).sum() / gewicht.sum() ** 2)
    assert tabel["n_eff"].iloc[0] == pytest.approx(tabel["n"].iloc[0] / tabel["deff"].iloc[0])
    assert tabel["hoogste"].iloc[0] == pytest.approx(gewicht.max() / gewicht.mean())
    per = tabel.set_index("kenmerk")
    assert per.loc["opleiding", "dissimilariteit_na"] == pytest.approx(0, abs=1e-9)
    assert per.loc["opleiding", "dissimilariteit_voor"] > 0.01


def test_a_weighting_that_halves_what_answers_tell_is_said_beside_them() -> None:
    traject = make_orakel(ontwerp="gewogen")
    scheef = traject.deelnemers.assign(
        gewicht=[50.0 if nr % 20 == 0 else 1.0 for nr in range(len(traject.deelnemers))]
    )
    zwaar = replace(traject.replace_tabellen(deelnemers=scheef), wegingen=traject.wegingen)
    w = scheef["gewicht"]
    waard = round(w.sum() ** 2 / (w**2).sum())
    noten = " ".join(read_toelichting(summarise_cijfer(zwaar, "cijfer1")).noten)
    assert f"De weging is zwaar: {len(w)} mensen samen zeggen zoveel als {waard} ongewogen." in noten
    assert "zwaar" not in " ".join(read_toelichting(summarise_cijfer(traject, "cijfer1")).noten)


def test_a_distance_that_gives_a_small_category_back_is_not_published() -> None:
    from burgerdata.analysis import describe_weging

    tabel = describe_weging(
        weight_deelnemers(make_orakel(ontwerp="gewogen"), kenmerken=["opleiding", "geslacht"])
    )
    per = tabel.set_index("kenmerk")["kleinste"]
    assert per["opleiding"] < per["geslacht"]
    drempels = Drempels(drempel=int(per["opleiding"]) + 1)
    uit = plan_onderdrukking({"w": tabel}, drempels).apply("w", tabel).set_index("kenmerk")
    weg = ["kleinste", "dissimilariteit_voor", "dissimilariteit_na"]
    assert uit.loc["opleiding", weg].isna().all()
    assert uit.loc["geslacht", weg].notna().all()
    assert uit["deff"].notna().all()


def test_margins_about_other_ages_than_the_survey_give_a_warning_and_a_note(enquete: Traject) -> None:
    activiteiten = enquete.activiteiten.assign(doelgroep="inwoners van 18 jaar en ouder")
    anders = enquete.replace_tabellen(activiteiten=activiteiten)
    marges = MARGES.assign(populatie="bevolking van 15 tot 75 jaar")
    with pytest.warns(MethodeWaarschuwing, match="over leeftijd gaan over bevolking van 15 tot 75 jaar"):
        gewogen = weight_deelnemers(anders, marges)
    assert any(
        "verkeerd gewogen" in noot for noot in read_toelichting(summarise_cijfer(gewogen, "minuten")).noten
    )
    weight_deelnemers(anders, MARGES.assign(populatie="bevolking van 18+"))


@pytest.mark.parametrize(
    ("doelgroep", "populatie", "bericht"),
    [
        ("inwoners van 18 jaar en ouder", "bevolking van 15 tot 75 jaar", "is hier niet te vergelijken"),
        ("inwoners van 18 jaar en ouder", "18 jaar en ouder op 1-1-2025", ""),
        ("inwoners van 18 jaar en ouder", "18 jaar en ouder, peildatum 2024-01-01", ""),
        ("inwoners van 18 jaar en ouder", "bevolking op 1 januari 2025", ""),
        ("huishoudens in Amsterdam", "personen van 18 jaar en ouder", "geen aandelen van personen"),
        ("inwoners van Amsterdam", "particuliere huishoudens", "geen aandelen van personen"),
        ("inwoners van Amsterdam", "personen in particuliere huishoudens", ""),
        ("jongeren in Utrecht", "inwoners van Nederland", "niet dezelfde mensen"),
        ("ondernemers in Nederland", "inwoners van Nederland", "niet dezelfde mensen"),
        ("inwoners van Utrecht", "inwoners van Nederland", "niet dezelfde mensen"),
        ("jongeren in Utrecht", "bevolking van 18 jaar en ouder, Utrecht", "niet dezelfde mensen"),
        ("jongeren in Utrecht", "bevolking van 16 tot 28 jaar, Utrecht", ""),
        ("kiesgerechtigden in Utrecht", "bevolking van Utrecht", "niet dezelfde mensen"),
        ("inwoners van de gemeente Utrecht", "bevolking, provincie Utrecht", "niet dezelfde mensen"),
        ("inwoners van Friesland", "bevolking van Fryslân", ""),
        ("inwoners van Den Haag", "bevolking van 's-Gravenhage", ""),
        ("mensen die online aangifte deden", "bevolking van Nederland", "niet dezelfde mensen"),
        ("inwoners van 18 jaar en ouder", "bevolking van 18 jaar en ouder, Nederland", ""),
        (
            "Nederlanders van 18+",
            "bevolking van Nederland, 18 jaar en ouder, 1 januari 2024 (CBS StatLine)",
            "",
        ),
        ("jongeren", "bevolking van 15 tot 25 jaar", ""),
        ("inwoners die 18 jaar of ouder zijn", "bevolking van 18 jaar en ouder", ""),
        ("inwoners van de gemeente Den Haag", "bevolking Den Haag 18+", ""),
        ("mannen en vrouwen van 18+", "bevolking 18+", ""),
    ],
)
@pytest.mark.parametrize("waar", ["levering", "traject"])
def test_a_population_about_others_is_said_beside_the_sample_too(
    enquete: Traject, doelgroep: str, populatie: str, bericht: str, waar: str
) -> None:
    if waar == "levering":
        activiteiten = enquete.activiteiten.assign(doelgroep=doelgroep)
        anders = enquete.replace_tabellen(activiteiten=activiteiten)
    else:
        anders = replace(enquete, instellingen=replace(enquete.instellingen, doelgroep=(doelgroep,)))
    noten = read_toelichting(compare_populatie(anders, MARGES.assign(populatie=populatie))).noten
    assert bericht in " ".join(noten)
    assert bool(noten) is bool(bericht)
    if bericht:
        with pytest.warns(MethodeWaarschuwing, match=re.escape(populatie)):
            weight_deelnemers(anders, MARGES.assign(populatie=populatie))


@pytest.mark.parametrize(
    ("labels", "tekst", "bericht"),
    [
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Wat is uw opleiding?", "volgens welke indeling"),
        ({"l": "laagopgeleid", "m": "middelbaar opgeleid", "h": "hoogopgeleid"}, "Niveau", "volgens welke"),
        (
            {"l": "lager opgeleid", "m": "middelbaar opgeleid", "h": "hoger opgeleid"},
            "Niveau",
            "volgens welke",
        ),
        ({"l": "Lager", "m": "Midden", "h": "Hoger"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "lage opleiding", "m": "middelbare opleiding", "h": "hoge opleiding"}, "x", "volgens welke"),
        ({"l": "opleiding laag", "m": "opleiding midden", "h": "opleiding hoog"}, "x", "volgens welke"),
        ({"l": "laag", "m": "gemiddeld", "h": "hoog"}, "Wat is uw opleiding?", "volgens welke"),
        (
            {"l": "praktisch opgeleid", "m": "middelbaar opgeleid", "h": "theoretisch opgeleid"},
            "x",
            "volgens",
        ),
        ({"l": "laag (basis, vmbo)", "m": "midden", "h": "hoog"}, "Opleiding", "volgens welke"),
        ({"l": "1", "m": "2", "h": "3"}, "Opleiding in 3 klassen", "volgens welke"),
        ({"l": "lagere opleiding", "m": "middelbare opleiding", "h": "hogere opleiding"}, "x", "volgens"),
        ({"l": "1. laag", "m": "2. midden", "h": "3. hoog"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "L", "m": "M", "h": "H"}, "Opleidingsniveau", "volgens welke"),
        ({"l": "low", "m": "medium", "h": "high"}, "Level of education", "volgens welke"),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Educatie", "volgens welke"),
        (
            dict(
                zip(
                    "lmhxyz",
                    ("laag", "midden", "hoog", "weet niet", "wil niet zeggen", "anders"),
                    strict=True,
                )
            ),
            "Wat is uw opleiding?",
            "volgens welke",
        ),
        (
            dict(
                zip(
                    "lmhxyz",
                    ("lager onderwijs", "lbo", "mavo", "havo", "hoger onderwijs", "midden"),
                    strict=True,
                )
            ),
            "Wat is uw opleiding?",
            "",
        ),
        ({"l": "1", "m": "2", "h": "3"}, "Opleiding in 3 klassen (SOI 2021)", ""),
        ({"l": "lager opgeleid", "m": "middelbaar opgeleid", "h": "hoger opgeleid"}, "ISCED", ""),
        ({"l": "basisonderwijs", "m": "mbo", "h": "hbo of wo"}, "Wat is uw opleiding?", ""),
        ({"l": "Nederlands", "m": "westers", "h": "niet-westers"}, "Achtergrond", "indeling van voor 2022"),
        ({"l": "Nederland", "m": "Turkije", "h": "Marokko"}, "Wat is uw migratieachtergrond?", "voor 2022"),
        ({"l": "geen", "m": "1e generatie", "h": "2e generatie"}, "Afkomst", "voor 2022"),
        ({"l": "Nederland", "m": "Turkije", "h": "Marokko"}, "Herkomst (CBS 2022)", ""),
        ({"l": "geboren in Nederland", "m": "geboren in Europa", "h": "elders"}, "Herkomst", ""),
        ({"l": "laag (CBS)", "m": "middelbaar (CBS)", "h": "hoog (CBS)"}, "Wat is uw opleiding?", ""),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Opleiding (CBS, 3 niveaus)", ""),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Hoe is uw inkomen?", ""),
        ({"l": "1 laag", "m": "2 midden", "h": "3 hoog"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "I laag", "m": "II midden", "h": "III hoog"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "I", "m": "II", "h": "III"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "niveau 1", "m": "niveau 2", "h": "niveau 3"}, "Wat is uw opleiding?", "volgens welke"),
        ({"l": "I", "m": "II", "h": "III"}, "Opleiding (CBS)", ""),
        (dict(zip("lmhx", "1234", strict=True)), "Wat is uw opleiding?", ""),
        (dict(zip("lmhx", ("I", "II", "III", "IV"), strict=True)), "Wat is uw opleiding?", ""),
        ({"l": "I", "m": "II", "h": "III"}, "In welke ring woont u?", ""),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Studieniveau", "volgens welke"),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Hoogst genoten school", "volgens welke"),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Onderwijs", "volgens welke"),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Hoe beoordeelt u het onderwijs?", ""),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Hoe tevreden bent u over scholing?", ""),
        ({"l": "laag", "m": "midden", "h": "hoog"}, "Wat vindt u uw opleidingsniveau?", "volgens welke"),
        (
            {"l": "lager onderwijs", "m": "middelbaar onderwijs", "h": "hoger onderwijs"},
            "Wat vindt u?",
            "volgens",
        ),
        ({"l": "Nederland", "m": "Turkije", "h": "Marokko"}, "Wat is uw migratie-achtergrond?", "voor 2022"),
        ({"l": "Nederland", "m": "Turkije", "h": "Marokko"}, "Migratie achtergrond", "voor 2022"),
    ],
)
def test_a_coding_that_cannot_be_told_is_refused_with_the_remedy(
    labels: dict[str, str], tekst: str, bericht: str
) -> None:
    wie = ["a", "b", "c"]
    delen = [
        {
            "activiteiten": make_activiteit("enq", "enquete", fase="praktijk"),
            "deelnemers": make_deelnemers("enq", wie),
        },
        make_vraag("enq", "minuten", "getal", {"a": 1, "b": 2, "c": 3}),
        make_vraag(
            "enq",
            "kenmerk1",
            "een_antwoord",
            dict(zip(wie, "lmh", strict=True)),
            opties=labels,
            rol="kenmerk",
            tekst=tekst,
        ),
    ]
    traject = Traject.from_tabellen(join(*delen))
    if not bericht:
        assert len(summarise_cijfer(traject, "minuten", per="kenmerk1")) == 3
        return
    with pytest.raises(MethodeError, match=bericht):
        summarise_cijfer(traject, "minuten", per="kenmerk1")


def make_herkomst(*teksten: str) -> Traject:
    wie = ["a", "b", "c"]
    landen = {"l": "Nederland", "m": "Turkije", "h": "Marokko"}
    delen = []
    for nummer, tekst in enumerate(teksten):
        naam = f"enq{nummer}"
        activiteit = make_activiteit(naam, "enquete", fase="praktijk", werving="panel", meting=f"m{nummer}")
        gekozen = dict(zip(wie, "lmh", strict=True))
        delen += [
            {"activiteiten": activiteit, "deelnemers": make_deelnemers(naam, wie)},
            make_vraag(naam, "minuten", "getal", {"a": 1, "b": 2, "c": 3}),
            make_vraag(naam, "herkomst", "een_antwoord", gekozen, opties=landen, rol="kenmerk", tekst=tekst),
        ]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_waves_with_the_old_and_the_new_coding_of_origin_share_no_table() -> None:
    gelijk = make_herkomst("Herkomst (CBS 2022)", "Herkomst (CBS 2022)")
    assert len(summarise_cijfer(gelijk, "minuten", per="herkomst")) == 6
    with pytest.raises(MethodeError, match="indeling van voor 2022"):
        summarise_cijfer(
            make_herkomst("Migratieachtergrond (CBS)", "Herkomst (CBS 2022)"), "minuten", per="herkomst"
        )


def test_margins_of_the_old_coding_do_not_weight_origin() -> None:
    traject = make_herkomst("Herkomst (CBS 2022)")
    categorieen = ["Nederland", "Turkije", "Marokko"]
    marges = pd.DataFrame({"variabele": "herkomst", "categorie": categorieen, "aandeel": [0.5, 0.3, 0.2]})
    gewogen = weight_deelnemers(traject, marges.assign(bron="CBS StatLine 85384NED"))
    assert gewogen.deelnemers["gewicht"].tolist() == pytest.approx([1.5, 0.9, 0.6])
    oud = marges.assign(bron="CBS StatLine (migratieachtergrond)")
    for gebruik in (weight_deelnemers, compare_populatie):
        with pytest.raises(MethodeError, match="naar herkomst"):
            gebruik(traject, oud)


@pytest.mark.parametrize("naam", ["geboorteland", "etniciteit", "land"])
def test_margins_of_the_old_coding_are_known_by_source_and_categories(naam: str) -> None:
    check_herkomstmarge(naam, "CBS StatLine 85384NED", ["Nederland", "Turkije", "Marokko"])
    with pytest.raises(MethodeError, match="van de indeling van voor 2022"):
        check_herkomstmarge(naam, "CBS StatLine 84910NED", ["Nederland", "Turkije", "Marokko"])
    with pytest.raises(MethodeError, match="van de indeling van voor 2022"):
        check_herkomstmarge(naam, "CBS", ["Nederlands", "westers", "niet-westers"])


@pytest.mark.parametrize(
    ("naam", "tekst", "bericht"),
    [
        ("studieniveau", "?", "volgens welke"),
        ("hoogst_genoten_school", "?", "volgens welke"),
        ("hoogst genoten school", "?", "volgens welke"),
        ("onderwijs", "Hoe beoordeelt u het onderwijs?", ""),
        ("opleiding", "Hoe beoordeelt u zichzelf?", "volgens welke"),
    ],
)
def test_education_is_known_by_the_name_of_the_trait(naam: str, tekst: str, bericht: str) -> None:
    with pytest.raises(MethodeError, match=bericht) if bericht else nullcontext():
        check_indeling(naam, tekst, ["laag", "midden", "hoog"])


@pytest.mark.parametrize("naam", ["migratie-achtergrond", "migratie achtergrond", "migratie_achtergrond"])
def test_the_old_coding_of_origin_is_known_in_any_spelling(naam: str) -> None:
    with pytest.raises(MethodeError, match="indeling van voor 2022"):
        check_indeling(naam, "?", ["Nederland", "Turkije", "Marokko"])


@pytest.mark.parametrize(
    ("naam", "categorieen", "bericht"),
    [
        ("groep", ["Nederlands", "overig"], "van voor 2022"),
        ("kenmerk1", ["a", "b", "c"], "van voor 2022"),
        ("groep", ["geen", "1e generatie", "2e generatie"], "van voor 2022"),
        ("groep", ["generatie 1", "generatie 2"], "van voor 2022"),
        ("leeftijd", ["jong", "oud"], ""),
        ("groep", ["jonger dan 30", "30-64", "vanaf 65"], ""),
        ("groep", ["0-17", "18 tot 65 jaar", "65+", "80 jaar en ouder"], ""),
        ("g", ["m", "v"], ""),
        ("provincie", ["Utrecht", "Drenthe"], ""),
    ],
)
def test_the_old_table_of_cbs_gives_age_and_sex_and_no_origin(
    naam: str, categorieen: list[str], bericht: str
) -> None:
    with pytest.raises(MethodeError, match=bericht) if bericht else nullcontext():
        check_herkomstmarge(naam, "CBS StatLine 84910NED", categorieen)


@pytest.mark.parametrize(
    ("tekst", "bron", "bericht"),
    [
        (
            "Opleiding volgens CBS",
            "Gouden Standaard (MOA)",
            "volgens CBS en de bevolkingscijfers volgens Gouden",
        ),
        (
            "Opleiding (Gouden Standaard)",
            "CBS StatLine",
            "volgens Gouden Standaard .MOA. en de bevolkingscijfers",
        ),
        ("Opleiding volgens CBS", "CBS StatLine 85525NED", ""),
        ("Opleiding volgens de Gouden Standaard", "CBS, in de indeling van de Gouden Standaard", ""),
        ("Opleiding volgens CBS", "gemeente", ""),
    ],
)
def test_margins_of_another_scheme_of_education_are_not_used(tekst: str, bron: str, bericht: str) -> None:
    wie = [f"p{nr}" for nr in range(30)]
    traject = Traject.from_tabellen(
        join(
            {"activiteiten": make_activiteit("enq", "enquete"), "deelnemers": make_deelnemers("enq", wie)},
            make_vraag(
                "enq",
                "opl",
                "een_antwoord",
                {p: "123"[nr % 3] for nr, p in enumerate(wie)},
                opties={"1": "laag", "2": "midden", "3": "hoog"},
                rol="kenmerk",
                tekst=tekst,
            ),
        ),
        Instellingen(),
    )
    marges = pd.DataFrame(
        {"variabele": "opl", "categorie": ["laag", "midden", "hoog"], "aandeel": [0.3, 0.4, 0.3]}
    )
    for gebruik in (weight_deelnemers, compare_populatie):
        with pytest.raises(MethodeError, match=bericht) if bericht else nullcontext():
            gebruik(traject, marges.assign(bron=bron))


def test_shares_that_miss_a_category_are_refused(enquete: Traject) -> None:
    kort = MARGES.assign(aandeel=[0.3, 0.5])
    with pytest.raises(MethodeError, match=r"de aandelen van 'groep2' in marges\.xlsx tellen op tot 0.8"):
        weight_deelnemers(enquete, kort)


def test_people_without_weight_are_not_beside_the_population(enquete: Traject) -> None:
    deelnemers = enquete.deelnemers
    # p0 to p4 are young and p5 to p8 old; without p0, p1 and p8 three of each are left
    zonder = deelnemers["deelnemer_id"].isin(["p0", "p1", "p8"])
    tabel = compare_populatie(
        enquete.replace_tabellen(
            deelnemers=deelnemers.assign(gewicht=deelnemers["gewicht"].mask(zonder, 0.0))
        ),
        MARGES,
    )
    assert tabel["n"].tolist() == [3, 3]
    assert tabel["basis"].tolist() == [6, 6]
    assert tabel["steekproef"].tolist() == [0.5, 0.5]
    assert "bekend kenmerk; wie gewicht 0 heeft, telt niet mee." in read_toelichting(tabel).basis
    assert "gewicht" not in read_toelichting(compare_populatie(enquete, MARGES)).basis


def test_a_category_without_a_margin_is_named() -> None:
    traject = make_orakel(ontwerp="gewogen")
    opties, antwoorden = traject.opties, traject.antwoorden
    wie = list(traject.deelnemers["deelnemer_id"].astype("str"))[:5]
    anders = antwoorden["vraag_id"].eq("geslacht") & antwoorden["deelnemer_id"].isin(wie)
    extra = opties[opties["vraag_id"].eq("geslacht")].head(1).assign(code="x", label="anders", volgorde=9)
    ruim = traject.replace_tabellen(
        opties=pd.concat([opties.astype({"code": "str"}), extra.astype({"code": "str"})], ignore_index=True),
        antwoorden=antwoorden.assign(code=antwoorden["code"].astype("str").mask(anders, "x")),
    )
    noten = read_toelichting(
        summarise_cijfer(weight_deelnemers(ruim, kenmerken=["geslacht"]), "cijfer1")
    ).noten
    assert any(
        "Niet in de marges, en daarom met hun eigen gewicht: geslacht ‘anders’." in noot for noot in noten
    )


def test_a_population_or_target_group_that_is_not_given_is_said_and_is_no_warning(enquete: Traject) -> None:
    gewogen = weight_deelnemers(enquete, MARGES)
    for noten in (
        read_toelichting(compare_populatie(enquete, MARGES)).noten,
        read_toelichting(summarise_cijfer(gewogen, "minuten")).noten,
    ):
        tekst = " ".join(noten)
        assert "Van de enquête is de doelgroep niet opgegeven (traject.toml)" in tekst
        assert "Van de bevolkingscijfers over leeftijd is de populatie niet opgegeven (marges.xlsx)" in tekst


def test_margins_of_several_dates_are_each_told_with_theirs(enquete: Traject) -> None:
    marges = make_orakel().marges
    data = {"opleiding": "2024-01-01", "geslacht": "2026-01-01", "leeftijdsgroep": "2026-01-01"}
    marges = marges[marges["variabele"].isin(data)]
    marges = marges.assign(peildatum=marges["variabele"].astype("str").map(data))
    basis = read_toelichting(compare_populatie(make_orakel(), marges)).basis
    assert "peildatum 1 januari 2024 (opleiding) en 1 januari 2026 (" in basis
    assert {"geslacht", "leeftijdsgroep"} <= set(re.findall(r"\w+", basis.split("1 januari 2026")[1]))
    een = read_toelichting(
        compare_populatie(make_orakel(), marges[marges["variabele"].eq("opleiding")])
    ).basis
    assert een.endswith("peildatum 1 januari 2024.")


def make_deels_onbekend(onbekend: int, grootte: int = 40) -> Traject:
    """Return a survey of ``grootte`` of whom some did not tell their sex."""
    wie = [f"p{nr}" for nr in range(grootte)]
    sexe: dict[str, object] = {p: str(1 + nr % 2) for nr, p in enumerate(wie)}
    sexe |= dict.fromkeys(wie[:onbekend], ("wil_niet_zeggen",))
    return Traject.from_tabellen(
        join(
            {
                "activiteiten": make_activiteit(
                    "enq", "enquete", werving="panel", doelgroep="inwoners van Nederland"
                ),
                "deelnemers": make_deelnemers("enq", wie),
            },
            make_vraag(
                "enq",
                "v",
                "schaal",
                {p: "12345"[nr * 7 % 5] for nr, p in enumerate(wie)},
                opties=dict(zip("12345", "abcde", strict=True)),
            ),
            make_vraag("enq", "sexe", "een_antwoord", sexe, opties={"1": "m", "2": "v"}, rol="kenmerk"),
        ),
        Instellingen(),
    )


SEXE = pd.DataFrame(
    {
        "variabele": "sexe",
        "categorie": ["m", "v"],
        "aandeel": [0.3, 0.7],
        "populatie": "inwoners van Nederland",
    }
)


def test_people_whose_trait_is_unknown_are_told_and_not_too_many() -> None:
    gewogen = weight_deelnemers(make_deels_onbekend(2), SEXE)
    # 2 of 40 keep their share, the others divide 95%: 11.4 over 19 men, 26.6 over 19 women
    assert sorted(set(gewogen.deelnemers["gewicht"].round(9))) == pytest.approx([0.6, 1.0, 1.4])
    noten = " ".join(read_toelichting(summarise_cijfer(gewogen, "v")).noten)
    assert "Niet in de marges, en daarom met hun eigen gewicht: sexe onbekend." in noten
    kort = gewogen.replace_tabellen(
        vragen=gewogen.vragen.assign(
            kort=gewogen.vragen["vraag_id"].astype("str").map({"sexe": "geslacht"}).fillna("")
        )
    )
    noten = " ".join(read_toelichting(summarise_cijfer(kort, "v")).noten)
    assert (
        "Gewogen naar de bevolking op geslacht. Niet in de marges, en daarom met hun eigen gewicht: geslacht onbekend."
        in noten
    )
    with pytest.raises(MethodeError, match=r"'sexe' is bij 3 van de 40 deelnemers \(8%\) onbekend"):
        weight_deelnemers(make_deels_onbekend(3), SEXE)


def test_the_share_of_those_whose_trait_is_unknown_has_an_error() -> None:
    design = weight_deelnemers(make_deels_onbekend(20, 400), SEXE).design("enq")
    onbekend = add_columns(design, {"x": design.frame["sexe"].isna().astype("float64")})
    # 20 of 400: a share of the sample, though its weights were fitted to keep it
    assert onbekend.mean("x")["se"].item() == pytest.approx(math.sqrt(0.05 * 0.95 / 399), rel=0.01)


VAN_KLANTEN = (
    "Nederlandse pashouders",
    "volwassen pashouders",
    "gebruikers van de bibliotheek",
    "reizigers van 12 jaar en ouder",
    "leden",
    "patiënten van het ziekenhuis",
    "ouders van leerlingen",
    "aanvragers in de gemeente Ede",
    "inwoners van Ede met een Wmo-indicatie",
)
VAN_IEDEREEN = (
    "gemeente Zutphen",
    "Zutphen",
    "provincie Utrecht",
    "totaal",
    "mannen en vrouwen",
    "stemgerechtigden gemeente Ede",
    "18 jaar en ouder in Twente",
    "leden van het huishouden",
    "niet-gebruikers",
    "kiesgerechtigden",
)


@pytest.mark.parametrize(
    ("populatie", "te_vergelijken"),
    [
        ("pashouders doelgroepenvervoer van 18 jaar en ouder", True),
        ("cliënten van de wijkteams", True),
        *((populatie, True) for populatie in VAN_KLANTEN),
        *((populatie, False) for populatie in VAN_IEDEREEN),
        ("bevolking van 18 jaar en ouder", False),
        ("inwoners van Waterbeek", False),
        ("18 jaar en ouder", False),
        ("niet opgegeven", False),
    ],
)
def test_customers_are_laid_beside_figures_about_customers(populatie: str, te_vergelijken: bool) -> None:
    """Three of four are old among those who took part, one in two of those who have a pass."""
    vraag = make_vraag(
        "enquete",
        "wat_is_uw_leeftijd",
        "een_antwoord",
        dict(zip("abcd", "1222", strict=True)),
        opties={"1": "jong", "2": "oud"},
        rol="kenmerk",
        tekst="Wat is uw leeftijd?",
        kort="",
    )
    vast = {
        "activiteiten": make_activiteit("enquete", "enquete", fase="praktijk", werving="klantbestand"),
        "deelnemers": make_deelnemers("enquete", list("abcd")),
    }
    marges = pd.DataFrame({"variabele": "wat_is_uw_leeftijd", "categorie": ["jong", "oud"], "aandeel": 0.5})
    traject = Traject.from_tabellen(join(vast, vraag))
    traject = traject.replace_tabellen(marges=fill_marges(marges.assign(populatie=populatie)))
    reden, kaart = state_onvergelijkbaar(traject), score_indicatoren(traject).set_index("id")
    assert "wat_is_uw" not in reden
    assert not kaart.loc[["R3", "R4", "R5"], "toelichting"].str.contains("Vul marges").any()
    if te_vergelijken:
        assert compare_populatie(traject)["verschil"].tolist() == pytest.approx([-0.25, 0.25])
        assert not reden
    else:
        assert "‘leeftijd’ passen alleen bij de enquête" in reden
        assert reden in kaart.loc["R3", "toelichting"]


@pytest.mark.parametrize(
    ("bron", "gedrukt"),
    [
        ("van bureaus/O&S/Bevolking 3 wijken (O&S).csv", "Bevolking 3 wijken (O&S).csv"),
        ("van bureaus\\bevolking 2026.xlsx", "bevolking 2026.xlsx"),
        ("ruw/bevolking.xlsx, blad Wijken", "bevolking.xlsx, blad Wijken"),
        ("CBS StatLine 03759ned", "CBS StatLine 03759ned"),
        ("CBS/StatLine", "CBS/StatLine"),
        ("https://opendata.example/tabel.csv", "https://opendata.example/tabel.csv"),
    ],
)
def test_of_a_file_with_population_figures_a_reader_sees_its_name_and_not_its_folder(
    bron: str, gedrukt: str
) -> None:
    marges = pd.DataFrame({"variabele": "leeftijdsgroep", "categorie": ["18-34", "35+"], "aandeel": 0.5})
    tabel = compare_populatie(make_example(), fill_marges(marges.assign(bron=bron)))
    over = read_toelichting(tabel)
    assert over.bron.endswith(f"; {gedrukt}")
    for andere in (4, 1):  # a long line keeps it whole too
        lang = "; ".join([*(f"bron {nr}, panel, mei" for nr in range(andere)), gedrukt])
        assert shorten_bron(lang).endswith(f"; {gedrukt}")


def test_where_few_forms_have_refusals_the_share_of_talks_is_not_told_without_saying_so(
    voorbeeld: Traject,
) -> None:
    """Refusals that were written down beside two of the talks may have been counted nowhere else."""
    zin = "Weigeringen staan bij 2 van de 90 gesprekken; waar niets staat, is niemand geteld, zodat er meer kunnen zijn."
    straat = voorbeeld.only(instrument="straatgesprek")
    assert zin not in read_toelichting(describe_respons(straat)).noten
    weinig = straat.replace_tabellen(tellingen=straat.tellingen.iloc[:2])
    assert zin in read_toelichting(describe_respons(weinig)).noten
