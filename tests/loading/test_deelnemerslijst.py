import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

TALK = "M: Welkom.\n" + "".join(f"R{nr}: Antwoord {nr} over de dijk.\n" for nr in (1, 2, 3))
TOML = """titel = "Proef"

[[levering]]
instrument = "focusgroep"
bestand = [{}]
deelnemerslijst = "ruw/lijst.csv"
"""


def lijst(*groepen, sprekers=(1, 2, 3)):
    rijen = [f"{groep};R{nr};18-34" for groep in groepen for nr in sprekers]
    return "\n".join(["Groep;Spreker;Leeftijd", *rijen])


def maak(maak_map, namen, tekst):
    bestanden = {naam: TALK.replace("dijk", naam) for naam in namen}
    genoemd = ", ".join(f'"ruw/{naam}"' for naam in namen)
    return maak_map(TOML.format(genoemd), ruw={**bestanden, "lijst.csv": tekst})


@pytest.mark.parametrize(
    ("naam", "groep"),
    [
        ("Verslag FG1 dijkbewoners 14 april.txt", "1"),
        ("Verslag focusgroep 1 (14-04-2026).txt", "FG1"),
        ("2026-04-14 groep 1 v2.txt", "Groep 1"),
        ("gesprek 1 om 20 uur.txt", "1"),
        ("Verslag dijkbewoners 14 april.txt", "Dijkbewoners"),
        ("1 dijkbewoners 14 april 2026.txt", "1"),
        ("focusgroep_dehoeven_29-9 letterlijk.txt", "Focusgroep De Hoeven"),
        ("Stationskwartier-20261006_193012-Recording.txt", "Focusgroep Stationskwartier (Teams)"),
    ],
)
def test_a_group_is_known_by_its_number_or_name_among_dates(maak_map, naam, groep):
    traject = load_traject(maak(maak_map, [naam, "FG2 dorp.txt"], lijst(groep, "2")))
    assert traject.deelnemers["rol"].astype("str").value_counts().to_dict() == {
        "burger": 6,
        "gespreksleider": 2,
    }


def test_speakers_outside_the_list_and_people_who_spoke_nowhere_are_named(maak_map):
    map_ = maak(maak_map, ["FG1.txt", "FG2.txt"], lijst("1", "3"))
    tekst = check_traject(map_).tekst
    assert "ruw/FG2.txt: 3 sprekers hebben hier een code die niet op de deelnemerslijst staat" in tekst
    assert "3 mensen op deze lijst (rij 5 t/m 7) staan in geen enkel gesprek" in tekst
    assert "onder wie alle mensen van een groep" in tekst


def test_codes_in_a_talk_of_which_the_list_knows_nobody_are_participants_without_traits(maak_map):
    namen = "Groep;Spreker;Leeftijd\n1;R1;18-34\n1;R2;35-49\n1;R3;18-34\n2;An Bos;18-34\n2;Bo Pol;50+\n"
    traject = load_traject(maak(maak_map, ["FG1.txt", "FG2.txt"], namen))
    rollen = traject.deelnemers.groupby("groep", observed=True)["rol"].agg(
        lambda rol: sorted(rol.astype("str"))
    )
    groep = ["burger", "burger", "burger", "gespreksleider"]
    assert rollen.to_dict() == {"FG1": groep, "FG2": groep}
    leeftijd = traject.antwoorden[traject.antwoorden["vraag_id"].eq("leeftijd")]
    assert leeftijd["status"].astype("str").eq("gegeven").sum() == 3


def test_a_code_beside_people_whom_the_list_knows_counts_nowhere(maak_map):
    map_ = maak(maak_map, ["FG1.txt"], lijst("1", sprekers=(1, 2)))
    assert (
        "ruw/FG1.txt: 1 spreker staat niet in de deelnemerslijst en telt nergens mee"
        in check_traject(map_).tekst
    )
    assert load_traject(map_).deelnemers["rol"].astype("str").eq("burger").sum() == 2


def test_one_person_who_did_not_come_is_no_group(maak_map):
    tekst = check_traject(maak(maak_map, ["FG1.txt"], lijst("1", sprekers=(1, 2, 3, 9)))).tekst
    assert "1 mens op deze lijst (rij 5) staat in geen enkel gesprek en komt nergens voor;" in tekst
    assert "sprekers staan niet" not in tekst


