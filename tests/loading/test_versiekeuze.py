"""Which version of a file the draft names first and why, and that an unused version beside it is told."""

import pandas as pd
import pytest

from burgerdata.loading import check_traject, propose_traject
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.versiekeuze import rank_versie

from .test_versies import as_csv, make_answers

TOML = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/{}"\n'


def choose(map_, bestanden: dict[str, pd.DataFrame]) -> list[str]:
    """Return the lines of the draft that name a version: the chosen one without #."""
    for naam, antwoorden in bestanden.items():
        (map_ / naam).write_text(as_csv(antwoorden), encoding="utf-8")
    propose_traject(map_)
    regels = (map_ / "traject.toml").read_text(encoding="utf-8").splitlines()
    return [regel for regel in regels if "bestand = " in regel and "kies één" in regel]


A = make_answers(1)
GEWOGEN = A.iloc[:50].assign(weegfactor=[f"{0.8 + n % 5 / 10:.1f}" for n in range(50)])
KEUZES = {
    "weegfactor": ({"wijk.csv": A, "wijk v2 OUD.csv": GEWOGEN}, "wijk v2 OUD.csv", "met een weegfactor"),
    "versienummer": (
        {"wijk_v2.csv": A, "wijk_v10.csv": A.iloc[:50]},
        "wijk_v10.csv",
        "volgens de namen de laatste",
    ),
    "datum": (
        {"wijk 2026-04-30.csv": A, "wijk 2026-05-12.csv": A.iloc[:50]},
        "wijk 2026-05-12.csv",
        "volgens de namen de laatste",
    ),
    "oud": ({"wijk oud.csv": A, "wijk.csv": A.iloc[:50]}, "wijk.csv", "volgens de namen de laatste"),
    "rijen": ({"wijk a.csv": A.iloc[:50], "wijk b.csv": A}, "wijk b.csv", "met de meeste rijen"),
}


NAMEN = {
    "definitief": ("wijk concept gewogen.csv", "wijk definitief.csv", "volgens de naam de definitieve"),
    "final": ("wijk_v2_draft.csv", "wijk_final.csv", "volgens de naam de definitieve"),
    "hoogste v": ("wijk_v2.csv", "wijk_v3.csv", "volgens de namen de laatste"),
}


@pytest.mark.parametrize("soort", NAMEN)
def test_the_definitive_version_goes_first_and_the_column_that_it_lacks_is_named(soort, tmp_path):
    gewogen, gekozen, waarom = NAMEN[soort]
    eerste, tweede = choose(tmp_path, {gewogen: A.assign(gewicht=GEWOGEN["weegfactor"].iloc[0]), gekozen: A})
    assert eerste == f'bestand = "{gekozen}"  # kies één: 60 rijen, {waarom}'
    assert tweede == f"# bestand = \"{gewogen}\"  # kies één: 60 rijen, een kolom meer ('gewicht')"
    (tmp_path / "traject.toml").unlink()
    (let_op,) = filter(None, propose_traject(tmp_path).bestanden["let_op"])
    assert let_op.endswith(f"even veel rijen, een kolom meer ('gewicht'): kies één (nu de andere, {waarom})")


VROEG, LAAT = -1, 1
WOORDEN = {
    "enquete_niet_definitief": VROEG,
    "enquete nog niet def v3": VROEG,
    "enquete_conceptversie": VROEG,
    "voorlopige resultaten": VROEG,
    "wijk (oude versie)": VROEG,
    "oud_enquete": VROEG,
    "OUD wijk": VROEG,
    "NIEUW wijk": LAAT,
    "nieuwste wijk": LAAT,
    "OUD ZUID": 0,
    "definitieve versie enquete": LAAT,
    "enquete_eindbestand": LAAT,
    "enquete nieuw 2": LAAT,
    "nieuwe versie wijk": LAAT,
    "wijk_def_v2": LAAT,
    "Nieuwe kerk enquete": 0,
    "Oud Zuid enquete": 0,
    "enquete Nieuw-Vennep 2026": 0,
    "conceptueel onderzoek": 0,
    "finale enquete": 0,
}


@pytest.mark.parametrize("naam", WOORDEN)
def test_a_name_tells_old_from_last_and_a_place_called_new_is_neither(naam):
    assert rank_versie(Herkend(f"{naam}.csv", "enquete"))[4][0] == WOORDEN[naam]


