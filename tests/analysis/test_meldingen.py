"""Reports are counted: no percentage, no interval, the base in reports and people, and small cells stay hidden."""

import pytest

import burgerdata as bd
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.report.printing import print_tabel, round_tabel
from burgerdata.report.tabelblad import gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.settings import Drempels
from burgerdata.toelichting import read_toelichting

TOML = """titel = "Meldingen"
[[levering]]
instrument = "signaal"
fase = "praktijk"
bestand = "k.csv"
kolommen = { persoon = "klant", datum = "dag", bericht = "klacht", kenmerk = ["categorie", "wijk"] }
"""
CATEGORIE = ["Bijplaatsing"] * 57 + ["Container vol"] * 18 + ["Stank"] * 3


@pytest.fixture(scope="module")
def traject(tmp_path_factory):
    """Seventy-eight people report something; ten of them do it twice."""
    rijen = [
        f"K{nr};{1 + nr % 28}-{4 + keer}-2026;{wat};{'noord' if nr % 2 else 'zuid'};Melding {keer} van nummer {nr}."
        for nr, wat in enumerate(CATEGORIE)
        for keer in range(2 if nr < 10 else 1)
    ]
    map_ = tmp_path_factory.mktemp("meldingen")
    (map_ / "k.csv").write_text("\n".join(["klant;dag;categorie;wijk;klacht", *rijen]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    return bd.load_traject(map_)


@pytest.fixture
def tabel(traject):
    tabel = bd.summarise_vraag(traject, "categorie")
    return plan_onderdrukking({"c": tabel}, Drempels()).apply("c", tabel)


def test_the_base_is_reports_and_says_of_how_many_people(tabel):
    over = read_toelichting(tabel)
    assert (
        over.basis
        == "Basis: 88 meldingen met een antwoord; zij zijn van 78 melders. Wie meldt is geen steekproef: geteld, geen percentages."
    )
    assert not any("nterval" in noot or "ewogen" in noot for noot in over.noten)


def test_nothing_printed_about_reports_is_a_percentage(tabel):
    gedrukt = print_tabel(tabel)
    assert gedrukt.columns.tolist() == ["activiteit", "antwoord", "n", "basis"]
    assert gedrukt["n"].iloc[0] == "67"
    assert not {"aandeel", "onder", "boven", "n_eff"} & set(round_tabel(tabel, synthetisch=False).columns)
    zinnen = [state_bevinding(tabel), *explain_bevinding(tabel)]
    assert zinnen == ["Bij 67 van de 88 meldingen gaat het om ‘Bijplaatsing’"]


def test_a_small_cell_of_reports_is_hidden_with_a_second_one_that_would_tell_it(tabel):
    """Three people reported a smell; 88 less 67 less 18 would give them away."""
    assert tabel["n"].isna().tolist() == [False, True, True]
    assert print_tabel(tabel)["n"].tolist() == ["67", "x", "x"]


def test_the_book_of_tables_hides_the_same_categories(traject):
    ruw = [blad for blad in gather_bladen(traject) if blad.vraag["vraag_id"] == "categorie"]
    plan = plan_onderdrukking(name_tabellen(ruw), alleen_aandeel=name_tabellen(ruw))
    [kolom] = lay_out_bladen(ruw, plan)[0].kolommen
    assert [str(waarde) for waarde in kolom.waarden] == ["67.0", "nan", "nan"]
    assert kolom.basis == 88


def test_a_small_cell_of_a_group_of_reporters_is_hidden(traject):
    per = bd.summarise_vraag(traject, "categorie", per="wijk")
    gedrukt = print_tabel(plan_onderdrukking({"c": per}, Drempels()).apply("c", per))
    assert "%" not in gedrukt
    assert not {"1", "2", "3", "9"} & set(gedrukt["n"])


def test_categories_of_reports_are_counted_per_district_and_not_tested(tmp_path):
    """Stank is 17 of 182 in noord and 66 of 176 in zuid: a test would mark that, but nobody was drawn."""
    wat = ["Bijplaatsing"] * 157 + ["Container vol"] * 118 + ["Stank"] * 83
    wijken = ["noord" if nr % 5 < (1 if soort == "Stank" else 3) else "zuid" for nr, soort in enumerate(wat)]
    rijen = [
        f"K{nr};1-4-2026;{soort};{wijk};Nummer {nr}."
        for nr, (soort, wijk) in enumerate(zip(wat, wijken, strict=True))
    ]
    (tmp_path / "k.csv").write_text("\n".join(["klant;dag;categorie;wijk;klacht", *rijen]), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML, "utf-8")
    traject = bd.load_traject(tmp_path)
    kruis = bd.crosstab_vraag(traject, "categorie", "wijk")
    stank = kruis[kruis["label"].eq("Stank")]
    assert list(zip(stank["wijk"], stank["n"], stank["basis"], strict=True)) == [
        ("noord", 17, 182),
        ("zuid", 66, 176),
    ]
    assert kruis["verschilt"].eq("").all()
    assert kruis["p_aangepast"].isna().all()
    assert print_tabel(kruis).columns.tolist() == ["activiteit", "wijk", "antwoord", "n", "basis"]
    assert not {"aandeel", "totaal"} & set(round_tabel(kruis, synthetisch=False).columns)
    over = read_toelichting(kruis)
    assert not any("▲" in noot for noot in over.noten)
    assert [state_bevinding(kruis), *explain_bevinding(kruis)] == [
        "De meldingen over ‘categorie’ staan hier per wijk"
    ]
    paren = bd.compare_groepen(traject, "categorie", "wijk")
    assert paren.empty
    assert state_bevinding(paren) == "De groepen zijn niet getoetst"


def test_a_figure_of_percentages_of_reports_is_refused(tabel):
    with pytest.raises(MethodeError, match="wie iets meldt is geen steekproef"):
        bd.plot_verdeling(tabel)


def test_beside_a_survey_the_base_stays_that_of_a_survey(traject):
    activiteiten = traject.activiteiten.assign(instrument="enquete").astype(traject.activiteiten.dtypes)
    over = read_toelichting(
        bd.summarise_vraag(traject.replace_tabellen(activiteiten=activiteiten), "categorie")
    )
    assert over.basis == "Basis: iedereen die antwoord gaf, n = 78."


def test_two_sources_of_reports_are_each_counted_by_name(tmp_path):
    ruw = tmp_path / "ruw"
    ruw.mkdir()
    toml = ['titel = "Proef"']
    for naam in ("kcc", "app"):
        rijen = [
            f"{naam}{nr};{nr % 28 + 1}-3-2026;{'Afval' if nr % 2 else 'Groen'};Melding {nr} {naam}."
            for nr in range(50)
        ]
        (ruw / f"{naam}.csv").write_text("\n".join(["melder;datum;rubriek;tekst", *rijen]), "utf-8")
        kolommen = '{ persoon = "melder", datum = "datum", bericht = "tekst", kenmerk = ["rubriek"] }'
        toml.append(
            f'[[levering]]\nnaam = "{naam}"\ninstrument = "signaal"\nbestand = "ruw/{naam}.csv"\nkolommen = {kolommen}'
        )
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text("\n".join(toml), "utf-8")
    tabel = bd.summarise_vraag(bd.load_traject(tmp_path), "rubriek")
    assert read_toelichting(tabel).basis.startswith(
        "Basis: kcc: 50 en app: 50 meldingen met een antwoord; zij zijn van 100 melders."
    )