def test_people_on_a_list_of_two_deliveries_are_missed_only_where_neither_has_them(maak_map):
    """Groups 1 and 2 are deliveries of their own with one list; of its eight people R9 of group 2 and R1 of group 7 never spoke."""
    blok = '\n[[levering]]\nnaam = "g{0}"\ninstrument = "focusgroep"\nbestand = "ruw/FG{0}.txt"\ndeelnemerslijst = "ruw/lijst.csv"\n'
    ruw = {f"FG{nr}.txt": TALK.replace("dijk", f"dijk {nr}") for nr in (1, 2)}
    tekst = lijst("1") + "\n" + lijst("2", sprekers=(1, 2, 3, 9)).partition("\n")[2] + "\n7;R1;18-34"
    map_ = maak_map("".join(blok.format(nr) for nr in (1, 2)), ruw=ruw | {"lijst.csv": tekst})
    controle = check_traject(map_)
    assert "2 mensen op deze lijst (rij 8 t/m 9) staan in geen enkel gesprek" in controle.tekst
    assert "onder wie alle mensen van een groep" in controle.tekst
    assert "ruw/lijst.csv: 2 mensen op de lijst die niet spraken" in controle.tekst


def test_a_list_that_knows_everybody_is_not_mentioned(maak_map):
    assert "Nakijken" not in check_traject(maak(maak_map, ["FG1.txt"], lijst("1"))).tekst


def test_the_only_list_is_proposed_though_its_groups_have_other_names(tmp_path):
    for naam in ("FG1.txt", "FG2.txt"):
        (tmp_path / naam).write_text(TALK.replace("dijk", naam), "utf-8")
    (tmp_path / "lijst.csv").write_text(lijst("Dijk", "Dorp"), "utf-8")
    propose_traject(tmp_path)
    assert 'deelnemerslijst = "lijst.csv"' in (tmp_path / "traject.toml").read_text("utf-8")


NAMEN = """Nr;Naam;Groep;Geslacht
1;Jan de Boer;1;man
2;Els Kok;1;vrouw
3;Els Smit;2;vrouw
4;Aart Prins;2;man
"""
FG1 = "Moderator: Welkom.\nDhr. De Boer: Het duurt lang.\nMw. Kok: Vind ik ook.\nDhr. De Boer: Ja.\nMw. Kok: Nee.\n"
FG2 = "Moderator: Welkom.\nR3: Te laat.\nR4: Op tijd.\nR3: Echt.\nR4: Echt niet.\nR1: Ik ben er ook.\nR1: Nog steeds.\n"


def test_a_list_with_names_or_numbers_knows_who_is_called_otherwise_in_a_transcript(maak_map):
    toml = TOML.format('"ruw/FG1.txt", "ruw/FG2.txt"').replace("levering]]", 'levering]]\npersoon = "Nr"')
    traject = load_traject(maak_map(toml, ruw={"FG1.txt": FG1, "FG2.txt": FG2, "lijst.csv": NAMEN}))
    wie = traject.deelnemers.astype({"rol": "str", "groep": "str"})
    assert wie[wie["rol"].eq("burger")]["groep"].tolist() == ["FG1", "FG1", "FG2", "FG2"]
    assert wie[wie["rol"].eq("onbekend")]["groep"].tolist() == ["FG2"]  # number 1 is of the other group
    geslacht = traject.antwoorden[traject.antwoorden["vraag_id"].eq("geslacht")]["code"].dropna()
    assert geslacht.astype("str").tolist() == ["man", "vrouw", "vrouw", "man"]


def test_two_labels_of_one_talk_are_never_one_person_and_a_moderator_is_none(maak_map):
    tekst = "Jan: Welkom.\nV1: Te laat.\nM1: Op tijd.\nV2: Echt.\nM2: Niet.\nV1: Ja.\nM1: Nee.\nV2: Ja.\nM2: Nee.\nJan: Dank.\n"
    toml = TOML.format('"ruw/FG1.txt"').replace(
        "levering]]", 'levering]]\npersoon = "Nr"\ngespreksleider = ["Jan"]'
    )
    wie = load_traject(maak_map(toml, ruw={"FG1.txt": tekst, "lijst.csv": NAMEN})).deelnemers
    assert wie["rol"].astype("str").value_counts().to_dict() == {"onbekend": 4, "gespreksleider": 1}


