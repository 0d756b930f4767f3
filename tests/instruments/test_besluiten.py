"""Lists of decisions as opdrachtgevers keep them: other headers, other words, and what cannot be read said once."""

from __future__ import annotations

import pytest

from burgerdata.errors import ContractError
from burgerdata.instruments.besluiten import list_punten
from burgerdata.instruments.besluitwoorden import holds_beslissingen, read_status
from burgerdata.instruments.opvolging import gives_reason, write_motivering

MINISTERIE = {
    "nr": ["1", "2", "3"],
    "Punt van bewoners": ["Modelwoning in de wijk", "Koffiekar op het plein", "Lagere huur"],
    "Besluit": ["ja, overgenomen", "gedeeltelijk", "nee, niet overgenomen"],
    "Stand van zaken": ["uitgevoerd", "deels", "?"],
    "Wie": ["DGVB", "gem. Rietlanden", "DGVB"],
    "Wanneer": ["juni 2026", "Q4 2026", ""],
    "Waarom (niet)": ["", "alleen op zaterdag", "valt buiten de bevoegdheid"],
}
GEMEENTE = {
    "Wens van inwoners": ["Meer banken", "Later sluiten"],
    "Reactie van het college": ["Mooi idee van u.", "Daar kijken wij naar."],
    "Status": ["wordt overgenomen", "nog in bespreking"],
    "Onderbouwing": ["past in het plan", ""],
    "Trekker": ["Groen", "Vergunningen"],
    "Besloten op": ["1-6-2026", ""],
}


IN_TOML = ', of zeg bij deze levering in traject.toml wat het woord betekent, zoals statussen = { buiten_kaders = ["…"] }'


def build(bouw, tabel, kolommen, **velden):
    tabellen = bouw(tabel(kolommen, bestand="lijst.csv"), instrument="burgerdialoog", ruw=True, **velden)
    return tabellen, tabellen["doorwerking"].reset_index(drop=True)


def test_the_list_of_a_ministry_keeps_its_points_reasons_and_owners(bouw, tabel):
    tabellen, punten = build(bouw, tabel, MINISTERIE)
    assert punten["samenvatting"].tolist() == MINISTERIE["Punt van bewoners"]
    assert punten["status"].tolist() == ["overgenomen", "deels_overgenomen", "niet_overgenomen"]
    assert punten["motivering"].tolist() == [
        "uitgevoerd; wanneer: juni 2026",
        "alleen op zaterdag; uitvoering: deels; wanneer: Q4 2026",
        "valt buiten de bevoegdheid",
    ]
    assert punten["eigenaar"].tolist() == MINISTERIE["Wie"]
    assert not tabellen["logboek"]["reden"].eq("kolom_weggelaten").any()


def test_a_list_without_numbers_is_named_by_its_points_and_the_column_with_states_is_the_status(bouw, tabel):
    tabellen, punten = build(bouw, tabel, GEMEENTE, onderdelen={"besluiten": ("lijst.csv",)})
    assert punten["inbreng_id"].tolist() == ["burgerdialoog_meer_banken", "burgerdialoog_later_sluiten"]
    assert punten["status"].tolist() == ["overgenomen", "in_behandeling"]
    assert punten["motivering"].tolist() == [
        "reactie: Mooi idee van u; past in het plan",
        "reactie: Daar kijken wij naar",
    ]
    assert punten["eigenaar"].tolist() == ["Groen", "Vergunningen"]
    assert punten["besluit_datum"].notna().tolist() == [True, False]
    assert not tabellen["logboek"]["reden"].eq("kolom_weggelaten").any()


def test_nine_rows_without_a_status_are_one_message_that_names_them(bouw, tabel):
    rijen = {
        "nr": [str(nr) for nr in range(1, 11)],
        "Besluit": ["mooi plan"] * 4 + ["ja"] + ["mooi plan"] * 5,
    }
    with pytest.raises(ContractError) as fout:
        build(bouw, tabel, rijen)
    assert [str(probleem) for probleem in fout.value.lijst] == [
        "lijst.csv, kolom 'Besluit': wat in de rijen 2, 3, 4, 5, 7, 8, 9, 10 en 11 staat, is geen status; kies uit "
        f"overgenomen, deels overgenomen, niet overgenomen, in behandeling, buiten kaders{IN_TOML}"
    ]


