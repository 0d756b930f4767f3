"""A traject of eight people, small enough to count by hand: what the examples in docstrings run on."""

from __future__ import annotations

import pandas as pd

from burgerdata.settings import Drempels, Instellingen
from burgerdata.traject import Traject

_KANAAL = ("online", "online", "bureau", "online", "online", "bureau", "online", "online")
_CIJFER = (8, 7, 5, 6, 9, 6, 8, 7)
_GROEP = ("18-34", "18-34", "18-34", "18-34", "35+", "35+", "35+", "35+")
_TEKST = ("Het formulier is te lang", "Wachten duurde lang", "nvt")


def make_example() -> Traject:
    """Return a survey of eight people: a channel, a grade, an age group and three open answers.

    Examples
    --------
    >>> make_example()
    Traject 'Voorbeeld': activiteiten 1, deelnemers 8, vragen 4, opties 14, antwoorden 32, fragmenten 3
    """
    wie = [f"d{nr}" for nr in range(8)]
    vragen = [
        ("kanaal", "Hoe deed u aangifte?", "kanaal", "een_antwoord", "inhoud", None),
        ("cijfer", "Welk rapportcijfer geeft u?", "rapportcijfer", "schaal", "inhoud", "rapportcijfer"),
        ("leeftijdsgroep", "Hoe oud bent u?", "leeftijdsgroep", "een_antwoord", "kenmerk", None),
        ("beter", "Wat kan er beter?", "wat beter kan", "open", "inhoud", None),
    ]
    opties = [("kanaal", k) for k in ("online", "bureau")] + [("leeftijdsgroep", g) for g in ("18-34", "35+")]
    opties += [("cijfer", str(cijfer)) for cijfer in range(1, 11)]
    tabellen = {
        "activiteiten": pd.DataFrame(
            [
                {
                    "activiteit_id": "enquete",
                    "instrument": "enquete",
                    "fase": "praktijk",
                    "eenheid": "persoon",
                    "taal": "nl",
                }
            ]
        ).assign(
            werving="panel", begindatum="2026-06-01", einddatum="2026-06-21", uitgenodigd=20, afgerond=8
        ),
        "deelnemers": pd.DataFrame({"activiteit_id": "enquete", "deelnemer_id": wie, "rol": "burger"}),
        "vragen": pd.DataFrame(
            vragen, columns=["vraag_id", "tekst", "kort", "soort", "rol", "gebruik"]
        ).assign(activiteit_id="enquete", kolom="", omkeren=False),
        "opties": pd.DataFrame(opties, columns=["vraag_id", "code"]).assign(
            activiteit_id="enquete",
            label=[code for _, code in opties],
            volgorde=range(len(opties)),
            waarde=[float(code) if vraag == "cijfer" else float("nan") for vraag, code in opties],
            status="geldig",
        ),
        "antwoorden": _answers(wie),
        "fragmenten": pd.DataFrame(
            {"fragment_id": ["f0", "f1", "f2"], "deelnemer_id": wie[:3], "tekst": _TEKST}
        ).assign(activiteit_id="enquete", vraag_id="beter", soort="antwoord", volgnummer=1, taal="nl"),
    }
    return Traject.from_tabellen(tabellen, Instellingen(titel="Voorbeeld", drempels=Drempels(3, 3, 5)))


def _answers(wie: list[str]) -> pd.DataFrame:
    delen = [
        ("kanaal", _KANAAL, None),
        ("cijfer", [str(c) for c in _CIJFER], list(_CIJFER)),
        ("leeftijdsgroep", _GROEP, None),
    ]
    frames = [
        pd.DataFrame({"deelnemer_id": wie, "vraag_id": vraag, "code": code, "status": "gegeven"}).assign(
            getal=getal
        )
        for vraag, code, getal in delen
    ]
    status = ["gegeven"] * 3 + ["overgeslagen"] * 5
    frames.append(pd.DataFrame({"deelnemer_id": wie, "vraag_id": "beter", "code": None, "status": status}))
    frames[-1] = frames[-1].assign(getal=None)
    return pd.concat([f.astype({"getal": "float64"}) for f in frames], ignore_index=True).assign(
        activiteit_id="enquete", volgnummer=1
    )


_STELLINGEN = (
    "Meer groen in de wijk",
    "De bus moet vaker rijden",
    "Parkeren mag geld kosten",
    "Er moeten meer woningen bij",
    "Het plein moet autovrij worden",
    "De winkels mogen op zondag open",
    "De speeltuin moet groter",
    "Er is te weinig verlichting",
)


def make_stemronde() -> Traject:
    """Return a round of votes: 24 people who agree with eight statements and 16 who mostly do not.

    Examples
    --------
    >>> make_stemronde()
    Traject 'Stemronde': activiteiten 1, deelnemers 40, vragen 8, opties 24, antwoorden 320, fragmenten 8
    """
    wie = [f"d{nr}" for nr in range(40)]
    namen = [f"wijk_{nr}" for nr in range(len(_STELLINGEN))]
    activiteit = {"activiteit_id": "wijk", "instrument": "community", "fase": "beleidsontwikkeling"}
    activiteit |= {"eenheid": "persoon", "taal": "nl", "werving": "open_link"}
    activiteit |= {"begindatum": "2026-04-01", "einddatum": "2026-04-14"}
    rijen = [
        (persoon, vraag, _vote(nr, plek))
        for plek, vraag in enumerate(namen)
        for nr, persoon in enumerate(wie)
    ]
    antwoorden = pd.DataFrame(rijen, columns=["deelnemer_id", "vraag_id", "code"]).assign(
        activiteit_id="wijk", volgnummer=1, status="gegeven"
    )
    opties = pd.DataFrame(
        [(vraag, code) for vraag in namen for code in ("-1", "0", "1")], columns=["vraag_id", "code"]
    )
    tabellen = {
        "activiteiten": pd.DataFrame([activiteit]),
        "deelnemers": pd.DataFrame({"activiteit_id": "wijk", "deelnemer_id": wie, "rol": "burger"}),
        "vragen": pd.DataFrame({"vraag_id": namen, "tekst": _STELLINGEN, "kort": ""}).assign(
            activiteit_id="wijk", soort="stelling", rol="inhoud", kolom="", omkeren=False, fragment_id=namen
        ),
        "opties": opties.assign(
            activiteit_id="wijk",
            label=opties["code"].map({"-1": "oneens", "0": "pas", "1": "eens"}),
            volgorde=opties["code"].astype("int64") + 2,
            waarde=opties["code"].astype("float64"),
            status="geldig",
        ),
        "antwoorden": antwoorden.assign(getal=antwoorden["code"].astype("float64")),
        "fragmenten": pd.DataFrame({"fragment_id": namen, "tekst": _STELLINGEN}).assign(
            activiteit_id="wijk", soort="stelling", volgnummer=1, taal="nl"
        ),
    }
    return Traject.from_tabellen(tabellen, Instellingen(titel="Stemronde"))


def _vote(nummer: int, stelling: int) -> str:
    """Return the vote of a person: the first 24 mostly agree, the others mostly do not, and some pass or go against."""
    los = (nummer * nummer * 5 + stelling * stelling * 7 + nummer * stelling * 3) % 13
    if los < 2:
        return "0"
    return "1" if (nummer < 24) != (los == 5) else "-1"
