import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject

TOML = """[[levering]]
naam = "beraad"
instrument = "burgerberaad"
onderdelen = {{ stemmen = "ruw/stemmen.csv" }}
metingen = {{ vooraf = "ruw/vooraf.csv", achteraf = "ruw/achteraf.csv" }}
persoon = "Lidnummer"
kenmerken = ["{kenmerk}"]
"""
KLASSEN = ("18-34", "35-49", "50-64")
RUW = {
    "stemmen.csv": "Aanbeveling;Voor;Tegen\n1;20;4\n",
    "vooraf.csv": "Lidnummer;Leeftijd;Vertrouwen\n"
    + "".join(f"L{nr};{KLASSEN[nr % 3]};{nr % 7 + 1}\n" for nr in range(24)),
    "achteraf.csv": "Lidnummer;Vertrouwen\n" + "".join(f"L{nr};{nr % 5 + 3}\n" for nr in range(24)),
}
GROEPEN = [
    ["kenmerk", "uit", "van", "tot", "codes", "label"],
    ["leeftijdsgroep", "leeftijd", 18, 49, None, "18 t/m 49 jaar"],
    ["leeftijdsgroep", "leeftijd", 50, 120, None, "50 jaar en ouder"],
]
VRAGEN = [["levering", "kolom", "vraag_id", "rol"], ["beraad", "Leeftijd", "leeftijdsklasse", "kenmerk"]]


def maak(maak_map, kenmerk, ruw=RUW, **bladen):
    vragen = {"vragen.xlsx": bladen} if bladen else None
    return maak_map(TOML.format(kenmerk=kenmerk), ruw=ruw, bladen=vragen)


def test_a_trait_of_the_members_may_be_asked_in_one_of_their_questionnaires(maak_map):
    traject = load_traject(maak(maak_map, "leeftijd"))
    vragen = traject.vragen[traject.vragen["vraag_id"].eq("leeftijd")]
    assert vragen["activiteit_id"].astype("str").tolist() == ["beraad_vooraf"]
    assert vragen["rol"].astype("str").tolist() == ["kenmerk"]


def test_a_trait_that_no_questionnaire_has_is_still_refused_once(maak_map):
    with pytest.raises(ContractError) as fout:
        load_traject(maak(maak_map, "leeftyd"))
    assert {probleem.kolom for probleem in fout.value.lijst} == {"kenmerken"}
    assert any("bedoelde u 'Leeftijd'" in probleem.remedie for probleem in fout.value.lijst)


def test_bounds_of_an_age_say_nothing_about_answers_that_are_bands(maak_map):
    tekst = check_traject(maak(maak_map, "leeftijdsklasse", vragen=VRAGEN, groepen=GROEPEN)).tekst
    assert tekst.startswith("Geen problemen gevonden.")
    assert "buiten de schaal of de groepen" not in tekst


def test_a_number_outside_all_bounds_is_still_pointed_out(maak_map):
    ruw = RUW | {
        "vooraf.csv": RUW["vooraf.csv"].replace("18-34", "12").replace("35-49", "40").replace("50-64", "61")
    }
    tekst = check_traject(maak(maak_map, "leeftijdsgroep", ruw, vragen=VRAGEN, groepen=GROEPEN)).tekst
    assert "8 antwoorden vallen buiten de schaal of de groepen" in tekst


def test_a_trait_of_the_list_of_members_need_not_be_asked_again(maak_map):
    toml = TOML.format(kenmerk="wijk") + 'deelnemerslijst = "ruw/leden.csv"\n'
    leden = "Lidnummer;Wijk\n" + "".join(f"L{nr};{'Noord' if nr % 2 else 'Zuid'}\n" for nr in range(24))
    assert len(load_traject(maak_map(toml, ruw=RUW | {"leden.csv": leden})).activiteiten) == 3


def test_a_draft_asks_no_groups_of_answers_that_are_bands(tmp_path):
    ages = "".join(f"{nr};{20 + nr};{nr % 9 + 1}\n" for nr in range(30))
    bands = "".join(f"{nr};{KLASSEN[nr % 3]};{nr % 4 + 1}\n" for nr in range(30))
    (tmp_path / "a.csv").write_text(f"nr;Leeftijd;Welk cijfer geeft u?\n{ages}", "utf-8")
    (tmp_path / "b.csv").write_text(f"nr;Leeftijd;Hoe vaak komt u hier?\n{bands}", "utf-8")
    propose_traject(tmp_path)
    traject = load_traject(tmp_path)
    kenmerken = traject.vragen[traject.vragen["rol"].eq("kenmerk")].groupby("activiteit_id", observed=True)
    namen = kenmerken["vraag_id"].agg(lambda ids: sorted(ids.astype("str"))).to_dict()
    assert namen == {"enquete1": ["leeftijd", "leeftijdsgroep"], "enquete2": ["leeftijd"]}