def test_a_word_of_the_list_means_what_traject_toml_says_and_the_list_stays_as_it_is(bouw, tabel):
    lijst = {"nr": ["1", "2"], "Aanbeveling": ["Bus", "Banken"], "Besluit": ["Ligt bij de provincie ", "ja"]}
    velden = {"statussen": {"buiten_kaders": ("ligt bij de provincie",)}}
    _, punten = build(bouw, tabel, lijst, onderdelen={"besluiten": ("lijst.csv",)}, **velden)
    assert punten["status"].tolist() == ["buiten_kaders", "overgenomen"]


@pytest.mark.parametrize("kop", ["Stand", "Voortgang", "Status mei 2026", "Stand van zaken per 1 mei 2026"])
def test_the_column_that_says_how_far_a_point_is_may_be_the_status(bouw, tabel, kop):
    woorden = ["uitgevoerd", "is in uitvoering", "loopt", "in behandeling", "reeds gerealiseerd"]
    lijst = {"nr": list("12345"), "Aanbeveling": [f"Punt {nr}" for nr in range(5)], kop: woorden}
    _, punten = build(bouw, tabel, lijst, onderdelen={"besluiten": ("lijst.csv",)})
    assert punten["status"].tolist() == [
        "overgenomen",
        "overgenomen",
        "in_behandeling",
        "in_behandeling",
        "overgenomen",
    ]


def test_what_was_decided_goes_before_how_far_it_is(bouw, tabel):
    lijst = {
        "nr": ["1", "2"],
        "Aanbeveling": ["Banken", "Licht"],
        "Status": ["uitgevoerd", "loopt"],
        "Besluit raad": ["ja, deels", "nee"],
        "Voortgang": ["Begonnen in mei.", "Wacht op geld."],
    }
    tabellen, punten = build(bouw, tabel, lijst, onderdelen={"besluiten": ("lijst.csv",)})
    assert punten["status"].tolist() == ["deels_overgenomen", "niet_overgenomen"]
    assert punten["motivering"].tolist() == ["uitgevoerd", ""]  # of what was refused nothing is carried out
    logboek = tabellen["logboek"]
    assert logboek.loc[logboek["reden"].eq("kolom_weggelaten"), "kolom"].tolist() == ["Voortgang"]


def test_done_does_not_say_that_people_got_it_and_the_words_that_can_be_chosen_are_named(bouw, tabel):
    lijst = {"nr": ["1", "2"], "Aanbeveling": ["Banken", "Licht"], "Voortgang": ["gereed", "uitgevoerd"]}
    with pytest.raises(ContractError) as fout:
        build(bouw, tabel, lijst, onderdelen={"besluiten": ("lijst.csv",)})
    assert [str(probleem) for probleem in fout.value.lijst] == [
        "lijst.csv, rij 2, kolom 'Voortgang': dit is geen status; 'gereed' of 'afgerond' zegt niet of het is overgenomen; kies uit "
        f"overgenomen, deels overgenomen, niet overgenomen, in behandeling, buiten kaders{IN_TOML}"
    ]


