"""Two versions of one file are pointed out and never counted together; a second wave and a refreshment are none."""

import random

import pandas as pd
import pyreadstat
import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject, read_bestand

PLAATSEN = ("Zwolle", "Breda", "Delft", "Venlo")
LABELS = {"q1": {1: "man", 2: "vrouw"}, "q3": dict(enumerate(PLAATSEN, start=1))}
KOPPEN = ["Bent u een man of een vrouw?", "Welk cijfer geeft u?", "Waar woont u?", "Hoe vaak kwam u?"]


def make_answers(zaad: int, aantal: int = 60) -> pd.DataFrame:
    kies = random.Random(zaad)
    rijen = [
        (kies.randint(1, 2), kies.randint(1, 10), kies.randint(1, 4), kies.randint(0, 30))
        for _ in range(aantal)
    ]
    return pd.DataFrame(rijen, columns=["q1", "q2", "q3", "q4"])


def spell(antwoorden: pd.DataFrame) -> pd.DataFrame:
    """Return the answers as a bureau puts them in Excel: labels for codes, questions for names."""
    return antwoorden.replace(LABELS).rename(columns=dict(zip(antwoorden.columns, KOPPEN, strict=False)))


def as_csv(tabel: pd.DataFrame) -> str:
    return tabel.to_csv(index=False, sep=";")


def write_versions(map_, antwoorden: pd.DataFrame, ander: pd.DataFrame) -> None:
    (map_ / "ruw").mkdir(exist_ok=True)
    pyreadstat.write_sav(antwoorden, map_ / "ruw" / "wijk_v3.sav", variable_value_labels=LABELS)
    ander.to_excel(map_ / "ruw" / "wijk_v3.xlsx", index=False)


def twee(instrument: str = "enquete", **meer: str) -> str:
    extra = "".join(f"{naam} = {waarde}\n" for naam, waarde in meer.items())
    return "".join(
        f'[[levering]]\nnaam = "{naam}"\ninstrument = "{instrument}"\nbestand = "ruw/{naam}.csv"\n{extra}'
        for naam in ("een", "ander")
    )


VORMEN = {
    "labels en andere koppen": spell,
    "andere volgorde van rijen": lambda tabel: spell(tabel).sample(frac=1, random_state=3),
    "andere volgorde van kolommen": lambda tabel: spell(tabel)[KOPPEN[::-1]],
    "tien mensen minder": lambda tabel: spell(tabel).iloc[10:],
    "een vraag meer": lambda tabel: spell(tabel).assign(Nieuw=[str(n % 7) for n in range(len(tabel))]),
    "een respondentnummer": lambda tabel: spell(tabel).assign(respnr=range(1, len(tabel) + 1)),
}


@pytest.mark.parametrize("vorm", VORMEN)
def test_a_version_with_labels_for_headers_is_pointed_out_and_left_to_choose(vorm, tmp_path):
    antwoorden = make_answers(1)
    write_versions(tmp_path, antwoorden, VORMEN[vorm](antwoorden))
    voorstel = propose_traject(tmp_path)
    assert "kies één" in " ".join(voorstel.bestanden["let_op"])
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert toml.count("[[levering]]") == 1
    assert '# bestand = "ruw/wijk_v3.xlsx"' in toml


@pytest.mark.parametrize("vorm", VORMEN)
def test_two_deliveries_of_the_same_answers_are_refused_and_in_the_logboek(vorm, maak_map):
    antwoorden = make_answers(1)
    map_ = maak_map(
        twee(), ruw={"een.csv": as_csv(antwoorden), "ander.csv": as_csv(VORMEN[vorm](antwoorden))}
    )
    controle = check_traject(map_)
    (wat,) = controle.problemen["wat"]
    assert wat.startswith("dit is een andere versie van ruw/een.csv: ")
    logboek = controle.logboek[controle.logboek["reden"] == "zelfde_antwoorden"]
    assert logboek[["bestand", "kolom", "activiteit_id"]].values.tolist() == [
        ["ruw/ander.csv", "ruw/een.csv", "ander"]
    ]
    with pytest.raises(ContractError, match="kies welke versie geldt"):
        load_traject(map_)


