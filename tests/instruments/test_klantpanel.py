import pytest

from burgerdata.errors import ContractError

METINGEN = {"2026-03": "m1.csv", "2026-06": "m2.csv"}


def test_waves_share_people_and_panel_and_have_their_own_period(bouw, tabel):
    een = tabel({"datum": ["1-3-2026", "9-3-2026"], "cijfer": ["7", "8"]}, bestand="m1.csv")
    twee = tabel({"datum": ["2-6-2026", "3-6-2026"], "cijfer": ["8", "8"]}, bestand="m2.csv")
    tabellen = bouw(een, twee, instrument="klantpanel", metingen=METINGEN)
    activiteiten = tabellen["activiteiten"]
    assert activiteiten["activiteit_id"].tolist() == ["klantpanel_2026-03", "klantpanel_2026-06"]
    assert activiteiten["panel"].tolist() == ["klantpanel", "klantpanel"]
    assert activiteiten["einddatum"].dt.strftime("%d-%m").tolist() == ["09-03", "03-06"]
    assert tabellen["deelnemers"]["deelnemer_id"].nunique() == 2


def test_an_option_that_nobody_chose_in_one_wave_exists_there_too(bouw, tabel):
    een = tabel({"tevreden?": ["tevreden", "ontevreden"]}, bestand="m1.csv")
    twee = tabel({"tevreden?": ["neutraal", "tevreden"]}, bestand="m2.csv")
    opties = bouw(een, twee, instrument="klantpanel", metingen=METINGEN)["opties"]
    per_golf = opties.groupby("activiteit_id", observed=True, dropna=False)["label"].agg(list).tolist()
    assert per_golf == [["ontevreden", "neutraal", "tevreden"]] * 2


def test_a_question_with_another_text_keeps_its_code(bouw, tabel):
    een = tabel({"q7. Hoe tevreden bent u over de afhandeling?": ["tevreden"]}, bestand="m1.csv")
    twee = tabel({"q7. Hoe tevreden bent u over de informatie?": ["tevreden"]}, bestand="m2.csv")
    vragen = bouw(een, twee, instrument="klantpanel", metingen=METINGEN)["vragen"]
    assert vragen["vraag_id"].tolist() == ["q7", "q7"]
    assert vragen["tekst"].nunique() == 2


def test_the_problems_of_all_waves_are_told_at_once(bouw, tabel):
    een, twee = tabel({"v": ["1"]}, bestand="m1.csv"), tabel({"v": ["1"]}, bestand="m2.csv")
    with pytest.raises(ContractError) as fout:
        bouw(een, twee, instrument="klantpanel", metingen=METINGEN, gewicht="w", testrijen={"x": ("1",)})
    assert len(fout.value.lijst) == 2
    assert {"m1.csv", "m2.csv"} == {probleem.wat.split(" in ")[-1] for probleem in fout.value.lijst}


def test_several_files_without_waves_are_asked_about(bouw, tabel):
    een, twee = tabel({"v": ["1"]}, bestand="m1.csv"), tabel({"v": ["1"]}, bestand="m2.csv")
    with pytest.raises(ContractError, match="2 bestanden zonder meting"):
        bouw(een, twee, instrument="klantpanel", bestanden=("m1.csv", "m2.csv"))


def test_a_longitudinal_weight_of_a_later_wave_is_a_question_of_its_own(bouw, tabel):
    een = tabel({"cijfer": ["7", "8"]}, bestand="m1.csv")
    twee = tabel({"cijfer": ["8", "8"], "w lang": ["1,5", "0,5"]}, bestand="m2.csv")
    vragen = bouw(een, twee, instrument="klantpanel", metingen=METINGEN, langsgewicht="W Lang")["vragen"]
    eigen = vragen[vragen["vraag_id"].eq("langsgewicht")]
    assert eigen[["activiteit_id", "rol", "soort"]].to_numpy().tolist() == [
        ["klantpanel_2026-06", "gewicht", "getal"]
    ]


def test_a_longitudinal_weight_that_no_wave_has_is_told_once(bouw, tabel):
    een, twee = tabel({"v": ["1"]}, bestand="m1.csv"), tabel({"v": ["1"]}, bestand="m2.csv")
    with pytest.raises(ContractError) as fout:
        bouw(een, twee, instrument="klantpanel", metingen=METINGEN, langsgewicht="wl")
    assert [probleem.wat for probleem in fout.value.lijst] == [
        "de kolom 'wl' bij 'langsgewicht' staat niet in m1.csv, m2.csv"
    ]