@pytest.mark.parametrize(
    ("status", "woorden"),
    [
        ("overgenomen", ["ja, overgenomen", "overgenomen ja", "Ja", "wordt overgenomen", "uitgevoerd",
                         "Wij nemen deze over.", "Nemen wij over", "Deze aanbeveling nemen we over", "Het college neemt dit voorstel graag over"]),
        ("niet_overgenomen", ["nee, niet overgenomen", "Nee", "afgewezen", "wordt niet overgenomen", "nee, want te duur",
                              "Nemen wij niet over omdat de wet dit niet toestaat.", "Wij nemen deze niet over"]),
        ("deels_overgenomen", ["deels overgenomen", "gedeeltelijk", "ja, deels", "deels_overgenomen",
                               "Nemen wij deels over", "Wij nemen dit gedeeltelijk over: alleen bij nieuwbouw"]),
        ("in_behandeling", ["nog in bespreking", "nog te besluiten", "loopt", "wordt nog onderzocht"]),
        ("buiten_kaders", ["buiten de kaders", "valt buiten bevoegdheid gemeente", "Valt buiten dit onderwerp", "Hoort niet bij dit project",
                           "ligt buiten de scope", "Daar gaat de gemeente niet over",
                           "Niet aan ons", "Dit is niet aan de provincie, maar aan het Rijk"]),
        ("?", ["mooi plan", "nee, tenzij er geld is", "ja, mits", "?", "Wij nemen deze over, mits er geld is",
               "Nemen wij mee", "Niet aan de orde", "Wij nemen de kosten niet voor lief"]),
        ("", ["", " ", "-"]),
    ],
)  # fmt: skip
def test_each_word_means_one_status_and_a_word_with_a_condition_means_none(status, woorden):
    assert {woord: read_status(woord) for woord in woorden} == dict.fromkeys(woorden, status)


def test_the_state_of_complaints_is_no_column_of_decisions(tabel):
    frame = tabel({"Status": ["open", "in behandeling", "afgehandeld"], "Besluit": ["ja", "nee", ""]}).frame
    assert not holds_beslissingen(frame["Status"])
    assert holds_beslissingen(frame["Besluit"])


COLLEGE = {
    "#": ["1", "2", "3"],
    "Wat bewoners vroegen": ["Formulier versimpelen", "Huurders ook subsidie", "Coach aan huis"],
    "Besluit college": ["overgenomen", "niet overgenomen", "nog geen besluit"],
    "Stand van zaken": ["gereed", "vervallen", ""],
    "Waarom (niet)": ["zes vragen minder", "landelijke regeling", ""],
    "Trekker": ["Team Wijken", "", "Energieloket"],
    "Wanneer klaar": ["1-11-2026", "", "Q1 2027"],
}


@pytest.mark.parametrize(
    "kop",
    ["Wat bewoners vroegen", "Wat burgers vroegen", "Wat inwoners wilden", "Wat de inwoners wensten"],
)
@pytest.mark.parametrize("nummer", ["#", "nr"])
def test_what_people_asked_is_the_point_beside_a_number(bouw, tabel, kop, nummer):
    anders = {"#": nummer, "Wat bewoners vroegen": kop}
    tabellen, punten = build(bouw, tabel, {anders.get(naam, naam): cel for naam, cel in COLLEGE.items()})
    assert punten["samenvatting"].tolist() == COLLEGE["Wat bewoners vroegen"]
    assert punten["motivering"].tolist() == [
        "zes vragen minder; uitvoering: gereed; wanneer: 1 november 2026",
        "landelijke regeling; uitvoering: vervallen",
        "wanneer: Q1 2027",
    ]
    assert not tabellen["logboek"]["reden"].eq("kolom_weggelaten").any()


@pytest.mark.parametrize("moment", ["Q1 2027", "juni 2026; anders later"])
def test_a_moment_beside_a_refusal_is_kept_as_what_the_list_says_and_is_no_reason(bouw, tabel, moment):
    _, punten = build(bouw, tabel, COLLEGE | {"Wanneer klaar": ["1-11-2026", moment, ""]})
    bij = moment.replace(";", ",")
    assert punten["motivering"].iloc[1] == (
        f"landelijke regeling; uitvoering: vervallen; in de lijst bij wanneer: {bij}"
    )
    assert not gives_reason(f"uitvoering: vervallen; in de lijst bij wanneer: {bij}")


@pytest.mark.parametrize("kop", ["Wanneer gereed", "Wanneer is het klaar?", "Klaar per", "Datum gereed"])
def test_the_day_on_which_it_is_done_is_the_planning(bouw, tabel, kop):
    lijst = {kop if naam == "Wanneer klaar" else naam: cel for naam, cel in COLLEGE.items()}
    _, punten = build(bouw, tabel, lijst)
    assert punten["motivering"].iloc[2] == "wanneer: Q1 2027"


