import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burgerdata import read_bestand
from burgerdata.errors import ContractError
from burgerdata.instruments import Groepregel, Vraagregel, Vragenlijst
from burgerdata.shapes import Kolom

EENS = {
    "1": "helemaal mee eens",
    "2": "mee eens",
    "3": "neutraal",
    "4": "mee oneens",
    "5": "helemaal mee oneens",
}


def antwoord(tabellen, vraag_id):
    frame = tabellen["antwoorden"]
    deel = frame[frame["vraag_id"] == vraag_id]
    return [
        (None if isinstance(code, float) else str(code), None if math.isnan(getal) else getal, str(status))
        for code, getal, status in zip(deel["code"], deel["getal"], deel["status"], strict=True)
    ]


def test_codes_of_spss_keep_their_number_and_user_missing_its_meaning(bouw, tabel):
    kolom = Kolom(
        "v1",
        "Boa's zijn goed herkenbaar.",
        EENS | {"98": "weet niet", "99": "onleesbaar"},
        frozenset(["98", "99"]),
    )
    tabellen = bouw(tabel({"v1": ["1", "5", "98", "99", ""]}, extra={"v1": kolom}))
    assert antwoord(tabellen, "v1") == [
        ("1", 1.0, "gegeven"),
        ("5", 5.0, "gegeven"),
        ("98", None, "weet_niet"),
        ("99", None, "leeg_onbekend"),
        (None, None, "leeg_onbekend"),
    ]


def test_the_direction_of_a_scale_is_read_from_its_labels(bouw, tabel):
    omlaag = Kolom("v1", "Stelling.", EENS)
    omhoog = Kolom("v2", "Stelling.", dict(zip(EENS, reversed(EENS.values()), strict=True)))
    vragen = bouw(tabel({"v1": ["1"], "v2": ["1"]}, extra={"v1": omlaag, "v2": omhoog}))["vragen"]
    assert vragen["omkeren"].tolist() == [True, False]
    assert vragen["soort"].tolist() == ["stelling", "stelling"]


def test_the_analyst_overrules_the_direction(bouw, tabel):
    lijst = Vragenlijst((Vraagregel("enquete", "v1", rij=2, omkeren=False),))
    vragen = bouw(tabel({"v1": ["1"]}, extra={"v1": Kolom("v1", "Stelling.", EENS)}), lijst=lijst)["vragen"]
    assert vragen["omkeren"].tolist() == [False]


def test_texts_of_a_scale_are_ordered_from_low_to_high_with_dont_know_last(bouw, tabel):
    waarden = ["zeer tevreden", "weet niet", "ontevreden", "Zeer tevreden ", "neutraal"]
    tabellen = bouw(tabel({"Hoe tevreden bent u?": waarden}))
    opties = tabellen["opties"].astype({"status": "str"})
    assert opties[["label", "waarde", "status"]].values.tolist()[:4] == [
        ["zeer ontevreden", 1.0, "geldig"],
        ["ontevreden", 2.0, "geldig"],
        ["neutraal", 3.0, "geldig"],
        ["zeer tevreden", 5.0, "geldig"],
    ]
    assert opties["status"].tolist()[4] == "weet_niet"
    assert [code for code, _, _ in antwoord(tabellen, "hoe_tevreden_bent_u")][3] == "zeer tevreden"


def test_a_grade_has_every_step_and_99_is_no_answer(bouw, tabel):
    tabellen = bouw(tabel({"Welk rapportcijfer?": ["7", "10", "99", "8"]}))
    assert [
        o
        for o, s in zip(tabellen["opties"]["label"], tabellen["opties"]["status"], strict=True)
        if s == "geldig"
    ] == [str(stap) for stap in range(1, 11)]
    assert antwoord(tabellen, "welk_rapportcijfer")[2] == ("99", None, "leeg_onbekend")
    assert tabellen["logboek"].loc[tabellen["logboek"]["reden"] == "buiten_bereik", "aantal"].tolist() == [1]