def test_a_list_that_tells_nothing_about_people_is_a_list_all_the_same(maak_map):
    kaal = "Groep;Spreker\n" + "".join(f"1;R{nr}\n" for nr in (1, 2, 3))
    traject = load_traject(maak(maak_map, ["FG1.txt"], kaal))
    assert (traject.deelnemers["rol"] == "burger").sum() == 3


def test_a_list_without_codes_is_one_of_names(maak_map):
    lijst_ = "\n".join(regel.partition(";")[2] for regel in NAMEN.splitlines())
    traject = load_traject(maak_map(TOML.format('"ruw/FG1.txt"'), ruw={"FG1.txt": FG1, "lijst.csv": lijst_}))
    assert traject.deelnemers["rol"].astype("str").value_counts().to_dict() == {
        "burger": 2,
        "gespreksleider": 1,
    }
    assert "Boer" not in traject.fragmenten.to_csv() + traject.deelnemers.to_csv() + traject.opties.to_csv()


def test_the_draft_does_not_miss_people_whom_the_list_knows_by_name(tmp_path):
    for naam, tekst in {"FG1.txt": FG1, "FG2.txt": FG2, "deelnemers.csv": NAMEN}.items():
        (tmp_path / naam).write_text(tekst, "utf-8")
    tekst = propose_traject(tmp_path).tekst
    assert "FG2: spreker 'R1' staat niet in deelnemers.csv" in tekst
    assert "FG1:" not in tekst


def test_who_is_on_the_list_and_speaks_once_is_a_participant_with_these_words(maak_map):
    tekst = "M: Welkom.\nR1: Ik wacht vaak.\nKern: de dijk.\nQuarmby: Ik woon aan de dijk.\nM: Dank."
    leden = "Groep;Spreker;Leeftijd\n1;R1;18-34\n1;Quarmby;65+"
    traject = load_traject(maak_map(TOML.format('"ruw/fg1.txt"'), ruw={"fg1.txt": tekst, "lijst.csv": leden}))
    assert traject.deelnemers["rol"].astype("str").tolist() == ["gespreksleider", "burger", "burger"]
    assert traject.fragmenten["tekst"].tolist()[1:3] == [
        "Ik wacht vaak.\nKern: de dijk.",
        "Ik woon aan de dijk.",
    ]


VOORNAMEN = "Groep;Voornaam;Achternaam;Wijk;Huur/koop;Leeftijd;Telefoon\n" + "".join(
    f"{groep};{naam};Test;Zuid;huur;{30 + groep};0600000000\n"
    for groep, naam in ((1, "Fatma"), (1, "Sjoerd"), (2, "Truus"), (2, "Bilal"))
)
NUMMERS = "FG;Nr;Geslacht;Leeftijd;Opleiding;Aanwezig?\n" + "".join(
    f"{1 + nr // 4};{nr};vrouw;{20 + nr};hbo;ja\n" for nr in range(1, 7)
)


@pytest.mark.parametrize("tekst", [VOORNAMEN, NUMMERS])
def test_who_took_part_with_group_and_traits_is_a_list_and_no_survey(tmp_path, tekst):
    (tmp_path / "FG1.txt").write_text(TALK.replace("dijk", "FG1"), "utf-8")
    (tmp_path / "wie.csv").write_text(tekst, "utf-8")
    soorten = propose_traject(tmp_path).bestanden
    assert soorten.loc[soorten["bestand"].eq("wie.csv"), "herkend_als"].tolist() == ["deelnemerslijst"]


