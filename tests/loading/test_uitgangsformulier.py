"""The form that people fill in at an evening: before and after in one table, or about the evening itself."""

from __future__ import annotations

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject
from burgerdata.schema.procesvragen import PROCESVRAGEN

VOOR_NA = (
    "nr;VOORAF: Vertrouwen in de gemeente (1-10);NA AFLOOP: Vertrouwen in de gemeente (1-10);VOORAF: Ik weet wat het betekent (1-5);"
    "NA AFLOOP: Ik weet wat het betekent (1-5);Opmerking\n1;5;6;3;5;goed\n2;6;6;3;5;\n3;3;4;2;2;te kort\n"
)
MIDDEN = (
    "nr;Vertrouwen in W&I vooraf (1-10);Vertrouwen in W&I achteraf (1-10);Kon u zeggen wat u wilde?;Opmerking\n"
    "1;5;6;ja;\n2;6;;ja;te kort\n3;4;5;nee;\n4;7;;;\n"
)
BEGIN_EIND = (
    "Vertrouwen (begin);Kennis (begin);Vertrouwen (einde);Kennis (einde)\n5;3;7;4\n6;3;6;5\n4;2;5;2\n"
)
AVOND = "Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n"
PROCES = "nr;" + ";".join(PROCESVRAGEN[code] for code in ("P1", "P2", "P3")) + ";Opmerking\n"
PROCES += "1;mee eens;mee eens;mee oneens;goed\n2;mee eens;mee oneens;mee eens;te kort\n"


@pytest.mark.parametrize(("tekst", "verschil"), [(VOOR_NA, 2 / 3), (BEGIN_EIND, 1)])
def test_before_and_after_beside_notes_are_two_moments_of_that_evening(tekst, verschil, tmp_path):
    (tmp_path / "formulier.csv").write_text(tekst, "utf-8")
    (tmp_path / "avond.csv").write_text(AVOND, "utf-8")
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == [
        "burgerdialoog, formulier met 2 metingen",
        "burgerdialoog: notities",
    ]
    t = bd.load_traject(tmp_path)
    eerste = next(naam for naam in t.vragen["vraag_id"].astype("str") if naam.startswith("vertrouwen"))
    verandering = bd.compare_metingen(t, eerste).iloc[0]
    assert (verandering["vergelijking"], verandering["n_beide"]) == ("dezelfde mensen", 3)
    assert verandering["verschil"] == pytest.approx(verschil)


def test_a_remark_at_the_end_is_of_the_second_half_alone_and_a_trait_of_both(tmp_path):
    tekst = VOOR_NA.replace(";Opmerking", ";Wijk;Opmerking").replace(";5;goed", ";5;Zuid;goed")
    tekst = tekst.replace(";5;\n", ";5;Noord;\n").replace(";2;te kort", ";2;Zuid;te kort")
    (tmp_path / "formulier.csv").write_text(tekst, "utf-8")
    bd.propose_traject(tmp_path)
    t = bd.load_traject(tmp_path)
    assert t.fragmenten[["activiteit_id", "tekst"]].astype("str").to_numpy().tolist() == [
        ["klantpanel_na afloop", "goed"],
        ["klantpanel_na afloop", "te kort"],
    ]
    assert t.vragen["vraag_id"].astype("str").tolist().count("wijk") == 2


def test_who_left_one_half_empty_and_answered_the_end_took_part_in_it(tmp_path):
    """Of four one left the second half and all that was asked at the end empty: only she was not there then."""
    (tmp_path / "formulier.csv").write_text(MIDDEN, "utf-8")
    (tmp_path / "avond.csv").write_text(AVOND, "utf-8")
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist()[0] == "burgerdialoog, formulier met 2 metingen"
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    begin, dagen = toml.index("metingen ="), "begindatum = 2026-04-14\neinddatum = 2026-04-14\n"
    zonder = "\n".join(regel for regel in toml[begin:].splitlines() if "datum = " not in regel)
    (tmp_path / "traject.toml").write_text(f"{toml[:begin]}{dagen}{zonder}\n", "utf-8")
    t = bd.load_traject(tmp_path)
    assert t.deelnemers["activiteit_id"].value_counts().to_dict() == {
        "burgerdialoog_formulier_vooraf": 4,
        "burgerdialoog_formulier_achteraf": 3,
    }
    vraag = t.antwoorden[t.antwoorden["vraag_id"].eq("kon_u_zeggen_wat_u_wilde")]
    assert vraag["code"].dropna().astype("str").value_counts().to_dict() == {"ja": 2, "nee": 1}
    verandering = bd.compare_metingen(t, "vertrouwen_in_w_i_1_10").iloc[0]
    assert (verandering["n_beide"], verandering["verschil"]) == (2, 1.0)
    dagen_van = t.activiteiten[t.activiteiten["meting"].notna()][["begindatum", "einddatum"]].astype("str")
    assert dagen_van.to_numpy().tolist() == [["2026-04-14", "2026-04-14"]] * 2