def test_a_mistyped_cell_is_noted_with_its_row_and_never_an_option(bouw, tabel):
    regels = (
        Vraagregel("enquete", "v1", soort="stelling", rij=2),
        Vraagregel("enquete", "v2", soort="schaal", rij=3),
    )
    eens = ["mee eens", "neutraal", "mee oneens", "bel Piet even"]
    tabellen = bouw(tabel({"v1": eens, "v2": ["7", "8", "zeven", "6"]}), lijst=Vragenlijst(regels))
    assert [status for _, _, status in antwoord(tabellen, "v1")] == ["gegeven"] * 3 + ["leeg_onbekend"]
    assert [getal for _, getal, _ in antwoord(tabellen, "v1")] == [4.0, 3.0, 2.0, None]
    assert [getal for _, getal, _ in antwoord(tabellen, "v2")] == [7.0, 8.0, None, 6.0]
    assert not {"bel Piet even", "zeven"} & set(tabellen["opties"]["label"])
    buiten = tabellen["logboek"][tabellen["logboek"]["reden"] == "buiten_bereik"]
    assert buiten[["kolom", "rij"]].values.tolist() == [["v1", 5], ["v2", 4]]


def test_a_code_without_label_beside_a_labelled_scale_is_no_step(bouw, tabel):
    tabellen = bouw(tabel({"v1": ["1", "5", "6"]}, extra={"v1": Kolom("v1", "Stelling.", EENS)}))
    assert antwoord(tabellen, "v1")[2] == ("6", None, "leeg_onbekend")
    assert len(tabellen["opties"]) == 6


def test_a_number_keeps_its_missing_code(bouw, tabel):
    kolom = Kolom("leeftijd", "Leeftijd", {"999": "wil niet zeggen"}, frozenset(["999"]))
    tabellen = bouw(
        tabel({"leeftijd": ["34", "34,5", "999", "oud", ""]}, extra={"leeftijd": kolom}),
        lijst=Vragenlijst((Vraagregel("enquete", "leeftijd", soort="getal", rij=2),)),
    )
    assert antwoord(tabellen, "leeftijd") == [
        (None, 34.0, "gegeven"),
        (None, 34.5, "gegeven"),
        ("999", None, "wil_niet_zeggen"),
        (None, None, "leeg_onbekend"),
        (None, None, "leeg_onbekend"),
    ]
    assert tabellen["logboek"].loc[tabellen["logboek"]["reden"] == "cel_gewijzigd", "aantal"].tolist() == [1]


def test_a_dichotomous_set_is_one_question(bouw, tabel):
    def lid(naam, optie):
        labels = {"0": "niet genoemd", "1": "genoemd"}
        return Kolom(
            naam, f"Contact via: {optie}", labels, set_naam="kanalen", set_tekst="Waarlangs?", set_code="1"
        )

    extra = {"k1": lid("k1", "website"), "k2": lid("k2", "telefoon")}
    tabellen = bouw(tabel({"k1": ["1", "0", "", "1"], "k2": ["1", "0", "", "0"]}, extra=extra))
    assert antwoord(tabellen, "kanalen") == [
        ("k1", None, "gegeven"),
        ("k2", None, "gegeven"),
        (None, None, "geen_gekozen"),
        (None, None, "leeg_onbekend"),
        ("k1", None, "gegeven"),
    ]
    assert tabellen["antwoorden"]["volgnummer"].tolist() == [1, 2, 1, 1, 1]
    assert tabellen["opties"]["label"].tolist() == ["website", "telefoon"]
    assert tabellen["vragen"]["tekst"].tolist() == ["Waarlangs?"]


def test_a_list_in_one_cell_is_several_answers(bouw, tabel):
    lijst = Vragenlijst((Vraagregel("enquete", "v1", soort="meer_antwoorden", rij=2),))
    tabellen = bouw(tabel({"v1": ["a; b", "b", "", "weet niet", "b;b"]}), lijst=lijst)
    assert antwoord(tabellen, "v1") == [
        ("a", None, "gegeven"),
        ("b", None, "gegeven"),
        ("b", None, "gegeven"),
        (None, None, "leeg_onbekend"),
        ("weet niet", None, "weet_niet"),
        ("b", None, "gegeven"),
    ]


def test_ranks_are_read_in_order_of_rank(bouw, tabel):
    regels = tuple(
        Vraagregel("enquete", kolom, soort="rangorde", vraag_id="rang", rij=2) for kolom in ("a", "b", "c")
    )
    tabellen = bouw(tabel({"a": ["2", ""], "b": ["1", ""], "c": ["", ""]}), lijst=Vragenlijst(regels))
    assert antwoord(tabellen, "rang") == [
        ("b", 1.0, "gegeven"),
        ("a", 2.0, "gegeven"),
        (None, None, "leeg_onbekend"),
    ]


