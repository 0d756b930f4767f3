"""Judgements that no report question asks for: parts of one question are told together, by the worst of them."""

from __future__ import annotations

from dataclasses import replace

from burgerdata.analysis import Antwoord, summarise_stellingen, summarise_stemmen
from burgerdata.analysis.example import make_stemronde
from burgerdata.analysis.example_usability import make_usability
from burgerdata.findings import state_bevinding
from burgerdata.report.oordelen import list_oordelen
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag

STAPPEN = dict(
    zip("12345", ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"), strict=True)
)


def test_the_parts_of_one_judgement_are_one_table_of_which_the_worst_is_told() -> None:
    wie = [f"p{nr}" for nr in range(300)]
    delen = [
        make_vraag(
            "enq",
            naam,
            "schaal",
            {p: codes[nr % 5] for nr, p in enumerate(wie)},
            opties=STAPPEN,
            kort=naam,
            gebruik="tevredenheid",
            reeks="onderdelen",
        )
        for naam, codes in (("personeel", "34445"), ("aanvragen", "11234"))
    ]
    los = make_vraag(
        "enq",
        "geheel",
        "schaal",
        {p: "34455"[nr % 5] for nr, p in enumerate(wie)},
        opties=STAPPEN,
        kort="geheel",
        gebruik="tevredenheid",
    )
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="evaluatie"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    tabellen = dict(list_oordelen(Traject.from_tabellen(join(vast, *delen, los)), ()))
    assert list(tabellen) == ["oordeel_enq_onderdelen", "oordeel_enq_geheel"]
    zin = state_bevinding(tabellen["oordeel_enq_onderdelen"])
    assert zin == "60% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘aanvragen’"


def test_the_ten_statements_of_the_sus_are_told_by_their_score_alone() -> None:
    test = make_usability()
    assert test.vragen["gebruik"].eq("sus").sum() == 10
    assert not [naam for naam, _ in list_oordelen(test, []) if "sus" in naam]


def test_support_that_stands_in_a_file_behind_the_votes_is_told_and_what_is_printed_is_not_told_twice() -> (
    None
):
    wie = [f"p{nr}" for nr in range(300)]
    labels = ("helemaal tegen", "tegen", "niet voor, niet tegen", "voor", "helemaal voor")
    steun = make_vraag(
        "enq",
        "diftar",
        "schaal",
        {p: "1123455121"[nr % 10] for nr, p in enumerate(wie)},
        opties=dict(zip("12345", labels, strict=True)),
        kort="diftar",
        gebruik="steun",
    )
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="beleidsontwikkeling"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    t = Traject.from_tabellen(join(vast, steun))
    tabel = summarise_stellingen(t, vragen=["diftar"])
    antwoord = Antwoord(
        "bo8", "beleidsontwikkeling", "Hoeveel steun?", "deels", "x", tabellen={"steun": tabel}
    )
    gedrukt = replace(antwoord, bevinding=state_bevinding(tabel))
    stemmen = summarise_stemmen(make_stemronde())
    achter = replace(
        antwoord, bevinding=state_bevinding(stemmen), tabellen={"stemmen": stemmen, "steun": tabel}
    )
    assert dict(list_oordelen(t, [gedrukt])) == {}
    ((naam, eigen),) = list_oordelen(t, [achter])
    assert naam == "oordeel_enq_diftar"
    assert state_bevinding(eigen) == "60% antwoordt ‘helemaal tegen’ of ‘tegen’ bij ‘diftar’"


def test_what_people_chose_from_a_list_of_problems_is_told_and_what_they_did_is_not() -> None:
    wie = [f"p{nr}" for nr in range(200)]
    gekozen = {p: ["kosten"] if nr % 10 < 7 else ["overlast", "keuze"] for nr, p in enumerate(wie)}
    opties = {"kosten": "Kosten", "overlast": "Overlast", "keuze": "Geen keuze"}
    vragen = [
        make_vraag("enq", naam, "meer_antwoorden", gekozen, opties=opties, tekst=tekst)
        for naam, tekst in (
            ("tegenop", "Waar ziet u tegenop?"),
            ("gedaan", "Welke maatregelen heeft u al genomen?"),
            ("mee", "Waarom doet u mee aan dit onderzoek?"),
        )
    ]
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="beleidsontwikkeling"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    ((naam, tabel),) = list_oordelen(Traject.from_tabellen(join(vast, *vragen)), ())
    assert naam == "oordeel_enq_tegenop"
    assert state_bevinding(tabel) == "70% van de deelnemers kiest ‘Kosten’ bij ‘Waar ziet u tegenop’"


def test_trust_in_numbers_is_told_by_its_mean_so_that_before_and_after_do_not_seem_to_turn_round() -> None:
    # before: 4 5 5 6 6 6 of each six, after: 5 5 5 5 6 7; by its largest side before would be "6 of hoger" and after "5 of lager"
    wie = [f"p{nr}" for nr in range(60)]
    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    vragen = [
        make_vraag(
            "exit",
            naam,
            "schaal",
            {p: antwoorden[nr % 6] for nr, p in enumerate(wie)},
            opties=cijfers,
            kort=f"vertrouwen {naam}",
            gebruik="vertrouwen",
        )
        for naam, antwoorden in (("vooraf", "455666"), ("achteraf", "555567"))
    ]
    vast = {
        "activiteiten": make_activiteit("exit", "enquete", fase="evaluatie"),
        "deelnemers": make_deelnemers("exit", wie),
    }
    tabellen = dict(list_oordelen(Traject.from_tabellen(join(vast, *vragen)), ()))
    zinnen = [state_bevinding(tabel) for naam, tabel in tabellen.items() if not naam.endswith("_verdeling")]
    assert zinnen == ["Vertrouwen vooraf is gemiddeld 5,3", "Vertrouwen achteraf is gemiddeld 5,5"]