def test_two_versions_in_one_delivery_are_refused_too(maak_map):
    antwoorden = make_answers(1)
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = ["ruw/een.csv", "ruw/ander.csv"]\n'
    map_ = maak_map(toml, ruw={"een.csv": as_csv(antwoorden), "ander.csv": as_csv(antwoorden.iloc[5:])})
    with pytest.raises(ContractError, match=r"55 van de 55 rijen geven dezelfde antwoorden"):
        load_traject(map_)
    with pytest.raises(ContractError, match="andere versie"):
        read_bestand([map_ / "ruw" / "een.csv", map_ / "ruw" / "ander.csv"])


def test_the_same_talk_as_text_and_as_subtitles_is_one_talk(maak_map):
    beurten = [f"Ik vond dat het op punt {nummer} veel te lang duurde bij de balie." for nummer in range(8)]
    tekst = "\n".join(f"R{1 + n % 3}: {beurt}" for n, beurt in enumerate(beurten))
    kopjes = "\n\n".join(
        f"00:00:{n:02d}.000 --> 00:00:{n + 1:02d}.000\n<v R{1 + n % 3}>{beurt}</v>"
        for n, beurt in enumerate(beurten)
    )
    toml = '[[levering]]\ninstrument = "focusgroep"\nbestand = ["ruw/fg1.txt", "ruw/fg1.vtt"]\n'
    ruw = {"fg1.txt": tekst, "fg1.vtt": f"WEBVTT\n\n{kopjes}\n"}
    map_ = maak_map(toml, ruw=ruw)
    assert "8 van de 8 rijen" in check_traject(map_).problemen["wat"].iloc[0]
    (map_ / "traject.toml").unlink()
    propose_traject(map_)
    toml = (map_ / "traject.toml").read_text("utf-8")
    assert 'bestand = "ruw/fg1.txt"  # kies één' in toml


def change(tabel: pd.DataFrame, zaad: int) -> pd.DataFrame:
    """Return the same people at another time: who they are stays, what they think changes for half of them."""
    kies = random.Random(zaad)
    return tabel.assign(q2=[kies.randint(1, 10) if kies.random() < 0.5 else oud for oud in tabel["q2"]])


ANDERS = {
    "andere mensen": lambda tabel: make_answers(2),
    "een aanvulling van twaalf": lambda tabel: make_answers(3, 12),
    "dezelfde quota, één vraag": lambda tabel: tabel.assign(q2=make_answers(5)["q2"]),
    "dezelfde mensen later": lambda tabel: change(tabel, 4),
}


@pytest.mark.parametrize("ander", ANDERS)
def test_another_sample_a_refreshment_and_a_second_wave_are_no_version(ander, maak_map):
    antwoorden = make_answers(1).assign(respnr=range(1, 61))
    nieuw = ANDERS[ander](antwoorden)
    nieuw = nieuw.assign(respnr=range(1, len(nieuw) + 1))
    ruw = {"een.csv": as_csv(antwoorden), "ander.csv": as_csv(nieuw)}
    traject = load_traject(maak_map(twee(panel='"p"', persoon='"respnr"'), ruw=ruw))
    assert len(traject.deelnemers) == len(antwoorden) + len(nieuw)
    assert not traject.logboek["reden"].eq("zelfde_antwoorden").any()


def test_waves_of_a_panel_that_are_alike_are_told_and_not_refused(maak_map):
    antwoorden = make_answers(1).assign(respnr=range(1, 61))
    toml = (
        '[[levering]]\ninstrument = "klantpanel"\npersoon = "respnr"\n'
        'metingen = { "1" = "ruw/een.csv", "2" = "ruw/ander.csv" }\n'
    )
    map_ = maak_map(toml, ruw={"een.csv": as_csv(antwoorden), "ander.csv": as_csv(antwoorden[::-1])})
    controle = check_traject(map_)
    assert controle.problemen.empty
    assert "ruw/ander.csv: dezelfde antwoorden van dezelfde mensen als in ruw/een.csv" in controle.tekst
    logboek = load_traject(map_).logboek
    assert logboek.loc[logboek["reden"] == "zelfde_antwoorden", "aantal"].tolist() == [60]