def test_two_columns_with_one_name_are_refused_unless_they_are_one_question(bouw, tabel):
    regels = (
        Vraagregel("enquete", "a", vraag_id="x", rij=2),
        Vraagregel("enquete", "b", vraag_id="x", rij=3),
    )
    with pytest.raises(ContractError, match="'a', 'b' hebben dezelfde vraag_id 'x'"):
        bouw(tabel({"a": ["ja"], "b": ["nee"]}), lijst=Vragenlijst(regels))


def test_other_namely_is_tied_to_its_option_and_not_shown_to_others(bouw, tabel):
    labels = {"1": "website", "7": "anders, namelijk"}
    tabellen = bouw(
        tabel(
            {"q6": ["1", "7", ""], "q6_anders": ["", "brief", ""]}, extra={"q6": Kolom("q6", "Hoe?", labels)}
        )
    )
    anders = tabellen["vragen"].set_index("vraag_id").loc["q6_anders"]
    assert (anders["soort"], anders["ouder_vraag_id"], anders["ouder_code"]) == ("open", "q6", "7")
    assert [status for _, _, status in antwoord(tabellen, "q6_anders")] == [
        "niet_getoond",
        "gegeven",
        "leeg_onbekend",
    ]
    assert tabellen["fragmenten"]["tekst"].tolist() == ["brief"]


def test_age_bands_hold_their_upper_bound_and_keep_refusals(bouw, tabel):
    groepen = (
        Groepregel("band", "leeftijd", "18-34", van=18, tot=34),
        Groepregel("band", "leeftijd", "35+", van=35),
    )
    kolom = Kolom("leeftijd", "Leeftijd", {"999": "wil niet zeggen"}, frozenset(["999"]))
    lijst = Vragenlijst((Vraagregel("enquete", "leeftijd", soort="getal", rij=2),), groepen)
    tabellen = bouw(
        tabel({"leeftijd": ["18", "34", "35", "12", "999"]}, extra={"leeftijd": kolom}), lijst=lijst
    )
    assert antwoord(tabellen, "band") == [
        ("18-34", None, "gegeven"),
        ("18-34", None, "gegeven"),
        ("35+", None, "gegeven"),
        (None, None, "leeg_onbekend"),
        (None, None, "wil_niet_zeggen"),
    ]
    assert tabellen["vragen"].set_index("vraag_id").loc["band", "rol"] == "kenmerk"


def test_groups_of_codes_go_by_code_or_label(bouw, tabel):
    groepen = (
        Groepregel("laag_hoog", "opl", "laag", codes=("11", "Vmbo")),
        Groepregel("laag_hoog", "opl", "hoog", codes=("32",)),
    )
    kolom = Kolom("opl", "Opleiding", {"11": "Basisschool", "12": "vmbo", "32": "Wo"})
    tabellen = bouw(
        tabel({"opl": ["12", "11", "32"]}, extra={"opl": kolom}), lijst=Vragenlijst(groepen=groepen)
    )
    assert [code for code, _, _ in antwoord(tabellen, "laag_hoog")] == ["laag", "laag", "hoog"]


def test_a_run_of_statements_gets_one_name(bouw, tabel):
    kolommen = {naam: ["mee eens", "mee oneens"] for naam in ("q4_1", "q4_2", "q4_3")}
    vragen = bouw(tabel(kolommen))["vragen"]
    assert vragen["reeks"].tolist() == ["q4"] * 3
    assert vragen["item"].tolist() == ["1", "2", "3"]


def test_statements_side_by_side_offer_the_same_options(bouw, tabel):
    opties = bouw(tabel({"q1": ["mee eens", "neutraal"], "q2": ["mee oneens", "mee eens"]}))["opties"]
    per_vraag = opties.groupby("vraag_id", observed=True, dropna=False)["label"].agg(list)
    assert per_vraag["q1"] == per_vraag["q2"] == ["mee oneens", "neutraal", "mee eens"]


