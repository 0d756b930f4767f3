"""Votes counted by hand, ballots with a threshold, opinion groups of a traject, and the questions that they answer."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from burgerdata.analysis import (
    assign_meningsgroepen,
    beantwoord,
    find_meningsgroepen,
    summarise_stemmen,
)
from burgerdata.analysis.example import make_stemronde
from burgerdata.analysis.stemmen import list_verdeeld
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.figures import plot_stemmen
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.loading import read_bestand
from burgerdata.report.printing import print_tabel
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

from ..polis_dumps import DUMPS


def make_beraad(groepen: tuple[str, ...] = ("",), voor: int = 40) -> Traject:
    """Return an assembly of which only the totals of two ballots are known."""
    fragmenten = pd.DataFrame({"fragment_id": ["a1", "a2"], "tekst": ["Plant meer bomen", "Sluit de brug"]})
    rijen = [
        ("a1", "stem_voor", voor),
        ("a1", "stem_tegen", 20),
        ("a1", "stem_onthouding", 15),
        ("a2", "stem_voor", 30),
        ("a2", "stem_tegen", 30),
        ("a2", "stip", 99),
    ]
    tellingen = pd.DataFrame(
        [(f"{f}{m}{g}", f, m, g, n) for g in groepen for f, m, n in rijen],
        columns=["telling_id", "fragment_id", "maat", "groep", "aantal"],
    )
    activiteit = {"activiteit_id": "beraad", "instrument": "burgerberaad", "eenheid": "persoon", "taal": "nl"}
    return Traject.from_tabellen(
        {
            "activiteiten": pd.DataFrame([activiteit]),
            "fragmenten": fragmenten.assign(
                activiteit_id="beraad", soort="aanbeveling", volgnummer=1, taal="nl"
            ),
            "tellingen": tellingen.assign(activiteit_id="beraad"),
        }
    )


def test_totals_say_nothing_of_who_changed_their_mind_and_divide_people_all_the_same() -> None:
    """Of 'Sluit de brug' thirty were for and thirty against; of the other 40 and 20."""
    beraad = make_beraad()
    noten = read_toelichting(summarise_stemmen(beraad)).noten
    assert not any("van mening veranderde" in noot for noot in noten)
    assert "Wie stemde staat niet in de bron: geteld zijn stemmen." in noten
    assert (
        "Wie van mening veranderde, telt één keer mee, met de laatste stem."
        in read_toelichting(summarise_stemmen(make_stemronde())).noten
    )
    fase = beraad.activiteiten.assign(fase="beleidsontwikkeling").astype(beraad.activiteiten.dtypes)
    antwoord = beantwoord(beraad.replace_tabellen(activiteiten=fase), "bo9")
    assert antwoord.bevinding == "Het meest verdeeld over ‘Sluit de brug’: 30 voor, 30 tegen"


def test_what_was_voted_on_is_called_by_the_title_of_the_message_and_not_by_its_text() -> None:
    beraad = make_beraad()
    teksten = [
        "Meer bomen\nIk loop elke dag langs die kale stoep.",
        "Sluit de brug voor alle auto's op elke zondag",
    ]
    lang = beraad.replace_tabellen(
        fragmenten=beraad.fragmenten.assign(tekst=teksten).astype(beraad.fragmenten.dtypes)
    )
    namen = list(dict.fromkeys(summarise_stemmen(lang)["kort"]))
    assert namen == ["Meer bomen", "Sluit de brug voor alle auto's op…"]


def cel(tabel: pd.DataFrame, kort: str, keuze: str) -> pd.Series:
    return tabel[tabel["kort"].eq(kort) & tabel["keuze"].eq(keuze)].iloc[0]


def test_votes_of_persons_are_the_answers_counted() -> None:
    t = make_stemronde()
    met_hand = t.antwoorden.groupby(["vraag_id", "code"], observed=True).size()
    tabel = summarise_stemmen(t)
    code = tabel["keuze"].map({"voor": "1", "tegen": "-1", "onthouding": "0"})
    assert tabel["n"].tolist() == [met_hand[p] for p in zip(tabel["vraag_id"], code, strict=True)]
    assert tabel["basis"].eq(40).all()
    assert (tabel["aandeel"] - tabel["n"] / tabel["basis"]).abs().max() < 1e-12


def test_statements_go_from_most_to_least_support() -> None:
    voor = summarise_stemmen(make_stemronde()).query("keuze == 'voor'")["aandeel"].tolist()
    assert voor == sorted(voor, reverse=True)


def test_no_interval_is_given_of_people_who_chose_to_vote() -> None:
    tabel = summarise_stemmen(make_stemronde())
    assert not {"se", "onder", "boven"} & set(tabel.columns)
    assert "meldden zich zelf aan" in " ".join(read_toelichting(tabel).noten)


def test_an_abstention_is_counted_and_is_no_part_of_the_majority() -> None:
    tabel = summarise_stemmen(make_beraad(), drempel=0.5)
    voor, onthouding = cel(tabel, "Plant meer bomen", "voor"), cel(tabel, "Plant meer bomen", "onthouding")
    assert (voor["n"], voor["basis"], voor["gehaald"]) == (40, 60, True)
    assert voor["aandeel"] == pytest.approx(2 / 3)
    assert onthouding["n"] == 15
    assert pd.isna(onthouding["aandeel"])


def make_beraad_met_leden(nodig: int) -> Traject:
    """Return an assembly with members of whom attendance is known, vote totals, and the votes that are needed."""
    basis = make_beraad()
    wie = pd.DataFrame(
        {
            "deelnemer_id": [f"d{nr}" for nr in range(75)],
            "rol": "burger",
            "personen": 1,
            "gewicht": 1.0,
            "basisgewicht": 1.0,
        }
    )
    vragen = pd.DataFrame(
        {
            "vraag_id": ["a1", "a2"],
            "tekst": ["Plant meer bomen", "Sluit de brug"],
            "fragment_id": ["a1", "a2"],
        }
    )
    opties = pd.DataFrame(
        [(v, c, nr) for v in ("a1", "a2") for nr, c in enumerate(("voor", "tegen", "onthouding"), 1)],
        columns=["vraag_id", "code", "volgorde"],
    )
    antwoorden = wie[["deelnemer_id"]].merge(vragen[["vraag_id"]], how="cross")
    tellingen = basis.tellingen.astype({"fragment_id": "str", "telling_id": "str"}).query("maat != 'stip'")
    drempel = pd.DataFrame(
        {
            "telling_id": ["n1"],
            "activiteit_id": "beraad",
            "maat": "drempel",
            "aantal": nodig,
            "vraag_id": "a1",
        }
    )
    tellingen = pd.concat(
        [
            tellingen.assign(vraag_id=tellingen["fragment_id"]).astype(
                {"maat": "str", "activiteit_id": "str"}
            ),
            drempel,
        ]
    )
    return basis.replace_tabellen(
        deelnemers=wie.assign(activiteit_id="beraad"),
        vragen=vragen.assign(
            activiteit_id="beraad", kolom="stem", soort="een_antwoord", rol="inhoud", omkeren=False
        ),
        opties=opties.assign(activiteit_id="beraad", label=opties["code"], status="geldig"),
        antwoorden=antwoorden.assign(activiteit_id="beraad", volgnummer=1, status="leeg_onbekend"),
        tellingen=tellingen,
    )


def test_totals_are_not_counted_again_as_ballots_that_no_member_cast() -> None:
    tabel = summarise_stemmen(make_beraad_met_leden(40))
    assert not tabel.duplicated(["vraag_id", "keuze"]).any()
    assert cel(tabel, "Plant meer bomen", "voor")["n"] == 40


@pytest.mark.parametrize(("nodig", "gehaald", "aandeel"), [(40, True, 2 / 3), (45, False, 0.75)])
def test_the_votes_that_the_source_says_are_needed_decide(nodig: int, gehaald: bool, aandeel: float) -> None:
    tabel = summarise_stemmen(make_beraad_met_leden(nodig))
    rij = cel(tabel, "Plant meer bomen", "voor")
    assert (bool(rij["gehaald"]), rij["drempel"]) == (gehaald, pytest.approx(aandeel))
    zinnen = " ".join(read_toelichting(tabel).noten)
    assert "minstens" in zinnen
    assert "waar de bron er een noemt" in zinnen  # the second ballot has no threshold of its own
    assert pd.isna(cel(tabel, "Sluit de brug", "voor")["gehaald"])


def test_half_of_the_votes_is_no_majority_and_a_threshold_may_be_higher() -> None:
    assert not cel(summarise_stemmen(make_beraad(), drempel=0.5), "Sluit de brug", "voor")["gehaald"]
    assert not cel(summarise_stemmen(make_beraad(), drempel=0.7), "Plant meer bomen", "voor")["gehaald"]
    with pytest.raises(MethodeError, match=r"schrijf 0\.5"):
        summarise_stemmen(make_beraad(), drempel=50)


def test_without_a_threshold_nothing_is_said_to_have_reached_one() -> None:
    tabel = summarise_stemmen(make_beraad())
    assert tabel[["drempel", "gehaald"]].isna().all(axis=None)
    verborgen = tabel.assign(onderdrukt=False).set_axis(tabel.index)
    verborgen.attrs = tabel.attrs
    gedrukt = [*print_tabel(tabel).columns, *print_tabel(verborgen).columns]
    figuur = plot_stemmen(tabel, titel=state_bevinding(tabel))
    zinnen = [state_bevinding(tabel), *explain_bevinding(tabel), *read_toelichting(tabel).noten]
    assert zinnen[:3] == [
        "67% van de stemmen is voor ‘Plant meer bomen’",
        "De stemmen zijn 40 voor, 20 tegen en 15 onthoudingen.",
        "Geen meerderheid kreeg ‘Sluit de brug’: 30 voor en 30 tegen.",
    ]
    assert not re.search(
        "drempel|gehaald|te weinig|stippellijn", " ".join([*gedrukt, *zinnen, *figuur.tekens]).lower()
    )


def test_of_few_voters_the_proposal_with_the_most_votes_is_told_with_its_votes_against() -> None:
    tabel = summarise_stemmen(make_beraad(voor=10))
    assert state_bevinding(tabel) == "50% van de stemmen is voor ‘Sluit de brug’"
    weinig = annotate(tabel[tabel["basis"].eq(30)], read_toelichting(tabel))
    assert state_bevinding(weinig) == "‘Plant meer bomen’: 10 voor, 20 tegen"
    ook = weinig.assign(vraag_id="a3", kort="Meer banken", n=[9, 21, 15][: len(weinig)])
    twee = annotate(pd.concat([weinig, ook], ignore_index=True), read_toelichting(tabel))
    assert state_bevinding(twee) == "‘Plant meer bomen’ kreeg de meeste steun: 10 voor, 20 tegen"


def test_ballots_of_different_tables_are_not_added_up() -> None:
    tabel = summarise_stemmen(make_beraad(("tafel 1", "tafel 2")))
    eigen = tabel[tabel["kort"].eq("Plant meer bomen") & tabel["keuze"].eq("voor")]
    assert eigen[["groep", "n"]].to_numpy().tolist() == [["tafel 1", 40], ["tafel 2", 40]]


def test_thirty_votes_or_fewer_are_numbers_and_no_shares() -> None:
    tabel = summarise_stemmen(make_beraad(voor=10))
    rij = cel(tabel, "Plant meer bomen", "voor")
    assert (bool(rij["kwalitatief"]), rij["n"], rij["basis"]) == (True, 10, 30)
    assert pd.isna(rij["aandeel"])


def test_a_traject_without_votes_says_so() -> None:
    leeg = make_stemronde().replace_tabellen(vragen=make_stemronde().vragen.assign(fragment_id=None))
    with pytest.raises(MethodeError, match="er is nergens over gestemd"):
        summarise_stemmen(leeg)
    with pytest.raises(MethodeError, match="stemronde"):
        find_meningsgroepen(leeg)


def test_a_statement_about_the_voter_is_no_opinion() -> None:
    t = make_stemronde()
    rol = t.vragen["rol"].astype("str").where(t.vragen["vraag_id"].ne("wijk_0"), "kenmerk")
    zonder = t.replace_tabellen(vragen=t.vragen.assign(rol=rol))
    assert "Meer groen in de wijk" not in summarise_stemmen(zonder)["kort"].tolist()


def test_the_finding_names_what_got_too_few_votes_else_what_has_most_support() -> None:
    tabel = summarise_stemmen(make_beraad(), drempel=0.5)
    assert state_bevinding(tabel) == "Eén van de twee voorstellen kreeg te weinig stemmen: ‘Sluit de brug’"
    gehaald = tabel["gehaald"].mask(tabel["keuze"].eq("voor"), True)
    alles = annotate(tabel.assign(gehaald=gehaald), read_toelichting(tabel))
    assert state_bevinding(alles) == "67% van de stemmen is voor ‘Plant meer bomen’"
    assert state_bevinding(summarise_stemmen(make_stemronde())).startswith(
        "55% van de deelnemers is het eens met"
    )


def test_the_groups_of_a_traject_are_the_camps_that_were_planted() -> None:
    personen = assign_meningsgroepen(make_stemronde())
    kamp = personen["deelnemer_id"].str.removeprefix("d").astype("int64").lt(24)
    assert personen["meningsgroep"].eq("A").tolist() == kamp.tolist()


def test_a_group_is_marked_by_statements_on_which_it_differs_from_the_rest() -> None:
    tabel = find_meningsgroepen(make_stemronde())
    a, b = tabel[tabel["meningsgroep"].eq("A")], tabel[tabel["meningsgroep"].eq("B")]
    assert a["label"].unique().tolist() == ["eens"]
    assert b["label"].unique().tolist() == ["oneens"]
    assert (tabel["aandeel_groep"] > tabel["aandeel_rest"]).all()
    assert (tabel["p_aangepast"] < 0.05).all()
    assert (tabel["n_stelling"] >= 10).all()


def test_who_voted_too_little_is_told_as_a_share() -> None:
    t = make_stemronde()
    weinig = t.antwoorden["deelnemer_id"].isin(["d0", "d1"]) & t.antwoorden["vraag_id"].ne("wijk_0")
    status = t.antwoorden["status"].astype("str").mask(weinig, "leeg_onbekend")
    code = t.antwoorden["code"].astype("str").mask(weinig)
    minder = t.replace_tabellen(antwoorden=t.antwoorden.assign(status=status, code=code))
    basis = read_toelichting(find_meningsgroepen(minder)).basis
    assert "n = 38; 2 van de 40 deelnemers (5%)" in basis


def test_a_small_group_is_hidden_with_another_that_would_give_it_back() -> None:
    tabel = find_meningsgroepen(make_stemronde())
    klein = tabel.assign(n=tabel["n"].mask(tabel["meningsgroep"].eq("B"), 4).astype("Int32"))
    klein.attrs = tabel.attrs
    gedaan = plan_onderdrukking({"t": klein}).apply("t", klein)
    assert gedaan["onderdrukt"].all()
    assert gedaan[["n", "plek_x", "aandeel_groep"]].isna().all(axis=None)
    assert plan_onderdrukking({"t": tabel}).maskers["t"].is_leeg


def test_the_statements_that_divide_most_come_first() -> None:
    tabel = list_verdeeld(make_stemronde())
    kleinste = tabel[tabel["keuze"].ne("onthouding")].groupby("vraag_id", sort=False)["n"].min().tolist()
    assert kleinste == sorted(kleinste, reverse=True)


def test_support_and_division_are_answered_from_votes() -> None:
    steun, meningen = beantwoord(make_stemronde(), "bo8"), beantwoord(make_stemronde(), "bo9")
    assert (steun.status, steun.tekeningen[0].figuur) == ("deels", "stemmen")
    assert (meningen.status, meningen.bevinding) == (
        "beantwoord",
        "Er zijn twee meningsgroepen onder de deelnemers",
    )
    assert (steun.soort, meningen.soort) == (
        "gehoord",
        "gemeten",
    )  # votes through an open link; groups were tested


def test_the_sentences_under_a_finding_divide_the_votes_and_mark_the_groups() -> None:
    assert explain_bevinding(summarise_stemmen(make_beraad(), drempel=0.5)) == (
        "‘Sluit de brug’: 30 voor en 30 tegen.",
        "De meeste steun kreeg ‘Plant meer bomen’: 40 voor, 20 tegen en 15 onthoudingen.",
    )
    a, b = explain_bevinding(find_meningsgroepen(make_stemronde()))
    assert a.startswith("Groep A telt 24 van de 40 mensen en is het vaker dan de rest eens met ‘")
    assert b.startswith("Groep B telt 16 van de 40 mensen en is het vaker dan de rest oneens met ‘")


def test_the_groups_of_a_conversation_with_rejected_statements_are_those_of_polis() -> None:
    seattle = next(dump for dump in DUMPS if dump.map == "15_per_hour_seattle")
    if not seattle.pad.is_dir():
        pytest.skip("the real Polis dumps are not beside this checkout")
    t = read_bestand(seattle.bestanden, instrument="community")
    (noot,) = [
        noot for noot in read_toelichting(find_meningsgroepen(t)).noten if noot.startswith("Overeenkomst")
    ]
    assert "0,97" in noot
    alleen = find_meningsgroepen(t.only(instrument="community"))
    pd.testing.assert_frame_equal(alleen, find_meningsgroepen(t))
