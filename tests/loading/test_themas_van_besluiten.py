"""What a list of decisions calls a theme becomes that theme where it is one, and no theme where it is not."""

from burgerdata.loading import load_traject

THEMAS = {"themalijst": [["thema", "woorden_wel"], ["Lange duur", "duurde*"], ["Taal", "taal"]]}
DIALOOG = '[[levering]]\ninstrument = "burgerdialoog"\nbestand = ["ruw/besluiten.csv", "ruw/tafels.csv"]\n'
RUW = {"tafels.csv": "Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n2;Groen;minder steen\n"}
BESLUITEN = """Nr;Aanbeveling;Thema;Besluit;Motivering
1;Maak het korter;lange duur ;overgenomen;Kan
2;Schrijf gewoner;Leesbaarheid;niet overgenomen;Te duur
3;Plant bomen;;overgenomen;Goed idee
"""


def test_a_column_thema_says_in_words_which_theme_a_decision_is_about(maak_map):
    kop = ["samenvatting", "thema", "status"]
    rijen = [
        ["Maak het korter", "LANGE DUUR", "overgenomen"],
        ["Schrijf gewoner", "Leesbaarheid", "overgenomen"],
        ["Plant bomen", "", "niet_overgenomen"],
    ]
    bladen = {"themalijst.xlsx": THEMAS, "doorwerking.xlsx": {"doorwerking": [kop, *rijen]}}
    doorwerking = load_traject(maak_map(bladen=bladen)).doorwerking
    assert doorwerking["thema_id"].astype("str").fillna("").tolist() == ["lange_duur", "", ""]


def test_a_column_thema_in_other_words_is_the_one_theme_of_which_they_are_the_patterns(maak_map):
    kop = ["samenvatting", "thema"]
    rijen = [["Korter", "Dat het zo lang duurde"], ["Gewoner", "de taal die duurde"], ["Boom", "Groen"]]
    bladen = {"themalijst.xlsx": THEMAS, "doorwerking.xlsx": {"doorwerking": [kop, *rijen]}}
    doorwerking = load_traject(maak_map(bladen=bladen)).doorwerking
    assert doorwerking["thema_id"].astype("str").fillna("").tolist() == ["lange_duur", "", ""]


def test_an_id_of_a_theme_goes_before_what_stands_in_words(maak_map):
    kop = ["samenvatting", "thema_id", "thema"]
    bladen = {
        "themalijst.xlsx": THEMAS,
        "doorwerking.xlsx": {"doorwerking": [kop, ["Maak het korter", "taal", "Lange duur"]]},
    }
    assert load_traject(maak_map(bladen=bladen)).doorwerking["thema_id"].tolist() == ["taal"]


def test_decisions_of_a_delivery_are_tied_to_the_theme_that_they_name(maak_map):
    map_ = maak_map(DIALOOG, ruw=RUW | {"besluiten.csv": BESLUITEN}, bladen={"themalijst.xlsx": THEMAS})
    doorwerking = load_traject(map_).doorwerking
    gekoppeld = zip(
        doorwerking["samenvatting"], doorwerking["thema_id"].astype("str").fillna(""), strict=True
    )
    assert list(gekoppeld) == [
        ("Maak het korter", "lange_duur"),
        ("Schrijf gewoner", ""),
        ("Plant bomen", ""),
    ]


def test_without_a_list_of_themes_decisions_are_about_none(maak_map):
    map_ = maak_map(DIALOOG, ruw=RUW | {"besluiten.csv": BESLUITEN})
    assert load_traject(map_).doorwerking["thema_id"].isna().all()


def test_a_point_without_a_phase_has_that_at_the_top_of_traject_toml(maak_map):
    levering = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'
    kop = ["samenvatting", "fase", "status"]
    punten = [["Korter", "", "overgenomen"], ["Gewoner", "evaluatie", "overgenomen"]]
    ruw = {"e.csv": "nr;Welk cijfer geeft u?\n1;7\n2;8\n"}
    bladen = {"doorwerking.xlsx": {"doorwerking": [kop, *punten]}}
    boven = 'fase = "praktijk"\n'
    doorwerking = load_traject(maak_map(boven + levering, ruw=ruw, bladen=bladen)).doorwerking
    assert doorwerking["fase"].astype("str").tolist() == ["praktijk", "evaluatie"]
    zonder = load_traject(maak_map(levering + 'fase = "praktijk"\n', ruw=ruw, bladen=bladen)).doorwerking
    assert zonder["fase"].isna().tolist() == [True, False]  # that of one delivery says nothing of the points
