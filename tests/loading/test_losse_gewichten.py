"""Weights that a bureau delivers in a file of their own: no answers, and what to do with them is told."""

from __future__ import annotations

import pytest

from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject


@pytest.mark.parametrize(
    "kop", ["Respondent ID;weegfactor", "Nr;gewicht", "volgnr;weegfactor", "respnr;weight"]
)
def test_a_file_with_weights_alone_says_what_to_do_with_them(tmp_path, kop):
    regels = [f"{1000 + nr};{0.8 + nr / 50:.4f}".replace(".", ",") for nr in range(12)]
    (tmp_path / "weging DEF.csv").write_text("\n".join([kop, *regels]), "utf-8")
    (gezien,) = propose_traject(tmp_path).gezien
    kolom = kop.partition(";")[2]
    assert gezien == (
        "weging DEF.csv: dit lijken weegfactoren bij een ander bestand; schrijf bij die levering deelnemerslijst ="
        f' "weging DEF.csv", gewicht = "{kolom}", en bij persoon de kolom van de antwoorden met hetzelfde nummer'
    )


def test_answers_with_a_weight_beside_them_are_a_survey(tmp_path):
    regels = [f"{1000 + nr};{nr % 10 + 1};weet ik niet;1,{nr}" for nr in range(12)]
    kop = "respnr;Welk cijfer geeft u?;Waarom?;weegfactor"
    (tmp_path / "e.csv").write_text("\n".join([kop, *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()


def test_a_grade_with_a_number_and_a_weight_is_a_survey(tmp_path):
    regels = [f"{1000 + nr};{nr % 10 + 1};1,{nr}" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["respnr;Cijfer;weegfactor", *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()


def test_one_question_with_a_weight_is_a_survey(tmp_path):
    regels = [f"{'ja' if nr % 2 else 'nee'};1,{nr}" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["Bent u voor?;weegfactor", *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()


TOML = """[[levering]]
instrument = "{}"
bestand = "ruw/e.csv"
deelnemerslijst = "ruw/weging.csv"
gewicht = "weegfactor"
{}
"""
ANTWOORDEN = [f"{1000 + nr};{'ja' if nr < 4 else 'nee'}" for nr in range(12)]
GEWICHTEN = [(1000 + nr, f"{0.5 + nr / 10:.1f}".replace(".", ",")) for nr in range(11)]


def load(
    maak_map,
    gewichten=None,
    instrument="enquete",
    meer='persoon = "nr"',
    kop="Respondent ID;weegfactor",
    antwoorden=("nr;Bent u voor?", *ANTWOORDEN),
):
    regels = [f"{nummer};{gewicht}" for nummer, gewicht in gewichten or GEWICHTEN]
    ruw = {"e.csv": "\n".join(antwoorden), "weging.csv": "\n".join([kop, *regels])}
    return maak_map(TOML.format(instrument, meer), ruw=ruw)


@pytest.mark.parametrize("instrument", ["enquete", "klantpanel"])
def test_weights_of_their_own_file_weigh_the_answers_of_the_same_number(maak_map, instrument):
    traject = load_traject(load(maak_map, instrument=instrument))
    # the last of twelve people is not on the list: weight 0, as a bureau that left somebody out means it
    assert traject.deelnemers["gewicht"].round(1).tolist() == [*(0.5 + nr / 10 for nr in range(11)), 0]
    tabel = summarise_vraag(traject, "bent_u_voor").set_index("label")
    # four say yes, with 0.5 + 0.6 + 0.7 + 0.8 = 2.6 of 0.5 + … + 1.5 = 11
    assert tabel.loc["ja", "aandeel"] == pytest.approx(2.6 / 11)
    bron = traject.bronnen.set_index("bestand").loc["ruw/weging.csv"]
    assert (str(bron["rol"]), bron["records_in"], bron["records_uit"]) == ("deelnemerslijst", 11, 11)
    zonder = traject.logboek[traject.logboek["reden"].eq("gewicht_ontbreekt")]
    assert zonder["rij"].tolist() == [13]


FOUT = {
    "andere nummers": (
        {"gewichten": [(f"P{nr}", "1,1") for nr in range(4)]},
        "geen enkel nummer op deze lijst komt voor bij 'nr' in ruw/e.csv",
    ),
    "twee keer": (
        {"gewichten": [(1000, "1,1"), (1001, "0,9"), (1000, "1,2")]},
        "ruw/weging.csv, rij 4: 1 mens staat vaker op deze lijst; haal de dubbele rijen weg",
    ),
    "twee nummers": (
        {
            "kop": "volgnr;nummer;weegfactor",
            "gewichten": [(f"{nr};{1011 - nr}", "1,1") for nr in range(1, 12)],
        },
        "ruw/weging.csv: hierin kan de persoon in meer dan één kolom staan: 'volgnr' en 'nummer'; "
        "geef de kolom met de nummers van 'nr' in de antwoorden de kop 'nr'",
    ),
    "twee gewichten": (
        {"antwoorden": ["nr;Bent u voor?;weegfactor", *(f"{regel};1" for regel in ANTWOORDEN)]},
        "de kolom 'weegfactor' bij 'gewicht' staat in ruw/e.csv en ook op deze lijst, met andere waarden; haal haar weg",
    ),
    "geen persoon": ({"meer": ""}, "noem bij 'persoon' de kolom van de antwoorden met het nummer"),
}


@pytest.mark.parametrize("soort", FOUT)
def test_weights_that_fit_nobody_are_a_problem_with_what_to_do(maak_map, soort):
    anders, wat = FOUT[soort]
    with pytest.raises(ContractError) as fout:
        load_traject(load(maak_map, **anders))
    assert wat in str(fout.value)


def test_rows_without_a_number_are_of_nobody(maak_map):
    gewichten = [*GEWICHTEN, ("", "1,7"), ("", "0,3")]
    traject = load_traject(load(maak_map, gewichten))
    assert traject.deelnemers["gewicht"].round(1).tolist() == [*(0.5 + nr / 10 for nr in range(11)), 0]


@pytest.mark.parametrize("kop", ["volgnr;nr;weegfactor", "Naam;nummer;weegfactor"])
def test_the_number_of_the_answers_goes_before_a_row_number_and_a_name(maak_map, kop):
    gewichten = [(f"{nr + 1};{nummer}", gewicht) for nr, (nummer, gewicht) in enumerate(GEWICHTEN)]
    traject = load_traject(load(maak_map, gewichten, kop=kop))
    assert traject.deelnemers["gewicht"].round(1).tolist() == [*(0.5 + nr / 10 for nr in range(11)), 0]


def test_one_weight_in_both_files_is_one_weight(maak_map):
    antwoorden = [f"{regel};{getal}0" for regel, (_, getal) in zip(ANTWOORDEN, GEWICHTEN, strict=False)]
    traject = load_traject(load(maak_map, antwoorden=["nr;Bent u voor?;weegfactor", *antwoorden]))
    assert traject.deelnemers["gewicht"].round(1).tolist() == [0.5 + nr / 10 for nr in range(11)]


NAMEN = ["Tjibbe Oorthuys", "Quirine Zwaluw", "Henk Pol"]


def load_met_namen(maak_map, meer):
    antwoorden = [
        "nr;Wat vond u?",
        "7;Wat Tjibbe Oorthuys zegt klopt, en dat vind ik goed",
        "8;met dank aan Zwaluw",
        "9;lang",
    ]
    regels = [
        f"{7 + nr};{naam};1,{nr};belde terug, boos;{'Oost' if nr else 'West'}"
        for nr, naam in enumerate(NAMEN)
    ]
    ruw = {
        "e.csv": "\n".join(antwoorden),
        "weging.csv": "\n".join(["nr;Naam;weegfactor;Notitie;Wijk", *regels]),
    }
    return load_traject(maak_map(TOML.format("enquete", f'persoon = "nr"\n{meer}'), ruw=ruw))


def test_whom_a_list_names_is_masked_in_the_answers(maak_map):
    teksten = load_met_namen(maak_map, "").fragmenten["tekst"].astype("str").tolist()
    assert teksten == ["Wat [naam] zegt klopt, en dat vind ik goed", "met dank aan [naam]", "lang"]


def test_a_list_gives_what_was_named_and_a_note_about_people_is_no_answer(maak_map):
    traject = load_met_namen(maak_map, 'kenmerken = ["wijk"]')
    assert traject.vragen["vraag_id"].astype("str").tolist() == ["wat_vond_u", "weegfactor", "wijk"]
    los = traject.logboek[traject.logboek["bestand"].eq("ruw/weging.csv")].set_index("kolom")["reden"]
    assert (los["Notitie"], los["Naam"]) == ("kolom_weggelaten", "kolom_persoonsgegeven")
    zonder = load_met_namen(maak_map, "")
    assert "wijk" not in zonder.vragen["vraag_id"].astype("str").tolist()


def test_a_list_that_says_who_is_an_official_is_heard(maak_map):
    gewichten = [
        (f"{nummer};{'ambtenaar' if nummer == 1000 else 'inwoner'}", getal) for nummer, getal in GEWICHTEN
    ]
    traject = load_traject(load(maak_map, gewichten, kop="nr;Rol;weegfactor"))
    rollen = traject.deelnemers["rol"].astype("str").tolist()
    assert (rollen[0], set(rollen[1:])) == ("professional", {"burger"})


def test_a_row_number_is_the_number_of_the_answers_only_where_they_have_it(maak_map):
    gewichten = [(nr + 1, "1,1") for nr in range(12)]
    with pytest.raises(ContractError) as fout:
        load_traject(load(maak_map, gewichten, kop="volgnr;weegfactor"))
    assert str(fout.value).endswith(
        "ruw/weging.csv: 'volgnr' is een volgnummer, en dat hoeft niet het nummer van 'nr' in de antwoorden te zijn; vraag deze lijst met de"
        " kolom 'nr' erbij, of geef 'volgnr' die kop als het wel hetzelfde nummer is"
    )
    eigen = ["volgnummer;Bent u voor?", *(f"{nr + 1};ja" for nr in range(12))]
    map_ = load(maak_map, gewichten, kop="volgnr;weegfactor", meer='persoon = "volgnummer"', antwoorden=eigen)
    assert load_traject(map_).deelnemers["gewicht"].tolist() == [1.1] * 12


def write_both(map_, kop, lijstkop="volgnr", antwoorden=12):
    (map_ / "e.csv").write_text(
        "\n".join([f"{kop};Bent u voor?;Kent u de wijk?", *(f"{nr};ja;nee" for nr in range(antwoorden))]),
        "utf-8",
    )
    (map_ / "weging.csv").write_text(
        "\n".join([f"{lijstkop};weegfactor", *(f"{nr};1,{nr}" for nr in range(12))]), "utf-8"
    )
    return propose_traject(map_)


KOPPEN = ["volgnr", "Respondent ID", "nr", "respondentnr", "Response ID", "uuid", "casenr", "lidnr", "Resp. nr.", "userid"]  # fmt: skip


@pytest.mark.parametrize("kop", KOPPEN)
def test_weights_go_with_the_survey_that_has_the_same_number(tmp_path, kop):
    assert write_both(tmp_path, kop, kop.lower()).gezien == ()
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert f'persoon = "{kop}"\ngewicht = "weegfactor"\ndeelnemerslijst = "weging.csv"\n' in toml
    gewichten = load_traject(tmp_path).deelnemers["gewicht"].tolist()
    assert gewichten == pytest.approx([*(1 + nr / 10 for nr in range(10)), 1.10, 1.11])


def test_one_header_written_in_two_ways_is_one_number(tmp_path):
    assert write_both(tmp_path, "Respondent ID", "respondent_id").gezien == ()
    gewichten = load_traject(tmp_path).deelnemers["gewicht"].tolist()
    assert gewichten == pytest.approx([*(1 + nr / 10 for nr in range(10)), 1.10, 1.11])


@pytest.mark.parametrize("kop", ["wijk", "naam", "panel", "leeftijd", "deelnemer"])
def test_weights_by_what_numbers_nobody_are_not_put_with_a_survey(tmp_path, kop):
    (gezien,) = write_both(tmp_path, kop, kop).gezien
    assert gezien.startswith("weging.csv: ")
    assert "deelnemerslijst" not in (tmp_path / "traject.toml").read_text("utf-8")


def test_weights_by_row_number_beside_a_survey_without_it_say_what_is_needed(tmp_path):
    (gezien,) = write_both(tmp_path, "respnr").gezien
    assert gezien == (
        "weging.csv: gewichten met alleen een volgnummer ('volgnr'), en dat hoeft niet het nummer van de antwoorden te zijn; vraag om de gewichten"
        " met het nummer dat ook bij de antwoorden staat, of om de antwoorden met de kolom 'volgnr' erbij"
    )
    assert "deelnemerslijst" not in (tmp_path / "traject.toml").read_text("utf-8")


def test_weights_per_group_of_answers_are_of_no_person_and_leave_the_question(tmp_path):
    antwoorden = [f"{nr};{nr % 4 + 1};{'ja' if nr % 3 else 'nee'}" for nr in range(30)]
    (tmp_path / "e.csv").write_text("\n".join(["id;code;Bent u voor?", *antwoorden]), "utf-8")
    (tmp_path / "weging.csv").write_text("code;weegfactor\n1;1,1\n2;0,9\n3;1,2\n4;0,8", "utf-8")
    (gezien,) = propose_traject(tmp_path).gezien
    assert gezien == (
        "weging.csv: gewichten per 'code', en in e.csv hebben meer mensen daar hetzelfde staan; vraag om een kolom met het gewicht bij de antwoorden,"
        " of om gewichten met het nummer van elk mens"
    )
    traject = load_traject(tmp_path)
    assert len(traject.deelnemers) == 30
    assert traject.vragen["vraag_id"].astype("str").tolist() == ["code", "bent_u_voor"]


def test_weights_by_a_row_number_that_stands_beside_the_number_of_the_person_are_told_how_to_be_used(
    tmp_path,
):
    antwoorden = [f"{400 + nr};{nr};{'ja' if nr % 3 else 'nee'}" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["respnr;volgnr;Bent u voor?", *antwoorden]), "utf-8")
    gewichten = [f"{nr};1,{nr:02d}" for nr in range(12)]
    (tmp_path / "weging.csv").write_text("\n".join(["volgnr;weegfactor", *gewichten]), "utf-8")
    (gezien,) = propose_traject(tmp_path).gezien
    assert gezien == (
        "weging.csv: gewichten per 'volgnr', een kolom die ook in e.csv staat; is het daar hetzelfde nummer, schrijf dan bij de levering waar de"
        ' gewichten bij horen persoon = "volgnr", deelnemerslijst = "weging.csv" en gewicht = "weegfactor"'
    )
    toml = tmp_path / "traject.toml"
    raad = 'persoon = "volgnr"\ndeelnemerslijst = "weging.csv"\ngewicht = "weegfactor"'
    toml.write_text(toml.read_text("utf-8").replace('persoon = "respnr"', raad), "utf-8")
    gewicht = load_traject(tmp_path).deelnemers["gewicht"].tolist()
    assert gewicht == pytest.approx([1 + nr / 100 for nr in range(12)])


def test_weights_of_people_without_answers_are_told(tmp_path):
    write_both(tmp_path, "volgnr", antwoorden=9)
    assert (
        "weging.csv, kolom 'weegfactor': 3 mensen hebben hier een gewicht, en hun antwoorden zijn niet geleverd; "
        "vraag het bureau of het bestand met de antwoorden heel is" in check_traject(tmp_path).tekst
    )


PANEL = """[[levering]]
instrument = "klantpanel"
panel = "wijk"
persoon = "nr"
deelnemerslijst = "ruw/weging.csv"
gewicht = "weegfactor"
metingen = { t0 = "ruw/t0.csv", t1 = "ruw/t1.csv" }
"""


def make_panel(maak_map, kop, cellen):
    """Twelve people in two waves: 0,5 + nr / 10 in the first, 2 less a tenth of nr in the second."""
    golf = "\n".join(["nr;Bent u voor?", *ANTWOORDEN])
    rijen = [f"{1000 + nr};{cellen[0]};{(5 + nr) / 10:.1f}" for nr in range(12)]
    rijen += [f"{1000 + nr};{cellen[1]};{(20 - nr) / 10:.1f}" for nr in range(12)]
    lijst = "\n".join([kop, *rijen]).replace(".", ",")
    return maak_map(
        PANEL, ruw={"t0.csv": golf, "t1.csv": golf.replace("1003;ja", "1003;nee"), "weging.csv": lijst}
    )


@pytest.mark.parametrize("cellen", [("t0", "t1"), ("T0", "T1"), ("meting 0", "meting 1"), ("0", "1")])
def test_a_list_with_a_row_per_wave_gives_each_wave_its_own_weights(maak_map, cellen):
    traject = load_traject(make_panel(maak_map, "nr;Meting;weegfactor", cellen))
    per_golf = traject.deelnemers.groupby("activiteit_id", observed=True, dropna=False)["gewicht"]
    gewichten = {str(naam)[-2:]: deel.round(1).tolist() for naam, deel in per_golf}
    assert gewichten["t0"] == pytest.approx([(5 + nr) / 10 for nr in range(12)])
    assert gewichten["t1"] == pytest.approx([(20 - nr) / 10 for nr in range(12)])
    assert "meting" not in traject.vragen["vraag_id"].astype("str").tolist()


@pytest.mark.parametrize(
    ("kop", "cellen", "wat"),
    [
        ("nr;Meting;weegfactor", ("t0", "najaar"), "schrijf hier 't0' of 't1'"),
        ("nr;Deel;weegfactor", ("t0", "t1"), "zet dan in een kolom 'meting' bij welke meting een rij hoort"),
    ],
)
def test_rows_of_which_the_wave_is_not_known_are_a_problem_with_what_to_do(maak_map, kop, cellen, wat):
    with pytest.raises(ContractError) as fout:
        load_traject(make_panel(maak_map, kop, cellen))
    assert wat in str(fout.value)


def test_numbers_with_leading_zeros_in_one_of_the_files_are_told(maak_map):
    """Of 095 … 106 five begin with a zero, which Excel took from the list."""
    antwoorden = ["nr;Bent u voor?", *(f"{nr:03d};{'ja' if nr % 2 else 'nee'}" for nr in range(95, 107))]
    gewichten = [(nr, f"{nr / 100:.2f}".replace(".", ",")) for nr in range(95, 107)]
    tekst = " ".join(check_traject(load(maak_map, gewichten, antwoorden=antwoorden)).tekst.split())
    assert "5 van de 12 mensen staan voor 'enquete' niet op deze lijst met een gewicht" in tekst
    assert "schrijft het ene bestand nullen voor een nummer (095) en het andere niet (95)" in tekst