@pytest.mark.parametrize(
    ("antwoorden", "eind", "waarden"),
    [
        (["mee oneens", "neutraal", "mee eens", "helemaal mee eens"], "helemaal mee oneens", [1, 2, 3, 4, 5]),
        (["zeer ontevreden", "ontevreden", "neutraal", "tevreden"], "zeer tevreden", [1, 2, 3, 4, 5]),
        (["oneens", "eens", "zeer eens"], "zeer oneens", [1, 2, 3, 4]),
    ],
)
def test_an_end_of_a_scale_that_nobody_chose_is_still_an_end(bouw, tabel, antwoorden, eind, waarden):
    opties = bouw(tabel({"v1": antwoorden * 2}))["opties"].set_index("label")["waarde"]
    assert opties.tolist() == waarden
    assert opties[eind] in (1, len(waarden))


def test_a_delivery_with_two_tables_asks_which_one(bouw, tabel):
    with pytest.raises(ContractError, match="heeft 2 tabellen"):
        bouw(tabel({"v": ["1"]}), tabel({"v": ["1"]}, bestand="f.csv"))


def test_ticks_without_a_set_are_recognised_by_their_labels(bouw, tabel):
    labels = {"0": "niet genoemd", "1": "genoemd"}
    extra = {
        f"v6_{n}": Kolom(f"v6_{n}", f"Gemeld: {wat}", labels) for n, wat in ((1, "afval"), (2, "honden"))
    }
    tabellen = bouw(tabel({"v6_1": ["1", "0"], "v6_2": ["0", "0"]}, extra=extra))
    assert tabellen["vragen"]["soort"].tolist() == ["meer_antwoorden"]
    assert tabellen["opties"]["label"].tolist() == ["afval", "honden"]


cel = st.sampled_from(
    ["", " ", "1", "2", "7,5", "99", "ja", "Ja", "weet niet", "mee eens", "neutraal", "a;b", "een verhaal"]
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rijen=st.lists(st.tuples(cel, cel, cel, cel), min_size=1, max_size=15),
    soorten=st.lists(
        st.sampled_from(["", "open", "getal", "schaal", "een_antwoord", "meer_antwoorden"]),
        min_size=4,
        max_size=4,
    ),
)
def test_every_person_has_a_row_for_every_question_whatever_the_cells(bouw, tabel, rijen, soorten):
    kolommen = {f"v{nummer}": list(waarden) for nummer, waarden in enumerate(zip(*rijen, strict=True))}
    regels = tuple(Vraagregel("enquete", f"v{n}", soort=soort, rij=n + 2) for n, soort in enumerate(soorten))
    tabellen = bouw(tabel(kolommen), lijst=Vragenlijst(regels), ruw=True)
    antwoorden = tabellen["antwoorden"]
    sleutel = ["deelnemer_id", "vraag_id"]
    assert len(antwoorden.drop_duplicates(sleutel)) == len(tabellen["deelnemers"]) * len(tabellen["vragen"])
    anders = antwoorden[antwoorden["status"] != "gegeven"]
    alle = antwoorden.groupby(sleutel, observed=True, dropna=False).size()
    assert (anders.set_index(sleutel).index.map(alle) == 1).all()
    open_ = antwoorden[
        antwoorden["vraag_id"].isin(tabellen["vragen"].loc[tabellen["vragen"]["soort"] == "open", "vraag_id"])
    ]
    assert (open_["status"] == "gegeven").sum() == len(tabellen["fragmenten"])
    uit, dubbel = (
        tabellen["records"]["records_uit"].sum(),
        (tabellen["logboek"]["reden"] == "dubbele_rij").sum(),
    )
    assert uit + dubbel == len(rijen)


def steps(tabellen):
    return [
        (str(code), waarde)
        for code, waarde in zip(tabellen["opties"]["code"], tabellen["opties"]["waarde"], strict=True)
    ]


def test_a_scale_with_labels_at_its_ends_stops_at_the_last_one(bouw, tabel):
    kolom = Kolom("v1", "Het was duidelijk.", {"1": "Helemaal mee oneens", "7": "Helemaal mee eens"})
    tabellen = bouw(tabel({"v1": ["1", "3", "6", "7", "2"]}, extra={"v1": kolom}))
    assert steps(tabellen) == [(str(stap), float(stap)) for stap in range(1, 8)]


