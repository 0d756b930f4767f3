"""The forty report questions: verbatim, answered from their own phase, or said not to be measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from burgerdata import figures
from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis import (
    Antwoord,
    beantwoord,
    count_themas,
    list_rapportvragen,
    summarise_stellingen,
)
from burgerdata.analysis.rapportvragen import beantwoord_alle
from burgerdata.analysis.rapportvragen.beantwoorden import publish_alle
from burgerdata.analysis.rapportvragen.signaalgroei import compare_signalen
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.findings.grootste import explain_keuze
from burgerdata.schema import INSTRUMENT
from burgerdata.settings import Drempels
from burgerdata.toelichting import Toelichting, annotate, read_toelichting
from burgerdata.traject import Traject

from .trajecten import EENS, join, make_activiteit, make_deelnemers, make_fragmenten, make_vraag

FIGUREN = {naam.removeprefix("plot_") for naam in figures.__all__ if naam.startswith("plot_")}


@pytest.fixture(scope="module")
def antwoorden(voorbeeld: Traject) -> Mapping[str, Antwoord]:
    return beantwoord_alle(voorbeeld)


def test_there_are_ten_questions_per_phase() -> None:
    tabel = list_rapportvragen()
    assert tabel["fase"].value_counts(sort=False).to_dict() == {
        "beleidsontwikkeling": 10,
        "dienstverlening": 10,
        "praktijk": 10,
        "evaluatie": 10,
    }
    assert tabel["id"].is_unique
    assert tabel["vraag"].str.endswith("?").all()


def test_nine_instruments_answer_all_but_one_question(antwoorden: Mapping[str, Antwoord]) -> None:
    status = pd.Series({naam: antwoord.status for naam, antwoord in antwoorden.items()})
    assert status.value_counts().to_dict() == {"beantwoord": 28, "deels": 11, "niet_gemeten": 1}


def test_what_is_not_measured_says_what_would(voorbeeld: Traject) -> None:
    straat = beantwoord_alle(voorbeeld.only(instrument="straatgesprek"))
    niet = [antwoord for antwoord in straat.values() if antwoord.status == "niet_gemeten"]
    assert {"dv2", "dv4", "dv6", "dv9", "bo1", "pr2"} <= {antwoord.id for antwoord in niet}
    for antwoord in niet:
        assert antwoord.ontbreekt.endswith(".")
        assert not antwoord.tabellen
        assert "Niet gemeten." in repr(antwoord)


@pytest.mark.parametrize(
    ("teksten", "er_is"),
    [([("p1", "te lang")], "Er is 1 tekst"), ([("p1", "te lang"), ("p2", "duur")], "Er zijn 2 teksten")],
)
def test_texts_without_a_theme_ask_for_coding_and_not_for_more_texts(
    teksten: list[tuple[str, str]], er_is: str
) -> None:
    tabellen = {
        "activiteiten": make_activiteit("straat", "straatgesprek", fase="praktijk"),
        "deelnemers": make_deelnemers("straat", [wie for wie, _ in teksten]),
        "fragmenten": make_fragmenten("straat", teksten),
    }
    antwoorden = beantwoord_alle(Traject.from_tabellen(tabellen))
    assert antwoorden["pr1"].ontbreekt == f"{er_is}, nog niet gecodeerd: vul themalijst.xlsx aan."
    assert antwoorden["pr3"].ontbreekt == "Vraag in een enquête een oordeel, met achtergrondkenmerken."
    assert antwoorden["dv5"].ontbreekt.startswith("Laat mensen brieven")  # no texts in that phase
    grenzen = antwoorden["ev10"].tabellen["grenzen"].set_index("id")["meten"]
    assert grenzen["pr1"] == antwoorden["pr1"].ontbreekt


@pytest.mark.parametrize(
    ("vraag", "bevinding"),
    [
        ("bo9", "Het meest verdeeld over ‘Maak online aangifte verplicht…’: 33 voor, 19 tegen"),
        ("dv9", "‘Voeg een foto toe als bewijs’ lukte eerst 2 van de 12 en daarna 9 van de 12 mensen"),
        ("dv3", "Zwaarste knelpunt in ronde 2: ‘De stand van zaken…’, bij vier van de twaalf mensen"),
        ("ev3", "Rapportcijfer afhandeling steeg bij ‘man’ en ‘vrouw’"),
        ("pr2", "‘Technische storing’ meldden in mei–augustus meer mensen dan daarvoor; niet getoetst"),
    ],
)
def test_what_was_planted_is_what_the_answer_says(
    antwoorden: Mapping[str, Antwoord], vraag: str, bevinding: str
) -> None:
    assert antwoorden[vraag].bevinding == bevinding


def test_a_theme_that_more_people_report_has_a_count_or_a_bound_in_both_halves(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    tabel = antwoorden["pr2"].tabellen["signalen"]
    assert tabel["tekst"].tolist() == ["minder dan 10", "10 of meer"]
    alles = replace(voorbeeld.instellingen, drempels=Drempels(1, 1, 50))
    open_ = compare_signalen(replace(voorbeeld, instellingen=alles)).query("thema == 'technische storing'")
    eerst, later = (int(n) for n in open_["n"])
    assert eerst < 10 <= later
    assert open_["tekst"].tolist() == [str(eerst), str(later)]


def test_citizens_are_laid_beside_professionals_and_never_beside_citizens(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    assert antwoorden["pr8"].status == "niet_gemeten"  # four professionals are too few to print
    assert antwoorden["pr8"].ontbreekt == "Vraag uitvoerders hetzelfde als burgers, in een eigen activiteit."
    signalen = voorbeeld.only(instrument="signaal")
    genoemd = count_themas(signalen).set_index("thema")["n"]
    mensen = signalen.deelnemers
    burgers = mensen.index[mensen["rol"].eq("burger")]
    om = burgers[: len(burgers) // 2]
    rollen = mensen["rol"].astype("str").mask(mensen.index.isin(om), "professional")
    antwoord = beantwoord(signalen.replace_tabellen(deelnemers=mensen.assign(rol=rollen)), "pr8")
    tabel = antwoord.tabellen["uitvoerders"]
    assert set(tabel["wie"]) == {"burgers", "uitvoerders"}
    professionals = (mensen["rol"].eq("professional")).sum()
    samen = tabel.groupby("thema", observed=True, dropna=False)["n"].sum()
    assert ((samen - genoemd).between(0, professionals)).all()
    assert antwoord.bevinding.startswith("Deelnemers")


def test_a_solution_is_a_new_insight_about_options(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    themas = antwoorden["bo6"].tabellen["themas"]["thema_id"].unique()
    assert set(themas) == {"bewijs_toevoegen", "keuze_van_het_delict"}  # new, and bk3 in themalijst.xlsx
    zonder = voorbeeld.replace_tabellen(themas=voorbeeld.themas.assign(kompasvraag=None))
    assert beantwoord(zonder.only(fase="beleidsontwikkeling"), "bo6").status == "deels"


def test_the_aim_of_the_policy_is_not_that_of_asking_people(voorbeeld: Traject) -> None:
    antwoord = beantwoord(voorbeeld, "ev1")
    assert antwoord.status == "deels"
    assert "ervaring meten" not in antwoord.bevinding
    doel = replace(voorbeeld.instellingen, beleidsdoel="kleine zaken sneller opgelost")
    heel = beantwoord(replace(voorbeeld, instellingen=doel), "ev1")
    assert (heel.status, "kleine zaken sneller opgelost" in heel.bevinding) == ("beantwoord", True)


def test_without_the_only_source_of_a_part_the_answer_says_so(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    zonder = voorbeeld.only(instrument=[i for i in INSTRUMENT if i != "community"])
    assert "Bij wie de steun" not in antwoorden["bo8"].ontbreekt
    assert "Bij wie de steun groter of kleiner is, is niet gemeten." in beantwoord(zonder, "bo8").ontbreekt


def test_dots_are_counted_per_table_with_where_they_come_from(antwoorden: Mapping[str, Antwoord]) -> None:
    stippen = antwoorden["bo8"].tabellen["stippen"]
    # planted: one idea comes first at all six tables, of 36 counts in all
    assert stippen[["stippen", "eerste", "tafels"]].iloc[0].tolist() == [45, 6, 6]
    assert int(stippen["stippen"].sum()) == 144
    assert "burgerdialoog (Uitwerken naar dienstverlening)" in antwoorden["bo8"].ontbreekt
    zin = "‘Stuur altijd een bericht over de afloop’ kreeg aan alle zes de tafels de meeste stippen"
    assert state_bevinding(stippen) == zin


def test_support_lays_votes_beside_the_poll(antwoorden: Mapping[str, Antwoord]) -> None:
    assert list(antwoorden["bo8"].tabellen)[:2] == ["stemmen", "steun_gesteunde_verbetering"]


def test_every_finding_is_one_short_sentence(antwoorden: Mapping[str, Antwoord]) -> None:
    for antwoord in antwoorden.values():
        if antwoord.status != "niet_gemeten":
            assert 10 < len(antwoord.bevinding) <= 90, antwoord.id
            assert not antwoord.bevinding.endswith("."), antwoord.id
            assert "burgers" not in antwoord.bevinding, antwoord.id


def test_what_is_drawn_is_in_the_answer(antwoorden: Mapping[str, Antwoord]) -> None:
    for antwoord in antwoorden.values():
        for tekening in antwoord.tekeningen:
            assert tekening.figuur in FIGUREN
            assert tekening.tabel in antwoord.tabellen
        for tabel in antwoord.tabellen.values():
            assert read_toelichting(tabel).onderwerp
            assert read_toelichting(tabel).synthetisch


def test_an_answer_comes_from_material_of_its_own_phase(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    fase = dict(zip(voorbeeld.activiteiten["activiteit_id"], voorbeeld.activiteiten["fase"], strict=True))
    vragen = voorbeeld.vragen[voorbeeld.vragen["fase"].notna()]
    namen = name_activiteiten(voorbeeld.activiteiten)
    geleend = set(zip(vragen["fase"], vragen["activiteit_id"], strict=True))
    assert geleend == {("evaluatie", "burgerdialoog_uitloop")}
    for antwoord in antwoorden.values():
        for tabel in antwoord.tabellen.values():
            if "activiteit_id" in tabel and antwoord.id != "ev7":
                van_elders = {naam for naam in tabel["activiteit_id"] if fase[naam] != antwoord.fase}
                gezegd = {naam for naam in van_elders if f"{namen[naam]} (" in antwoord.ontbreekt}
                assert {(antwoord.fase, naam) for naam in van_elders - gezegd} <= geleend, antwoord.id


def test_what_another_phase_asked_is_not_said_to_be_unasked(antwoorden: Mapping[str, Antwoord]) -> None:
    assert "‘voorkeur voor kanaal’" in antwoorden["dv8"].bevinding
    assert "kanaal_kanalen" not in antwoorden["dv8"].tabellen  # which they used is not what they want
    for naam in ("bo7", "dv7"):
        assert set(antwoorden[naam].tabellen["doenvermogen"]["vraag_id"]) == {
            f"doen_{nr}" for nr in range(1, 5)
        }
    for naam in ("bo7", "dv7", "dv8"):
        assert "enquête (Signalen uit de praktijk)" in antwoorden[naam].ontbreekt
        assert antwoorden[naam].status == "deels"
    assert [antwoorden[naam].soort for naam in ("bo7", "dv7", "dv8")] == ["gehoord", "gemeten", "gemeten"]


def test_waves_without_a_phase_tell_what_changed(voorbeeld: Traject) -> None:
    """A first report has no phases yet: its two waves are measured all the same. Other waves of evaluatie go first."""
    panel = voorbeeld.only(instrument="klantpanel")
    activiteiten = panel.activiteiten
    zonder = panel.replace_tabellen(activiteiten=activiteiten.assign(fase=None).astype(activiteiten.dtypes))
    zonder = zonder.replace_tabellen(vragen=zonder.vragen.assign(fase=None).astype(zonder.vragen.dtypes))
    antwoord = beantwoord(zonder, "ev2")
    assert antwoord.bevinding == beantwoord(panel, "ev2").bevinding
    assert antwoord.bevinding.startswith("Rapportcijfer afhandeling steeg")
    assert beantwoord(zonder, "ev3").status != "niet_gemeten"
    assert beantwoord(zonder, "ev4").status == "niet_gemeten"


def test_waves_of_another_phase_tell_what_changed_and_whose_they_are(voorbeeld: Traject) -> None:
    panel = voorbeeld.only(instrument="klantpanel")
    activiteiten = panel.activiteiten
    eerder = panel.replace_tabellen(
        activiteiten=activiteiten.assign(fase="beleidsontwikkeling").astype(activiteiten.dtypes),
        vragen=panel.vragen.assign(fase=None).astype(panel.vragen.dtypes),
    )
    antwoord = beantwoord(eerder, "ev2")
    assert antwoord.bevinding == beantwoord(panel, "ev2").bevinding
    assert "Niet in deze fase gevraagd; dit komt van het klantpanel" in antwoord.ontbreekt
    assert "(Beleidsontwikkeling)" in antwoord.ontbreekt


def test_a_vote_through_an_open_link_was_heard_and_one_of_people_who_were_chosen_measured(
    voorbeeld: Traject,
) -> None:
    activiteiten = voorbeeld.activiteiten
    soorten = []
    for werving in ("open_link", "loting"):
        ander = voorbeeld.replace_tabellen(
            activiteiten=activiteiten.assign(werving=werving).astype(activiteiten.dtypes)
        )
        soorten.append(beantwoord(ander.only(instrument="burgerberaad"), "bo8").soort)
    assert soorten == ["gehoord", "gemeten"]


def test_a_tested_difference_was_measured_among_who_came_forward_too(voorbeeld: Traject) -> None:
    """Their votes and their mean say nothing of others, and that two groups of them differ was tested."""
    activiteiten = voorbeeld.activiteiten
    zelf = voorbeeld.replace_tabellen(
        activiteiten=activiteiten.assign(werving="open_link").astype(activiteiten.dtypes)
    )
    assert [beantwoord(zelf, naam).soort for naam in ("bo9", "pr3", "pr4")] == [
        "gehoord",
        "gemeten",
        "gehoord",
    ]


def test_a_question_that_no_phase_asked_is_said_to_be_unasked(voorbeeld: Traject) -> None:
    straat = voorbeeld.only(instrument="straatgesprek")
    assert beantwoord(straat, "dv8").ontbreekt.endswith("naar een voorkeur is niet gevraagd.")
    assert "deze fase" not in beantwoord(straat, "dv7").ontbreekt


def test_a_theme_is_found_by_its_name_and_not_by_its_definition(voorbeeld: Traject) -> None:
    themas = beantwoord(voorbeeld.only(instrument="straatgesprek"), "dv8").tabellen["themas"]
    assert set(themas["thema_id"]) == {
        "menselijk_contact"
    }  # 'telefoon' is in the definition of technische storing


def test_a_question_with_a_phase_of_its_own_answers_that_phase_only(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    assert set(antwoorden["ev4"].tabellen["vraag_door_beleid"]["activiteit_id"]) == {"burgerdialoog_uitloop"}
    vragen = set(voorbeeld.vragen[voorbeeld.vragen["fase"].eq("evaluatie")]["vraag_id"])
    assert vragen == {"door_beleid", "nodig", "aanvaardbaar"}
    for antwoord in antwoorden.values():
        if antwoord.fase == "dienstverlening":
            genoemd = {tabel.removeprefix("vraag_").removeprefix("cijfer_") for tabel in antwoord.tabellen}
            assert not genoemd & vragen, antwoord.id


def test_the_planted_truths_are_findings(antwoorden: Mapping[str, Antwoord]) -> None:
    assert antwoorden["ev2"].bevinding == "Rapportcijfer afhandeling steeg van 6,2 naar 6,7"
    assert antwoorden["pr3"].bevinding == "Rapportcijfer online aangifte is lager bij ‘18-34’ dan bij de rest"
    assert antwoorden["ev2"].ontbreekt.startswith(
        "Niet vergeleken: ‘tevreden over informatie’ is in het klantpanel van maart 2026 en het klantpanel van september 2026 niet dezelfde vraag"
    )
    assert antwoorden["ev10"].bevinding == "Eén rapportvraag is niet gemeten en elf voor een deel"


def test_the_limits_are_the_questions_that_were_not_measured(enquete: Traject) -> None:
    antwoorden = beantwoord_alle(enquete)
    niet = [naam for naam, antwoord in antwoorden.items() if antwoord.status == "niet_gemeten"]
    assert len(niet) >= 20
    deels = [naam for naam, antwoord in antwoorden.items() if antwoord.status == "deels"]
    per_dekking = antwoorden["ev10"].tabellen["grenzen"].groupby("dekking")["id"].agg(list)
    assert per_dekking.to_dict() == {"niet gemeten": niet, "deels": deels}
    assert antwoorden["ev10"].bevinding.startswith(f"{len(niet)} rapportvragen zijn niet gemeten en ")


def test_one_question_gives_the_same_answer_as_all_together(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    assert repr(beantwoord(voorbeeld, "pr9")) == repr(antwoorden["pr9"])
    assert list_rapportvragen(voorbeeld).set_index("id")["status"].to_dict() == {
        naam: antwoord.status for naam, antwoord in antwoorden.items()
    }


def test_a_traject_of_one_phase_leaves_the_others_unanswered(enquete: Traject) -> None:
    status = list_rapportvragen(enquete).set_index("id")["status"]
    assert status[[f"bo{nr}" for nr in range(1, 11)]].eq("niet_gemeten").all()
    assert status["pr6"] == "deels"


def test_an_unknown_question_is_refused_with_a_suggestion(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="bedoelde u 'pr4'"):
        beantwoord(enquete, "pr 4")


def test_traject_toml_can_bind_a_question(voorbeeld: Traject) -> None:
    instellingen = replace(
        voorbeeld.instellingen, rapportvragen={"dv8": ("valt_op",), "pr4": ("tevreden_afhandeling",)}
    )
    gebonden = replace(voorbeeld, instellingen=instellingen)
    assert "tevreden_afhandeling" in " ".join(beantwoord(gebonden, "pr4").tabellen)
    assert "cijfer_cijfer_online" not in beantwoord(gebonden, "pr4").tabellen


def test_a_finding_tells_nothing_that_its_table_will_hide(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    from burgerdata.disclosure import plan_onderdrukking

    for naam in ("pr4", "pr6", "ev7", "bo2", "dv3"):
        antwoord = antwoorden[naam]
        eerste = next(iter(antwoord.tabellen))
        plan = plan_onderdrukking(antwoord.tabellen, voorbeeld.instellingen.drempels)
        assert antwoord.bevinding == state_bevinding(plan.apply(eerste, antwoord.tabellen[eerste])), naam


def test_only_a_survey_or_a_panel_measures_how_often_people_name_something(
    antwoorden: Mapping[str, Antwoord],
) -> None:
    """A test with twelve people, talks in the street and complaints were heard, however many there were."""
    assert {antwoorden[naam].soort for naam in ("dv3", "dv5", "bo7")} == {"gehoord"}
    assert antwoorden["pr1"].soort == "gemeten en gehoord"  # a survey and reports
    assert antwoorden["ev5"].soort == "gemeten"  # a panel


def test_what_only_another_phase_asked_is_told_with_where_that_is(panel: Traject) -> None:
    samen = Traject.from_tabellen(join(panel.tabellen, *_straat()), panel.instellingen)
    antwoord = beantwoord(samen, "pr4")
    assert antwoord.status == "niet_gemeten"
    assert (
        antwoord.ontbreekt
        == "In deze fase is dit niet gevraagd, wel bij het klantpanel ‘kp m1’ (Evaluatie) en het klantpanel ‘kp m2’ (Evaluatie)."
    )


def test_who_is_a_man_is_no_behaviour(enquete: Traject) -> None:
    straat = Traject.from_tabellen(join(*_straat()), enquete.instellingen)
    antwoord = beantwoord(straat, "pr6")
    assert list(antwoord.tabellen) == ["verdeling_kent"]


def test_of_whom_nothing_may_be_shown_nothing_was_measured() -> None:
    tabel = pd.DataFrame({"n": [3, 4], "basis": [7, 7], "label": ["ja", "nee"]})
    tabel = annotate(tabel, Toelichting("verdeling"))
    antwoord = Antwoord("pr4", "praktijk", "?", "beantwoord", "Iets", tabellen={"t": tabel})
    assert antwoord.publish({"t": tabel.assign(onderdrukt=[True, False])}).status == "beantwoord"
    weg = antwoord.publish({"t": tabel.assign(onderdrukt=True)})
    assert (weg.status, dict(weg.tabellen)) == ("niet_gemeten", {})
    assert "te weinig mensen" in weg.ontbreekt


def _straat() -> list[Any]:
    wie = [f"s{nr}" for nr in range(12)]
    return [
        {
            "activiteiten": make_activiteit("straat", "straatgesprek", fase="praktijk"),
            "deelnemers": make_deelnemers("straat", wie),
        },
        make_vraag(
            "straat",
            "m_v",
            "een_antwoord",
            {p: "12"[nr % 2] for nr, p in enumerate(wie)},
            opties={"1": "M", "2": "V"},
        ),
        make_vraag(
            "straat",
            "kent",
            "een_antwoord",
            {p: "12"[nr % 2] for nr, p in enumerate(wie)},
            opties={"1": "ja", "2": "nee"},
        ),
    ]


def make_twee_schalen() -> Traject:
    """One survey of four statements of three answers, another of one statement of five, in one phase."""
    drie, vijf = ("oneens", "neutraal", "eens"), EENS
    delen = []
    for waar, labels, namen in (("monitor", vijf, ("s1", "s2", "s3", "s4")), ("ggd", drie, ("eenzaam",))):
        wie = [f"{waar}{nr}" for nr in range(60)]
        delen.append(
            {
                "activiteiten": make_activiteit(waar, "enquete", fase="praktijk", werving="panel"),
                "deelnemers": make_deelnemers(waar, wie),
            }
        )
        opties = {str(nr): label for nr, label in enumerate(labels, 1)}
        for naam in namen:
            antwoorden = {persoon: str(nr % len(labels) + 1) for nr, persoon in enumerate(wie)}
            delen.append(make_vraag(waar, naam, "stelling", antwoorden, opties=opties, kort=naam))
    return Traject.from_tabellen(join(*delen))


def test_trust_that_was_asked_twice_is_not_said_to_be_unmeasured(voorbeeld: Traject) -> None:
    assert "niet gemeten" not in beantwoord(voorbeeld, "ev7").ontbreekt
    vragen = voorbeeld.vragen.astype({"gebruik": "str"})
    proef = vragen["gebruik"].isin(["T1", "T2"])
    anders = voorbeeld.replace_tabellen(
        vragen=vragen.assign(gebruik=vragen["gebruik"].mask(proef, "vertrouwen"))
    )
    assert "zet bij die vraag dan gebruik T1 in vragen.xlsx" in beantwoord(anders, "ev7").ontbreekt
    los = vragen.assign(gebruik=vragen["gebruik"].mask(proef))
    woorden = beantwoord(voorbeeld.replace_tabellen(vragen=los), "ev7").ontbreekt
    assert woorden == beantwoord(anders, "ev7").ontbreekt  # its words say that it is about trust
    tekst = los["tekst"].astype("str").mask(proef, "Hoe goed kent u de organisatie?")
    zonder = voorbeeld.replace_tabellen(vragen=los.assign(tekst=tekst))
    assert beantwoord(zonder, "ev7").ontbreekt == "Vertrouwen voor en na het traject is niet gemeten."


def test_an_answer_of_which_nothing_may_be_shown_is_counted_with_what_stays_open(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    tabellen = {vraag: dict(antwoord.tabellen) for vraag, antwoord in antwoorden.items()}
    eerst = publish_alle(antwoorden, tabellen, voorbeeld)["ev10"]
    assert eerst.bevinding == antwoorden["ev10"].bevinding
    tabellen["pr3"] = {naam: tabel.assign(onderdrukt=True) for naam, tabel in tabellen["pr3"].items()}
    gedrukt = publish_alle(antwoorden, tabellen, voorbeeld)
    open_ = gedrukt["ev10"].tabellen["grenzen"].set_index("id")["dekking"]
    niet = [vraag for vraag, antwoord in gedrukt.items() if antwoord.status == "niet_gemeten"]
    assert "pr3" in niet
    assert list(open_.index[open_.eq("niet gemeten")]) == niet
    assert open_[open_.eq("deels")].index.tolist() == [v for v, a in gedrukt.items() if a.status == "deels"]


def test_statements_of_two_scales_are_told_each_in_a_table_of_their_own() -> None:
    antwoord = beantwoord(make_twee_schalen(), "pr6")
    assert {naam: set(tabel["vraag_id"]) for naam, tabel in antwoord.tabellen.items()} == {
        "stellingen": {"s1", "s2", "s3", "s4"},
        "stellingen_2": {"eenzaam"},
    }
    assert [tekening.tabel for tekening in antwoord.tekeningen] == ["stellingen", "stellingen_2"]
    assert "antwoordschalen" not in antwoord.ontbreekt


def test_an_analyst_without_python_is_told_what_to_fill_in_for_two_scales() -> None:
    with pytest.raises(
        MethodeError, match=r"geef in vragen\.xlsx stellingen met dezelfde antwoorden dezelfde reeks"
    ):
        summarise_stellingen(make_twee_schalen())


def test_follow_up_without_a_phase_is_said_to_lack_one_and_not_to_be_empty(voorbeeld: Traject) -> None:
    leeg = voorbeeld.doorwerking.assign(fase=pd.NA).astype(voorbeeld.doorwerking.dtypes)
    antwoord = beantwoord(voorbeeld.replace_tabellen(doorwerking=leeg), "bo10")
    assert antwoord.status == "niet_gemeten"
    assert "bij 19 van de 19 punten is de kolom fase leeg" in antwoord.ontbreekt
    elders = voorbeeld.doorwerking.assign(fase="praktijk").astype(voorbeeld.doorwerking.dtypes)
    anders = beantwoord(voorbeeld.replace_tabellen(doorwerking=elders), "bo10")
    # the decisions of the burgerberaad were looked at too
    assert (
        anders.ontbreekt
        == "In doorwerking.xlsx en burgerberaad.xlsx staat geen punt met fase beleidsontwikkeling."
    )


def test_groups_are_compared_by_the_trait_that_parts_them_most() -> None:
    """Sixty owners give a 7 or an 8, sixty tenants a 5 or a 6; of men and women half a point lies between."""
    mensen = [f"p{nr}" for nr in range(120)]
    cijfer = {wie: (7 if nr % 2 else 5) + (nr // 2) % 2 for nr, wie in enumerate(mensen)}
    for wie in mensen[:40:4]:
        cijfer[wie] += 1
    delen = [
        make_vraag("enq", "cijfer", "getal", cijfer, gebruik="rapportcijfer"),
        make_vraag(
            "enq",
            "geslacht",
            "een_antwoord",
            {wie: "m" if nr // 2 % 2 else "v" for nr, wie in enumerate(mensen)},
            opties={"m": "man", "v": "vrouw"},
            rol="kenmerk",
        ),
        make_vraag(
            "enq",
            "woning",
            "een_antwoord",
            {wie: "k" if nr % 2 else "h" for nr, wie in enumerate(mensen)},
            opties={"k": "koop", "h": "huur"},
            rol="kenmerk",
        ),
    ]
    vast = {"activiteiten": make_activiteit("enq", "enquete", fase="praktijk")}
    traject = Traject.from_tabellen(join(vast, {"deelnemers": make_deelnemers("enq", mensen)}, *delen))
    antwoord = beantwoord(traject, "pr3")
    assert list(antwoord.tabellen) == ["naar_geslacht", "naar_woning"]
    assert antwoord.tabellen["naar_geslacht"]["verschilt"].ne("").all()
    assert antwoord.kern == "naar_woning"
    assert "lager bij ‘huur’ dan bij ‘koop’" in antwoord.bevinding
    [keuze] = explain_keuze(antwoord.tabellen[antwoord.kern], antwoord.tabellen.values())
    assert keuze.startswith("Van de twee kenmerken die zijn vergeleken (geslacht en woning)")
