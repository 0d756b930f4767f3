"""What changed between waves."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest

from burgerdata.analysis import compare_metingen, summarise_cijfer, weight_deelnemers, weight_uitval
from burgerdata.designs import add_columns
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.settings import Drempels, Instellingen, Weging
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_panel, make_vraag


def test_the_change_is_of_the_same_people(panel: Traject) -> None:
    rij = compare_metingen(panel, "cijfer").iloc[0]
    # A 6 -> 7, B 5 -> 7, C 8 -> 8; D left and E came.
    assert [rij["n_van"], rij["n_naar"], rij["n_beide"]] == [4, 4, 3]
    assert rij["waarde_van"] == pytest.approx(19 / 3)
    assert rij["waarde_naar"] == pytest.approx(22 / 3)
    assert rij["verschil"] == pytest.approx(1.0)
    assert [rij["alle_van"], rij["alle_naar"]] == [6.25, 7.75]


def test_everyone_of_a_wave_keeps_the_weight_of_that_wave(panel: Traject) -> None:
    deelnemers = panel.deelnemers
    gewogen = panel.replace_tabellen(deelnemers=deelnemers.assign(gewicht=range(1, len(deelnemers) + 1)))
    rij = compare_metingen(gewogen, "cijfer").iloc[0]
    los = summarise_cijfer(gewogen, "cijfer")["gemiddelde"].tolist()
    assert [rij["alle_van"], rij["alle_naar"]] == pytest.approx(los)


def test_the_standard_error_is_linearised_on_the_person(panel: Traject) -> None:
    # Differences 1, 2, 0 around 1 of three of the four in the later wave: 4/3 x (0 + 1 + 1) / 9.
    assert compare_metingen(panel, "cijfer")["se"].item() == pytest.approx(math.sqrt(4 / 3 * 2 / 9))


def test_the_trait_of_the_first_wave_counts(panel: Traject) -> None:
    tabel = compare_metingen(panel, "cijfer", per="leeftijd").set_index("leeftijd")
    # A was young in the first wave and old in the second: she stays with the young.
    assert tabel.loc["jong", "n_beide"] == 1
    assert tabel.loc["jong", "verschil"] == pytest.approx(1.0)
    assert tabel.loc["oud", ["n_van", "n_naar", "n_beide"]].tolist() == [2, 2, 2]
    assert tabel.loc["oud", "verschil"] == pytest.approx(1.0)


def test_a_question_asked_otherwise_is_refused_with_both_texts() -> None:
    with pytest.raises(MethodeError, match=r"niet dezelfde vraag: ‘Welk cijfer\?’ en ‘Welk rapportcijfer\?’"):
        compare_metingen(make_panel(tekst_m2="Welk rapportcijfer?"), "cijfer")


def test_other_options_are_refused_and_named() -> None:
    opties = {str(nr): f"stap {nr}" for nr in range(1, 11)}
    with pytest.raises(MethodeError, match="antwoorden die de andere niet heeft: ‘1’"):
        compare_metingen(make_panel(opties_m2=opties), "cijfer")


def test_case_spaces_and_a_full_stop_make_no_other_question() -> None:
    assert len(compare_metingen(make_panel(tekst_m2="  welk  CIJFER ."), "cijfer")) == 1


def test_one_wave_is_no_change(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="in één meting"):
        compare_metingen(enquete, "kanaal")


def test_the_planted_rise_is_found_again_in_the_same_people(voorbeeld: Traject) -> None:
    tabel = compare_metingen(voorbeeld, "cijfer_afhandeling")
    lang = tabel[(tabel["van"] == "2026-03") & (tabel["naar"] == "2026-09")].iloc[0]
    assert lang["n_beide"] == 288
    assert [round(lang["waarde_van"], 1), round(lang["waarde_naar"], 1)] == [6.2, 6.7]
    assert lang["p_aangepast"] < 1e-6
    assert tabel["p_aangepast"].ge(tabel["p_waarde"]).all()


def test_the_planted_changed_question_is_refused_for_all_waves_but_not_for_the_first_two(
    voorbeeld: Traject,
) -> None:
    with pytest.raises(MethodeError, match="berichten die u in Mijn Politie"):
        compare_metingen(voorbeeld, "tevreden_informatie")
    eerste = voorbeeld.only(meting=["2026-03", "2026-06"])
    tabel = compare_metingen(eerste, "tevreden_informatie")
    assert tabel["maat"].eq("aandeel").all()
    assert tabel.loc[~tabel["samen"], "verschil"].sum() == pytest.approx(0, abs=1e-12)


def test_the_base_line_names_people_in_both_waves(panel: Traject) -> None:
    basis = read_toelichting(compare_metingen(panel, "cijfer")).basis
    assert basis == "Basis: mensen die in beide metingen antwoord gaven, n = 3; per meting n = 4."


def make_uitval(werving_m2: str = "panel") -> Traject:
    """Return a panel of 40 in which 5 of 20 young and 15 of 20 old stayed; the young rose by 2 and the old by 0."""
    wie = [f"p{nr}" for nr in range(40)]
    jong = set(wie[:20])
    blijft = [*wie[:5], *wie[20:35]]
    opties = {str(nr): str(nr) for nr in range(1, 11)}
    delen = []
    for meting, namen, werving in (("m1", wie, "panel"), ("m2", [*blijft, "nieuw"], werving_m2)):
        naam = f"kp_{meting}"
        stijging = {n: 2 if meting == "m2" and n in jong else 0 for n in namen}
        delen += [
            {
                "activiteiten": make_activiteit(
                    naam, "klantpanel", meting=meting, panel="kp", fase="evaluatie", werving=werving
                ),
                "deelnemers": make_deelnemers(naam, namen),
            },
            make_vraag(
                naam,
                "cijfer",
                "schaal",
                {n: str(5 + nr % 2 + stijging[n]) for nr, n in enumerate(namen)},
                opties=opties,
                tekst="Welk cijfer?",
            ),
            make_vraag(
                naam,
                "leeftijd",
                "een_antwoord",
                {n: "j" if n in jong else "o" for n in namen},
                opties={"j": "jong", "o": "oud"},
                rol="kenmerk",
            ),
        ]
    wegingen = {naam: Weging(naam) for naam in ("kp_m1", "kp_m2")}
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)), wegingen)


def test_who_stayed_stands_for_who_left() -> None:
    traject = make_uitval()
    los = compare_metingen(traject, "cijfer").iloc[0]
    gewogen = compare_metingen(weight_uitval(traject, ["leeftijd"]), "cijfer")
    rij = gewogen.iloc[0]
    assert [los["n_beide"], rij["n_beide"], rij["n_naar"]] == [20, 20, 21]
    per = compare_metingen(traject, "cijfer", per="leeftijd").set_index("leeftijd")["verschil"]
    assert los["verschil"] == pytest.approx((5 * per["jong"] + 15 * per["oud"]) / 20)
    # young and old were as many at the start, so the changes of both weigh as much
    assert rij["verschil"] == pytest.approx((per["jong"] + per["oud"]) / 2)
    assert rij["alle_van"] == los["alle_van"]
    assert any("uitval op leeftijd" in noot for noot in read_toelichting(gewogen).noten)


def test_attrition_is_weighted_where_nothing_is_said_about_weights() -> None:
    traject = make_uitval()
    zonder = weight_uitval(replace(traject, wegingen={}), ["leeftijd"])
    assert dict(zonder.wegingen) == {"kp_m2": Weging("kp_m2", "geen", uitval=("leeftijd",))}
    met = compare_metingen(weight_uitval(traject, ["leeftijd"]), "cijfer")
    pd.testing.assert_frame_equal(compare_metingen(zonder, "cijfer"), met)


def test_a_longitudinal_weight_of_the_bureau_weighs_the_change() -> None:
    traject = make_uitval()
    antwoorden = traject.antwoorden
    beide = traject.deelnemers.duplicated("deelnemer_id", keep=False)
    later = traject.deelnemers[beide & traject.deelnemers["activiteit_id"].eq("kp_m2")]
    gewichten = {str(wie): float(1 + nr % 3) for nr, wie in enumerate(later["deelnemer_id"])}
    extra = make_vraag("kp_m2", "langsgewicht", "getal", gewichten, rol="gewicht")
    gewogen = traject.replace_tabellen(
        vragen=pd.concat([traject.vragen, extra["vragen"]]),
        antwoorden=pd.concat([antwoorden, extra["antwoorden"]]),
    )
    rij = compare_metingen(gewogen, "cijfer")
    cijfers = antwoorden[antwoorden["vraag_id"].eq("cijfer")].astype({"deelnemer_id": "str"})
    toen, nu = (
        cijfers[cijfers["activiteit_id"].eq(naam)]
        .set_index("deelnemer_id")["code"]
        .astype("str")
        .astype("float64")
        for naam in ("kp_m1", "kp_m2")
    )
    w = pd.Series(gewichten)
    stijging = nu.reindex(w.index) - toen.reindex(w.index)
    assert rij["verschil"].item() == pytest.approx((w * stijging).sum() / w.sum())
    assert rij["n_beide"].item() == 20
    assert any("langsgewicht van het bureau" in noot for noot in read_toelichting(rij).noten)


def test_a_change_between_a_weighted_and_an_unweighted_wave_says_how_it_was_weighted() -> None:
    gelijk = make_gewichtloos([1.0] * 50, [1.0] * 50)
    toen = make_gewichtloos([1.0 + nr % 2 for nr in range(50)], [1.0] * 50)
    nu = make_gewichtloos([1.0] * 50, [1.0 + nr % 2 for nr in range(50)])
    eerste = [read_toelichting(compare_metingen(t, "cijfer")).noten[0] for t in (gelijk, toen, nu)]
    assert not eerste[0].startswith("Verandering")
    assert eerste[1:] == [
        "Verandering van m1 naar m2 niet gewogen, zoals m2.",
        "Verandering van m1 naar m2 gewogen, zoals m2.",
    ]


def test_attrition_that_cannot_be_weighted_is_refused(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="geen panel met twee metingen"):
        weight_uitval(enquete, ["groep2"])
    with pytest.raises(MethodeError, match="geen vraag van activiteit 'kp_m1'"):
        weight_uitval(make_uitval(), ["inkomen"])


def test_waves_that_were_recruited_in_other_ways_say_so() -> None:
    toelichting = read_toelichting(compare_metingen(make_uitval("open_link"), "cijfer"))
    assert any("anders geworven (panel en open link)" in noot for noot in toelichting.noten)
    assert toelichting.anders_geworven
    assert not read_toelichting(compare_metingen(make_uitval(), "cijfer")).anders_geworven


def make_golven(overlap: int, grootte: int = 200) -> Traject:
    """Return two waves of 200 grades, the second a point higher; ``overlap`` people are in both."""
    namen = {
        "m1": [f"a{nr}" for nr in range(grootte)],
        "m2": [f"{'a' if nr < overlap else 'b'}{nr}" for nr in range(grootte)],
    }
    delen = []
    for hoger, (meting, wie) in enumerate(namen.items()):
        naam = f"enq_{meting}"
        delen += [
            {
                "activiteiten": make_activiteit(naam, "enquete", meting=meting, fase="evaluatie"),
                "deelnemers": make_deelnemers(naam, wie),
            },
            make_vraag(
                naam,
                "cijfer",
                "schaal",
                {n: str(3 + 7 * nr % 5 + hoger) for nr, n in enumerate(wie)},
                opties={str(nr): str(nr) for nr in range(1, 11)},
                tekst="Welk cijfer?",
            ),
            make_vraag(
                naam,
                "leeftijd",
                "een_antwoord",
                {n: "j" if 3 + 7 * nr % 5 + nr % 2 > 5 else "o" for nr, n in enumerate(wie)},
                opties={"j": "jong", "o": "oud"},
                rol="kenmerk",
            ),
        ]
    wegingen = {f"enq_{meting}": Weging(f"enq_{meting}") for meting in namen}
    return Traject.from_tabellen(join(*delen), Instellingen(), wegingen)


@pytest.mark.parametrize("overlap", [0, 1, 10, 30, 99])
def test_a_few_people_in_both_waves_do_not_stand_for_all(overlap: int) -> None:
    rij = compare_metingen(make_golven(overlap), "cijfer").iloc[0]
    assert rij["verschil"] == pytest.approx(1)
    assert [rij["n_beide"], rij["vergelijking"]] == [overlap, "twee steekproeven"]
    # Grades 3 to 7 by turns have a variance of 2; a person in both waves, who rose by exactly 1, brings no error.
    los = math.sqrt(2 * 2 / 200)
    assert rij["se"] == pytest.approx(los * math.sqrt(1 - overlap / 200), rel=0.02)


def test_who_left_is_not_said_to_be_weighed_where_everyone_counts() -> None:
    """Of two samples there are no stayers who could stand for who left; half of them in both waves is the same people."""

    def list_notes(overlap: int) -> str:
        traject = make_golven(overlap)
        panel = traject.activiteiten.assign(panel="p").astype({"panel": "str"})
        gewogen = weight_uitval(traject.replace_tabellen(activiteiten=panel), ["leeftijd"])
        return " ".join(read_toelichting(compare_metingen(gewogen, "cijfer")).noten)

    assert "uitval" not in list_notes(40)
    assert "gewogen voor uitval op leeftijd" in list_notes(120)


def test_a_wave_without_a_population_is_not_about_other_people() -> None:
    traject = make_golven(0)
    half = traject.activiteiten.assign(doelgroep=["", "jongeren"]).astype({"doelgroep": "str"})
    noten = read_toelichting(compare_metingen(traject.replace_tabellen(activiteiten=half), "cijfer")).noten
    assert not any("andere mensen" in noot for noot in noten)


@pytest.mark.parametrize("overlap", [100, 150])
def test_enough_people_in_both_waves_stand_for_all(overlap: int) -> None:
    rij = compare_metingen(make_golven(overlap), "cijfer").iloc[0]
    assert [rij["n_beide"], rij["n_van"], rij["n_naar"]] == [overlap, 200, 200]
    assert rij["vergelijking"] == "dezelfde mensen"


def test_the_base_line_says_how_waves_with_some_of_the_same_people_were_compared() -> None:
    def read_basis(overlap: int) -> str:
        return read_toelichting(compare_metingen(make_golven(overlap), "cijfer")).basis

    assert read_basis(0) == "Basis: verschillende mensen per meting, n = 200."
    assert read_basis(80) == (
        "Basis: iedereen per meting, n = 200; minder dan de helft gaf in beide antwoord, vergeleken als twee steekproeven."
    )
    assert (
        read_basis(150) == "Basis: mensen die in beide metingen antwoord gaven, n = 150; per meting n = 200."
    )


def test_a_few_people_in_both_waves_are_not_printed_as_a_count() -> None:
    for overlap, gedrukt in ((9, None), (10, 10), (0, 0)):
        tabel = compare_metingen(make_golven(overlap), "cijfer")
        uit = plan_onderdrukking({"v": tabel}).apply("v", tabel).iloc[0]
        assert (None if pd.isna(uit["n_beide"]) else uit["n_beide"]) == gedrukt
        # what the figures rest on is everyone of each wave
        assert uit[["n_van", "n_naar"]].tolist() == [200, 200]
        assert uit["verschil"] == pytest.approx(1)


MARGES = pd.DataFrame({"variabele": "leeftijd", "categorie": ["jong", "oud"], "aandeel": [0.3, 0.7]})


def test_waves_of_other_people_keep_the_standard_errors_of_their_calibration() -> None:
    gewogen = weight_deelnemers(make_golven(0), MARGES)
    rij = compare_metingen(gewogen, "cijfer").iloc[0]
    van, naar = (rij for _, rij in summarise_cijfer(gewogen, "cijfer").iterrows())
    assert rij["verschil"] == pytest.approx(naar["gemiddelde"] - van["gemiddelde"])
    assert rij["se"] == pytest.approx(math.hypot(van["se"], naar["se"]), rel=1e-12)
    # The margin explains much of the grade: weights taken as fixed would tell a larger error.
    vast = replace(gewogen, wegingen={naam: Weging(naam) for naam in gewogen.wegingen})
    assert rij["se"] < 0.9 * compare_metingen(vast, "cijfer")["se"].item()


def test_the_same_people_keep_the_standard_error_of_the_calibration_of_the_later_wave() -> None:
    gewogen = weight_deelnemers(make_golven(150), MARGES)
    rij = compare_metingen(gewogen, "cijfer").iloc[0]
    toen, nu = (
        gewogen.design(naam).frame.set_index("deelnemer_id")["cijfer.waarde"] for naam in ("enq_m1", "enq_m2")
    )
    design = gewogen.design("enq_m2")
    stijging = (nu - toen.reindex(nu.index)).to_numpy()
    wanted = add_columns(design, {"stijging": pd.Series(stijging)}).mean("stijging").iloc[0]
    assert [rij["verschil"], rij["se"]] == pytest.approx(
        [wanted["estimate"], wanted["se"]], rel=1e-12, abs=1e-12
    )


def test_a_part_of_the_people_is_a_domain_of_both_waves() -> None:
    gewogen = weight_deelnemers(make_golven(10), MARGES)
    per = compare_metingen(gewogen, "cijfer", per="leeftijd").set_index("leeftijd").loc["jong"]
    deel = compare_metingen(gewogen.only(kenmerk={"leeftijd": "jong"}), "cijfer").iloc[0]
    for kolom in ("n_van", "n_naar", "verschil", "se"):
        assert deel[kolom] == pytest.approx(per[kolom], rel=1e-12)


def test_two_answers_to_one_question_are_one_test() -> None:
    golven = make_golven(150)
    antwoorden = golven.antwoorden
    ouder = (
        antwoorden["vraag_id"].eq("leeftijd")
        & antwoorden["activiteit_id"].eq("enq_m2")
        & antwoorden["deelnemer_id"].isin(["a0", "a2", "a4"])
    )
    golven = golven.replace_tabellen(antwoorden=antwoorden.assign(code=antwoorden["code"].mask(ouder, "j")))
    twee = compare_metingen(golven, "leeftijd")
    assert twee["label"].tolist() == ["jong", "oud"]
    assert twee["verschil"].sum() == pytest.approx(0, abs=1e-12)
    assert twee["p_aangepast"].tolist() == pytest.approx(twee["p_waarde"].tolist())


def test_surveys_that_nobody_called_waves_are_no_waves() -> None:
    golven = make_golven(0)
    los = golven.replace_tabellen(
        activiteiten=golven.activiteiten.assign(meting=None).astype({"meting": "str"})
    )
    with pytest.raises(
        MethodeError, match="2 keer gesteld, maar niet in metingen van één panel of instrument"
    ):
        compare_metingen(los, "cijfer")


def test_waves_of_another_audience_say_so() -> None:
    golven = make_golven(0)
    anders = golven.activiteiten.assign(doelgroep=pd.Series(["burgers", "ondernemers"], dtype="str"))
    noten = read_toelichting(compare_metingen(golven.replace_tabellen(activiteiten=anders), "cijfer")).noten
    assert any("over andere mensen (‘burgers’ en ‘ondernemers’)" in noot for noot in noten)


def test_a_small_group_is_not_tested_and_one_person_has_no_interval(panel: Traject) -> None:
    rij = compare_metingen(panel, "cijfer", per="leeftijd").set_index("leeftijd")
    assert rij.loc["jong", "n_beide"] == 1
    assert rij.loc["jong", ["se", "onder", "boven", "p_waarde"]].isna().all()
    golven = make_golven(150)
    per = compare_metingen(golven, "cijfer", per="leeftijd").set_index("leeftijd")
    streng = replace(golven, instellingen=replace(golven.instellingen, drempels=Drempels(10, 120, 130)))
    klein = compare_metingen(streng, "cijfer", per="leeftijd").set_index("leeftijd")
    assert per["n_beide"].lt(120).tolist() == klein["p_waarde"].isna().tolist() == [True, True]
    assert klein[["verschil", "se"]].equals(per[["verschil", "se"]])


def test_a_longitudinal_weight_that_many_lack_is_not_used() -> None:
    traject = make_uitval()
    beide = traject.deelnemers[traject.deelnemers.duplicated("deelnemer_id")]["deelnemer_id"].astype("str")
    extra = make_vraag("kp_m2", "langsgewicht", "getal", dict.fromkeys(beide[:12], 2), rol="gewicht")
    deels = traject.replace_tabellen(
        vragen=pd.concat([traject.vragen, extra["vragen"]]),
        antwoorden=pd.concat([traject.antwoorden, extra["antwoorden"]]),
    )
    tabel = compare_metingen(deels, "cijfer")
    assert tabel["verschil"].item() == compare_metingen(traject, "cijfer")["verschil"].item()
    assert any(
        "niet gewogen met het langsgewicht: 8 mensen" in noot for noot in read_toelichting(tabel).noten
    )


def test_margins_of_the_wave_itself_take_no_variance_away() -> None:
    gewogen = weight_uitval(make_uitval(), ["leeftijd"])
    cijfers = gewogen.antwoorden[gewogen.antwoorden["vraag_id"].eq("cijfer")].astype(
        {"deelnemer_id": "str", "code": "str"}
    )
    toen, nu = (
        cijfers[cijfers["activiteit_id"].eq(naam)].set_index("deelnemer_id")["code"].astype("float64")
        for naam in ("kp_m1", "kp_m2")
    )
    stijging = (nu - toen).dropna()
    # 5 of 20 young and 15 of 20 old stayed, so a young person stands for 4 and an old one for 4/3 of 40 in all.
    w = pd.Series([4.0 if int(wie[1:]) < 20 else 4 / 3 for wie in stijging.index], index=stijging.index)
    z = w * (stijging - (w * stijging).sum() / 40) / 40
    assert compare_metingen(gewogen, "cijfer")["se"].item() == pytest.approx(
        math.sqrt(40 / 39 * (z**2).sum())
    )


def make_gewichtloos(eerst: list[float], later: list[float]) -> Traject:
    """Return two waves of the same people with these weights; half of them rose by 1, and every fifth is young."""
    wie = [f"p{nr}" for nr in range(len(eerst))]
    delen = []
    for hoger, gewicht in enumerate((eerst, later)):
        naam = f"kp_m{hoger + 1}"
        delen += [
            {
                "activiteiten": make_activiteit(naam, "klantpanel", meting=f"m{hoger + 1}", panel="kp"),
                "deelnemers": make_deelnemers(naam, wie, gewicht=gewicht, basisgewicht=gewicht),
            },
            make_vraag(
                naam,
                "cijfer",
                "schaal",
                {n: str(3 + 7 * nr % 5 + hoger * (nr % 2)) for nr, n in enumerate(wie)},
                opties={str(nr): str(nr) for nr in range(1, 11)},
                tekst="Welk cijfer?",
            ),
            make_vraag(
                naam,
                "leeftijd",
                "een_antwoord",
                {n: "o" if nr % 5 else "j" for nr, n in enumerate(wie)},
                opties={"j": "jong", "o": "oud"},
                rol="kenmerk",
            ),
        ]
    wegingen = {f"kp_{meting}": Weging(f"kp_{meting}", "bureau") for meting in ("m1", "m2")}
    return Traject.from_tabellen(join(*delen), Instellingen(), wegingen)


@pytest.mark.parametrize(
    ("zonder", "beide", "hoe"), [(40, 20, "twee steekproeven"), (20, 60, "dezelfde mensen")]
)
def test_who_has_weight_in_one_wave_only_is_not_in_both(zonder: int, beide: int, hoe: str) -> None:
    met = [1.0] * (100 - zonder)
    traject = make_gewichtloos([0.0] * zonder + met, met + [0.0] * zonder)
    rij = compare_metingen(traject, "cijfer").iloc[0]
    assert [rij["n_van"], rij["n_naar"], rij["n_beide"]] == [100 - zonder, 100 - zonder, beide]
    assert rij["vergelijking"] == hoe
    assert compare_metingen(traject, "cijfer", per="leeftijd")["n_beide"].sum() == beide


def test_who_has_no_weight_later_did_not_stay() -> None:
    # nobody of the young has weight in the second wave: they left, and the old cannot stand for them
    traject = make_gewichtloos([1.0] * 50, [float(nr % 5 > 0) for nr in range(50)])
    assert compare_metingen(traject, "cijfer")["n_beide"].item() == 40
    with pytest.raises(MethodeError, match="is niemand gebleven"):
        compare_metingen(weight_uitval(traject, ["leeftijd"]), "cijfer")


def test_who_has_no_weight_in_a_wave_does_not_lack_a_longitudinal_one() -> None:
    traject = make_gewichtloos([0.0] * 10 + [1.0] * 40, [1.0] * 50)
    extra = make_vraag("kp_m2", "langsgewicht", "getal", {f"p{nr}": 2 for nr in range(10, 50)}, rol="gewicht")
    met = traject.replace_tabellen(
        vragen=pd.concat([traject.vragen, extra["vragen"]]),
        antwoorden=pd.concat([traject.antwoorden, extra["antwoorden"]]),
    )
    noten = read_toelichting(compare_metingen(met, "cijfer")).noten
    assert any("van m1 naar m2 gewogen met het langsgewicht van het bureau." in noot for noot in noten)


def make_opleiding(teksten: tuple[str, ...], eerste: tuple[int, ...]) -> Traject:
    """Return waves of 30 people in three levels of education, each asked with its text, from its first person on."""
    delen = []
    for nummer, (tekst, begin) in enumerate(zip(teksten, eerste, strict=True), 1):
        naam, wie = f"kp_m{nummer}", [f"p{begin + nr}" for nr in range(30)]
        niveau = {n: "123"[nr % 3] for nr, n in enumerate(wie)}
        opties = {"1": "laag", "2": "midden", "3": "hoog"}
        delen += [
            {
                "activiteiten": make_activiteit(naam, "klantpanel", meting=f"m{nummer}", panel="kp"),
                "deelnemers": make_deelnemers(naam, wie),
            },
            make_vraag(naam, "uren", "getal", {n: nr % 7 for nr, n in enumerate(wie)}),
            make_vraag(naam, "opleiding", "een_antwoord", niveau, opties=opties, rol="kenmerk", tekst=tekst),
        ]
    return Traject.from_tabellen(join(*delen), Instellingen())


@pytest.mark.parametrize("later", [0, 30])
def test_waves_with_another_scheme_of_education_share_no_groups(later: int) -> None:
    anders = make_opleiding(("Opleiding (CBS)", "Opleiding (Gouden Standaard)"), (0, later))
    bericht = (
        r"is in kp_m1 ingedeeld volgens CBS en in kp_m2 volgens Gouden Standaard \(MOA\); havo-bovenbouw"
    )
    with pytest.raises(MethodeError, match=bericht):
        compare_metingen(anders, "uren", per="opleiding")
    assert len(compare_metingen(anders, "uren")) == 1
    assert len(compare_metingen(anders, "uren", per="werving")) == 1
    gelijk = make_opleiding(("Opleiding (CBS)", "Opleiding (ISCED)"), (0, later))
    assert len(compare_metingen(gelijk, "uren", per="opleiding")) == 3


def test_waves_of_the_same_scheme_are_left_when_the_other_is_taken_out() -> None:
    traject = make_opleiding(("Opleiding (CBS)", "Opleiding (MOA)", "Opleiding (CBS)"), (0, 0, 0))
    with pytest.raises(MethodeError, match=r"t\.only\(activiteit_id=\[…\]\)"):
        compare_metingen(traject, "uren", per="opleiding")
    deel = traject.only(activiteit_id=["kp_m1", "kp_m3"])
    assert len(compare_metingen(deel, "uren", per="opleiding")) == 3


def make_vaak(later: tuple[str, ...]) -> Traject:
    """Two waves of the same forty people about how often the taxi was in time; nobody chose ``altijd`` in the second."""
    delen = []
    for meting, opties in (("m1", ("altijd", "meestal", "soms", "zelden")), ("m2", later)):
        naam, wie = f"kp_{meting}", [f"p{nr}" for nr in range(40)]
        antwoorden = {p: opties[nr % len(opties)] for nr, p in enumerate(wie)}
        activiteit = make_activiteit(naam, "klantpanel", meting=meting, panel="kp", werving="klantbestand")
        delen.append({"activiteiten": activiteit, "deelnemers": make_deelnemers(naam, wie)})
        delen.append(make_vraag(naam, "tijd", "een_antwoord", antwoorden, opties={o: o for o in opties}))
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_a_step_of_an_ordered_scale_that_nobody_chose_makes_no_other_question() -> None:
    tabel = compare_metingen(make_vaak(("meestal", "soms", "zelden")), "tijd").set_index("label")
    assert tabel.loc["altijd", ["waarde_van", "waarde_naar"]].to_list() == pytest.approx([10 / 40, 0])
    assert tabel.loc["meestal", ["waarde_van", "waarde_naar"]].to_list() == pytest.approx([10 / 40, 14 / 40])


@pytest.mark.parametrize("later", [("meestal", "zelden", "soms"), ("meestal", "soms", "per app")])
def test_another_order_or_an_answer_of_its_own_makes_another_question(later: tuple[str, ...]) -> None:
    with pytest.raises(MethodeError, match="niet dezelfde vraag"):
        compare_metingen(make_vaak(later), "tijd")