@pytest.mark.parametrize(("kop", "woord"), [("Besluit", "besluit"), ("Stand van zaken", "uitvoering")])
def test_a_word_that_means_no_status_is_kept_in_words(tabel, kop, woord):
    lijst = {
        "Wens": ["Banken", "Licht", "Bomen"],
        kop: ["overgenomen", "vervallen", "?"],
        "Waarom": ["", "geen geld", ""],
    }
    punten = list_punten(tabel(lijst))
    assert [punt["status"] for punt in punten] == ["overgenomen", "", ""]
    assert punten[1]["motivering"] in (f"{woord}: vervallen; geen geld", f"geen geld; {woord}: vervallen")
    assert punten[2]["motivering"] == ""


@pytest.mark.parametrize(
    ("cel", "besloten", "dag", "hoe"),
    [
        ("ja, nieuwsbrief 10-9", "3-9-2026", "2026-09-10", "nieuwsbrief"),
        ("ja, 10 sept.", "3-9-2026", "2026-09-10", ""),
        ("10-9, nieuwsbrief", "3-9-2026", "2026-09-10", "nieuwsbrief"),
        ("ja, brief 10-1", "3-11-2026", "2027-01-10", "brief"),
        ("ja, brief 1-9", "3-9-2026", "", "ja, brief 1-9"),  # before the decision, or a year after it
        (
            "ja, brief 10-9",
            "",
            "2026-09-10",
            "brief",
        ),  # the other point of the list was decided on 3 September 2026
        ("ja, pagina 3-4 van de krant", "3-9-2026", "", "ja, pagina 3-4 van de krant"),
        ("nee, komt 10-9", "3-9-2026", "", ""),
        ("ja, 10-9 per mail", "3-9-2026", "2026-09-10", "per mail"),
        ("10 sept nieuwsbrief", "3-9-2026", "2026-09-10", "nieuwsbrief"),
        ("ja, 2-3 brieven gestuurd", "1-2-2026", "", "ja, 2-3 brieven gestuurd"),
        ("ja, 24/7 te lezen op de website", "1-2-2026", "", "ja, 24/7 te lezen op de website"),
        ("ja, te lezen 24/7", "1-2-2026", "", "ja, te lezen 24/7"),
        ("ja, 3-4 deelnemers gebeld", "1-2-2026", "", "ja, 3-4 deelnemers gebeld"),
        ("ja, 2-3 per week", "1-2-2026", "", "ja, 2-3 per week"),
        ("ja, mail aan 1/3", "1-2-2026", "", "ja, mail aan 1/3"),
    ],
)
def test_a_day_without_a_year_is_the_first_one_since_the_decision(bouw, tabel, cel, besloten, dag, hoe):
    lijst = {
        "nr": ["1", "2"],
        "Aanbeveling": ["Banken", "Licht"],
        "Besluit": ["ja", "nee"],
        "Datum besluit": [besloten, "3-9-2026"],
        "Teruggekoppeld?": [cel, "nee"],
    }
    _, punten = build(bouw, tabel, lijst, onderdelen={"besluiten": ("lijst.csv",)})
    assert punten["terugkoppeling_datum"].dt.strftime("%Y-%m-%d").fillna("").iloc[0] == dag
    assert punten["terugkoppeling_kanaal"].fillna("").iloc[0] == hoe


@pytest.mark.parametrize(
    ("motivering", "besloten", "cel"),
    [
        ("wanneer: 15 december 2026", True, "Geen reden opgegeven. Wanneer: 15 december 2026."),
        ("besluit: Vier banken; uitgevoerd", True, "Geen reden opgegeven. Besluit: Vier banken. Uitvoering: uitgevoerd."),
        ("reactie: Dat is te duur", True, "Reactie: Dat is te duur."),  # an answer may tell why
        ("past; wanneer: juni", True, "Past. Wanneer: juni."),
        ("wanneer: Q1 2027", False, "Wanneer: Q1 2027."),
        ("te duur", True, "te duur"),
        ("", True, ""),
    ],
)  # fmt: skip
def test_a_cell_of_why_says_when_nobody_gave_a_reason(motivering, besloten, cel):
    assert write_motivering(motivering, besloten=besloten) == cel