def test_a_question_of_the_end_alone_is_not_missed_in_the_first_half(tmp_path):
    tekst = (
        VOOR_NA.replace(";Opmerking", ";Kon u zeggen wat u wilde?")
        .replace(";goed", ";ja")
        .replace("te kort", "nee")
    )
    (tmp_path / "formulier.csv").write_text(tekst.replace(";5;\n", ";5;ja\n"), "utf-8")
    bd.propose_traject(tmp_path)
    t = bd.load_traject(tmp_path)
    assert t.vragen["vraag_id"].astype("str").tolist().count("kon_u_zeggen_wat_u_wilde") == 1
    assert "geen verandering te meten" not in bd.check_traject(tmp_path).tekst


FORMULIER = (
    "nr;Vertrouwen (begin);Kennis (begin);Vertrouwen (einde);Kennis (einde);Sessie;Kent u de wijkraad?;Proef;Zaal\n"
    + "".join(
        f"{nr};{3 + nr % 3};3;{4 + nr % 4};5;{'AB'[nr % 2]};{'ja' if nr % 3 else 'nee'};{'test' * (nr == 12)};80\n"
        for nr in range(1, 13)
    )
)
LEVERING = """titel = "Avond"
[[levering]]
instrument = "burgerdialoog"
persoon = "nr"
metingen = { begin = "ruw/formulier.csv", einde = "ruw/formulier.csv" }
"""


def load_form(maak_map, extra):
    return bd.load_traject(maak_map(LEVERING + extra, ruw={"formulier.csv": FORMULIER}))


def test_what_the_settings_name_of_a_form_holds_for_both_halves(maak_map):
    t = load_form(maak_map, 'cluster = ["Sessie"]\nfpc = ["Zaal"]\n')
    per_helft = t.deelnemers.groupby("activiteit_id", observed=True, dropna=False)
    assert per_helft["cluster"].nunique().tolist() == [2, 2]
    assert per_helft["fpc"].first().tolist() == [80, 80]
    t = load_form(maak_map, 'testrijen = { Proef = ["test"] }\n')
    assert t.deelnemers.groupby("activiteit_id", observed=True, dropna=False).size().tolist() == [11, 11]


@pytest.mark.parametrize("kenmerk", ["kent_u_de_wijkraad", "Kent u de wijkraad?"])
def test_a_question_of_the_end_that_is_named_a_trait_parts_both_halves(maak_map, kenmerk):
    t = load_form(maak_map, f'kenmerken = ["{kenmerk}"]\n')
    per = bd.compare_metingen(t, "vertrouwen", per="kent_u_de_wijkraad")
    # 'nee' is 3, 6, 9 and 12: all 3 at the begin; 7, 6, 5 and 4 at the end
    nee = per[per["kent_u_de_wijkraad"].eq("nee")].iloc[0]
    assert (nee["waarde_van"], nee["waarde_naar"]) == (3, 5.5)


def test_without_an_evening_nieuw_asks_whether_it_was_one(tmp_path):
    (tmp_path / "formulier.csv").write_text(VOOR_NA, "utf-8")
    frame = bd.propose_traject(tmp_path).bestanden
    assert frame["herkend_als"].tolist() == ["klantpanel, 2 metingen"]
    assert frame["let_op"].tolist() == [
        '? is dit het formulier van voor en na een bijeenkomst; zet dan instrument = "burgerdialoog"'
    ]