@pytest.mark.parametrize(
    "tekst",
    [
        "nr;groep;Welk cijfer geeft u de buurt?\n1;a;7\n2;b;8\n3;a;6\n",
        "Nr;Groep;Leeftijd;Sfeer;Netheid\n1;a;34;5;4\n2;b;45;2;3\n3;a;51;4;4\n",
        "Naam;Sessie;Ik voel mij thuis in mijn eigen buurt\nAn;1;eens\nBo;2;oneens\n",
    ],
)
def test_a_survey_in_which_people_have_a_number_and_a_group_stays_one(tmp_path, tekst):
    (tmp_path / "e.csv").write_text(tekst, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").tolist() == [True]


VOOR_ACHTER = """Groep;Voornaam;Tussenvoegsel;Achternaam;Wijk
1;Anja;de;Wit;Noord
1;Anja;;Bos;Zuid
1;Kees;;Kok;Noord
2;Anja;;Smit;Zuid
2;Piet;;Prins;Zuid
"""
GESPREK1 = "Kim: Welkom.\nAnja W.: Het duurt lang.\nAnja Bos: Vind ik ook.\nKees: Ja.\nAnja W.: Nee.\nAnja Bos: Ja.\nKees: Nee.\nKim: Dank.\n"
GESPREK2 = "Kim: Welkom.\nAnja: Te laat.\nPiet: Op tijd.\nAnja: Echt.\nPiet: Echt niet.\nKim: Dank.\n"


@pytest.fixture
def met_voornamen(tmp_path):
    (tmp_path / "FG1.txt").write_text(GESPREK1, "utf-8")
    (tmp_path / "FG2.txt").write_text(GESPREK2, "utf-8")
    (tmp_path / "lijst.csv").write_text(VOOR_ACHTER, "utf-8")
    return tmp_path


def test_first_name_and_surname_in_two_columns_tell_who_speaks(met_voornamen):
    voorstel = propose_traject(met_voornamen)
    pad = met_voornamen / "traject.toml"
    toml = pad.read_text("utf-8")
    assert 'deelnemerslijst = "lijst.csv"' in toml
    assert "Wit" not in toml + voorstel.tekst
    assert (
        '# gespreksleider = ["…"]  # in FG1.txt en FG2.txt staat één spreker niet op de deelnemerslijst'
        in toml
    )
    zonder = load_traject(met_voornamen)  # nothing has to be asked: who is not on the list counts nowhere
    assert zonder.deelnemers["rol"].astype("str").eq("burger").sum() == 5
    pad.write_text(toml.replace('# gespreksleider = ["…"]', 'gespreksleider = ["Kim"]'), "utf-8")
    traject = load_traject(met_voornamen)
    burgers = traject.deelnemers[traject.deelnemers["rol"].astype("str").eq("burger")]
    assert len(burgers) == 5
    wijken = traject.antwoorden[traject.antwoorden["vraag_id"].astype("str").eq("wijk")].merge(burgers)
    assert wijken["code"].astype("str").value_counts().to_dict() == {"Noord": 2, "Zuid": 3}
    assert traject.vragen["vraag_id"].astype("str").tolist() == ["wijk"], "a prefix is no trait"


def test_a_label_that_two_people_of_a_group_bear_means_neither(met_voornamen):
    (met_voornamen / "FG1.txt").write_text(
        GESPREK1.replace("Anja W.", "Anja").replace("Anja Bos", "Bos"), "utf-8"
    )
    propose_traject(met_voornamen)
    pad = met_voornamen / "traject.toml"
    pad.write_text(pad.read_text("utf-8").replace('["?"]', '["Kim"]'), "utf-8")
    tekst = check_traject(met_voornamen).tekst
    assert "FG1.txt: 1 spreker staat niet in de deelnemerslijst" in tekst


def test_who_is_on_the_list_under_a_code_of_its_own_kind_is_a_speaker_at_one_turn(maak_map):
    tekst = "M: Welkom.\nOuder-1: Ik wacht vaak.\nM: En?\nOuder-1: Soms.\nOuder-2: Ik niet.\nKern: de dijk."
    leden = "Groep;Spreker;Leeftijd\n1;Ouder-1;18-34\n1;Ouder-2;65+"
    traject = load_traject(maak_map(TOML.format('"ruw/fg1.txt"'), ruw={"fg1.txt": tekst, "lijst.csv": leden}))
    assert traject.deelnemers["rol"].astype("str").tolist() == ["gespreksleider", "burger", "burger"]
    assert traject.fragmenten["tekst"].tolist()[-1] == "Ik niet.\nKern: de dijk."


def test_who_is_on_the_list_twice_counts_once_and_stops_nothing(maak_map):
    traject = load_traject(maak(maak_map, ["FG1.txt"], lijst("1") + "\n1;R3;65+"))
    assert (traject.deelnemers["rol"] == "burger").sum() == 3
    leeftijd = traject.antwoorden[traject.antwoorden["vraag_id"].eq("leeftijd")]["code"].dropna()
    assert leeftijd.astype("str").tolist() == ["18-34"] * 3