@pytest.mark.parametrize(
    "naam", ["wijk_niet_definitief.csv", "Nieuwe kerk wijk.csv", "wijk_conceptversie.csv"]
)
def test_a_name_that_does_not_say_last_leaves_the_choice_to_the_weight(naam, tmp_path):
    eerste, _ = choose(
        tmp_path, {naam: A, "wijk_gewogen.csv": A.assign(gewicht=GEWOGEN["weegfactor"].iloc[0])}
    )
    assert eerste == 'bestand = "wijk_gewogen.csv"  # kies één: 60 rijen, met een weegfactor'


@pytest.mark.parametrize(
    ("meer", "gezegd"),
    [
        ({}, "een kop die anders is ('Kent u de raad?')"),
        ({"weegfactor": "1,1"}, "een kolom meer ('weegfactor') en een kop die anders is ('Kent u de raad?')"),
    ],
)
def test_a_header_that_only_differs_is_no_column_more(meer, gezegd, tmp_path):
    """The older version has a column less than the later one, and one of its headers is spelled otherwise."""
    eerste, *rest = A.columns[1:]
    oud = A.drop(columns=rest[-1]).rename(columns={eerste: "Kent u de raad?"}).assign(**meer)
    _, tweede = choose(tmp_path, {"wijk_v1.csv": oud, "wijk_v2.csv": A})
    assert tweede == f'# bestand = "wijk_v1.csv"  # kies één: 60 rijen, {gezegd}'


@pytest.mark.parametrize("soort", KEUZES)
def test_the_draft_names_one_version_first_and_says_why(soort, tmp_path):
    bestanden, gekozen, waarom = KEUZES[soort]
    eerste, tweede = choose(tmp_path, bestanden)
    rijen = len(bestanden[gekozen])
    assert eerste == f'bestand = "{gekozen}"  # kies één: {rijen} rijen, {waarom}'
    assert tweede.startswith('# bestand = "')


def nakijken(map_):
    controle = check_traject(map_)
    assert controle.problemen.empty
    return controle.tekst.split("Nakijken\n")[1].split("\n\n")[0] if "Nakijken\n" in controle.tekst else ""


def test_a_version_beside_the_one_that_counts_is_told_with_its_rows_and_its_weight(maak_map):
    ruw = {"oud.csv": as_csv(A.iloc[:40]), "wijk.csv": as_csv(GEWOGEN)}
    gezegd = nakijken(maak_map(TOML.format("oud.csv"), ruw=ruw))
    assert (
        "ruw/oud.csv: dit bestand telt (40 rijen), en ruw/wijk.csv lijkt een andere versie ervan (50 rijen en een weegfactor)"
        in gezegd
    )
    assert "noem anders de andere bij 'bestand' in traject.toml" in gezegd


@pytest.mark.parametrize("instrument", ["signaal", "focusgroep"])
def test_a_version_of_a_table_with_the_headers_of_turns_is_told_whatever_it_is_read_as(instrument, maak_map):
    rijen = [
        f"Bewoner {nr % 9};De bus van half {nr} komt hier niet, zegt buur {nr * 7}." for nr in range(1, 41)
    ]
    ruw = {
        "a.csv": "\n".join(["Spreker;Inhoud", *rijen[:30]]),
        "b.csv": "\n".join(["Spreker;Inhoud", *rijen]),
    }
    kolommen = 'kolommen = { bericht = "Inhoud" }\n' if instrument == "signaal" else ""
    toml = f'[[levering]]\nnaam = "m"\ninstrument = "{instrument}"\nbestand = "ruw/a.csv"\n{kolommen}'
    assert "en ruw/b.csv lijkt een andere versie ervan (40" in nakijken(maak_map(toml, ruw=ruw))


@pytest.mark.parametrize("ander", ["andere mensen", "een kopie", "onleesbaar"])
def test_another_file_beside_it_is_no_version(ander, maak_map):
    inhoud = {"andere mensen": as_csv(make_answers(2)), "een kopie": as_csv(A), "onleesbaar": b"%PDF-1.4"}[
        ander
    ]
    map_ = maak_map(TOML.format("wijk.csv"), ruw={"wijk.csv": as_csv(A), "los.csv": inhoud})
    assert "andere versie" not in nakijken(map_)