@pytest.mark.parametrize("voor_na", [("VOOR: {}", "NA: {}"), ("{}_voor", "{}_na")])
@pytest.mark.parametrize("vraag", ["hoeveel vertrouwen heeft u (1-5)", "vertrouwen"])
def test_one_grade_before_and_after_is_a_form_also_when_few_were_high_at_first(tmp_path, voor_na, vraag):
    """Before 1, 2 and 3 (mean 2), after 2, 3, 4 and 5 (mean 3.5)."""
    koppen = ";".join(vorm.format(vraag) for vorm in voor_na)
    rijen = "".join(f"L{nr};{1 + nr % 3};{2 + nr % 4};tip {nr}\n" for nr in range(12))
    (tmp_path / "exit.csv").write_text(f"Lidnr;{koppen};Wat neemt u mee?\n{rijen}", "utf-8")
    (tmp_path / "avond.csv").write_text(AVOND, "utf-8")
    herkend = bd.propose_traject(tmp_path).bestanden["herkend_als"]
    assert "burgerdialoog, formulier met 2 metingen" in herkend.tolist()
    t = bd.load_traject(tmp_path)
    eerste = next(naam for naam in t.vragen["vraag_id"].astype("str") if "vertrouwen" in naam)
    verandering = bd.compare_metingen(t, eerste).iloc[0]
    assert (verandering["n_beide"], verandering["verschil"]) == (12, 1.5)


def test_one_question_without_a_grade_behind_voor_and_na_is_two_questions(tmp_path):
    rijen = "".join(
        f"{nr};{'ja' if nr % 2 else 'nee'};{'ja' if nr % 3 else 'nee'};tip {nr}\n" for nr in range(12)
    )
    (tmp_path / "e.csv").write_text(f"nr;hulp_voor;hulp_na;Opmerking\n{rijen}", "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, csv, 3 vragen"]


def test_a_survey_with_waves_is_told_which_instruments_have_them(maak_map):
    tekst = check_traject(
        maak_map(LEVERING.replace("burgerdialoog", "enquete"), ruw={"formulier.csv": FORMULIER})
    ).tekst
    assert "een enquête heeft één meting, en hier staan er meer bij 'metingen'" in tekst
    assert 'zet instrument = "burgerberaad" of "burgerdialoog" voor het formulier van voor en na' in tekst


def test_a_form_about_being_heard_is_asked_after_and_a_survey_with_one_such_question_is_not(tmp_path):
    (tmp_path / "e.csv").write_text(
        "nr;" + PROCESVRAGEN["P3"] + ";Cijfer buurt\n1;mee eens;7\n2;mee oneens;8\n", "utf-8"
    )
    (tmp_path / "form.csv").write_text(PROCES, "utf-8")
    frame = bd.propose_traject(tmp_path).bestanden.set_index("bestand")["let_op"]
    assert frame["form.csv"].startswith("? is dit het uitgangsformulier van een bijeenkomst; ")
    assert "?" not in frame["e.csv"]


@pytest.mark.parametrize(
    "koppen",
    [
        "nr;Cijfer voor de bus;Cijfer na de verhuizing;Druk",
        "nr;Begin van de dag;Eind van de dag;Cijfer",
        "nr;Vooraf gereserveerd?;Achteraf betaald?;Cijfer",
        "nr;Wist u vooraf genoeg?;Was u achteraf tevreden?;Cijfer",
    ],
)
def test_a_survey_in_which_these_words_are_about_something_else_has_no_moments(koppen, tmp_path):
    (tmp_path / "e.csv").write_text(f"{koppen}\n1;5;6;7\n2;6;7;8\n", "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").tolist() == [True]


@pytest.mark.parametrize(("ja", "nee"), [("ja", "nee"), ("1", "2"), ("via de brief", "niet")])
def test_two_questions_of_yes_or_no_about_before_and_after_are_no_moments(ja, nee, tmp_path):
    kop = "nr;Cijfer;Kreeg u vooraf informatie?;Kreeg u achteraf informatie?;Opmerking"
    rijen = f"1;5;{ja};{nee};goed\n2;6;{nee};{ja};\n3;8;{ja};{ja};te kort"
    (tmp_path / "e.csv").write_text(f"{kop}\n{rijen}\n", "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, csv, 4 vragen"]


@pytest.mark.parametrize("cellen", [("5", "7", "6"), ("veilig", "heel veilig", "onveilig")])
def test_one_scale_asked_before_and_after_has_two_moments_wherever_the_word_stands(cellen, tmp_path):
    rijen = "".join(f"{nr};{een};{cellen[nr % 3]}\n" for nr, een in enumerate(cellen * 5, 1))
    kop = "nr;Hoe voelde u zich vooraf in de straat?;Hoe voelde u zich achteraf in de straat?\n"
    (tmp_path / "e.csv").write_text(kop + rijen, "utf-8")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["klantpanel, 2 metingen"]


