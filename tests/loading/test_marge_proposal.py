"""Figures of a population in the folder come as a proposal on a sheet of marges.xlsx, and count nowhere by themselves."""

import openpyxl
import pandas as pd
import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject
from burgerdata.loading.marge_overlap import find_overlap

WIJKEN = ["Noord", "Zuid"]
LEEFTIJDEN = ["18 t/m 34 jaar", "35 t/m 64 jaar", "65 jaar of ouder"]
ENQUETE = "In welke wijk woont u?;Wat is uw leeftijd?;Bent u tevreden?;Waarom?\n" + "".join(
    f"{WIJKEN[n % 2]};{LEEFTIJDEN[n % 3]};{['ja', 'nee', 'nee'][n % 3]};verhaal {n}\n" for n in range(30)
)


def read_voorstel(map_):
    boek = openpyxl.load_workbook(map_ / "marges.xlsx")
    if "voorstel" not in boek.sheetnames:
        return {}
    blad = pd.read_excel(map_ / "marges.xlsx", sheet_name="voorstel")
    cijfer = blad["aantal"].fillna(blad["aandeel"])
    return dict(zip(zip(blad["variabele"], blad["categorie"], strict=True), cijfer, strict=True))


@pytest.fixture
def map_(tmp_path):
    (tmp_path / "enquete.csv").write_text(ENQUETE, "utf-8")
    return tmp_path


def test_a_column_of_neighbourhoods_and_headers_of_ages_fit_the_traits(map_):
    cijfers = "Gemeente;Wijk;Inwoners 18+;waarvan 18-34;35-64;65+;% huur\nA;Noord;4120;1120;2000;1000;38,0\n"
    cijfers += "A;Zuid;3380;880;1500;1000;22,0\nTotaal;Totaal;7500;2000;3500;2000;31,0\n"
    (map_ / "bevolking.csv").write_text(cijfers, "utf-8")
    voorstel = propose_traject(map_)
    assert read_voorstel(map_) == {
        ("in_welke_wijk_woont_u", "Noord"): 4120,
        ("in_welke_wijk_woont_u", "Zuid"): 3380,
        ("wat_is_uw_leeftijd", "18 t/m 34 jaar"): 2000,
        ("wat_is_uw_leeftijd", "35 t/m 64 jaar"): 3500,
        ("wat_is_uw_leeftijd", "65 jaar of ouder"): 2000,
    }
    assert any("als voorstel op blad voorstel van marges.xlsx" in wat for wat in voorstel.gezien)
    assert any("klaargezet met een blad voorstel" in wat for wat in voorstel.ontbreekt)
    assert load_traject(map_).marges.empty, "a proposal counts nowhere"


def test_ages_below_a_title_and_per_place_are_added_up(map_):
    rijen = [("18 tot 35 jaar", "X", "2.788"), ("18 tot 35 jaar", "Y", "1.812")]
    rijen += [("35 tot 65 jaar", "X", "3.608"), ("35 tot 65 jaar", "Y", "2.345")]
    rijen += [("65 jaar of ouder", "X", "4.428"), ("65 jaar of ouder", "Y", "2.434")]
    tekst = "Bevolking naar leeftijd en kern, 1 januari 2026\n\nLeeftijd;Kern;Aantal inwoners\n"
    (map_ / "cbs.csv").write_text(tekst + "\n".join(map(";".join, rijen)) + "\n", "utf-8")
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == [4600, 5953, 6862]


STATLINE = (
    '"Bevolking; geslacht, leeftijd, gemeente"\n"Leeftijd";"Mannen en vrouwen";"Mannen";"Vrouwen"\n"";"aantal";"aantal";"aantal"\n'
    + "".join(f'"{jaar} jaar";{2 * jaar + 100};{jaar + 40};{jaar + 60}\n' for jaar in range(100))
    + '"Bron: CBS"\n'
)


