import pytest

from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst

STAM = "In hoeverre bent u het eens met de volgende uitspraken over de gemeente?"
ITEMS = ["De brief was helder", "Ik wist waar ik moest zijn", "Het ging snel"]
EENS = ["mee eens", "mee oneens", "neutraal"]


def lees_kort(bouw, tabel, koppen, **velden):
    tabellen = bouw(tabel(dict.fromkeys(koppen, EENS)), **velden)
    return tabellen["vragen"]["kort"].fillna("").astype("str").tolist()


@pytest.mark.parametrize("vorm", ["{} - {}", "{} [{}]", "{}: {}", "{}: - {}", "{} – {}", "{}.{}", "{} {}"])
def test_an_item_of_a_series_is_named_after_itself(bouw, tabel, vorm):
    koppen = ["Hoe lang woont u hier?", *(vorm.format(STAM, item) for item in ITEMS)]
    assert lees_kort(bouw, tabel, koppen) == ["", *ITEMS]


def test_one_item_of_two_series_is_told_apart(bouw, tabel):
    koppen = [
        f"{stam} [{item}]" for stam in ("Hoe tevreden bent u?", "Hoe belangrijk is dit?") for item in "AB"
    ]
    assert lees_kort(bouw, tabel, koppen) == [
        "A (tevreden bent u)",
        "B (tevreden bent u)",
        "A (belangrijk is dit)",
        "B (belangrijk is dit)",
    ]


def test_long_questions_that_begin_alike_are_named_after_where_they_differ(bouw, tabel):
    begin = "Hoe tevreden bent u over de hulp die u in het afgelopen jaar kreeg van"
    koppen = [f"{begin} de huisarts?", f"{begin} het wijkteam?"]
    assert lees_kort(bouw, tabel, koppen) == ["… de huisarts", "… het wijkteam"]


def test_the_name_that_the_analyst_gives_stays_and_is_given_to_no_other(bouw, tabel):
    koppen = [f"Hoe tevreden bent u? [{item}]" for item in ("Balie", "Website", "Telefoon")]
    regels = [Vraagregel("enquete", kop, rij=n + 2) for n, kop in enumerate(koppen)]
    regels[0] = Vraagregel("enquete", koppen[0], rij=2, kort="website")
    gevonden = lees_kort(bouw, tabel, koppen, lijst=Vragenlijst(tuple(regels)))
    assert gevonden == ["website", f"Website ({koppen[1]})", "Telefoon"]


def test_questions_with_a_text_of_their_own_get_no_name(bouw, tabel):
    assert lees_kort(bouw, tabel, ["Wat vindt u: goed of slecht?", "Waar woont u?"]) == ["", ""]