@pytest.mark.parametrize("kop", ["lid", "Code deelnemer"])
def test_what_nieuw_writes_about_a_form_beside_votes_is_read_untouched(tmp_path, schrijf_boek, kop):
    formulier = [
        [kop, "Vertrouwen vooraf (1-10)", "Vertrouwen achteraf (1-10)", "opmerking"],
        *([nr, 4 + nr % 3, 5 + nr % 3, "mooie avond" if nr % 2 else ""] for nr in range(1, 10)),
    ]
    stemmen = [["nr", "aanbeveling", "voor", "tegen"], ["A1", "Meer banken", 9, 0], ["A2", "Licht", 4, 5]]
    schrijf_boek(tmp_path / "beraad.xlsx", {"stemming": stemmen, "exit": formulier})
    propose_traject(tmp_path)
    regels = pd.read_excel(tmp_path / "vragen.xlsx", sheet_name="vragen", dtype="str")
    assert regels["kolom"].tolist() == ["Vertrouwen (1-10)", "opmerking"]
    assert check_traject(tmp_path).problemen.empty


@pytest.mark.parametrize(
    ("voor", "na"),
    [
        ("Ik weet genoeg om mee te praten (VOOR de avond, 1-5)", "Ik weet genoeg om mee te praten (NA de avond, 1-5)"),
        ("Ik weet genoeg (voor, 1-5)", "Ik weet genoeg (na, 1-5)"),
        ("Ik weet genoeg - voor de bijeenkomst", "Ik weet genoeg - na de bijeenkomst"),
        ("Voor de dialoogavond: ik weet genoeg", "Na de dialoogavond: ik weet genoeg"),
        ("Ik weet genoeg (vooraf)", "Ik weet genoeg (na afloop)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("namen", [("voor", "na"), ("VOOR", "NA")])
def test_a_header_that_says_the_moment_by_the_meeting_is_of_that_half(maak_map, voor, na, namen):
    rijen = "".join(f"{nr};{nr % 4 + 1};{nr % 4 + 2};4;huur\n" for nr in range(12))
    ruw = {"exit.csv": f"nr;{voor};{na};Ik ben gehoord vanavond (1-5);Huur/koop\n{rijen}"}
    metingen = ", ".join(f'{naam} = "ruw/exit.csv"' for naam in namen)
    toml = f'[[levering]]\nnaam = "exit"\ninstrument = "burgerdialoog"\npersoon = "nr"\nmetingen = {{ {metingen} }}\n'
    antwoorden = load_traject(maak_map(toml, ruw=ruw)).antwoorden
    vraag = antwoorden[antwoorden["vraag_id"].astype("str").str.startswith("ik_weet_genoeg")]
    som = vraag.groupby("activiteit_id", observed=True, dropna=False, sort=False)["getal"].sum()
    assert som.to_dict() == {f"exit_{namen[0]}": 30.0, f"exit_{namen[1]}": 42.0}


def test_a_half_that_no_header_names_is_told(maak_map):
    ruw = {"exit.csv": "nr;Weet ik genoeg?;Gehoord?;Huur/koop\n1;3;4;huur\n2;2;4;koop\n"}
    toml = '[[levering]]\nnaam = "exit"\ninstrument = "burgerdialoog"\npersoon = "nr"\n'
    toml += 'metingen = { voor = "ruw/exit.csv", na = "ruw/exit.csv" }\n'
    with pytest.raises(ContractError, match=r"geen enkele kolom van ruw/exit\.csv noemt meting 'voor'"):
        load_traject(maak_map(toml, ruw=ruw))


def test_a_question_that_says_its_moment_in_one_half_alone_is_to_be_looked_at(maak_map):
    kop = "nr;Ik weet genoeg (voor);Ik weet genoeg (na);Ik voel mij welkom (VOOR aanvang, 1-5)"
    rijen = "".join(f"{nr};{nr % 4 + 1};{nr % 4 + 2};4\n" for nr in range(12))
    toml = '[[levering]]\nnaam = "exit"\ninstrument = "burgerdialoog"\npersoon = "nr"\n'
    toml += 'metingen = { voor = "ruw/exit.csv", na = "ruw/exit.csv" }\n'
    tekst = check_traject(maak_map(toml, ruw={"exit.csv": f"{kop}\n{rijen}"})).tekst
    assert "tellen alleen bij meting 'na': 'Ik voel mij welkom (VOOR aanvang, 1-5)'" in tekst