@pytest.mark.parametrize("kop", ["Wat is uw leeftijd?", "Leeftijd"])
def test_figures_per_year_of_age_are_added_up_to_the_age_bands_of_the_survey(tmp_path, kop):
    regels = [f"{20 + (7 * n) % 60};{['ja', 'nee', 'nee'][n % 3]};verhaal {n}" for n in range(60)]
    (tmp_path / "enquete.csv").write_text("\n".join([f"{kop};Bent u tevreden?;Waarom?", *regels]), "utf-8")
    (tmp_path / "Bevolking_leeftijd.csv").write_text(STATLINE, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["enquete.csv"]
    # 17 years of 2 x 26 + 100 on average, 15 of 2 x 42 + 100, 15 of 2 x 57 + 100, 10 of 2 x 69,5 + 100, 25 of 2 x 87 + 100
    assert read_voorstel(tmp_path) == {
        ("leeftijdsgroep", "18-34"): 2584,
        ("leeftijdsgroep", "35-49"): 2760,
        ("leeftijdsgroep", "50-64"): 3210,
        ("leeftijdsgroep", "65-74"): 2390,
        ("leeftijdsgroep", "75+"): 6850,
    }


def test_ages_that_do_not_fill_the_bands_make_no_proposal(map_):
    (map_ / "cbs.csv").write_text(
        "Leeftijd;Inwoners\n15 tot 25 jaar;900\n25 tot 45 jaar;2100\n45 jaar of ouder;4000\n", "utf-8"
    )
    propose_traject(map_)
    assert read_voorstel(map_) == {}


def test_figures_of_two_traits_crossed_are_nobody_and_are_added_up_per_trait(tmp_path):
    """A household is no trait by its header; that a population is counted by it makes it one."""
    huishoudens = ["Alleenstaand", "Met kinderen"]
    vragen = "Wat is uw leeftijd?;Hoe ziet uw huishouden eruit?;Bent u tevreden?\n" + "".join(
        f"{LEEFTIJDEN[n % 3]};{huishoudens[n % 2]};{['ja', 'nee', 'nee'][n % 3]}\n" for n in range(30)
    )
    (tmp_path / "enquete.csv").write_text(vragen, "utf-8")
    aantallen = [90, 10, 70, 30, 40, 60]
    cellen = [(leeftijd, huishouden) for leeftijd in LEEFTIJDEN for huishouden in huishoudens]
    rijen = [f"{een};{ander};{n}" for (een, ander), n in zip(cellen, aantallen, strict=True)]
    tekst = "\n".join(["Leeftijd;Huishouden;Aantal cliënten", *rijen, "Totaal;Totaal;300"])
    (tmp_path / "cliënten_1-1-2026.csv").write_text(f"{tekst}\n", "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["enquete.csv"]
    assert list(read_voorstel(tmp_path).values()) == [100, 100, 100, 200, 100]
    blad = pd.read_excel(tmp_path / "marges.xlsx", sheet_name="voorstel")
    assert set(blad["peildatum"].astype("str").str[:10]) == {"2026-01-01"}
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'kenmerken = ["wat_is_uw_leeftijd", "hoe_ziet_uw_huishouden_eruit"]' in toml


def test_two_traits_crossed_with_a_column_per_sex_are_no_survey(map_):
    rijen = [
        f"{leeftijd};{wijk};{n * n}0;{n * n + 1}0"
        for n, (leeftijd, wijk) in enumerate(
            ((een, ander) for een in LEEFTIJDEN for ander in WIJKEN), start=1
        )
    ]
    (map_ / "b.csv").write_text("\n".join(["Leeftijd;Wijk;Mannen;Vrouwen", *rijen]) + "\n", "utf-8")
    assert propose_traject(map_).bestanden["bestand"].tolist() == ["enquete.csv"]
    # ages: (10+20)+(40+50), (90+100)+(160+170), (250+260)+(360+370); North has the first, third and fifth row
    assert list(read_voorstel(map_).values()) == [120, 520, 1240, 730, 1150]


@pytest.mark.parametrize(
    "tekst",
    [
        "Leeftijd;Geslacht;Aantal kinderen\n34;m;2\n41;v;1\n29;v;0\n51;m;3\n",
        "Leeftijd;Geslacht;Inkomen\n34;m;2100\n41;v;1900\n29;v;2300\n51;m;1800\n",
        "Wijk;Leeftijd;Cijfer\nNoord;18-34;7\nNoord;35+;8\nZuid;18-34;6\nZuid;35+;7\n",
    ],
)
def test_a_few_people_with_a_number_each_are_no_population(tmp_path, tekst):
    (tmp_path / "e.csv").write_text(tekst, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").tolist() == [True]


def test_figures_that_fit_no_trait_make_no_proposal(map_):
    (map_ / "cbs.csv").write_text("Wijk;Inwoners\nOost;4120\nWest;3380\nMidden;2900\n", "utf-8")
    voorstel = propose_traject(map_)
    assert read_voorstel(map_) == {}
    assert any("neem ze over in marges.xlsx" in wat for wat in voorstel.gezien)


def test_a_marges_sheet_that_is_there_is_left_alone(map_):
    propose_traject(map_)
    (map_ / "cbs.csv").write_text("Wijk;Inwoners\nNoord;4120\nZuid;3380\n", "utf-8")
    voorstel = propose_traject(map_)
    assert read_voorstel(map_) == {}
    assert any("neem ze over in marges.xlsx" in wat for wat in voorstel.gezien)


@pytest.mark.parametrize(
    ("tekst", "cijfers"),
    [
        ("Leeftijd;Mannen;Vrouwen\n18-34;1000;1100\n35-64;2000;2000\n65+;900;1100\n", [2100, 4000, 2000]),
        ("Kenmerk;Klasse;Percentage;Bron\nwijk;Noord;55;CBS\nwijk;Zuid;45;CBS\n", [0.55, 0.45]),
        ("Wijk;Inwoners 2025;Inwoners 2026\nNoord;4120;4200\nZuid;3380;3400\n", []),
    ],
)
def test_sexes_are_added_up_shares_are_read_and_two_years_are_left_to_choose(map_, tekst, cijfers):
    (map_ / "cbs.csv").write_text(tekst, "utf-8")
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == cijfers


BEIDE = "Perioden;Wijk;Inwoners\n2024;Noord;4000\n2024;Zuid;3000\n2025;Noord;4120\n2025;Zuid;3380\n"
GEBIED = "Regio;Wijk;Inwoners\n{0};Noord;9000\n{0};Zuid;8000\n{1};Noord;4120\n{1};Zuid;3380\n"


@pytest.mark.parametrize(
    ("tekst", "kolom"),
    [
        (BEIDE, "Perioden"),
        (BEIDE.replace("Perioden", "Peildatum").replace("202", "1 januari 202"), "Peildatum"),
        (GEBIED.format("Nederland", "Zutphen"), "Regio"),
        (GEBIED.format("Gelderland (PV)", "Zutphen"), "Regio"),
        (GEBIED.format("Gemeente", "Wijken"), "Regio"),
        (
            "Plaats;Wijk;Inwoners\nZutphen;Noord;4000\nZutphen;Zuid;3000\nDe Hoven;Noord;1500\nDe Hoven;Zuid;1000\n"
            "Leesten;Noord;2500\nLeesten;Zuid;2000\n",
            "Plaats",
        ),
        (
            "Leeftijd;Wijk;Inwoners\n18 jaar of ouder;Noord;4000\n18 jaar of ouder;Zuid;3000\n18 tot 35 jaar;Noord;1000\n"
            "18 tot 35 jaar;Zuid;900\n",
            "Leeftijd",
        ),
    ],
)
def test_people_who_stand_in_several_rows_are_not_added_up(map_, tekst, kolom):
    (map_ / "cbs.csv").write_text(tekst, "utf-8")
    voorstel = propose_traject(map_)
    assert not [sleutel for sleutel in read_voorstel(map_) if sleutel[0] == "in_welke_wijk_woont_u"]
    assert any(f"maar tel niet op over kolom '{kolom}'" in wat for wat in voorstel.gezien)


def test_one_moment_of_one_place_is_proposed_and_places_beside_each_other_are_added(map_):
    (map_ / "cbs.csv").write_text("Jaar;Wijk;Inwoners\n2025;Noord;4120\n2025;Zuid;3380\n", "utf-8")
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == [4120, 3380]
    (map_ / "cbs.csv").write_text(GEBIED.format("Warnsveld", "Zutphen"), "utf-8")
    (map_ / "marges.xlsx").unlink()
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == [13120, 11380]


def test_weighting_on_figures_that_lie_ready_is_a_line_to_open(map_):
    (map_ / "bevolking.csv").write_text("Wijk;Inwoners\nNoord;4120\nZuid;3380\n", "utf-8")
    propose_traject(map_)
    regels = (map_ / "traject.toml").read_text("utf-8").splitlines()
    [wegen] = [regel for regel in regels if "wegen = " in regel]
    assert wegen.startswith('# wegen = ["in_welke_wijk_woont_u"]  # ')


def test_without_figures_no_weighting_is_proposed(map_):
    propose_traject(map_)
    assert "wegen = " not in (map_ / "traject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("gebieden", "ligt_erin"),
    [
        (("Utrecht", "Amersfoort"), False),
        (("Groningen", "Haren"), False),
        (("Utrecht", "Zeeland", "Limburg"), False),
        (("Friesland (PV)", "Groningen (PV)"), False),
        (("Utrecht", "Nederland"), True),
        (("Utrecht", "Gelderland", "Ede"), True),
        (("Utrecht (PV)", "Utrecht"), True),
        (("Provincie Groningen", "Groningen"), True),
        (("Zeeland", "Goes"), True),
        (("Zutphen (GM)", "Noordveen"), True),
    ],
)
def test_a_town_that_is_called_as_its_province_is_told_by_what_stands_beside_it(gebieden, ligt_erin):
    aantal = pd.Series([7.0, 5.0, 4.0][: len(gebieden)])
    gevonden = find_overlap({"Regio": pd.Series(gebieden)}, aantal, str.casefold)
    assert gevonden == (("Regio",) if ligt_erin else ())


def test_two_towns_of_which_one_is_a_province_too_are_proposed(map_):
    (map_ / "cbs.csv").write_text(GEBIED.format("Utrecht", "Amersfoort"), "utf-8")
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == [13120, 11380]


def test_one_dot_before_three_digits_stands_before_thousands(map_):
    """Of all figures one is above a thousand: its dot is no decimal point, for these are people."""
    cijfers = "Wijk;Leeftijd;Aantal inwoners 18+\n"
    for wijk, aantallen in (("Noord", ("620", "540", "560")), ("Zuid", ("1.480", "820", "520"))):
        cijfers += "".join(
            f"{wijk};{leeftijd};{n}\n" for leeftijd, n in zip(LEEFTIJDEN, aantallen, strict=True)
        )
    (map_ / "bevolking.csv").write_text(cijfers, "utf-8")
    propose_traject(map_)
    assert list(read_voorstel(map_).values()) == [1720, 2820, 2100, 1360, 1080]


def test_a_count_of_people_with_a_fraction_stops(map_):
    (map_ / "bevolking.csv").write_text("Wijk;Aantal\nNoord;620\nZuid;1480\n", "utf-8")
    propose_traject(map_)
    kop = ["variabele", "categorie", "aantal", "aandeel", "populatie", "peildatum", "bron"]
    rijen = [["wijk", "Noord", 620, None, "inwoners", "2026-01-01", "CBS"]]
    rijen += [["wijk", "Zuid", 1.48, None, "inwoners", "2026-01-01", "CBS"]]
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.title = "marges"
    for rij in [kop, *rijen]:
        blad.append(rij)
    boek.save(map_ / "marges.xlsx")
    with pytest.raises(ContractError, match=r"rij 3, kolom 'aantal': een aantal mensen is een heel getal"):
        load_traject(map_)