def test_the_same_wave_delivered_twice_is_refused(maak_map):
    antwoorden = make_answers(1).assign(respnr=range(1, 61))
    ruw = {"een.csv": as_csv(antwoorden), "ander.csv": as_csv(antwoorden[::-1])}
    toml = twee(panel='"p"', meting='"2026-03"', persoon='"respnr"')
    assert check_traject(maak_map(toml, ruw=ruw)).problemen["wat"].str.contains("andere versie van").any()


def test_an_exact_copy_is_one_problem(maak_map):
    ruw = dict.fromkeys(("een.csv", "ander.csv"), as_csv(make_answers(1)))
    assert len(check_traject(maak_map(twee(), ruw=ruw)).problemen) == 1


@pytest.mark.parametrize("persoon", ["", 'persoon = "respnr"\n'])
def test_the_number_of_the_respondent_lays_rows_side_by_side_where_answers_cannot(persoon, maak_map):
    antwoorden = make_answers(1).assign(respnr=range(101, 161))
    anders = spell(antwoorden).sample(frac=1, random_state=2)
    ruw = {
        "een.csv": as_csv(antwoorden[["respnr", "q1", "q3"]]),
        "ander.csv": as_csv(anders[["respnr", KOPPEN[0], KOPPEN[2]]]),
    }
    anders_gevraagd = make_answers(7).assign(respnr=range(101, 161))[["respnr", "q1", "q3"]]
    toml = twee().replace("instrument", f"{persoon}instrument")
    (wat,) = check_traject(maak_map(toml, ruw=ruw)).problemen["wat"]
    assert "60 van de 60 rijen geven dezelfde antwoorden" in wat
    assert check_traject(maak_map(toml, ruw=ruw | {"ander.csv": as_csv(anders_gevraagd)})).problemen.empty


def test_a_question_that_was_turned_round_in_rows_of_another_order_hides_no_version(maak_map):
    antwoorden = make_answers(1).join(make_answers(6).add_suffix("b")[["q2b", "q4b"]])
    anders = antwoorden.assign(q2=11 - antwoorden["q2"]).sample(frac=1, random_state=3)
    map_ = maak_map(twee(), ruw={"een.csv": as_csv(antwoorden), "ander.csv": as_csv(anders)})
    assert check_traject(map_).problemen["wat"].str.contains("andere versie van").all()
    assert len(check_traject(map_).problemen) == 1


def poll(zaad: int, aantal: int = 60) -> pd.DataFrame:
    kies = random.Random(zaad)
    return pd.DataFrame({"Bent u voor?": kies.choices(["ja", "nee", "weet niet"], [6, 3, 1], k=aantal)})


def of_one_panel(**vragen: list) -> pd.DataFrame:
    """Return what forty people are each time, and what they were asked this time."""
    kies = random.Random(8)
    wie = {
        "geslacht": "mv",
        "wijk": "NZO",
        "opleiding": "lmh",
        "huishouden": "asg",
        "leeftijd": range(18, 80),
    }
    return pd.DataFrame({naam: kies.choices(soorten, k=40) for naam, soorten in wie.items()} | vragen)


GEEN_VERSIES = {
    "twee peilingen met één vraag": (poll(1), poll(2)),
    "twee plaatsen, één vraag": (poll(3).assign(plaats="Delft"), poll(4).assign(plaats="Venlo")),
    "stemmen van twee bijeenkomsten": (poll(5).assign(nr=range(60)), poll(6).assign(nr=range(60))),
    "peilingen gesorteerd op antwoord": (
        poll(1).sort_values("Bent u voor?"),
        poll(2).sort_values("Bent u voor?"),
    ),
    "meldingen met vaste zinnen": tuple(
        pd.DataFrame(
            {
                "melding": random.Random(zaad).choices(
                    ["De lantaarn op straat is kapot", "Er ligt afval naast de bak"], k=40
                )
            }
        )
        for zaad in (1, 2)
    ),
    "een panel met één ander cijfer": (
        of_one_panel(cijfer=random.Random(1).choices([5, 6], k=40)),
        of_one_panel(cijfer=random.Random(2).choices([7, 8, 9], k=40)),
    ),
    "een panel met een andere vraag": (
        of_one_panel(vertrouwen=["veel", "geen"] * 20),
        of_one_panel(tevreden=["ja", "soms", "nee", "nee"] * 10),
    ),
}