def test_bare_numbers_to_seven_make_no_scale_to_ten_unless_a_grade_is_asked(bouw, tabel):
    cellen = [str(1 + nummer % 7) for nummer in range(28)]
    assert len(bouw(tabel({"v1": cellen}, extra={"v1": Kolom("v1", "Duidelijk?")}))["opties"]) == 7
    assert len(bouw(tabel({"v1": cellen}, extra={"v1": Kolom("v1", "Welk cijfer geeft u?")}))["opties"]) == 10
    tot_acht = [*cellen, "8"]
    assert len(bouw(tabel({"v1": tot_acht}, extra={"v1": Kolom("v1", "Duidelijk?")}))["opties"]) == 10


def test_a_code_for_no_answer_is_no_age_and_a_change_may_be_negative(bouw, tabel):
    leeftijd = [*map(str, range(20, 45)), "-99"]
    verschil = [*map(str, range(-12, 13)), "-99"]
    tabellen = bouw(tabel({"lft": leeftijd, "verschil": verschil}))
    assert antwoord(tabellen, "lft")[-1] == (None, None, "leeg_onbekend")
    assert antwoord(tabellen, "verschil")[-1] == (None, -99.0, "gegeven")
    geteld = tabellen["logboek"].loc[tabellen["logboek"]["reden"] == "buiten_bereik"]
    assert geteld["kolom"].tolist() == ["lft"]


def test_the_end_that_nobody_chose_is_written_as_the_other_end_is(bouw, tabel):
    labels = bouw(tabel({"v1": ["Nooit", "Soms", "Vaak"] * 8}))["opties"]["label"].tolist()
    assert labels == ["Nooit", "Soms", "Vaak", "Altijd"]


def test_a_row_per_answer_is_refused_and_makes_nobody_of_it(bouw, tabel):
    cellen = {"respondent": ["1", "1"], "vraag": ["Tevreden?", "Leeftijd"], "antwoord": ["ja", "34"]}
    with pytest.raises(ContractError, match="een rij per antwoord, geen rij per mens"):
        bouw(tabel(cellen))


def test_a_trait_that_the_delivery_names_is_a_question_where_every_cell_differs(tmp_path):
    pad = tmp_path / "klein.csv"
    rijen = [f"{1950 + nummer};{3500 + nummer} AB;{nummer % 5}" for nummer in range(12)]
    pad.write_text("\n".join(["geboortejaar;postcode;cijfer", *rijen]), encoding="utf-8")
    t = read_bestand(pad, instrument="enquete", kenmerken=["geboortejaar"])
    assert t.vragen.loc[t.vragen["rol"] == "kenmerk", "kolom"].tolist() == ["geboortejaar", "postcode"]


def test_a_grade_keeps_its_scale_beside_people_who_do_not_know(bouw, tabel):
    cellen = ["7", "8", "geen idee", "Geen idee ", "?", "n.v.t.", "-", "11", "77", "3"]
    tabellen = bouw(tabel({"cijfer (1-10)": cellen}))
    assert tabellen["vragen"]["soort"].tolist() == ["schaal"]
    assert [rij[1:] for rij in antwoord(tabellen, "cijfer_1_10")] == [
        (7.0, "gegeven"),
        (8.0, "gegeven"),
        (None, "weet_niet"),
        (None, "weet_niet"),
        (None, "weet_niet"),
        (None, "nvt"),
        (None, "leeg_onbekend"),
        (None, "leeg_onbekend"),
        (None, "leeg_onbekend"),
        (3.0, "gegeven"),
    ]
    buiten = tabellen["logboek"][tabellen["logboek"]["reden"] == "buiten_bereik"]
    assert buiten["aantal"].sum() == 2, "11 and 77 are told, a dash is not"


def test_a_number_keeps_who_does_not_know_apart_from_who_left_it_empty(bouw, tabel):
    cellen = [*map(str, range(18, 40)), "weet niet", "Weet  niet", ""]
    tabellen = bouw(tabel({"hoeveel minuten": cellen}))
    assert tabellen["vragen"]["soort"].tolist() == ["getal"]
    statussen = [rij[2] for rij in antwoord(tabellen, "hoeveel_minuten")]
    assert statussen[-3:] == ["weet_niet", "weet_niet", "leeg_onbekend"]
    assert set(statussen[:-3]) == {"gegeven"}
