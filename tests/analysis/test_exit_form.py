"""The form at the end of a dialogue: its grade is of the meeting, what it says of the hall is no theme."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.analysis import compare_bronnen, count_themas, score_indicatoren, summarise_cijfer
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.instruments.proces import mark_procesregels
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst
from burgerdata.settings import Drempels, Instellingen, Levering
from burgerdata.traject import Traject

from .trajecten import EENS, join, make_activiteit, make_deelnemers, make_fragmenten, make_vraag

CIJFER = "Welk cijfer geeft u deze bijeenkomst?"
OPEN = "Wat vond u van de bijeenkomst?"


WIJK = "Hoe kan iedereen meedoen in de wijk?"
BUSLIJN = "Welk cijfer geeft u het traject van de nieuwe buslijn?"


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("Ik voelde mij gehoord en gerespecteerd.", "P3"),
        (CIJFER, "P7"),
        ("Welk rapportcijfer geeft u deze avond?", "P7"),
        ("Welk cijfer geeft u aan dit gesprek? (1 = slecht, 10 = goed)", "P7"),
        ("Rapportcijfer voor deze dialoog", "P7"),
        (OPEN, ""),
        (WIJK, ""),
        (BUSLIJN, ""),
        ("Welk cijfer geeft u het vervoer?", ""),
        ("Welk cijfer geeft u het vervoer naar deze bijeenkomst?", ""),
        ("Welk cijfer geeft u deze avondwinkel?", ""),
        ("Wat moet er op de avond in het uitgaansgebied anders?", ""),
    ],
)
def test_only_the_literal_words_about_the_meeting_are_known(tekst: str, code: str) -> None:
    [nu] = mark_procesregels(Vragenlijst((Vraagregel("d", tekst),)), Levering("d", "burgerdialoog")).vragen
    assert (nu.gebruik, nu.rol) == (code, "proces" if code else "")


@pytest.mark.parametrize(
    "regel",
    [
        Vraagregel("d", WIJK, soort="open", rol="inhoud"),
        Vraagregel("d", OPEN, soort="open", rol="inhoud"),
        Vraagregel(
            "d",
            "q",
            tekst="Wat moet er op de avond in het uitgaansgebied anders?",
            soort="open",
            rol="inhoud",
        ),
        Vraagregel("d", BUSLIJN, soort="schaal", gebruik="rapportcijfer"),
        Vraagregel("d", CIJFER, soort="schaal", rol="inhoud", gebruik="rapportcijfer"),
        Vraagregel("d", CIJFER, soort="schaal", gebruik="tevredenheid"),
        Vraagregel("d", "Ik voelde mij gehoord en gerespecteerd", soort="stelling", rol="kenmerk"),
        Vraagregel("ander", CIJFER, soort="schaal"),
    ],
)
def test_what_the_analyst_says_of_a_question_goes_first(regel: Vraagregel) -> None:
    [nu] = mark_procesregels(Vragenlijst((regel,)), Levering("d", "burgerdialoog")).vragen
    assert nu == regel


def make_dialoog(n: int) -> Traject:
    """A dialogue whose form ``n`` people filled in: half of them give an 8, half a 7; six of them found the hall cold."""
    naam, wie = "burgerdialoog_achteraf", [f"p{nr}" for nr in range(n)]
    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    eens = {str(nr): label for nr, label in enumerate(EENS, 1)}
    open_ = make_vraag(naam, "vond", "open", dict.fromkeys(wie, ("gegeven",)), rol="proces", tekst=OPEN)
    fragmenten = make_fragmenten(naam, [(p, "koude zaal") for p in wie[:6]], vraag_id="vond")
    codes = pd.DataFrame(
        {"fragment_id": fragmenten["fragment_id"], "thema_id": "zaal", "codeur": "r", "wijze": "regel"}
    )
    delen = [
        {
            "activiteiten": make_activiteit(naam, "burgerdialoog", meting="achteraf", fase="evaluatie"),
            "deelnemers": make_deelnemers(naam, wie),
            "fragmenten": fragmenten,
            "coderingen": codes,
            "themas": pd.DataFrame({"thema_id": ["zaal"], "naam": "zaal", "omschrijving": ""}),
        },
        open_,
        make_vraag(
            naam,
            "cijfer",
            "schaal",
            {p: "87"[nr % 2] for nr, p in enumerate(wie)},
            opties=cijfers,
            rol="proces",
            gebruik="P7",
            tekst=CIJFER,
            kort="",
        ),
        make_vraag(
            naam,
            "zeggen",
            "stelling",
            dict.fromkeys(wie, "4"),
            opties=eens,
            tekst="Ik kon alles zeggen",
            kort="",
        ),
    ]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(10, 30, 50)))


def test_a_grade_of_twenty_people_who_talked_is_told_and_one_of_eight_is_not() -> None:
    traject = make_dialoog(20)
    assert score_indicatoren(traject).set_index("id").loc["P7", "tekst"] == "7,5"
    tabel = summarise_cijfer(traject, "cijfer")
    assert state_bevinding(tabel).endswith("is gemiddeld 7,5")
    assert explain_bevinding(tabel) == ("Dat is van 20 deelnemers.",)
    klein = make_dialoog(8)
    assert score_indicatoren(klein).set_index("id").loc["P7", "tekst"] != "7,5"
    assert "te weinig antwoorden" in state_bevinding(summarise_cijfer(klein, "cijfer"))


def test_what_people_say_of_the_hall_is_no_theme() -> None:
    tabel = count_themas(make_dialoog(20))
    assert tabel["n"].sum() == 0


def test_a_statement_without_a_use_is_named_before_a_new_form_is_asked_for() -> None:
    kaart = score_indicatoren(make_dialoog(20)).set_index("id")
    assert "‘Ik kon alles zeggen’, zonder gebruik" in kaart.loc["P3", "toelichting"]
    assert "gebruik P3" in kaart.loc["P3", "toelichting"]


def make_formulier(tekst: str, *, gebruik: str | None = "P7") -> Traject:
    """The same form with its open question asked in these words, and left inhoud as `nieuw` proposes it."""
    traject = make_dialoog(20)
    vragen = traject.vragen[traject.vragen["vraag_id"].ne("zeggen")].astype({"tekst": "str", "rol": "str"})
    open_ = vragen["soort"].eq("open")
    vragen = vragen.assign(
        tekst=vragen["tekst"].mask(open_, tekst),
        rol="inhoud",
        gebruik=vragen["gebruik"].astype("str").where(open_, gebruik),
    )
    zonder = traject.antwoorden[traject.antwoorden["vraag_id"].ne("zeggen")]
    opties = traject.opties[traject.opties["vraag_id"].ne("zeggen")]
    return traject.replace_tabellen(
        vragen=vragen.astype(traject.vragen.dtypes.to_dict()), antwoorden=zonder, opties=opties
    )


@pytest.mark.parametrize(
    ("tekst", "gebruik", "gevraagd"),
    [
        ("Wat kan beter?", "P7", False),
        ("Heeft u nog tips of opmerkingen?", "P7", False),
        (WIJK, "P7", True),  # this form asks what plays too
        ("Wat kan er beter in uw wijk?", "P7", True),
        ("Wat kan beter?", "rapportcijfer", True),  # a survey about something else
    ],
)
def test_a_form_about_the_meeting_is_no_source_that_could_name_a_theme(
    tekst: str, gebruik: str, gevraagd: bool
) -> None:
    assert compare_bronnen(make_formulier(tekst, gebruik=gebruik))["gevraagd"].tolist() == [gevraagd]