@pytest.mark.parametrize("paar", GEEN_VERSIES)
def test_surveys_of_few_questions_and_waves_of_one_panel_are_not_refused(paar, maak_map):
    een, ander = map(as_csv, GEEN_VERSIES[paar])
    map_ = maak_map(twee(), ruw={"een.csv": een, "ander.csv": ander})
    assert not check_traject(map_).problemen["wat"].str.contains("andere versie").any()
    (map_ / "traject.toml").unlink()
    assert "kies één" not in " ".join(propose_traject(map_).bestanden["let_op"])


def test_the_same_people_with_one_other_column_are_told_where_nothing_is_refused(maak_map):
    een, ander = map(as_csv, GEEN_VERSIES["een panel met een andere vraag"])
    tekst = check_traject(maak_map(twee(), ruw={"een.csv": een, "ander.csv": ander})).tekst
    assert "ruw/ander.csv: dezelfde antwoorden van dezelfde mensen als in ruw/een.csv: 40 rijen" in tekst


def test_the_refusal_says_what_to_do_with_two_waves_that_are_alike(maak_map):
    tabel = of_one_panel(eens=["ja"] * 39 + ["nee"])
    ruw = {"een.csv": as_csv(tabel), "ander.csv": as_csv(tabel.assign(eens=["ja"] * 38 + ["nee"] * 2))}
    (doe,) = check_traject(maak_map(twee(), ruw=ruw)).problemen["remedie"]
    assert "geef ze dan hetzelfde 'panel' en elk een 'meting'" in doe
    golven = (
        twee(panel='"p"')
        .replace('naam = "', 'meting = "')
        .replace("[[levering]]", '[[levering]]\nnaam = "x"', 1)
    )
    assert check_traject(maak_map(golven, ruw=ruw)).problemen.empty


def recode(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return codes as words in other rows, a mark turned round, and headers of which none is left."""
    om = spell(tabel).assign(**{KOPPEN[1]: 11 - tabel["q2"]})
    return om.set_axis([f"v{nummer}" for nummer in range(om.shape[1])], axis=1)


GEVONDEN = {
    "twaalf mensen, labels en andere koppen": (12, recode),
    "een cijfer omgedraaid bij veertig mensen": (40, lambda tabel: tabel.assign(q2=11 - tabel["q2"])),
    "een aantal in klassen": (
        60,
        lambda tabel: tabel.assign(q4=tabel["q4"].floordiv(10).map("klasse {}".format)),
    ),
    "drieduizend mensen in andere volgorde": (3_000, lambda tabel: tabel.sample(frac=1, random_state=1)),
}


@pytest.mark.parametrize("vorm", GEVONDEN)
def test_a_version_is_found_in_few_rows_in_many_and_with_a_column_in_other_words(vorm, maak_map):
    aantal, maak = GEVONDEN[vorm]
    antwoorden = make_answers(1, aantal).assign(q5=random.Random(2).choices("abcd", k=aantal))
    antwoorden = antwoorden.assign(q6=[f"{n * 7919 % 10_007} woorden" for n in range(aantal)])
    map_ = maak_map(twee(), ruw={"een.csv": as_csv(antwoorden), "ander.csv": as_csv(maak(antwoorden))})
    assert check_traject(map_).problemen["wat"].str.contains("andere versie").any()


@pytest.mark.parametrize(
    "namen", [("groep_a.csv", "groep_b.csv"), ("avond 12-03-2026.csv", "avond 19-03-2026.csv")]
)
def test_numbers_from_one_to_sixty_and_a_day_in_the_name_make_no_versions(namen, tmp_path):
    (tmp_path / "ruw").mkdir()
    for zaad, naam in enumerate(namen):
        tabel = make_answers(zaad, 60 + zaad).assign(respnr=range(1, 61 + zaad))
        (tmp_path / "ruw" / naam).write_text(as_csv(tabel), "utf-8")
    assert "kies één" not in " ".join(propose_traject(tmp_path).bestanden["let_op"])
    assert (tmp_path / "traject.toml").read_text("utf-8").count("[[levering]]") == 2
